"""A meeting and all that hangs on it; several of them are a joint week."""

from dataclasses import dataclass
from datetime import date

from .capacities import Capacity, Level
from .names import BodyFact, PartyFact, PersonFact


@dataclass(frozen=True, slots=True)
class ConveningFact:
    """A body's part in a meeting. Its members attend as members in either role."""

    body: BodyFact
    convenes: bool
    """False for a co-host, for whom a statement does not speak."""


@dataclass(frozen=True, slots=True)
class ChairFact:
    """A party that chairs a body on the meeting's first day, and who does it."""

    body: str
    role: str
    party: PartyFact
    person: PersonFact | None = None


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """A party at a meeting. ``capacity`` is derived unless ``override_reason`` is set."""

    party: PartyFact
    capacity: Capacity
    present: bool = True
    level: Level | None = None
    mode: str = ""
    delegation_size: int | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegateFact:
    """A named person of a delegation. In no document that the public may read."""

    person: PersonFact
    role: str = ""
    """ "head", "alternate" or "adviser"; "" for a delegate."""


@dataclass(frozen=True, slots=True)
class PlanItemFact:
    """An action item of a plan that a session or outcome advanced."""

    plan: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class ContributionFact:
    """Who did what in a session: a person, else a party, else a group of delegates."""

    role: str
    party: PartyFact | None = None
    person: PersonFact | None = None
    group: str = ""
    unit: str = ""
    as_role: str = ""
    as_body: BodyFact | None = None


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """What the meeting endorsed, agreed, noted or asked for."""

    kind: str
    text: str
    """As it follows the verb: "the Forward Work Plan"."""
    asked_of: tuple[PartyFact, ...] = ()
    due_on: date | None = None
    items: tuple[PlanItemFact, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A part of the agenda; ``items`` are those of plans that it advanced."""

    title: str
    kind: str
    topics: str = ""
    """What it dealt with, as it follows the word "on"."""
    summary: str = ""
    """Whole sentences, as they may stand in a statement."""
    contributions: tuple[ContributionFact, ...] = ()
    items: tuple[PlanItemFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A work plan and its years, both inclusive; ``strategy`` is the one it serves."""

    title: str
    body: str
    since_year: int
    until_year: int | None = None
    strategy: str = ""


@dataclass(frozen=True, slots=True)
class StatedFigureFact:
    """What a source states of a meeting, beside what the record counts."""

    of: str
    label: str
    value: int
    qualifier: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting. ``starts_on`` and ``ends_on`` are None only for one not yet dated."""

    slug: str
    title: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    precision: str = "day"
    """ "day", or "month" or "year" where the source gives no more: then the first day
    of that period stands for it."""
    status: str = "held"
    series: str = ""
    number: int | None = None
    """In its series, as the source counts."""
    theme: str = ""
    summary: str = ""
    city: str = ""
    country: PartyFact | None = None
    format: str = ""
    convenings: tuple[ConveningFact, ...] = ()
    chairs: tuple[ChairFact, ...] = ()
    attendance: tuple[AttendanceFact, ...] = ()
    list_status: str = "complete"
    """complete, partial, none (published) or withheld (from whoever asked)."""
    sessions: tuple[SessionFact, ...] = ()
    outcomes: tuple[OutcomeFact, ...] = ()
    endorsed: tuple[PlanFact, ...] = ()
    """Plans endorsed at this meeting."""
    plans: tuple[PlanFact, ...] = ()
    """Plans of the convening bodies in force on the first day."""
    stated: tuple[StatedFigureFact, ...] = ()
    sources: tuple[str, ...] = ()
    unverified: bool = False

    @property
    def present(self) -> tuple[AttendanceFact, ...]:
        return tuple(row for row in self.attendance if row.present)


@dataclass(frozen=True, slots=True)
class GatheringFacts:
    """A joint week and all its meetings, in order of their days."""

    slug: str
    title: str
    meetings: tuple[MeetingFacts, ...]
    host: PartyFact | None = None
    theme: str = ""
