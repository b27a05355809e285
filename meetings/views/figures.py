"""What follows from the attendance list, beside what sources state of the meeting."""

from dataclasses import dataclass

from meetings import reports
from meetings.facts import Capacity, Level, MeetingFacts, StatedFigureFact
from meetings.statements import prose

CAPACITIES = {
    "members": Capacity.MEMBER,
    "additional_members": Capacity.BALI_PROCESS_MEMBER,
    "observers": Capacity.BALI_PROCESS_OBSERVER,
    "civil_society": Capacity.CIVIL_SOCIETY,
    "private_sector": Capacity.PRIVATE_SECTOR,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure as a source states it and as the list gives it (None: it cannot tell)."""

    stated: StatedFigureFact
    counted: int | None
    agrees: bool | None


def compared(facts: MeetingFacts) -> tuple[Comparison, ...]:
    counts = _counts(facts)
    return tuple(
        Comparison(figure, counts.get(figure.of), _agrees(figure, counts, facts))
        for figure in facts.stated
    )


def _agrees(figure: StatedFigureFact, counts: dict, facts: MeetingFacts) -> bool | None:
    """Whether both say the same; None where an incomplete list or "about" forbids it."""
    counted = counts.get(figure.of)
    if counted is None or facts.list_status != "complete":
        return None
    qualifier = figure.qualifier.lower()
    if not qualifier:
        return counted == figure.value
    if qualifier in {"more than", "over"}:
        return counted > figure.value
    if qualifier == "at least":
        return counted >= figure.value
    return None


def _counts(facts: MeetingFacts) -> dict[str, int | None]:
    if not facts.attendance:
        return {}
    totals = reports.totals(facts.attendance)
    present = {
        group.capacity: group.count for group in reports.groups(facts.attendance)
    }
    return {
        "participants": totals.delegates,
        "states": totals.states,
        "organisations": totals.organisations,
        "parties": totals.parties,
        "un_agencies": totals.un_agencies,
        "ministers": len(reports.at_level(facts.attendance, Level.MINISTER)) or None,
    } | {of: present.get(capacity, 0) for of, capacity in CAPACITIES.items()}


def sentence(facts: MeetingFacts) -> str:
    """Return "Counted from the list: 22 states and 14 organisations, …"; "" without one."""
    if not facts.present:
        return ""
    totals = reports.totals(facts.attendance)
    parts = [
        _count(totals.states, "state", "states"),
        _count(totals.organisations, "organisation", "organisations"),
    ]
    told = prose.listing([part for part in parts if part])
    agencies = _count(totals.un_agencies, "UN agency", "UN agencies")
    return f"{told}, among them {agencies}" if agencies else told


def _count(number: int, singular: str, plural: str) -> str:
    if not number:
        return ""
    return prose.count(number, singular, plural, words_below_ten=True)
