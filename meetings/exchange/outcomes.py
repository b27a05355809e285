"""What an import would do, row by row, as the preview shows it and confirmation checks it."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from meetings.models import Meeting, Party

from .proposals import Note, Weight
from .targets import Target

ADDED = {
    "attendance": "attendance",
    "person": "people",
    "delegate": "delegates",
    "partyalias": "names of parties",
}


class Status(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    QUESTION = "question"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after, in the words of the record."""

    what: str
    old: str
    new: str
    added: bool = False
    """Whether it is of a record that was not there before."""


@dataclass(slots=True)
class Outcome:
    """What becomes of one row of the file."""

    sheet: str
    row: int
    status: Status = Status.UNCHANGED
    meeting: str = ""
    party: str = ""
    person: str = ""
    changes: list[Change] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def is_warned(self) -> bool:
        return any(note.weight is Weight.WARNING for note in self.notes)

    def say(self, weight: Weight, words: str) -> None:
        self.notes.append(Note(weight, words))

    def end(self, status: Status, weight: Weight, words: str) -> None:
        self.status = status
        self.say(weight, words)

    def made(self, *changes: Change) -> None:
        """Add what is made or changed. Who changes anything is to be looked at closely."""
        self.changes += changes
        if self.changes:
            only_added = all(change.added for change in self.changes)
            self.status = Status.NEW if only_added else Status.CHANGED


@dataclass(slots=True)
class AttendanceWrite:
    """An attendance to make, or to change where it has a key."""

    meeting: Meeting
    party: Party
    pk: int | None
    values: dict[str, object]


@dataclass(slots=True)
class PersonWrite:
    """A person to make, whom the record does not know yet."""

    party: Party
    name: str
    honorific: str
    sources: str
    notes: str


@dataclass(slots=True)
class DelegateWrite:
    """A delegate to make, or to change where it has a key."""

    attendance: tuple[int, int]
    """Keys of the meeting and the party."""
    person: int | tuple[int, str]
    """The person's key, or that of the ``PersonWrite`` which makes the person."""
    pk: int | None
    role: str


@dataclass(slots=True)
class Writes:
    """Everything to save, by keys that do not depend on the order of the rows."""

    attendances: dict[tuple[int, int], AttendanceWrite] = field(default_factory=dict)
    people: dict[tuple[int, str], PersonWrite] = field(default_factory=dict)
    delegates: list[DelegateWrite] = field(default_factory=list)
    aliases: dict[str, Party] = field(default_factory=dict)

    def not_allowed(self, user) -> list[str]:
        """Return what the import would add that ``user`` may not add by hand either."""
        made = {
            "attendance": any(not each.pk for each in self.attendances.values()),
            "person": self.people,
            "delegate": any(not each.pk for each in self.delegates),
            "partyalias": self.aliases,
        }
        return [
            ADDED[name]
            for name, some in made.items()
            if some and not user.has_perm(f"meetings.add_{name}")
        ]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no party has: whoever imports it is asked."""

    name: str
    rows: int
    where: str
    perhaps: tuple[Party, ...]
    answer: str = ""
    remember: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """For which meeting a sheet is read."""

    index: int
    title: str
    rows: int
    target: Target
    asks: bool
    """Whether the sheet has rows whose meeting nobody knows."""
    unread: tuple[str, ...] = ()
    problem: str = ""
    remarks: tuple[str, ...] = ()
    columns: tuple["ColumnPlan", ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column of an event in a sheet that has several."""

    index: int
    title: str
    rows: int
    """How many of its cells are marked."""
    target: Target

    @property
    def asks(self) -> bool:
        return bool(self.rows) and self.target.meeting is None and not self.target.out


@dataclass(frozen=True, slots=True)
class Missing:
    """Parties on record that the file does not list. They stay."""

    meeting: Meeting
    parties: tuple[str, ...]


@dataclass(slots=True)
class Plan:
    """The whole of what an import would do to the record as it is now."""

    outcomes: list[Outcome]
    sheets: list[SheetPlan]
    unknown: list[Unknown]
    missing: list[Missing]
    writes: Writes
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter:
        return Counter(outcome.status for outcome in self.outcomes)

    @property
    def warnings(self) -> int:
        return sum(outcome.is_warned for outcome in self.outcomes)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to ask and there is something to save."""
        counts = self.counts
        return not counts[Status.QUESTION] and bool(
            counts[Status.NEW] or counts[Status.CHANGED] or self.writes.aliases
        )

    def as_json(self) -> list[dict]:
        return msgspec.to_builtins(self.outcomes)

    def fingerprint(self) -> str:
        """Return what confirms that nobody confirms anything but what was seen."""
        return fingerprint(self.as_json(), self.aliases())

    def aliases(self) -> list[str]:
        return sorted(
            f"{name} = {party.pk}" for name, party in self.writes.aliases.items()
        )


def fingerprint(*shown) -> str:
    """Return a digest that is the same only while all that is shown is the same."""
    text = json.dumps(shown, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
