"""What a text proposes for the record: every value with the words that it came from."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from meetings.facts import BodyFact, Capacity, Level, PartyFact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text, and where they stand."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value and the words that say it."""

    value: T
    quote: Quote


@dataclass(frozen=True, slots=True)
class ChairRead:
    """A co-chairing party, and the person with the title as printed ("" if not named)."""

    party: PartyFact
    quote: Quote
    person: str = ""
    title: str = ""
    role: str = "co_chair"


@dataclass(frozen=True, slots=True)
class AttendanceRead:
    """A party that the text lists; ``quote`` is its name, ``group`` what it is listed as."""

    party: PartyFact
    capacity: Capacity
    quote: Quote
    present: bool = True
    level: Level | None = None
    group: Quote | None = None


@dataclass(frozen=True, slots=True)
class CountRead:
    """A figure in the text; ``listed`` is None where no names follow it."""

    says: int
    listed: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class SectionRead:
    heading: Quote
    text: Quote
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at: a short kind, the words and the reason."""

    kind: str
    quote: Quote
    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name as printed that the record does not know."""

    quote: Quote
    around: Quote
    """The list in which it stands."""
    state: bool = False
    """Whether it is the name of a state of the world."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that was read. What the text does not say is None or empty."""

    title: Said[str] | None = None
    ordinal: Said[int] | None = None
    bodies: tuple[Said[BodyFact], ...] = ()
    start: Said[date] | None = None
    end: Said[date] | None = None
    city: Said[str] | None = None
    country: Said[PartyFact] | None = None
    co_chairs: tuple[ChairRead, ...] = ()
    attendance: tuple[AttendanceRead, ...] = ()
    counts: tuple[CountRead, ...] = ()
    sections: tuple[SectionRead, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unknown: tuple[Unknown, ...] = ()
