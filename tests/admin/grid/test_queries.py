"""Sixty parties are as quick as three."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Attendance
from tests import factories


def _fill(week, parties: int):
    members = [factories.PartyFactory() for _ in range(parties)]
    for party in members:
        for meeting in week.meetings.all():
            factories.AttendanceFactory(meeting=meeting, party=party)
    return members


@pytest.mark.parametrize("parties", [1, 3, 60])
def test_opening_takes_as_many_queries_for_sixty_as_for_one(opened, week, parties):
    _fill(week, parties)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        opened(week)

    assert len(queries) == 12


@pytest.mark.parametrize("parties", [1, 3, 60])
def test_saving_takes_as_many_queries_for_sixty_as_for_one(opened, week, parties):
    members = _fill(week, parties)
    page = opened(week)
    data = page.values() | {"action": "save"}
    data |= {f"level-{party.pk}": "official" for party in members}

    with CaptureQueriesContext(connection) as queries:
        page.client.post(page.address, data)

    assert Attendance.objects.filter(level="official").count() == 2 * parties
    # SQLite writes a hundred rows at a time.
    assert len(queries) == 17 + (parties == 60 and connection.vendor == "sqlite")


def test_sixty_parties_at_five_events_are_entered_and_left_again(opened, week):
    body = week.meetings.first().bodies.get()
    for day in (3, 4, 5):
        factories.MeetingFactory(
            bodies=[body], gathering=week, starts_on=date(2025, 12, day)
        )
    for party in factories.PartyFactory.create_batch(60):
        factories.MembershipFactory(body=body, party=party)
    page = opened(week)
    cells = [name for name in page.values() if name.startswith("cell-")]

    page.post(**dict.fromkeys(cells, "present"))
    assert Attendance.objects.count() == 61 * 5
    page.post(**dict.fromkeys(cells, ""))
    assert Attendance.objects.count() == 0
    assert Attendance.history.count() == 2 * 61 * 5
