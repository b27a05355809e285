from datetime import date

import pytest

from meetings import reports
from meetings.facts import Capacity, Level, derive_capacity
from tests.statements.facts import (
    AUSTRALIA,
    ILO,
    INDONESIA,
    IOM,
    MALDIVES,
    PHILIPPINES,
    WALK_FREE,
    apologies,
    meeting,
    present,
)


@pytest.mark.parametrize(
    ("kind", "statuses", "capacity"),
    [
        ("state", [("WG-TIP", "member"), ("BP", "member")], Capacity.MEMBER),
        ("state", [("AHG", "member"), ("BP", "member")], Capacity.BALI_PROCESS_MEMBER),
        (
            "state",
            [("WG-TIP", "observer"), ("BP", "member")],
            Capacity.BALI_PROCESS_MEMBER,
        ),
        ("state", [("BP", "observer")], Capacity.BALI_PROCESS_OBSERVER),
        ("civil_society", [], Capacity.CIVIL_SOCIETY),
        ("private_sector", [], Capacity.PRIVATE_SECTOR),
        ("academic", [], Capacity.ACADEMIC),
        ("regional_forum", [], Capacity.REGIONAL_FORUM),
        ("workstream", [], Capacity.WORKSTREAM),
        ("state", [], Capacity.OTHER),
        ("international_organisation", [], Capacity.OTHER),
    ],
)
def test_capacity_follows_from_the_memberships_of_the_day(kind, statuses, capacity):
    derived = derive_capacity(
        kind=kind, statuses=statuses, convening=frozenset({"WG-TIP"})
    )

    assert derived == capacity


def test_the_forum_as_convenor_has_its_members_as_members():
    derived = derive_capacity(
        kind="state", statuses=[("BP", "member")], convening=frozenset({"MC", "BP"})
    )

    assert derived == Capacity.MEMBER


def test_groups_stand_in_the_order_of_statements_states_before_organisations():
    rows = [
        present(WALK_FREE, Capacity.CIVIL_SOCIETY),
        present(IOM),
        present(PHILIPPINES),
        present(AUSTRALIA),
        present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),
        apologies(INDONESIA),
    ]

    told = [
        (group.capacity, group.label, [row.party.name for row in group.rows])
        for group in reports.groups(rows)
    ]

    assert told == [
        (Capacity.MEMBER, "members", ["Australia", "Philippines", IOM.name]),
        (
            Capacity.BALI_PROCESS_MEMBER,
            "additional Bali Process member as observer",
            ["Maldives"],
        ),
        (Capacity.CIVIL_SOCIETY, "civil society organisation", ["Walk Free"]),
    ]


def test_totals_count_delegations_and_persons_only_when_all_are_known():
    rows = [
        present(AUSTRALIA, delegation_size=3),
        present(IOM, delegation_size=2),
        present(ILO, Capacity.BALI_PROCESS_MEMBER, delegation_size=1),
        apologies(INDONESIA),
    ]

    assert reports.totals(rows) == reports.Totals(
        parties=3, states=1, organisations=2, un_agencies=2, apologies=1, delegates=6
    )
    assert reports.totals([*rows, present(MALDIVES)]).delegates is None
    assert reports.totals([]).delegates is None


def test_a_union_keeps_the_best_capacity_and_the_highest_level():
    first = meeting(
        "one",
        attendance=(
            present(
                MALDIVES, Capacity.BALI_PROCESS_MEMBER, level=Level.SENIOR_OFFICIAL
            ),
            apologies(AUSTRALIA),
            apologies(INDONESIA),
        ),
    )
    second = meeting(
        "two", attendance=(present(MALDIVES, level=Level.OFFICIAL), present(AUSTRALIA))
    )

    union = reports.union([first, second])

    assert union == (
        present(AUSTRALIA),
        apologies(INDONESIA),
        present(MALDIVES, level=Level.SENIOR_OFFICIAL),
    )


def test_parties_at_a_level_stand_by_name_whatever_their_capacity():
    rows = [
        present(MALDIVES, Capacity.BALI_PROCESS_MEMBER, level=Level.SENIOR_OFFICIAL),
        present(AUSTRALIA, level=Level.SENIOR_OFFICIAL),
        present(INDONESIA, level=Level.OFFICIAL),
        present(IOM),
    ]

    assert reports.at_level(rows, Level.SENIOR_OFFICIAL) == (AUSTRALIA, MALDIVES)


def test_the_matrix_tells_a_blank_from_apologies_and_from_no_list():
    meetings = [
        meeting("full", attendance=(present(AUSTRALIA), apologies(INDONESIA))),
        meeting(
            "partial",
            attendance=(present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),),
            list_status="partial",
        ),
        meeting("unlisted", attendance=(), list_status="none"),
        meeting("hidden", attendance=(), list_status="withheld"),
    ]

    told = reports.matrix(meetings)

    assert [
        (row.party.name, [cell.code for cell in row.cells]) for row in told.rows
    ] == [
        ("Australia", ["M", "?", "–", "×"]),
        ("Indonesia", ["A", "?", "–", "×"]),
        ("Maldives", ["", "B", "–", "×"]),
    ]
    assert told.present == (1, 1, None, None)
    assert [row.present for row in told.rows] == [1, 0, 1]
    assert [cell.style for cell in told.legend] == [
        "member",
        "bp",
        "apologies",
        "absent",
        "partial",
        "nolist",
        "withheld",
    ]


def test_a_wide_matrix_is_split_with_all_its_rows():
    meetings = [
        meeting(f"m{day}", starts_on=date(2024, 1, day), ends_on=date(2024, 1, day))
        for day in range(1, 6)
    ]

    parts = reports.split(reports.matrix(meetings), 2)

    assert [[held.slug for held in part.meetings] for part in parts] == [
        ["m1", "m2"],
        ["m3", "m4"],
        ["m5"],
    ]
    assert {len(part.rows) for part in parts} == {2}
    assert [len(part.rows[0].cells) for part in parts] == [2, 2, 1]
    assert parts[2].present == (2,)
