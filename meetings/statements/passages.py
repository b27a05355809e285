"""A text in light markup as its passages: headings, paragraphs and bullets, as typed."""

import re
from typing import NamedTuple

_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])(?:\s|$)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")


class Chunk(NamedTuple):
    """A passage as typed, and the white space that follows it."""

    text: str
    gap: str


def chunks(text: str) -> list[Chunk]:
    """Return the passages of a text; joined, with their gaps, they are ``text``."""
    kept: list[str] = []
    before = ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if not kept or (line.strip() and _begins(line, before, kept[-1])):
            kept.append(line)
        else:
            kept[-1] += line
        before = line
    return [
        Chunk(body, chunk[len(body) :])
        if (body := chunk.rstrip())
        else Chunk(chunk, "")
        for chunk in kept
    ]


def is_item(passage: str) -> bool:
    """Whether a passage is a bullet, or an item of a numbered list."""
    return bool(_ITEM.match(passage))


def _begins(line: str, before: str, passage: str) -> bool:
    """Whether ``line`` begins a passage, and does not go on with the one before it."""
    if not passage.strip():  # empty lines at the top belong to what comes first
        return False
    if _ITEM.match(line) or _HEADING.match(line) or _HEADING.match(before):
        return True
    return not before.strip() and not (line.startswith("  ") and _ITEM.match(passage))
