"""Rows against the record: parties found or asked about, attendance made or changed."""

import pytest

from tests.factories import (
    AttendanceFactory,
    PartyAliasFactory,
    PartyFactory,
)

from .plans import planned, told


@pytest.mark.parametrize(
    "said",
    [
        "Viet Nam",
        "VIET NAM",
        "Vietnam",
        "vietnam ",
        "Viet-Nam",
        "SRV",
        "the Socialist Republic of Viet Nam",
        "VNM",
        "Viêt Nam",
    ],
)
def test_a_party_is_known_by_all_its_names(meeting, said):
    party = PartyFactory(
        name="Viet Nam",
        abbreviation="SRV",
        formal_name="Socialist Republic of Viet Nam",
    )
    PartyAliasFactory(party=party, name="VNM")

    plan = planned(["Country"], [said], meeting=meeting)

    assert told(plan) == [("new", [])]
    assert [write.party for write in plan.writes.attendances.values()] == [party]


@pytest.mark.parametrize(
    "said",
    [
        "UNODC (United Nations Office on Drugs and Crime)",
        "United Nations Office on Drugs and Crime (UNODC)",
        "UNODC (Observer)*",
        "3. UNODC",
    ],
)
def test_a_name_with_a_remark_is_read_and_said(meeting, said):
    PartyFactory(
        name="United Nations Office on Drugs and Crime",
        abbreviation="UNODC",
        kind="international_organisation",
    )

    plan = planned(["Organisation"], [said], meeting=meeting)

    assert told(plan) == [
        ("new", [f"“{said}” is read as United Nations Office on Drugs and Crime."])
    ]


def test_a_name_of_two_parties_is_asked_about(meeting):
    south, north = PartyFactory(name="South K"), PartyFactory(name="North K")
    PartyAliasFactory(party=south, name="Korea")
    PartyAliasFactory(party=north, name="KOREA.")

    plan = planned(["Country"], ["korea"], meeting=meeting)

    assert plan.outcomes[0].status == "question"
    assert set(plan.unknown[0].perhaps) == {south, north}
    assert not plan.is_ready


@pytest.mark.parametrize(
    ("said", "perhaps"),
    [
        ("Phillipines", ["Philippines"]),
        ("Government of the Philippines", ["Philippines"]),
        ("Embassy of Japan", ["Japan"]),
        ("Atlantis", []),
        ("?", []),
    ],
)
def test_an_unknown_name_comes_with_what_it_may_mean(meeting, said, perhaps):
    PartyFactory(name="Philippines", running_name="the Philippines")
    PartyFactory(name="Japan")

    plan = planned(["Country"], [said], meeting=meeting)

    assert [party.name for party in plan.unknown[0].perhaps] == perhaps
    assert plan.writes.attendances == {}


def test_an_organisation_beside_a_country_says_who_sent_them(meeting):
    PartyFactory(name="Thailand")
    PartyFactory(name="IOM", kind="international_organisation")

    plan = planned(
        ["Country", "Organisation"],
        ["Thailand", "Ministry of Justice"],
        ["Thailand", "IOM"],
        ["", "IOM"],
        meeting=meeting,
    )

    assert [outcome.party for outcome in plan.outcomes] == ["Thailand", "IOM", "IOM"]
    assert told(plan)[1][1] == ["“Thailand” and “IOM” are both named: read as IOM."]


def test_changes_show_old_and_new_and_empty_cells_change_nothing(meeting):
    AttendanceFactory(
        meeting=meeting,
        party=PartyFactory(name="Fiji"),
        level="official",
        mode="online",
        delegation_size=2,
        note="by letter",
    )

    plan = planned(
        ["Country", "Attendance", "Level", "Mode", "No. of delegates", "Note"],
        ["Fiji", "Apologies", "Expert", "", "2", ""],
        meeting=meeting,
    )

    assert [(c.what, c.old, c.new) for c in plan.outcomes[0].changes] == [
        ("Attendance", "Present", "Apologies"),
        ("Level", "Official", "Expert"),
    ]


def test_a_party_listed_twice_alike_is_taken_once(meeting):
    PartyFactory(name="Fiji")

    plan = planned(["Country"], ["Fiji"], ["FIJI"], meeting=meeting)

    assert told(plan) == [
        ("new", []),
        ("unchanged", ["Listed twice, in row 2 as well."]),
    ]
    assert plan.warnings == 1


def test_a_party_listed_twice_differently_is_an_error(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Level"], ["Fiji", "Expert"], ["Fiji", "Minister"], meeting=meeting
    )

    words = "The rows of this party (2, 3) differ in the level."
    assert told(plan) == [("error", [words]), ("error", [words])]
    assert plan.writes.attendances == {}


def test_the_level_of_a_delegation_is_that_of_its_head(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name", "Level", "Role"],
        ["Fiji", "Ana One", "Expert", "Adviser"],
        ["Fiji", "Ben Two", "Official", "HoD"],
        meeting=meeting,
    )

    (write,) = plan.writes.attendances.values()
    assert write.values == {"presence": "present", "level": "official"}
    assert told(plan)[0][1] == [
        "The delegation’s rows differ in the level: Official, that of its head, is taken."
    ]


def test_the_number_of_delegates_is_never_counted(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Name"], ["Fiji", "Ana One"], ["Fiji", "Ben Two"], meeting=meeting
    )

    (write,) = plan.writes.attendances.values()
    assert "delegation_size" not in write.values


def test_absent_records_nothing_and_removes_nothing(meeting):
    AttendanceFactory(meeting=meeting, party=PartyFactory(name="Fiji"))
    PartyFactory(name="Nepal")

    plan = planned(
        ["Country", "Attendance"],
        ["Fiji", "absent"],
        ["Nepal", "absent"],
        meeting=meeting,
    )

    assert [outcome.status.value for outcome in plan.outcomes] == [
        "unchanged",
        "skipped",
    ]
    assert plan.outcomes[0].is_warned
    assert not plan.is_ready


def test_a_capacity_needs_a_reason(meeting):
    PartyFactory(name="Fiji")

    plan = planned(
        ["Country", "Attends as"], ["Fiji", "Bali Process observer"], meeting=meeting
    )

    assert plan.outcomes[0].status == "error"


def test_parties_on_record_that_the_file_lacks_are_told(meeting):
    PartyFactory(name="Fiji")
    AttendanceFactory(meeting=meeting, party=PartyFactory(name="Nepal"))

    plan = planned(["Country"], ["Fiji"], meeting=meeting)

    assert [(each.meeting, each.parties) for each in plan.missing] == [
        (meeting, ("Nepal",))
    ]
