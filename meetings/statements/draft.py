"""A composed statement as a value: blocks of sentences, and its light markup."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words in light markup, and the part of the record that they come from."""

    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (of one sentence), a paragraph, or bullets (one sentence each)."""

    kind: Literal["heading", "paragraph", "bullets"]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed statement: its head, its blocks, and what the record lacks for it."""

    bodies: tuple[str, ...]
    title: str
    subtitle: str
    dateline: str
    blocks: tuple[Block, ...]
    gaps: tuple[str, ...] = ()


def markup(draft: Draft) -> str:
    """Return the draft's blocks as light markup, the form in which revisions keep text."""
    return "\n\n".join(_marked_up(block) for block in draft.blocks) + "\n"


def _marked_up(block: Block) -> str:
    if block.kind == "heading":
        return f"## {block.sentences[0].text}"
    if block.kind == "bullets":
        return "\n".join(f"- {sentence.text}" for sentence in block.sentences)
    return " ".join(sentence.text for sentence in block.sentences)
