"""The names desk in the admin: two chosen, looked at, merged."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Attendance, Party
from tests import factories
from tests.conftest import logged_in

LIST = reverse("admin:meetings_party_changelist")
PAGE = reverse("admin:meetings_party_merge")


@pytest.fixture
def two(db):
    return [
        factories.PartyFactory(name="Viet Nam"),
        factories.PartyFactory(name="Vietnam"),
    ]


def _chosen(client, *parties):
    keys = [party.pk for party in parties]
    data = {"action": "merge_two", "_selected_action": keys, "index": 0}
    return client.post(LIST, data, follow=True)


def _ask(two, **kwargs):
    return {"one": two[0].pk, "two": two[1].pk} | kwargs


def test_the_action_takes_exactly_two(staff, two):
    assert "What moves to Viet Nam" in _chosen(staff, *two).content.decode()
    for wrong in (two[:1], [*two, factories.PartyFactory()]):
        assert b"Choose exactly two" in _chosen(staff, *wrong).content


def test_what_was_shown_is_what_happens(staff, superuser, two):
    factories.AttendanceFactory(party=two[1])
    shown = staff.get(PAGE, _ask(two))
    assert str(Attendance.objects.get()) in shown.content.decode()

    fingerprint = shown.context["merge"].fingerprint
    response = staff.post(PAGE, _ask(two, keep=two[0].pk, fingerprint=fingerprint))

    assert response.url == reverse("admin:meetings_party_change", args=[two[0].pk])
    assert Attendance.objects.get().party == two[0]
    assert two[0].history.first().history_user == superuser


def test_the_other_one_may_stay(staff, two):
    shown = staff.get(PAGE, _ask(two, keep=two[1].pk))
    fingerprint = shown.context["merge"].fingerprint
    staff.post(PAGE, _ask(two, keep=two[1].pk, fingerprint=fingerprint))

    assert Party.objects.get() == two[1]


def test_without_its_fingerprint_nothing_is_merged(staff, two):
    response = staff.post(PAGE, _ask(two, keep=two[0].pk))

    assert b"has changed since you looked" in response.content
    assert Party.objects.count() == 2


def test_a_conflict_is_shown_and_decided_by_its_form(staff, two):
    meeting = factories.MeetingFactory()
    factories.AttendanceFactory(meeting=meeting, party=two[0])
    theirs = factories.AttendanceFactory(meeting=meeting, party=two[1], mode="online")
    shown = staff.get(PAGE, _ask(two))
    assert not shown.context["may"]
    assert b"not decided" in shown.content

    choice = {f"choice-meetings.attendance-{theirs.pk}": "merged"}
    shown = staff.get(PAGE, _ask(two, **choice))
    assert shown.context["may"]
    fingerprint = shown.context["merge"].fingerprint
    staff.post(PAGE, _ask(two, keep=two[0].pk, fingerprint=fingerprint, **choice))
    assert Attendance.objects.get().mode == "online"


@pytest.mark.parametrize(
    "query", [{}, {"one": "1", "two": "x"}, {"one": "1", "two": "1"}, {"one": "9" * 30}]
)
def test_records_that_are_not_there_send_back_to_the_list(staff, query):
    assert staff.get(PAGE, query).url == LIST


def test_both_changing_and_deleting_are_needed(two):
    user = factories.UserFactory(is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["change_party", "view_party"])
    )
    client = logged_in(user)

    assert client.get(PAGE, _ask(two)).status_code == 403
    assert b"merge_two" not in client.get(LIST).content


def test_what_moves_must_be_open_to_change(two):
    factories.AttendanceFactory(party=two[1])
    user = factories.UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__endswith="_party"))
    client = logged_in(user)
    shown = client.get(PAGE, _ask(two))
    assert b"may not change or delete: attendance" in shown.content

    fingerprint = shown.context["merge"].fingerprint
    client.post(PAGE, _ask(two, keep=two[0].pk, fingerprint=fingerprint))
    assert Party.objects.filter(pk=two[1].pk).exists()


@pytest.mark.parametrize("swap", [True, False])
def test_accounts_follow_by_the_hand_of_those_who_give_them_out(two, swap):
    factories.UserFactory(username="fiji", party=two[1])
    factories.UserFactory(username="anna", is_superuser=True, party=None)
    if not swap:
        factories.UserFactory(party=two[0])
    user = factories.UserFactory(is_staff=True, party=None)
    user.groups.add(Group.objects.get(name="RSO staff"))
    client = logged_in(user)

    page = client.get(PAGE, _ask(two, keep=two[0].pk)).content.decode()
    told = " ".join(page.split())
    assert "there is an account (fiji) that would speak for" in told
    assert "anna to merge them" in told
    assert ("has no account, so choose" in told) == swap
    asked = client.get(PAGE, _ask(two, keep=two[1].pk))
    assert asked.context["may"] == swap


def test_people_merge_as_well(staff):
    one = factories.PersonFactory()
    other = factories.PersonFactory(party=one.party)
    page = staff.get(
        reverse("admin:meetings_person_merge"), {"one": one.pk, "two": other.pk}
    )

    assert page.context["may"]


def test_showing_the_page_costs_no_query_for_the_words(staff, two):
    """Each row that moves is checked and saved; showing it asks nothing more."""
    counts = []
    for _ in range(3):
        factories.AttendanceFactory(party=two[1])
        with CaptureQueriesContext(connection) as queries:
            staff.get(PAGE, _ask(two))
        counts.append(len(queries))

    assert counts[2] - counts[1] == counts[1] - counts[0] <= 14


@pytest.mark.parametrize("size", [1, 3])
def test_from_a_records_own_page_those_called_alike_are_offered_first(
    staff, two, size, django_assert_num_queries
):
    for number in range(size):
        factories.PartyAliasFactory(name=f"Elsewhere {number}")
    page = staff.get(reverse("admin:meetings_party_change", args=[two[0].pk]))
    link = f"{PAGE}?one={two[0].pk}"
    assert f'<a href="{link}">Merge with another' in page.content.decode()
    with django_assert_num_queries(8):
        shown = staff.get(link)

    assert [row for row, _ in shown.context["alike"]] == [two[1]]
    assert len(shown.context["others"]) == 1 + size
    assert f'href="?one={two[0].pk}&amp;two={two[1].pk}"' in shown.content.decode()


def test_people_called_alike_are_offered_with_their_party(staff):
    one = factories.PersonFactory(name="Erika Diaz")
    other = factories.PersonFactory(name="Erica Diaz")
    page = reverse("admin:meetings_person_merge")
    shown = staff.get(page, {"one": one.pk})

    assert shown.context["alike"] == [(other, str(other))]
    assert other.party.name in shown.content.decode()
    assert staff.get(page, {"one": "999"}).url.endswith("/person/")
    assert staff.get(page, {"one": "x"}).url.endswith("/person/")
