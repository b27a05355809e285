"""Which earlier list the page of a meeting compares its own with."""

from datetime import date

import pytest

from tests.factories import (
    AttendanceFactory,
    MeetingFactory,
    PartyFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """A meeting of one series in a year, with one party present."""
    series = SeriesFactory()

    def in_year(year, party, **fields):
        fields = {"series": series, "starts_on": date(year, 5, 1)} | fields
        meeting = MeetingFactory(ends_on=fields["starts_on"], **fields)
        AttendanceFactory(meeting=meeting, party=party)
        return meeting

    return in_year


def test_the_latest_complete_list_before_it_in_its_series(delegate, staff, held):
    fiji, tonga, samoa = (PartyFactory(name=n) for n in ("Fiji", "Tonga", "Samoa"))
    held(2018, samoa)
    earlier = held(2019, tonga)
    held(2020, samoa, list_status="partial")
    hidden = held(2021, samoa, attendance_visibility="secretariat")
    held(2022, samoa, visibility="secretariat", attendance_visibility="delegates")
    held(2022, samoa, series=SeriesFactory())
    now = held(2023, fiji)
    held(2024, samoa)

    answer = delegate.get(now.get_absolute_url())
    page = answer.content.decode()
    turnout = answer.context["turnout"]

    assert turnout.earlier.slug == earlier.slug
    assert [row.party.name for row in turnout.new] == ["Fiji"]
    assert [row.party.name for row in turnout.gone] == ["Tonga"]
    assert "Present then only" in page
    assert "Samoa" not in page
    assert hidden.slug not in page
    assert staff.get(now.get_absolute_url()).context["turnout"].earlier.slug != (
        earlier.slug
    )


def test_nothing_is_compared_without_a_series_or_an_earlier_list(delegate, held):
    first = held(2019, PartyFactory())
    alone = held(2023, PartyFactory(), series=None)

    for meeting in (first, alone):
        answer = delegate.get(meeting.get_absolute_url())
        assert answer.context["turnout"] is None
        assert "Against the list before" not in answer.content.decode()
