"""What follows from the attendance list, in a sentence."""

from meetings import reports
from meetings.facts import MeetingFacts
from meetings.statements import prose


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
