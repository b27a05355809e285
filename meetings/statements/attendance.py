"""Who took part, in the words of either house style.

Counts are of delegations (states and organisations), never of persons. Capacity is the
one held on the first day of each meeting.
"""

from collections.abc import Sequence

from meetings.facts import (
    AttendanceFact,
    BodyFact,
    Capacity,
    HouseStyle,
    Level,
    PartyFact,
)
from meetings.reports import Group, apologies, at_level, groups

from . import prose
from .names import Form, Names

RSO = "RSO"
"""The abbreviation of the forum's own office, named apart from the other workstreams."""

_ALWAYS_COUNTED = {
    Capacity.MEMBER,
    Capacity.BALI_PROCESS_MEMBER,
    Capacity.BALI_PROCESS_OBSERVER,
    Capacity.CIVIL_SOCIETY,
}
_COUNTED_WHEN_SEVERAL = {Capacity.PRIVATE_SECTOR, Capacity.ACADEMIC}


def counted(
    rows: Sequence[AttendanceFact],
    bodies: Sequence[BodyFact],
    style: HouseStyle,
    names: Names,
) -> list[tuple[Capacity, str]]:
    """Return the groups that are counted, each as "nine members (A, B and C)"."""
    return [
        (group.capacity, _counted_group(group, bodies, style, names))
        for group in groups(rows)
        if _is_counted(group)
    ]


def _is_counted(group: Group) -> bool:
    if group.capacity in _ALWAYS_COUNTED:
        return True
    return group.capacity in _COUNTED_WHEN_SEVERAL and group.count > 1


def _counted_group(
    group: Group, bodies: Sequence[BodyFact], style: HouseStyle, names: Names
) -> str:
    whose = ""
    if group.capacity == Capacity.MEMBER and len(bodies) > 1:
        whose = prose.listing([names.body(body, Form.BARE) for body in bodies]) + " "
    figure = prose.count(
        group.count,
        f"{whose}{group.label}",
        f"{whose}{group.label}",
        words_below_ten=style == HouseStyle.PARAGRAPH,
    )
    listed = names.parties((row.party for row in group.rows), Form.LISTED)
    return f"{figure} ({listed})"


def named(rows: Sequence[AttendanceFact], names: Names) -> str:
    """Return those who are named without a count, "" if there are none."""
    told: list[str] = []
    workstreams: list[PartyFact] = []
    for group in groups(rows):
        if _is_counted(group):
            continue
        parties = [row.party for row in group.rows]
        if group.capacity == Capacity.WORKSTREAM:
            workstreams = parties
        else:
            told += [names.party(party) for party in parties]
    return prose.listing([*told, *_workstreams(workstreams, names)])


def _workstreams(parties: Sequence[PartyFact], names: Names) -> list[str]:
    others = [party for party in parties if party.abbreviation != RSO]
    told = [names.party(party) for party in others]
    if len(others) > 1:
        told = [f"other Bali Process workstreams ({prose.listing(told)})"]
    return told + [names.party(party) for party in parties if party.abbreviation == RSO]


def levels(rows: Sequence[AttendanceFact], names: Names) -> list[str]:
    """Return the sentences that say who sent ministers, and who senior officials."""
    told = []
    for level, one, several in (
        (Level.MINISTER, "a minister", "ministers"),
        (Level.SENIOR_OFFICIAL, "a senior official", "senior officials"),
    ):
        parties = at_level(rows, level)
        if len(parties) == 1:
            told.append(f"{names.party(parties[0])} was represented by {one}.")
        elif parties:
            told.append(f"{names.parties(parties)} were represented by {several}.")
    return told


def regrets(rows: Sequence[AttendanceFact], names: Names) -> str:
    """Return the sentence on apologies, "" if nobody sent any."""
    parties = [row.party for row in apologies(rows)]
    return f"Apologies were received from {names.parties(parties)}." if parties else ""
