"""A text beside what the record composes: which passages are the record's, and which are
a person's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .aligning import aligned
from .difference import chunks
from .draft import Draft, Sentence


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


def traced(text: str, composed: Sequence[Part]) -> tuple[Traced, ...]:
    """Return the passages of ``text`` and, where they would stand, those left out."""
    passages = [chunk.text for chunk in chunks(text)]
    rows = aligned([part.text for part in composed], passages)
    return tuple(
        Traced(
            "" if place is None else passages[place],
            None if origin is None else composed[origin],
        )
        for origin, place in rows
    )
