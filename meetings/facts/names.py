"""Parties, people, bodies and past meetings by every name that the record knows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A state or organisation and the forms of its name."""

    name: str
    """As in lists: "Philippines"."""
    running_name: str
    """As in running text, with its article: "the Philippines"."""
    kind: str
    """One of ``meetings.models.Party.Kind``: "state", "civil_society" and so on."""
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
    """A forum, group, office or conference of the Bali Process."""

    abbreviation: str
    name: str
    short_name: str
    """What a text calls it once introduced: "Working Group"."""
    names: tuple[str, ...] = ()
    """Other names it is or was known by."""


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
