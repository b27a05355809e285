"""True texts, and the errors that are planted in them, one at a time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from meetings.facts import Capacity, StatementFacts, Vocabulary
from meetings.reports import union
from meetings.statements.prose import bare


@dataclass(frozen=True, slots=True)
class Truth:
    """A text without an error, and the facts that it is true of."""

    name: str
    text: str
    facts: StatementFacts
    vocabulary: Vocabulary

    @property
    def whole(self) -> bool:
        """Whether the record says who was not there."""
        meetings = [row for row in self.facts.meetings if row.kind != "site_visit"]
        return all(row.list_status == "complete" and row.attendance for row in meetings)

    def present(self, *capacities: Capacity) -> list[str]:
        return [
            bare(row.party.running_name)
            for row in union(self.facts.meetings)
            if row.present and (not capacities or row.capacity in capacities)
        ]

    def absent_states(self) -> list[str]:
        known = {row.party.name for row in union(self.facts.meetings)}
        week = {row.party.name for held in self.facts.week for row in held.attendance}
        speakers = {
            row.party.name
            for held in (*self.facts.week, *self.facts.meetings)
            for session in held.sessions
            for row in session.contributions
            if row.party
        }
        return [
            party.name
            for party in self.vocabulary.parties
            if party.is_state
            and party.name not in known | week | speakers
            and party.name not in self.text
            and "(" not in party.name
        ]


@dataclass(frozen=True, slots=True)
class Planted:
    kind: str
    name: str
    text: str
    was: str
    now: str


Planter = Callable[[Truth], Iterator[tuple[str, int, int, str]]]


_PLANTERS: list[Planter] = []


def planter(plant: Planter) -> Planter:
    _PLANTERS.append(plant)
    return plant


def planted(truth: Truth) -> Iterator[Planted]:
    """Yield the text with each error that can be planted in it."""
    for plant in _PLANTERS:
        for kind, start, end, now in plant(truth):
            was = truth.text[start:end]
            if was != now:
                text = f"{truth.text[:start]}{now}{truth.text[end:]}"
                yield Planted(kind, truth.name, text, was, now)


def name_pattern(truth: Truth) -> str:
    names: set[str] = set()
    for party in truth.vocabulary.parties:
        names |= {
            party.name,
            bare(party.running_name),
            party.abbreviation,
            *party.aliases,
        }
    ordered = sorted(filter(None, names), key=len, reverse=True)
    return "|".join(
        re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in ordered
    )
