"""The group "RSO staff": everything of the record, nothing of the accounts."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.test import RequestFactory
from django.urls import reverse

from balitrack.staff import RSO_STAFF, give_powers
from meetings import models as meetings
from tests import factories
from tests.conftest import logged_in

from .forms import address


@pytest.fixture
def rso(db):
    user = factories.UserFactory(is_staff=True, party=None)
    user.groups.add(Group.objects.get(name=RSO_STAFF))
    return logged_in(user)


def test_it_may_do_with_the_record_all_that_a_superuser_may(rso, superuser):
    """Whatever model is added later included."""

    def may(user, model_admin) -> dict[str, bool]:
        request = RequestFactory().get("/")
        request.user = user
        verbs = ("view", "add", "change", "delete")
        return {v: getattr(model_admin, f"has_{v}_permission")(request) for v in verbs}

    user = meetings.User.objects.get(groups__name=RSO_STAFF)
    for model, model_admin in admin.site._registry.items():
        if model not in {meetings.User, Group}:
            told = may(user, model_admin)
            assert told == may(superuser, model_admin), model
            assert told["view"], model


def test_every_desk_is_open_to_it(rso):
    attendance = factories.AttendanceFactory(
        meeting__gathering=factories.GatheringFactory()
    )
    statement = factories.StatementFactory(meetings=[attendance.meeting])
    party, person = factories.PartyFactory(), factories.PersonFactory()
    other = factories.PersonFactory(party=person.party)
    urls = [
        reverse("admin:index"),
        address(attendance.meeting, "change", attendance.meeting.pk),
        address(attendance.meeting, "history", attendance.meeting.pk),
        address(attendance.meeting, "delete", attendance.meeting.pk),
        address(attendance.meeting, "attendance", attendance.meeting.pk),
        address(
            attendance.meeting.gathering, "attendance", attendance.meeting.gathering.pk
        ),
        reverse("admin:meetings_meeting_read"),
        reverse("admin:meetings_import_add"),
        reverse("admin:meetings_attendance_export", args=["csv"]),
        reverse("admin:meetings_statement_seats"),
        f"{reverse('admin:meetings_party_merge')}?one={attendance.party.pk}&two={party.pk}",
        f"{reverse('admin:meetings_person_merge')}?one={person.pk}&two={other.pk}",
        statement.get_desk_url(),
    ]

    for url in urls:
        assert rso.get(url).status_code == 200, url


def test_it_merges_and_verifies(rso):
    kept, merged = (factories.PartyFactory(unverified=True) for _ in range(2))
    factories.AttendanceFactory(party=merged)
    page = reverse("admin:meetings_party_merge")
    ask = {"one": kept.pk, "two": merged.pk, "keep": kept.pk}
    fingerprint = rso.get(page, ask).context["merge"].fingerprint
    assert rso.post(page, ask | {"fingerprint": fingerprint}).status_code == 302

    data = {"action": "mark_verified", "_selected_action": [kept.pk], "confirmed": "y"}
    assert rso.post(address(kept, "changelist"), data).status_code == 302
    kept.refresh_from_db()
    assert not kept.unverified


def test_nothing_of_the_accounts_is(rso, superuser):
    group = Group.objects.get()
    for record in (superuser, group):
        for page, args in [
            ("changelist", []),
            ("add", []),
            ("change", [record.pk]),
            ("delete", [record.pk]),
        ]:
            url = address(record, page, *args)
            assert rso.get(url).status_code == 403, url
            assert rso.post(url).status_code == 403, url
    apps_shown = rso.get(reverse("admin:index")).context["app_list"]
    assert "Accounts" not in {app["name"] for app in apps_shown}


def test_it_is_there_again_after_every_migration_and_given_back_what_is_new(db):
    group = Group.objects.get(name=RSO_STAFF)
    before = {*group.permissions.values_list("codename", flat=True)}
    assert "change_meeting" in before
    assert "delete_actionitem" in before
    assert not [code for code in before if code.endswith("_user")]
    group.permissions.remove(Permission.objects.get(codename="change_meeting"))
    mine = Permission.objects.get(codename="view_user")
    group.permissions.add(mine)

    for label in ("meetings", "workplans", "auth", "meetings"):
        give_powers(apps.get_app_config(label))

    now = {*group.permissions.values_list("codename", flat=True)}
    assert now == before | {"view_user"}
    assert Group.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "sees only what is public"),
        ({"is_staff": "on"}, "can change nothing"),
    ],
)
def test_an_account_that_lacks_something_is_told_of_when_it_is_made(
    staff, values, words
):
    password = {"password1": "monsoon-ledger-9", "password2": "monsoon-ledger-9"}
    data = {"username": "anna", "usable_password": "true"} | password | values
    page = staff.post(address(meetings.User, "add"), data, follow=True)

    assert words in page.content.decode()


@pytest.mark.parametrize("who", ["staff", "delegate"])
def test_an_account_that_has_what_it_needs_is_made_without_a_word(staff, who):
    password = {"password1": "monsoon-ledger-9", "password2": "monsoon-ledger-9"}
    needs = (
        {"is_staff": "on", "groups": [Group.objects.get(name=RSO_STAFF).pk]}
        if who == "staff"
        else {"party": factories.PartyFactory().pk}
    )
    data = {"username": "anna", "usable_password": "true"} | password | needs
    page = staff.post(address(meetings.User, "add"), data, follow=True)

    assert [message.level_tag for message in page.context["messages"]] == ["success"]
    anna = meetings.User.objects.get(username="anna")
    assert anna.has_perm("meetings.change_meeting") == (who == "staff")
