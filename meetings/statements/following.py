"""A text brought up to date with its record: what nobody touched follows, nothing else.

Three texts are compared: what the record composed when the text was written, what it
composes now, and the text. The words of a person are never overwritten; the new wording
is offered beside them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .aligning import aligned
from .draft import Draft, Sentence
from .passages import chunks, is_item
from .tracing import Part, parts, successors, texts

_Key = tuple[str, int]
_IN_ONE = "attendance:counted"
"""What the sentence is about that tells of all groups, where they are not bullets."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A composed sentence that the change of the record alters.

    ``before`` is None for a new sentence, ``after`` for one that falls away. ``kept`` says
    whether ``before`` still stands in the text as composed, so that it may be replaced.
    """

    before: str | None
    after: str | None
    about: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """The text on today's record, and what changed and could not be written into it."""

    text: str
    touched: tuple[Touched, ...]
    offered: tuple[Touched, ...]


def followed(text: str, then: Draft, now: Draft) -> Followed:
    """Return the text as it would follow the record; ``touched`` tells all that moves."""
    return _Follower(text, then, now).followed()


class _Follower:
    def __init__(self, text: str, then: Draft, now: Draft) -> None:
        self._then, self._now = parts(then), parts(now)
        self._chunks = chunks(text)
        self._passages = [chunk.text for chunk in self._chunks]
        self._origins = {
            place: origin
            for origin, place in aligned(texts(self._then), self._passages)
            if place is not None and origin is not None
        }
        self._places = {origin: place for place, origin in self._origins.items()}
        self._successors = successors(self._then, self._now)
        self._restyled = _IN_ONE in _all_abouts(self._then) ^ _all_abouts(self._now)
        self._theirs = {
            self._root(sentence.about)
            for origin, old in enumerate(self._then)
            if self._is_theirs(origin)
            for sentence in old.sentences
        }
        self._touched: list[Touched] = []
        self._offered: list[Touched] = []

    def followed(self) -> Followed:
        kept = [self._follow(place) for place in range(len(self._passages))]
        self._report_left_out()
        added = self._additions()
        text = self._joined(list(self._laid_out(kept, added)))
        order = {
            sentence.text: place
            for place, sentence in enumerate(_sentences((*self._then, *self._now)))
        }

        def place_of(row: Touched) -> int:
            return order.get(row.before or row.after or "", 0)

        return Followed(
            text,
            tuple(sorted(self._touched, key=place_of)),
            tuple(sorted(self._offered, key=place_of)),
        )

    def _follow(self, place: int) -> str | None:
        """Return a passage as it shall read; None if it falls away with the record."""
        passage = self._passages[place]
        origin = self._origins.get(place)
        if origin is None:
            return passage
        old, new = self._then[origin], self._fresh(origin)
        if passage == old.text:
            moved = list(_moved(old, new, passage))
            self._touched += moved
            if self._restyled and new and new != old and self._is_dealt_with(new):
                self._offered += moved
                return passage
            return new.text if new else None
        for row in _moved(old, new, passage):
            self._touched.append(row)
            place = _at(row.before or "", passage)
            if row.kept and row.before and row.after and place >= 0:
                end = place + len(row.before)
                passage = passage[:place] + row.after + passage[end:]
            else:
                self._offered.append(row)
        return passage

    def _fresh(self, origin: int) -> Part | None:
        place = self._successors.get(origin)
        return None if place is None else self._now[place]

    def _report_left_out(self) -> None:
        """Offer what changed in passages that a person has taken out."""
        for origin, old in enumerate(self._then):
            if origin not in self._places:
                new = self._fresh(origin)
                moved = list(_moved(old, new, "")) if new else []
                self._touched += moved
                self._offered += moved

    def _additions(self) -> dict[int, list[str]]:
        """Return, by the place that they follow, new passages; -1 is before the text."""
        stems = {place: origin for origin, place in self._successors.items()}
        added: dict[int, list[str]] = {}
        last: int | None = -1
        for place, new in enumerate(self._now):
            if place in stems:
                last = self._place_after(stems[place], last, new)
                continue
            rows = [Touched(None, one.text, one.about, False) for one in new.sentences]
            self._touched += rows
            if last is None or self._is_dealt_with(new):
                self._offered += rows
            else:
                added.setdefault(last, []).append(new.text)
        return added

    def _is_theirs(self, origin: int) -> bool:
        """Whether a person has rewritten a composed passage, or taken it out."""
        place = self._places.get(origin)
        return place is None or self._passages[place] != self._then[origin].text

    def _is_dealt_with(self, new: Part) -> bool:
        """Whether a person has written in their own words what ``new`` is about."""
        return any(self._root(one.about) in self._theirs for one in new.sentences)

    def _root(self, about: str) -> str:
        # Another house style tells in one passage what were several, or the reverse.
        together = self._restyled and about.startswith("attendance")
        return "attendance" if together else about

    def _place_after(self, origin: int, last: int | None, new: Part) -> int | None:
        """Return the place in the text after which what follows ``new`` belongs."""
        if origin in self._places:
            return self._places[origin]
        # With its heading a person has taken out the section: nothing comes into it.
        return None if new.text.startswith("#") else last

    def _laid_out(
        self, kept: list[str | None], added: dict[int, list[str]]
    ) -> Iterator[tuple[str, int | None]]:
        """Yield the passages in their order, each with its place in the text before."""
        yield from ((passage, None) for passage in added.get(-1, ()))
        for place in self._order():
            passage = kept[place]
            if passage is not None:
                yield passage, place
            yield from ((new, None) for new in added.get(place, ()))

    def _order(self) -> list[int]:
        """Return the places of the text as they follow each other: as in the record, with
        a person's own words where they stood; as in the text if a person moved some."""
        places = list(range(len(self._passages)))
        origins = [self._origins[place] for place in places if place in self._origins]
        if origins != sorted(origins):
            return places
        groups: list[tuple[int, list[int]]] = [(-1, [])]
        for place in places:
            successor = self._successors.get(self._origins.get(place, -1))
            if successor is None:
                groups[-1][1].append(place)
            else:
                groups.append((successor, [place]))
        groups.sort(key=lambda group: group[0])
        return [place for _, group in groups for place in group]

    def _joined(self, laid_out: list[tuple[str, int | None]]) -> str:
        text = ""
        for (passage, place), (following, other) in pairwise([*laid_out, ("", None)]):
            text += passage
            items = (is_item(passage), is_item(following))
            if place is not None and other == place + 1 and items == self._items(place):
                text += self._chunks[place].gap
            elif following:
                text += "\n" if all(items) else "\n\n"
        return f"{text}\n"

    def _items(self, place: int) -> tuple[bool, bool]:
        return is_item(self._passages[place]), is_item(self._passages[place + 1])


