"""What a file proposes, before the record is asked: frozen, and kept as JSON."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Weight(StrEnum):
    """How much a note matters: a row with an error is not imported."""

    REMARK = "remark"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say of a row, in plain words."""

    weight: Weight
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list as its cells read. What is not in the file stays empty."""

    row: int
    party: str = ""
    organisation: str = ""
    person: str = ""
    written: str = ""
    """The person's name as written, should the record have it with its honorific."""
    honorific: str = ""
    title: str = ""
    role: str = ""
    level: str = ""
    presence: str = ""
    mode: str = ""
    size: int | None = None
    note: str = ""
    capacity: str = ""
    reason: str = ""
    meeting: str = ""
    day: date | None = None
    notes: tuple[Note, ...] = ()
    skipped: str = ""
    """Why the row is no entry at all: a heading within the list, a total."""
    marks: tuple[str, ...] = ()
    """Its cells in the columns of events, as written, in their order."""


@dataclass(frozen=True, slots=True)
class EventColumn:
    """A column that stands for an event: who has a mark in it attended."""

    heading: str
    counted: bool = False
    """Whether its numbers are of delegates, so that 1 is more than a tick."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of one sheet."""

    sheet: str
    heading: tuple[str, ...] = ()
    """What stands above the list, and the sheet's own title."""
    entries: tuple[Entry, ...] = ()
    unread: tuple[str, ...] = ()
    """Columns that are not read, by their headings. Their cells are not kept."""
    problem: str = ""
    """Why the sheet holds no list."""
    events: tuple[EventColumn, ...] = ()
    """The events of a sheet that has a column for each; otherwise it is of one meeting."""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """All the lists of a file."""

    listings: tuple[Listing, ...]
    remarks: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        return sum(len(listing.entries) for listing in self.listings)

    @property
    def marks(self) -> int:
        """How many cells of event columns have a mark."""
        return sum(
            sum(map(bool, entry.marks))
            for listing in self.listings
            for entry in listing.entries
        )
