"""What ``check_records`` finds odd, and what it lets pass."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from meetings.facts import (
    AttendanceFact,
    Capacity,
    ChairFact,
    ContributionFact,
    MeetingFacts,
    PartyFact,
    PersonFact,
    SessionFact,
    StatedFigureFact,
)
from meetings.records.oddities import oddities, without_term
from meetings.stated import compared

FIJI = PartyFact("Fiji", "Fiji", "state", "fiji")
MEETING = MeetingFacts(
    slug="wg-1",
    title="First meeting",
    kind="annual_meeting",
    starts_on=date(2024, 5, 2),
    ends_on=date(2024, 5, 2),
    attendance=(AttendanceFact(FIJI, Capacity.MEMBER),),
)


def messages(*meetings: MeetingFacts) -> list[str]:
    return [oddity.message for oddity in oddities(meetings)]


def numbered(*numbers: int) -> list[MeetingFacts]:
    """Meetings of one series with these numbers, a year apart."""
    return [
        replace(
            MEETING,
            slug=f"wg-{number}",
            series="Annual Meetings",
            number=number,
            starts_on=date(2000 + year, 1, 1),
        )
        for year, number in enumerate(numbers)
    ]


def test_a_sound_record_has_no_oddities():
    assert messages(*numbered(1, 2, 3)) == []


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 4), ["There is no number 3."]),
        ((5, 17), ["There are no numbers 6 to 16."]),
        ((1, 1, 2), ["Number 1 is there 2 times."]),
        ((2, 1), ["wg-1 has number 1, but wg-2 before it has number 2."]),
    ],
)
def test_numbers_of_a_series(numbers, said):
    assert messages(*numbered(*numbers)) == said


def test_capacity_set_by_hand():
    row = AttendanceFact(
        FIJI, Capacity.CIVIL_SOCIETY, override_reason="So it is listed."
    )

    assert messages(replace(MEETING, attendance=(row,))) == [
        "Fiji as civil society: So it is listed."
    ]


def test_meeting_without_list_only_once_it_was_held():
    empty = replace(MEETING, attendance=(), list_status="none")

    assert messages(empty) == ["First meeting: nobody is listed."]
    assert messages(replace(empty, status="planned")) == []


def test_chair_without_title():
    person = PersonFact("Sione", FIJI)
    chair = ChairFact("WG", "co_chair", FIJI, person)

    titled = replace(chair, person=replace(person, title="Director"))
    assert messages(replace(MEETING, chairs=(chair,))) == [
        "Sione (WG) has no title recorded."
    ]
    assert messages(replace(MEETING, chairs=(titled,))) == []


def test_session_in_which_nobody_is_named():
    silent = SessionFact("Remedy", "panel")
    named = SessionFact(
        "Trends", "panel", contributions=(ContributionFact("lead", FIJI),)
    )

    assert messages(replace(MEETING, sessions=(silent, named))) == [
        "Remedy: nobody is named."
    ]


def test_co_chair_without_term():
    chaired = replace(MEETING, chairs=(ChairFact("WG", "co_chair", FIJI),))
    rows = [("wg-1", "Fiji"), ("wg-1", "Samoa")]

    assert [oddity.message for oddity in without_term(rows, [chaired])] == [
        "Samoa is noted as co-chair but chairs no convening body."
    ]


SENSES = [
    # (of, value, qualifier), list status, (counted, agrees)
    (("members", 1, ""), "complete", (1, True)),
    (("members", 2, ""), "complete", (1, False)),
    (("members", 2, ""), "partial", (1, None)),
    (("states", 2, ""), "complete", (2, True)),
    (("states", 1, ""), "complete", (1, True)),
    (("states", 9, ""), "complete", (2, False)),
    (("parties", 3, ""), "complete", (3, True)),
    (("parties", 2, ""), "complete", (2, True)),
    (("organisations", 1, ""), "complete", (1, True)),
    (("civil_society", 1, ""), "complete", (0, False)),
    (("members", 1, "more than"), "complete", (1, False)),
    (("members", 1, "at least"), "complete", (1, True)),
    (("members", 1, "around"), "complete", (1, None)),
    (("participants", 80, ""), "complete", (None, None)),
    (("ministers", 3, ""), "complete", (None, None)),
]


@pytest.mark.parametrize(("figure", "list_status", "expected"), SENSES)
def test_stated_figure_beside_the_list(figure, list_status, expected):
    """The list: a state as member, one as observer, and a workstream."""
    of, value, qualifier = figure
    italy = PartyFact("Italy", "Italy", "state", "italy")
    office = PartyFact("Office", "the Office", "workstream", "office")
    meeting = replace(
        MEETING,
        list_status=list_status,
        attendance=(
            AttendanceFact(FIJI, Capacity.MEMBER),
            AttendanceFact(italy, Capacity.BALI_PROCESS_OBSERVER),
            AttendanceFact(office, Capacity.WORKSTREAM),
        ),
        stated=(StatedFigureFact(of, "so many", value, qualifier),),
    )

    (comparison,) = compared(meeting)

    assert (comparison.counted, comparison.agrees) == expected


def checked(**options) -> str:
    out = StringIO()
    call_command("check_records", stdout=out, **options)
    return out.getvalue()


def test_the_slip_of_december_2025_is_found(records):
    said = checked()

    assert (
        "wgtip-11: 6 civil society and non-government organisations stated, 7 listed."
        in said
    )
    assert "Ad Hoc Group Senior Officials’ Meetings: There is no number 13." in said
    assert "wgtip-ftm-2016: Thailand is noted as co-chair" in said
    assert "45 meetings to be verified." in said


def test_what_agrees_is_not_reported(records):
    found = json.loads(checked(format="json"))
    counts = [row["about"] for row in found if "counts that differ" in row["kind"]]

    assert counts == ["ahg-14", "tfpp-peg-2022", "wgtip-11", "wgtip-11r", "tegrr-08"]


def test_an_empty_record_has_nothing_odd(db):
    assert checked() == "Nothing looks odd.\n"
