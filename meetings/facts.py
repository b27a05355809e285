"""All that a document may say, as frozen values. No Django, no database.

The facts are what prose is composed from, what a text is checked against, what a
revision keeps beside its text and what a PDF carries as JSON. Days are calendar days at
the venue; periods include both ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Capacity(StrEnum):
    """In what quality a party attends, in the order in which statements list them."""

    MEMBER = "member"
    BALI_PROCESS_MEMBER = "bali_process_member"
    BALI_PROCESS_OBSERVER = "bali_process_observer"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE_SECTOR = "private_sector"
    ACADEMIC = "academic"
    REGIONAL_FORUM = "regional_forum"
    WORKSTREAM = "workstream"
    OTHER = "other"


class Level(StrEnum):
    """Level of representation, highest first."""

    MINISTER = "minister"
    SENIOR_OFFICIAL = "senior official"
    OFFICIAL = "official"
    EXPERT = "expert"


class HouseStyle(StrEnum):
    """How a statement writes its attendance."""

    PARAGRAPH = "paragraph"
    """One paragraph; counts in words below ten; abbreviations in square brackets."""
    BULLETS = "bullets"
    """Bullets; counts in figures; abbreviations in round brackets."""


class NameForm(StrEnum):
    """By which names a statement lists the states that took part."""

    EVERYDAY = "everyday"
    """ "Thailand", "the Philippines", "Viet Nam"."""
    FORMAL = "formal"
    """ "the Kingdom of Thailand", "the Republic of the Philippines"; everyday names
    everywhere else."""


class ParticipantAnnex(StrEnum):
    """What a statement carries as its list of participants."""

    NONE = "none"
    DELEGATIONS = "delegations"
    """States and organisations."""
    NAMED = "named"
    """With the names of their delegates, for those who may log in; the public reads the
    states and organisations."""


BALI_PROCESS = "BP"
"""The abbreviation under which the forum itself is recorded as a body."""

_BY_KIND = {
    "civil_society": Capacity.CIVIL_SOCIETY,
    "private_sector": Capacity.PRIVATE_SECTOR,
    "academic": Capacity.ACADEMIC,
    "regional_forum": Capacity.REGIONAL_FORUM,
    "workstream": Capacity.WORKSTREAM,
}


def derive_capacity(
    *, kind: str, statuses: Iterable[tuple[str, str]], convening: frozenset[str]
) -> Capacity:
    """Return the capacity in which a party attends. The one rule, used everywhere.

    ``statuses`` are the (body, "member" or "observer") pairs of the party in force on the
    meeting's first day; ``convening`` the bodies that convene or co-host the meeting and
    those whose members they share. "BP" is the Bali Process itself.

    Member of a convening body; else member of the Bali Process, who attends as an
    observer; else Bali Process observer; else by the kind of party.
    Source: the groups of the November 2024 and December 2025 co-chair statements.
    """
    held = frozenset(statuses)
    if any((body, "member") in held for body in convening):
        return Capacity.MEMBER
    if (BALI_PROCESS, "member") in held:
        return Capacity.BALI_PROCESS_MEMBER
    if (BALI_PROCESS, "observer") in held:
        return Capacity.BALI_PROCESS_OBSERVER
    return _BY_KIND.get(kind, Capacity.OTHER)


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A state or organisation and the forms of its name."""

    name: str
    running_name: str
    kind: str
    sort_key: str
    abbreviation: str = ""
    formal_name: str = ""
    adjective: str = ""
    un_system: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        return self.kind == "state"

    @property
    def order(self) -> tuple[bool, str]:
        """States first, then organisations, each by sort key."""
        return (not self.is_state, self.sort_key)


@dataclass(frozen=True, slots=True)
class PersonFact:
    """An official with the title held on the day ("" when none is recorded)."""

    name: str
    party: PartyFact
    honorific: str = ""
    title: str = ""
    unit: str = ""
    ministry: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyFact:
    abbreviation: str
    name: str
    short_name: str
    names: tuple[str, ...] = ()
    """Other names it is or was known by."""


@dataclass(frozen=True, slots=True)
class ConveningFact:
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
class PlanItemFact:
    """An action item of a plan that a session or outcome advanced."""

    plan: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    kind: str
    text: str
    asked_of: tuple[PartyFact, ...] = ()
    due_on: date | None = None
    items: tuple[PlanItemFact, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionFact:
    title: str
    kind: str
    topics: str = ""
    summary: str = ""
    contributions: tuple[ContributionFact, ...] = ()
    items: tuple[PlanItemFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A work plan and its years; ``strategy`` is the strategy it serves, if recorded."""

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
    """One meeting. ``starts_on`` is None only for one not yet dated."""

    slug: str
    title: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    precision: str = "day"
    status: str = "held"
    series: str = ""
    number: int | None = None
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


@dataclass(frozen=True, slots=True)
class AppointmentFact:
    """A title held for a period, both days inclusive; either end may be open."""

    title: str
    unit: str = ""
    ministry: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OfficialFact:
    """A person with all spellings of the name and every title held."""

    name: str
    party: PartyFact
    honorific: str = ""
    aliases: tuple[str, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldFact:
    """What a text may tell in passing of a meeting that it does not cover.

    ``bodies`` are the abbreviations of those that convened it.
    """

    slug: str
    title: str
    kind: str
    number: int | None
    bodies: frozenset[str]
    starts_on: date
    ends_on: date
    precision: str
    city: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name that the record knows, with its spellings: what texts are read by."""

    parties: tuple[PartyFact, ...] = ()
    bodies: tuple[BodyFact, ...] = ()
    officials: tuple[OfficialFact, ...] = ()
    held: tuple[HeldFact, ...] = ()
    """The meetings that delegates may know of."""


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What a statement is written from.

    ``meetings`` are those it covers, in order of their days; ``week`` all meetings of
    their gathering, themselves included (empty without one).
    """

    slug: str
    style: HouseStyle
    forum: BodyFact
    meetings: tuple[MeetingFacts, ...]
    week: tuple[MeetingFacts, ...] = ()
    host: PartyFact | None = None
    published: bool = False
    names: NameForm = NameForm.EVERYDAY
    annex: ParticipantAnnex = ParticipantAnnex.NONE
