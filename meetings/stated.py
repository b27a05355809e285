"""What sources state of a meeting, beside what its attendance list gives. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import reports
from .facts import Capacity, Level, MeetingFacts, StatedFigureFact

CAPACITIES = {
    "members": Capacity.MEMBER,
    "additional_members": Capacity.BALI_PROCESS_MEMBER,
    "observers": Capacity.BALI_PROCESS_OBSERVER,
    "civil_society": Capacity.CIVIL_SOCIETY,
    "private_sector": Capacity.PRIVATE_SECTOR,
}
_OF_THE_FORUM = {Capacity.MEMBER, Capacity.BALI_PROCESS_MEMBER}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure as a source states it and as the list gives it (None: it cannot tell)."""

    stated: StatedFigureFact
    counted: int | None
    agrees: bool | None


def compared(facts: MeetingFacts) -> tuple[Comparison, ...]:
    """Return each stated figure beside the count of the same thing."""
    counts = _counts(facts)
    return tuple(_compared(figure, counts, facts) for figure in facts.stated)


def _compared(
    figure: StatedFigureFact, counts: Mapping[str, set[int]], facts: MeetingFacts
) -> Comparison:
    senses = counts.get(figure.of)
    if not senses:
        return Comparison(figure, None, None)
    # Sources count "states" with or without observers: the nearest sense is meant.
    counted = min(senses, key=lambda count: (abs(count - figure.value), count))
    return Comparison(figure, counted, _agrees(figure, counted, facts))


def _agrees(figure: StatedFigureFact, counted: int, facts: MeetingFacts) -> bool | None:
    """Whether both say the same; None where an incomplete list or "about" forbids it."""
    if facts.list_status != "complete":
        return None
    qualifier = figure.qualifier.lower()
    if not qualifier:
        return counted == figure.value
    if qualifier in {"more than", "over"}:
        return counted > figure.value
    if qualifier == "at least":
        return counted >= figure.value
    return None


def _counts(facts: MeetingFacts) -> dict[str, set[int]]:
    """Return what the list gives for each kind of figure, in each sense it may have."""
    if not facts.attendance:
        return {}
    totals = reports.totals(facts.attendance)
    groups = {group.capacity: group for group in reports.groups(facts.attendance)}
    forum = [group for capacity, group in groups.items() if capacity in _OF_THE_FORUM]
    workstreams = groups.get(Capacity.WORKSTREAM)
    hosts = workstreams.count if workstreams else 0
    ministers = len(reports.at_level(facts.attendance, Level.MINISTER))
    counts: dict[str, set[int]] = {
        "participants": set() if totals.delegates is None else {totals.delegates},
        "states": {totals.states, sum(len(group.states) for group in forum)},
        "organisations": {
            totals.organisations,
            totals.organisations - hosts,
            sum(len(group.organisations) for group in forum),
        },
        "parties": {totals.parties, totals.parties - hosts},
        "un_agencies": {totals.un_agencies},
        "ministers": {ministers} - {0},
    }
    for of, capacity in CAPACITIES.items():
        counts[of] = {groups[capacity].count if capacity in groups else 0}
    return counts
