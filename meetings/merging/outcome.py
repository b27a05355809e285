"""What a merge does, in words: shown before it is confirmed, and compared when it is."""

import hashlib
import json
from dataclasses import asdict, dataclass, field

from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Row:
    """A record and what it is called, before anything moves."""

    label: str
    """app.model"""
    pk: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Move:
    """A row that points at the merged record and will point at the one kept."""

    row: Row
    how: str
    """The field by which it now points at the record kept."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which the two records say different things."""

    what: str
    kept: str
    merged: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rows of both that cannot both stay; ``choice`` says whose does, "" while open."""

    key: str
    merged: Row
    kept: tuple[Row, ...]
    differences: tuple[Difference, ...]
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the merge cannot be: something that a person has to mend first."""

    row: Row
    why: str


@dataclass(slots=True)
class Merge:
    """All that happens, or would happen, when ``merged`` becomes part of ``kept``."""

    kept: Row
    merged: Row
    moves: list[Move] = field(default_factory=list)
    dropped: list[Row] = field(default_factory=list)
    """Rows that go because another says it already."""
    conflicts: list[Conflict] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    filled: list[Difference] = field(default_factory=list)
    """Fields that were empty on the record kept."""
    left: list[Difference] = field(default_factory=list)
    """What the merged record said and nobody will say any more."""

    @property
    def open(self) -> list[Conflict]:
        return [conflict for conflict in self.conflicts if not conflict.choice]

    @property
    def ready(self) -> bool:
        return not (self.open or self.refusals)

    @property
    def fingerprint(self) -> str:
        """The same only while everything that would happen is the same."""
        told = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def by_kind(self) -> list[tuple[str, list[Move]]]:
        """The moves, together with those of the same kind of row."""
        kinds: dict[str, list[Move]] = {}
        for move in self.moves:
            kinds.setdefault(move.row.kind, []).append(move)
        return list(kinds.items())


def row_of(record: Model) -> Row:
    opts = record._meta
    return Row(opts.label_lower, record.pk, str(opts.verbose_name_plural), str(record))
