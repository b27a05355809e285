"""Two people who changed the same text: what both can have, and where they are at odds."""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from meetings.statements.difference import accept, difference
from meetings.statements.words import word_difference

from .three_way import told


class Reconciled(NamedTuple):
    """A text with what both sides changed, and the passages of it where they are at odds:
    there it has the words of the one who was slower."""

    text: str
    contested: tuple[str, ...]


def reconciled(theirs: str, mine: str, base: str) -> Reconciled:
    """Return ``mine``, with what ``theirs`` made of ``base`` where mine left it."""
    if mine == base:
        return Reconciled(theirs, ())
    rows = list(difference(theirs, mine))
    taken, contested = [], []
    for place, since in enumerate(told(rows, base, str.strip)):
        row = rows[place]
        if not row.differs or since.since == "ours":
            continue
        taken.append(place)
        if since.since == "both":
            both = together(since.sent, row.before, row.after)
            rows[place] = replace(row, after=both or row.after)
            contested += [] if both else [row.after or row.before]
    return Reconciled(accept(theirs, rows, taken), tuple(contested))


def together(base: str, ours: str, theirs: str) -> str:
    """Return a passage with what both sides changed in it, "" where they are at odds."""
    if not (base and ours and theirs):
        return ""
    every = sorted({*_edits(base, ours), *_edits(base, theirs)})
    if any(later.start <= earlier.end for earlier, later in pairwise(every)):
        return ""
    text, end = "", 0
    for edit in every:
        text += base[end : edit.start] + edit.words
        end = edit.end
    return text + base[end:]


class _Edit(NamedTuple):
    """Words in the place of others, and where those stood."""

    start: int
    end: int
    words: str


def _edits(before: str, after: str) -> list[_Edit]:
    found: list[_Edit] = []
    place = 0
    for piece in word_difference(before, after):
        if piece.kind == "inserted":
            replaced = found and found[-1].end == place
            start = found.pop().start if replaced else place
            found.append(_Edit(start, place, piece.text))
            continue
        if piece.kind == "deleted":
            found.append(_Edit(place, place + len(piece.text), ""))
        place += len(piece.text)
    return found