def _moved(old: Part, new: Part | None, passage: str) -> Iterator[Touched]:
    """Yield the sentences of a composed passage that read otherwise today."""
    others = new.sentences if new else ()
    gone = [
        one for one in old.sentences if one.text not in {row.text for row in others}
    ]
    come = [
        one for one in others if one.text not in {row.text for row in old.sentences}
    ]
    for was, now in _paired(gone, come):
        about = (was or now or old.sentences[0]).about
        kept = was is not None and _at(was.text, passage) >= 0
        yield Touched(was.text if was else None, now.text if now else None, about, kept)


def _paired(
    gone: Sequence[Sentence], come: Sequence[Sentence]
) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Yield the sentences about the same, the first of each with the first, and so on."""
    if len(gone) == len(come) == 1:
        yield gone[0], come[0]
        return
    before, after = _keyed(gone), _keyed(come)
    for key in dict.fromkeys([*before, *after]):
        yield before.get(key), after.get(key)


def _at(sentence: str, passage: str) -> int:
    """Return where a sentence stands whole in a passage, -1 if it does not."""
    whole = rf"(?<!\S){re.escape(sentence)}(?!\S)"
    found = re.search(whole, passage)
    return found.start() if found else -1


def _keyed(sentences: Sequence[Sentence]) -> dict[_Key, Sentence]:
    """Return sentences by what they are about, numbered where several share it."""
    seen: Counter[str] = Counter()
    keyed = {}
    for sentence in sentences:
        keyed[sentence.about, seen[sentence.about]] = sentence
        seen[sentence.about] += 1
    return keyed


def _sentences(of: Sequence[Part]) -> Iterator[Sentence]:
    for part in of:
        yield from part.sentences


def _all_abouts(of: Sequence[Part]) -> set[str]:
    return {sentence.about for sentence in _sentences(of)}
