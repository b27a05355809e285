"""What may follow a statement: who took part, what its abbreviations stand for, the agenda.

Each is of the facts alone and is left out unless somebody asks for it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from meetings.facts import (
    BALI_PROCESS,
    ContributionFact,
    DelegateFact,
    Level,
    PartyFact,
    SessionFact,
    StatementFacts,
)
from meetings.reports import groups, union

from .compose import bodies_of, parties_of

_ROLES = {
    "head": "head of delegation",
    "alternate": "alternate",
    "adviser": "adviser",
}


class Annex(StrEnum):
    """The annexes, in the order in which they follow the text."""

    PARTICIPANTS = "participants"
    ACRONYMS = "acronyms"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class Item:
    """A session of the agenda; ``who`` took part in it, each as "Ms A, Australia"."""

    title: str
    kind: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one meeting, in order."""

    meeting: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """A party present, and its people as "Ms A, Director (head)" where they are told."""

    party: PartyFact
    level: Level | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegations:
    """Those present in one capacity; ``count`` is of delegations."""

    label: str
    count: int
    rows: tuple[Delegation, ...]


Delegates = Mapping[str, tuple[DelegateFact, ...]]
"""Named delegates by the name of their party."""


@dataclass(frozen=True, slots=True)
class Annexes:
    """The annexes asked for; None for each of the others."""

    participants: tuple[Delegations, ...] | None = None
    acronyms: tuple[tuple[str, str], ...] | None = None
    agenda: tuple[Agenda, ...] | None = None

    @property
    def names_people(self) -> bool:
        listed = self.participants or ()
        return any(row.people for group in listed for row in group.rows)


def annexes(
    facts: StatementFacts,
    text: str,
    asked: frozenset[Annex],
    delegates: Delegates | None = None,
) -> Annexes:
    """Return the annexes ``asked`` for of a statement that reads ``text``."""
    return Annexes(
        participants=participants(facts, delegates)
        if Annex.PARTICIPANTS in asked
        else None,
        acronyms=acronyms(facts, text) if Annex.ACRONYMS in asked else None,
        agenda=agenda(facts) if Annex.AGENDA in asked else None,
    )


def participants(
    facts: StatementFacts, delegates: Delegates | None = None
) -> tuple[Delegations, ...]:
    """Return the delegations at any of the meetings covered, by capacity."""
    people = delegates or {}
    return tuple(
        Delegations(
            group.label,
            group.count,
            tuple(
                Delegation(
                    row.party,
                    row.level,
                    tuple(map(_delegate, people.get(row.party.name, ()))),
                )
                for row in group.rows
            ),
        )
        for group in groups(union(facts.meetings))
    )


def _delegate(row: DelegateFact) -> str:
    person = row.person
    name = f"{person.honorific} {person.name}".strip()
    told = ", ".join(filter(None, (name, person.title, person.unit, person.ministry)))
    return f"{told} ({_ROLES[row.role]})" if row.role else told


def acronyms(facts: StatementFacts, text: str) -> tuple[tuple[str, str], ...]:
    """Return the abbreviations that the text uses and what each stands for, by letter.

    An abbreviation that is the whole name, as a brand is, explains nothing and is left out.
    """
    known = {
        party.abbreviation: party.name
        for party in parties_of(facts)
        if party.abbreviation and not party.is_state
    }
    # A body's own name tells more than that of the party that it attends as elsewhere.
    known |= {body.abbreviation: body.name for body in (facts.forum, *bodies_of(facts))}
    if facts.forum.abbreviation == BALI_PROCESS:
        known.pop(BALI_PROCESS, None)  # it goes by its short name
    used = [
        (short, name)
        for short, name in known.items()
        if short and short != name and _occurs(short, text)
    ]
    return tuple(sorted(used, key=lambda row: (row[0].casefold(), row[0])))


def _occurs(short: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text))


def agenda(facts: StatementFacts) -> tuple[Agenda, ...]:
    """Return the agenda of each meeting whose sessions are recorded."""
    return tuple(
        Agenda(meeting.title, tuple(map(_item, meeting.sessions)))
        for meeting in facts.meetings
        if meeting.sessions
    )


def _item(held: SessionFact) -> Item:
    kind = held.kind.replace("_", " ").capitalize()
    who = dict.fromkeys(_who(held.contributions))  # each once
    return Item(held.title, kind, tuple(who))


def _who(rows: tuple[ContributionFact, ...]) -> Iterator[str]:
    for row in rows:
        party = row.party or (row.person.party if row.person else None)
        names = [party.name] if party else []
        if row.person:
            names.insert(0, f"{row.person.honorific} {row.person.name}".strip())
        told = ", ".join(names) or row.group.replace("_", " ").capitalize()
        if told:
            yield f"{told} (moderator)" if row.role == "moderator" else told
