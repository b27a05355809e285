"""What differs between two texts in light markup, passage by passage.

Pure, and for any text: nothing here raises, and 100,000 characters take a second or two
at worst. Every differing passage can be accepted or refused alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .matching import Matcher
from .passages import Chunk, chunks, is_item
from .words import Piece, word_difference

_ALIKE = 0.4  # share of words in common from which one may have become the other
_BLOCK = 40  # passages compared at once: the work grows with the square
_PAIR = 16  # steps of a matcher that comparing two passages is worth


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph or bullet: of the text before, of the text after, or of both.

    ``before`` and ``after`` are as typed, without the empty lines around them, and ""
    where the passage is not in that text. Where both are equal and the kind is "changed",
    only the empty lines that follow differ.
    """

    kind: Literal["same", "changed", "added", "removed"]
    before: str
    after: str
    words: tuple[Piece, ...]
    gaps: tuple[str, str] = ("", "")
    """What stands between this passage and the next one of the same text."""

    @property
    def differs(self) -> bool:
        return self.kind != "same"


_Row = tuple[Chunk | None, Chunk | None]


def difference(before: str, after: str) -> tuple[Passage, ...]:
    """Return the passages of both texts in one row, in the order in which they stand."""
    matcher = Matcher()
    rows = list(_rows(chunks(before), chunks(after), matcher))
    found: list[Passage] = []
    steady = True  # the passage that follows, or the end, is the same in both
    for old, new in reversed(rows):
        found.append(_passage(old, new, matcher, steady=steady))
        steady = not found[-1].differs
    return tuple(reversed(found))


def accept(before: str, passages: Sequence[Passage], accepted: Collection[int]) -> str:
    """Return ``before`` with the passages at the ``accepted`` places as they are after.

    ``passages`` are those of ``difference(before, …)``. All of them give the text after,
    none the text before, to the letter.
    """
    if not accepted:
        return before
    chosen = [
        place
        for place, passage in enumerate(passages)
        if passage.kind != ("removed" if place in accepted else "added")
    ]
    text = ""
    for place, following in pairwise([*chosen, len(passages)]):
        passage = passages[place]
        text += passage.after if _is_after(passage, place, accepted) else passage.before
        text += _gap(passages, place, following, accepted)
    return text


def likeness(one: str, other: str) -> float:
    """Return the share of words that two passages have in common; 0 if there are few."""
    return _likeness(_bag(Chunk(one, "")), _bag(Chunk(other, "")))


def _rows(old: list[Chunk], new: list[Chunk], matcher: Matcher) -> Iterator[_Row]:
    """Yield the passages side by side; None where one has no counterpart."""
    same = matcher.pairs([chunk.text for chunk in old], [chunk.text for chunk in new])
    i = j = 0
    for x, y in [*same, (len(old), len(new))]:
        yield from _counterparts(old[i:x], new[j:y], matcher)
        if x < len(old):
            yield old[x], new[y]
        i, j = x + 1, y + 1


def _counterparts(
    old: list[Chunk], new: list[Chunk], matcher: Matcher
) -> Iterator[_Row]:
    """Yield the passages of a stretch of which none is the same, alike ones in pairs."""
    while old and new and matcher.afford(_PAIR * len(old[:_BLOCK]) * len(new[:_BLOCK])):
        yield from _paired(old[:_BLOCK], new[:_BLOCK])
        old, new = old[_BLOCK:], new[_BLOCK:]
    yield from ((chunk, None) for chunk in old)
    yield from ((None, chunk) for chunk in new)


def _paired(old: list[Chunk], new: list[Chunk]) -> Iterator[_Row]:
    """Yield the pairs that are most alike in all, in order, among the others."""
    bags = [_bag(chunk) for chunk in new]
    alike = [[_likeness(bag, other) for other in bags] for bag in map(_bag, old)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        elif best[i][j] == best[i][j + 1]:
            yield None, new[j]
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1
    yield from ((chunk, None) for chunk in old[i:])
    yield from ((None, chunk) for chunk in new[j:])


_Bag = tuple[Counter[str], int]


def _bag(chunk: Chunk) -> _Bag:
    bag = Counter(re.findall(r"\w+", chunk.text.lower()))
    return bag, bag.total()


def _likeness(one: _Bag, other: _Bag) -> float:
    """Return the share of words in common; 0 if too few for one to be the other."""
    (few, less), (many, more) = sorted((one, other), key=lambda bag: bag[1])
    if not less or 2 * less < _ALIKE * (less + more):
        return 0.0
    shared = sum([min(few[word], many[word]) for word in few.keys() & many.keys()])
    share = 2 * shared / (less + more)
    return share if share >= _ALIKE else 0.0


def _passage(
    old: Chunk | None, new: Chunk | None, matcher: Matcher, *, steady: bool
) -> Passage:
    if old is None or new is None:
        if new is not None:
            only = Piece("inserted", new.text)
            return Passage("added", "", new.text, (only,), ("", new.gap))
        old = old or Chunk("", "")
        only = Piece("deleted", old.text)
        return Passage("removed", old.text, "", (only,), (old.gap, ""))
    gaps = (old.gap, new.gap)
    if old.text == new.text:
        kind: Literal["same", "changed"] = (
            "changed" if steady and old.gap != new.gap else "same"
        )
        return Passage(kind, old.text, new.text, (Piece("same", old.text),), gaps)
    told = word_difference(old.text, new.text, matcher)
    return Passage("changed", old.text, new.text, told, gaps)


def _is_after(passage: Passage, place: int, accepted: Collection[int]) -> bool:
    return passage.kind != "same" and place in accepted


def _gap(
    passages: Sequence[Passage], place: int, following: int, accepted: Collection[int]
) -> str:
    """Return what goes between two chosen passages: what one of the texts has there."""
    ends = [place] + ([following] if following < len(passages) else [])
    differing = {one in accepted for one in ends if passages[one].differs}
    between = {passage.kind for passage in passages[place + 1 : following]}
    if True not in differing and between <= {"added"}:
        return passages[place].gaps[0]
    if False not in differing and between <= {"removed"}:
        return passages[place].gaps[1]
    if following == len(passages):
        return "\n"
    items = all(is_item(_chosen(passages[one], one, accepted)) for one in ends)
    return "\n" if items else "\n\n"


def _chosen(passage: Passage, place: int, accepted: Collection[int]) -> str:
    return passage.after if place in accepted else passage.before
