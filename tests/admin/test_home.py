"""The first page of the admin: what awaits, each with the list that shows it."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.timezone import localdate

from meetings.models import Import, Meeting
from tests import factories
from tests.conftest import logged_in
from workplans.models import ActionItem

HOME = reverse("admin:index")


def _item(body, *, met_on=date(2025, 12, 1), **kwargs):
    """An action item of a plan that ``body`` carries out, and a meeting of the body."""
    factories.MeetingFactory(bodies=[body], starts_on=met_on)
    plan = factories.WorkPlanFactory(body=body, until_year=None)
    version = factories.PlanVersionFactory(plan=plan, adopted_on=date(2024, 1, 1))
    return factories.ActionItemFactory(version=version, **kwargs)


def _some_of_each(user):
    gathering = factories.GatheringFactory(unverified=True)
    for status in Meeting.ListStatus.values:
        factories.MeetingFactory(list_status=status, gathering=gathering)
    factories.MeetingFactory(
        status="planned", starts_on=localdate() - timedelta(days=1), unverified=True
    )
    for state in ("drafting", "with_co_chairs", "cleared"):
        factories.StatementFactory(state=state)
    body = factories.BodyFactory()
    factories.ChairTermFactory(body=body)
    factories.StatementFactory(
        state="with_co_chairs", meetings=[factories.MeetingFactory(bodies=[body])]
    )
    factories.MembershipFactory(unverified=True)
    factories.PartyFactory(unverified=True)
    for _ in range(2):
        person = factories.PersonFactory()
        factories.AppointmentFactory(person=person, until=date(2020, 1, 1))
        factories.AppointmentFactory(
            person=person, since=date(2020, 1, 2), unverified=True
        )
    _item(factories.BodyFactory(), unverified=True)
    Import.objects.create(file_name="list.csv", sha256="0" * 64, user=user, lists=[])


def _waiting(client) -> dict[str, tuple[int, str]]:
    groups = client.get(HOME).context["waiting"]
    return {row.words: (row.count, row.address) for _, rows in groups for row in rows}


def test_every_count_is_that_of_the_list_behind_its_link(staff, superuser):
    _some_of_each(superuser)
    found = _waiting(staff)

    assert len(found) >= 15
    assert found["Seats whose clearance is awaited"][0] == 1
    for words, (count, address) in found.items():
        context = staff.get(address).context
        listed = (
            context["cl"].result_count if "cl" in context else len(context["seats"])
        )
        assert listed == count, words


@pytest.mark.parametrize("size", [1, 3])
def test_as_many_queries_for_three_as_for_one(
    staff, superuser, size, django_assert_num_queries
):
    for _ in range(size):
        _some_of_each(superuser)
    staff.get(HOME)

    with django_assert_num_queries(51):
        staff.get(HOME)


def test_with_nothing_to_do_it_says_so(staff):
    assert b"Nothing. The record is complete" in staff.get(HOME).content


def test_only_what_one_may_look_at_is_told(db):
    factories.PartyFactory(unverified=True)
    factories.MeetingFactory()
    user = factories.UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_party"))

    assert [*_waiting(logged_in(user))] == ["Parties"]


def test_a_meeting_with_apologies_alone_still_awaits_its_attendance(staff):
    meeting = factories.MeetingFactory()
    factories.AttendanceFactory(meeting=meeting, presence="apologies")
    assert "Meetings held, attendance not entered" in _waiting(staff)

    factories.AttendanceFactory(meeting=meeting)
    assert "Meetings held, attendance not entered" not in _waiting(staff)


SESSIONS = "Meetings, planned or held of late, without a session"
NEXT = "Annual meetings whose next one is not planned"


@pytest.mark.parametrize(
    ("days", "values", "told"),
    [
        (-30, {}, True),
        (-900, {}, False),
        (60, {"status": "planned"}, True),
        (-30, {"kind": "site_visit"}, False),
        (-30, {"status": "cancelled"}, False),
    ],
)
def test_a_programme_is_awaited_of_meetings_to_come_and_of_late(
    staff, days, values, told
):
    meeting = factories.MeetingFactory(
        starts_on=localdate() + timedelta(days=days), **values
    )
    assert (SESSIONS in _waiting(staff)) == told

    factories.SessionFactory(meeting=meeting)
    assert SESSIONS not in _waiting(staff)


@pytest.mark.parametrize(("days", "told"), [(-10, False), (-300, True), (-900, False)])
def test_the_next_annual_meeting_is_awaited_half_a_year_later(staff, days, told):
    series = factories.SeriesFactory()
    factories.MeetingFactory(
        starts_on=localdate() + timedelta(days=days), series=series
    )
    assert (NEXT in _waiting(staff)) == told

    factories.MeetingFactory(starts_on=None, status="planned", series=series)
    assert NEXT not in _waiting(staff)


@pytest.mark.django_db
class TestUnreported:
    TODAY = date(2026, 1, 15)

    def unreported(self):
        return list(ActionItem.objects.unreported(self.TODAY))

    def test_without_a_report_since_the_last_meeting(self, body):
        item = _item(body)
        factories.ProgressUpdateFactory(item=item, reported_on=date(2025, 11, 30))

        assert self.unreported() == [item]

    def test_not_once_reported_at_the_meeting(self, body):
        factories.ProgressUpdateFactory(item=_item(body), reported_on=date(2025, 12, 1))

        assert self.unreported() == []

    def test_not_when_it_is_done(self, body):
        factories.ProgressUpdateFactory(
            item=_item(body), reported_on=date(2025, 6, 1), status="completed"
        )

        assert self.unreported() == []

    def test_not_of_a_version_that_was_amended(self, body):
        item = _item(body)
        factories.PlanVersionFactory(plan=item.version.plan, number=2)

        assert self.unreported() == []

    def test_not_of_a_plan_that_has_run_out(self, body):
        item = _item(body)
        item.version.plan.until_year = 2025
        item.version.plan.save()

        assert self.unreported() == []

    def test_not_when_the_last_meeting_adopted_it(self, body):
        item = _item(body)
        item.version.adopted_on = date(2025, 12, 1)
        item.version.save()

        assert self.unreported() == []

    def test_not_of_a_body_that_has_not_met(self, body):
        _item(body, met_on=date(2026, 2, 1))

        assert self.unreported() == []


def test_the_panel_has_headings_in_order(staff, superuser):
    _some_of_each(superuser)
    page = staff.get(HOME).content.decode()

    assert re.findall(r"<h3>([^<]*)</h3>", page)[:6] == [
        "Attendance",
        "Meetings",
        "Statements",
        "Imports",
        "Work plans",
        "Not yet verified",
    ]
