"""A text beside what the record composes: which passages are the record's, and which are
a person's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .aligning import aligned
from .draft import Draft, Sentence
from .passages import Chunk, chunks, is_item


@dataclass(frozen=True, slots=True)
class Part:
    """A composed passage in light markup, and the sentences that it is made of."""

    text: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A passage of a text ("" where it has none), and the composed one that it was."""

    text: str
    part: Part | None

    @property
    def origin(self) -> Literal["composed", "edited", "own", "left out"]:
        if self.part is None:
            return "own"
        if not self.text:
            return "left out"
        return "composed" if self.text == self.part.text else "edited"


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage beside the record: whose words it is, and what is composed there today.

    ``composed`` is None where the record has nothing for it, or no longer.
    """

    traced: Traced
    composed: str | None

    @property
    def differs(self) -> bool:
        """Whether the record's wording is worth an offer."""
        return self.composed is not None and self.traced.origin in {
            "edited",
            "left out",
        }


def parts(draft: Draft) -> tuple[Part, ...]:
    """Return the passages that a draft is made of, in the order of the text."""
    found = []
    for block in draft.blocks:
        if block.kind == "bullets":
            found += [Part(f"- {one.text}", (one,)) for one in block.sentences]
        elif block.kind == "heading":
            found.append(Part(f"## {block.sentences[0].text}", block.sentences))
        else:
            told = " ".join(sentence.text for sentence in block.sentences)
            found.append(Part(told, block.sentences))
    return tuple(found)


def texts(of: Sequence[Part]) -> list[str]:
    return [part.text for part in of]


def traced(text: str, composed: Sequence[Part]) -> tuple[Traced, ...]:
    """Return the passages of ``text`` and, where they would stand, those left out."""
    passages = [chunk.text for chunk in chunks(text)]
    rows = aligned(texts(composed), passages)
    return tuple(
        Traced(
            "" if place is None else passages[place],
            None if origin is None else composed[origin],
        )
        for origin, place in rows
    )


def successors(then: Sequence[Part], now: Sequence[Part]) -> dict[int, int]:
    """Return, by the place of a composed passage, where it stands today."""
    rows = aligned(texts(then), texts(now))
    found = {x: y for x, y in rows if x is not None and y is not None}
    come = {y for _, y in rows if y is not None} - set(found.values())
    by_key: dict[tuple[str, ...], list[int]] = {}
    for place in sorted(come, reverse=True):
        by_key.setdefault(_abouts(now[place]), []).append(place)
    for place, old in enumerate(then):
        if place not in found and by_key.get(_abouts(old)):
            found[place] = by_key[_abouts(old)].pop()
    return found


def _abouts(part: Part) -> tuple[str, ...]:
    """Return what tells a passage from others: what it is about, and whether a bullet."""
    form = "- " if is_item(part.text) else ""
    return (form, *(sentence.about for sentence in part.sentences))


def beside(text: str, then: Draft, now: Draft) -> tuple[Beside, ...]:
    """Return the passages of a text that was composed ``then``, with today's wording."""
    before, after = parts(then), parts(now)
    today = {
        before[place]: after[other].text
        for place, other in successors(before, after).items()
    }
    return tuple(
        Beside(row, today.get(row.part) if row.part else None)
        for row in traced(text, before)
    )


def taken(text: str, rows: Sequence[Beside], place: int) -> str:
    """Return the text with the record's wording at a place of ``rows``."""
    kept = chunks(text)
    wording = rows[place].composed or ""
    own = sum(bool(row.traced.text) for row in rows[:place])
    if rows[place].traced.text:
        kept[own] = Chunk(wording, kept[own].gap)
    else:
        kept.insert(own, Chunk(wording, _gap(wording, kept[own:])))
        if own:
            kept[own - 1] = Chunk(
                kept[own - 1].text, _gap(kept[own - 1].text, kept[own:])
            )
    return "".join(f"{chunk.text}{chunk.gap}" for chunk in kept)


def _gap(passage: str, following: Sequence[Chunk]) -> str:
    items = bool(following) and is_item(passage) and is_item(following[0].text)
    return "\n" if items else "\n\n"
