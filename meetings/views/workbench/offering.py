"""How a difference is laid out: each change in view, the rest folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from meetings.documents.word.answers import Change
from meetings.statements.difference import Passage
from meetings.workbench import Offer, Returned

FEW = 2
"""Unchanged passages in a row that are not worth folding."""


@dataclass(frozen=True, slots=True)
class Row:
    """A passage to take over or not, or passages that are the same on both sides."""

    offer: Offer | None = None
    authors: tuple[str, ...] = ()
    """Who changed it, as far as Word kept track."""
    same: tuple[Passage, ...] = ()

    @property
    def is_folded(self) -> bool:
        return len(self.same) > FEW


def offered(returned: Returned, changes: Sequence[Change]) -> Iterator[Row]:
    """Yield the passages of a returned file in their order."""
    for differs, offers in groupby(
        returned.offers, key=lambda offer: offer.passage.differs
    ):
        if not differs:
            yield Row(same=tuple(offer.passage for offer in offers))
            continue
        for offer in offers:
            yield Row(offer, authors=_authors(offer.passage, changes))


def folded(passages: Sequence[Passage]) -> Iterator[Row | Passage]:
    """Yield the passages that differ, and between them the others together."""
    for differs, rows in groupby(passages, key=lambda row: row.differs):
        if differs:
            yield from rows
        else:
            yield Row(same=tuple(rows))


def _authors(passage: Passage, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the authors of the tracked changes whose words this passage has."""
    inserted, deleted = (
        "".join(piece.text for piece in passage.words if piece.kind == kind)
        for kind in ("inserted", "deleted")
    )
    found: dict[str, None] = {}
    for change in changes:
        words = change.text.strip()
        place = inserted if change.kind == "insertion" else deleted
        if words and words in place:
            found[change.author.strip() or "somebody"] = None
    return tuple(found)
