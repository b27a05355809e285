"""An auditor finds the old value of every field, and who put the new one in its place."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.urls import reverse

from meetings.models import Meeting, Outcome, Party
from tests import factories
from tests.conftest import logged_in
from tests.factories import UserFactory

from .forms import address, posted


def history(staff, record) -> str:
    page = staff.get(address(record, "history", record.pk)).content.decode()
    return " ".join(page.split())


def change(staff, record, **values):
    url = address(record, "change", record.pk)
    response = staff.post(url, posted(staff.get(url)) | values)
    assert response.status_code == 302


def test_of_a_field_of_the_record(staff, superuser):
    meeting = factories.MeetingFactory(city="Bangkok")

    change(staff, meeting, city="Manila")

    page = history(staff, meeting)
    assert "<strong>City:</strong> Bangkok → Manila" in page
    assert superuser.username in page


def test_of_a_field_of_one_of_its_rows(staff, superuser):
    attendance = factories.AttendanceFactory(party__name="Tonga", level="official")

    change(staff, attendance.meeting, **{"attendances-0-level": "minister"})

    page = history(staff, attendance.meeting)
    assert '<th scope="row">Tonga</th>' in page
    assert "<strong>Level of representation:</strong> Official → Minister" in page or (
        "<strong>Level of representation:</strong> official → minister" in page
    )
    assert page.count(superuser.username) >= 2


def test_of_a_row_that_was_deleted(staff):
    alias = factories.PartyAliasFactory(name="Vietnam")

    change(staff, alias.party, **{"aliases-0-DELETE": "on"})

    page = history(staff, alias.party)
    assert '<th scope="row">Vietnam</th>' in page
    assert "Deleted" in page


@pytest.mark.parametrize("size", [1, 3])
def test_asks_as_much_for_three_rows_as_for_one(staff, size, django_assert_num_queries):
    meeting = factories.MeetingFactory()
    for _ in range(size):
        row = factories.AttendanceFactory(meeting=meeting)
        row.level = "minister"
        row.save()
    url = address(meeting, "history", meeting.pk)
    staff.get(url)

    with django_assert_num_queries(12):
        staff.get(url)


ROWS = ["Attendance", "Contribution", "Convening", "Delegate", "Outcome", "Session"]


def version(client, parent, record=None, version=None, **data):
    """Look at a version of a record, or of a row of it; post ``data`` if there is any."""
    record = record or parent
    version = version or record.history.earliest()
    if record is parent:
        url = address(parent, "simple_history", parent.pk, version.pk)
    else:
        kind = record._meta.model_name
        url = address(parent, "row_history", parent.pk, kind, version.pk)
    if not data:
        return client.get(url)
    return client.post(url, {"latest": record.history.latest().pk} | data)


def test_goes_back_to_what_was_for_a_reason(staff, superuser):
    meeting = factories.MeetingFactory(city="Bangkok")
    change(staff, meeting, city="Manila")

    page = version(staff, meeting).content.decode()
    assert "Bangkok" in page
    assert "Manila" in page
    assert b"This field is required" in version(staff, meeting, reason="").content
    assert version(staff, meeting, reason="wrong week").status_code == 302

    meeting.refresh_from_db()
    assert meeting.city == "Bangkok"
    latest = meeting.history.latest()
    assert latest.history_user == superuser
    assert re.fullmatch(r"Back to .*: wrong week", latest.history_change_reason)
    assert meeting.history.count() == 3


def test_goes_back_with_its_lists_of_records(staff):
    one, other = factories.PartyFactory.create_batch(2)
    item = factories.ActionItemFactory(text="Old")
    item.leads.set([one])
    before = item.history.latest()
    item.text = "New"
    item.save()
    item.leads.set([other])

    page = version(staff, item, version=before).content.decode()
    assert one.name in page
    assert other.name in page
    version(staff, item, version=before, reason="no")
    item.refresh_from_db()
    assert (item.text, [*item.leads.all()]) == ("Old", [one])


def test_not_to_what_the_record_no_longer_allows(staff):
    party = factories.PartyFactory(abbreviation="IOM")
    party.abbreviation = ""
    party.save()
    factories.PartyFactory(abbreviation="IOM")

    page = version(staff, party, reason="no").content
    assert b"Another party has this abbreviation." in page
    party.refresh_from_db()
    assert party.abbreviation == ""


def test_not_over_a_change_that_one_has_not_seen(staff):
    meeting = factories.MeetingFactory(city="Bangkok")
    seen = meeting.history.latest().pk
    change(staff, meeting, city="Manila")

    page = version(staff, meeting, reason="no", latest=seen)
    assert page.status_code == 409
    assert b"has changed since you looked" in page.content
    meeting.refresh_from_db()
    assert meeting.city == "Manila"


def test_of_a_row_as_well_and_it_comes_back_when_it_was_deleted(staff):
    row = factories.AttendanceFactory(party__name="Tonga", level="official")
    meeting, key = row.meeting, row.pk
    first = row.history.latest()
    change(staff, meeting, **{"attendances-0-level": "minister"})
    assert f"attendance/{first.pk}/" in history(staff, meeting)
    version(staff, meeting, row, first, reason="no")
    row.refresh_from_db()
    assert row.level == "official"

    change(staff, meeting, **{"attendances-0-DELETE": "on"})
    row.pk = key
    page = version(staff, meeting, row, first)
    assert b"It is deleted now." in page.content
    version(staff, meeting, row, first, reason="no")
    assert meeting.attendances.get().pk == key


def test_of_a_row_only_under_its_own_record(staff):
    row, other = factories.AttendanceFactory(), factories.MeetingFactory()

    assert version(staff, other, row, row.history.get()).status_code == 404


def test_a_deleted_record_comes_back_with_the_rows_that_went_with_it(staff):
    party = factories.PartyFactory()
    meeting = factories.MeetingFactory(bodies=[factories.BodyFactory()])
    factories.DelegateFactory(attendance__meeting=meeting)
    session = factories.SessionFactory(meeting=meeting)
    factories.ContributionFactory(session=session)
    factories.OutcomeFactory(meeting=meeting, session=session).asked_of.add(party)
    tables = [Meeting, *map(apps.get_app_config("meetings").get_model, ROWS)]
    before = {table: [*table._base_manager.values()] for table in tables}
    gone = Meeting.objects.get()
    url = address(meeting, "delete", meeting.pk)
    seen = staff.get(url).context["seen"]
    staff.post(url, {"post": "yes", "seen": seen})
    assert not any(table._base_manager.exists() for table in tables)
    deletion = gone.history.latest()

    page = version(staff, gone, version=deletion).content
    assert b"Bring back the 6 rows that went with it" in page
    version(staff, gone, version=deletion, reason="a slip", along="on")

    assert {table: [*table._base_manager.values()] for table in tables} == before
    assert [*Outcome.objects.get().asked_of.all()] == [party]


def test_not_while_what_it_names_is_deleted(staff):
    meeting = factories.MeetingFactory(gathering=factories.GatheringFactory())
    first = meeting.history.latest()
    gathering = meeting.gathering
    change(staff, meeting, gathering="")
    gathering.delete()

    page = version(staff, meeting, version=first, reason="no").content.decode()
    assert "the gathering it named" in page
    assert "Bring that back first." in page


def test_who_may_only_look_cannot_go_back(db):
    meeting = factories.MeetingFactory(city="Bangkok")
    meeting.city = "Manila"
    meeting.save()
    viewer = UserFactory(is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_meeting"))
    client = logged_in(viewer)

    page = version(client, meeting)
    assert b"may look at this, but not change it" in page.content
    assert b'<button class="button default"' not in page.content
    refused = version(client, meeting, reason="no")
    assert refused.status_code == 403
    assert b"may look at this, but not change it" in refused.content
    meeting.refresh_from_db()
    assert meeting.city == "Manila"


def test_a_statement_never_goes_back(staff):
    statement = factories.StatementFactory()

    assert b"A statement does not go back" in version(staff, statement).content
    assert version(staff, statement, reason="no").status_code == 403


def test_versions_that_are_not_there_are_not_found(staff):
    meeting = factories.MeetingFactory()
    base = address(meeting, "history", meeting.pk)

    for wrong in ("999", "x", "attendance/999", "attendance/x", "party/1", "none/1"):
        assert staff.get(f"{base}{wrong}/").status_code == 404


class TestDeletedLately:
    PAGE = reverse("admin:deleted")

    def listed(self, client):
        return [(g.kind, g.words) for g in client.get(self.PAGE).context["deleted"]]

    def test_lists_what_is_gone_and_not_the_rows_that_went_with_it(self, staff):
        attendance = factories.AttendanceFactory(meeting__title="Dialogue")
        factories.AttendanceFactory(party__name="Tonga").delete()
        item = factories.ActionItemFactory(area=None)
        item.delete()
        attendance.meeting.delete()

        assert self.listed(staff) == [
            ("Meeting", "Dialogue"),
            ("Action item", item.text),
            ("Attendance", self.listed(staff)[2][1]),
        ]
        assert "Tonga" in self.listed(staff)[2][1]

    def test_until_it_is_back(self, staff):
        party = factories.PartyFactory(name="Tonga")
        kept = Party.objects.get()
        party.delete()
        [gone] = staff.get(self.PAGE).context["deleted"]
        last = kept.history.latest().pk
        staff.post(gone.address, {"latest": last, "reason": "a slip"})

        assert self.listed(staff) == []
        assert Party.objects.get() == kept

    def test_only_to_those_who_may_look(self, db):
        factories.PartyFactory().delete()
        factories.GatheringFactory(title="Week").delete()
        user = UserFactory(is_staff=True)
        assert logged_in(user).get(self.PAGE).status_code == 403
        user.user_permissions.set(Permission.objects.filter(codename="view_gathering"))

        assert self.listed(logged_in(user)) == [("Gathering", "Week")]

    @pytest.mark.parametrize("size", [1, 3])
    def test_asks_as_much_for_three_as_for_one(
        self, staff, size, django_assert_num_queries
    ):
        for _ in range(size):
            factories.AttendanceFactory().delete()
            factories.PersonFactory().delete()

        with django_assert_num_queries(24):
            staff.get(self.PAGE)
