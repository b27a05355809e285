"""Delegates of a list against the people on record."""

import pytest

from meetings.exchange.planning import plan_of
from tests.factories import (
    AppointmentFactory,
    AttendanceFactory,
    DelegateFactory,
    GatheringFactory,
    MeetingFactory,
    PartyFactory,
    PersonFactory,
)

from .plans import import_of, planned, told
from .sheets import xlsx

pytestmark = pytest.mark.django_db


def test_people_are_known_by_name_alias_and_order_of_words(meeting):
    fiji = PartyFactory(name="Fiji")
    attendance = AttendanceFactory(meeting=meeting, party=fiji)
    ana = PersonFactory(party=fiji, name="Ana Vakatawa")
    ben = PersonFactory(party=fiji, name="Ben Naulu")
    ben.aliases.create(name="B. Naulu")
    DelegateFactory(attendance=attendance, person=ana)

    plan = planned(
        ["Country", "Name", "Role"],
        ["Fiji", "Ms VAKATAWA Ana", ""],
        ["Fiji", "b naulu", "HoD"],
        ["Fiji", "Cee New", ""],
        meeting=meeting,
    )

    assert told(plan) == [
        ("unchanged", ["Read as Ana Vakatawa, who is on record."]),
        ("new", ["Read as Ben Naulu, who is on record."]),
        ("new", []),
    ]
    assert [person.name for person in plan.writes.people.values()] == ["Cee New"]


def test_a_person_of_another_party_is_somebody_else(meeting):
    PartyFactory(name="Fiji")
    PersonFactory(party=PartyFactory(name="Tonga"), name="Ana Vaka")

    plan = planned(["Country", "Name"], ["Fiji", "Ana Vaka"], meeting=meeting)

    assert told(plan) == [("new", ["Somebody of that name is on record for Tonga."])]


def test_a_person_on_record_with_the_honorific_is_found(meeting):
    fiji = PartyFactory(name="Fiji")
    PersonFactory(party=fiji, name="Tan Sri Ahmad")

    plan = planned(["Country", "Name"], ["Fiji", "Tan Sri Ahmad"], meeting=meeting)

    assert plan.writes.people == {}


def test_a_person_named_twice_is_taken_once(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name"], ["Fiji", "Ana Vaka"], ["Fiji", "VAKA Ana"], meeting=meeting
    )

    assert told(plan)[1] == (
        "unchanged",
        ["Named twice, in row 2 as well: taken once."],
    )
    assert len(plan.writes.delegates) == 1


def test_one_new_person_at_two_meetings_is_made_once():
    PartyFactory(name="Fiji")
    week = GatheringFactory()
    for title in ("First Event", "Second Event"):
        MeetingFactory(title=title, gathering=week)
    rows = [["Country", "Name"], ["Fiji", "Ana Vaka"]]

    plan = plan_of(
        import_of(xlsx(**{"First Event": rows, "Second Event": rows}), gathering=week)
    )

    assert len(plan.writes.people) == 1
    assert len(plan.writes.delegates) == 2


def test_titles_are_compared_and_never_changed(meeting):
    fiji = PartyFactory(name="Fiji")
    ana = PersonFactory(party=fiji, name="Ana Vaka")
    AppointmentFactory(person=ana, title="Director", ministry="Ministry of Justice")

    plan = planned(
        ["Country", "Name", "Position"],
        ["Fiji", "Ana Vaka", "director"],
        ["Fiji", "Ben New", "Chief"],
        meeting=meeting,
    )
    other = planned(
        ["Country", "Name", "Position"], ["Fiji", "Ana Vaka", "Chief"], meeting=meeting
    )

    assert told(plan)[0] == ("new", [])
    assert [person.notes for person in plan.writes.people.values()] == [
        "Title in the list: Chief"
    ]
    assert (
        "the record has “Director, Ministry of Justice” on the day"
        in told(other)[0][1][0]
    )
