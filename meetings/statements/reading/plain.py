"""A proposal as plain values, for JSON."""

from datetime import date
from typing import Any, TypeVar

from .proposal import Proposal, Said

T = TypeVar("T")


def plain(proposal: Proposal) -> dict[str, Any]:
    """Return the proposal: parties by their list names, bodies by abbreviation, ISO days."""
    return {
        "title": _value(proposal.title),
        "ordinal": _value(proposal.ordinal),
        "bodies": [said.value.abbreviation for said in proposal.bodies],
        "start": _day(proposal.start),
        "end": _day(proposal.end),
        "city": _value(proposal.city),
        "country": proposal.country.value.name if proposal.country else None,
        "co_chairs": [
            {"party": row.party.name, "person": row.person, "title": row.title}
            for row in proposal.co_chairs
        ],
        "attendance": [
            {
                "party": row.party.name,
                "capacity": row.capacity.value,
                "present": row.present,
                "level": row.level.value if row.level else None,
                "quote": row.quote.words,
            }
            for row in proposal.attendance
        ],
        "counts": [
            {"says": row.says, "listed": row.listed, "quote": row.quote.words}
            for row in proposal.counts
        ],
        "doubts": [
            {"kind": row.kind, "quote": row.quote.words, "why": row.why}
            for row in proposal.doubts
        ],
        "unknown": [
            {"words": row.quote.words, "quote": row.around.words}
            for row in proposal.unknown
        ],
    }


def _value(said: Said[T] | None) -> T | None:
    return said.value if said else None


def _day(said: Said[date] | None) -> str | None:
    return said.value.isoformat() if said else None
