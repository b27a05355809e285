"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .matching import Matcher

_TOKEN = re.compile(
    r"\\[^\w\s]"  # an escape belongs to the sign that it makes literal
    r"|\d+(?:[.,:]\d+)*[^\W_]*"
    r"|[^\W_]+(?:[-'’][^\W_]+)*"
    r"|\*+|_+|\s+|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, of both texts or of one."""

    kind: Literal["same", "inserted", "deleted"]
    text: str


class _Edit(NamedTuple):
    """What changes, and what stays before it."""

    same: str
    deleted: str
    inserted: str

    @property
    def size(self) -> int:
        return max(len(self.deleted), len(self.inserted))


def words(text: str) -> tuple[str, ...]:
    """Return words, signs and white space as they are compared; joined they are ``text``."""
    return tuple(_TOKEN.findall(text))


def word_difference(
    before: str, after: str, matcher: Matcher | None = None
) -> tuple[Piece, ...]:
    """Return the words of both: those kept or deleted are ``before``, in order; those
    kept or inserted are ``after``.

    Spends the steps of ``matcher``, where one has to do for several comparisons.
    """
    old, new = words(before), words(after)
    matcher = matcher or Matcher()
    edits: list[_Edit] = []
    same = ""
    i = j = 0
    for x, y in [*matcher.pairs(old, new), (len(old), len(new))]:
        if (x, y) != (i, j):
            _add(edits, _Edit(same, "".join(old[i:x]), "".join(new[j:y])))
            same = ""
        same += old[x] if x < len(old) else ""
        i, j = x + 1, y + 1
    return tuple(_pieces([*edits, _Edit(same, "", "")]))


def _add(edits: list[_Edit], edit: _Edit) -> None:
    """Add an edit, joined to those before it where too little stands between.

    "the cat" to "a dog" is one change for a reader, not two around a space.
    """
    while edits and len(edit.same) <= min(edits[-1].size, edit.size):
        last, between = edits.pop(), edit.same
        edit = _Edit(
            last.same,
            last.deleted + between + edit.deleted,
            last.inserted + between + edit.inserted,
        )
    edits.append(edit)


def _pieces(edits: list[_Edit]) -> Iterator[Piece]:
    for edit in edits:
        if edit.same:
            yield Piece("same", edit.same)
        if edit.deleted:
            yield Piece("deleted", edit.deleted)
        if edit.inserted:
            yield Piece("inserted", edit.inserted)
