"""What a mark in the column of an event means: a tick, apologies, a number, a level.

Secretariats write "x", "2", "SOM", "apologies", "yes (online)" and "3 – senior officials"
into the same column. An empty cell is no mark and is never asked about.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import cells
from .text import fold

PARTS = re.compile(r"\s*[,;/+()\[\]:]+\s*|\s+[-–—]\s+|\s+and\s+", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,6}")
SHOWN = 60
UNCERTAIN = {"a": "apologies or absent", "r": "regrets or registered"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What one cell says of a party at an event; "" and None where it says nothing."""

    presence: str
    level: str = ""
    mode: str = ""
    size: int | None = None


@lru_cache(4096)  # a table of marks holds few different ones
def mark(text: str, counted: bool = False) -> Mark:
    """Return what a cell says of a party at an event.

    In a ``counted`` column 1 is one delegate; elsewhere it is a tick like any other.

    Raises: DoubtError if any part of it is not understood, or parts contradict.
    """
    if found := _one(text, counted):
        return found
    parts = [part for part in PARTS.split(text) if part]
    found = [_one(part, counted) for part in parts] if len(parts) > 1 else []
    if not found or not all(found):
        raise cells.DoubtError(_unknown(text))
    return _joined(text, found)


def is_mark(text: str) -> bool:
    """Whether a cell is a mark, if perhaps one to ask about."""
    if fold(text) in UNCERTAIN or fold(text) in cells.FILLERS or text.startswith("#"):
        return True
    try:
        return bool(mark(text))
    except cells.DoubtError:
        return False


def is_number(text: str) -> bool:
    return bool(NUMBER.fullmatch(text))


def _one(text: str, counted: bool) -> Mark | None:
    if is_number(text):
        return _number(text, counted)
    for reader, name in ((cells.level, "level"), (cells.mode, "mode")):
        if value := _tried(reader, text):
            return Mark(cells.PRESENT, **{name: value})
    if size := _tried(cells.size, text):
        return Mark(cells.PRESENT, size=size)
    # Brackets are taken apart first, and "-1" is no tick for want of its sign.
    if "(" in text or fold(text).isdecimal():
        return None
    said = _tried(cells.presence, text)
    return Mark(said) if said else None


def _tried(reader, text: str):
    try:
        return reader(text)
    except cells.DoubtError:
        return None


def _number(text: str, counted: bool) -> Mark:
    number = cells.size(text)
    if number == 0:
        return Mark(cells.ABSENT)
    if number == 1 and not counted:
        return Mark(cells.PRESENT)
    return Mark(cells.PRESENT, size=number)


def _unknown(text: str) -> str:
    if either := UNCERTAIN.get(fold(text)):
        return f"“{text}” may be {either}: write it out"
    return (
        f"“{text[:SHOWN]}” is no mark that is known: write x, apologies, absent, a level, "
        "online or a number of delegates"
    )


def _joined(text: str, parts: list[Mark]) -> Mark:
    """Return what all parts of a cell say together: "apologies" with "minister", say."""
    values: dict[str, object] = {}
    for name in ("level", "mode", "size"):
        said = {value for part in parts if (value := getattr(part, name))}
        if len(said) > 1:
            raise cells.DoubtError(f"“{text[:SHOWN]}” says two things at once")
        values[name] = said.pop() if said else (None if name == "size" else "")
    plain = {part.presence for part in parts if part == Mark(part.presence)}
    if len(plain) > 1 or (cells.ABSENT in plain and len(parts) > 1):
        raise cells.DoubtError(f"“{text[:SHOWN]}” says two things at once")
    return Mark(plain.pop() if plain else cells.PRESENT, **values)


def together(marks: list[Mark]) -> Mark:
    """Return the mark of a party at one meeting that has a column for each of its days."""
    order = (cells.PRESENT, cells.APOLOGIES, cells.ABSENT)
    presence = min((each.presence for each in marks), key=order.index)
    sizes = [each.size for each in marks if each.size is not None]
    return Mark(
        presence,
        level=next((each.level for each in marks if each.level), ""),
        mode=next((each.mode for each in marks if each.mode), ""),
        size=max(sizes, default=None),
    )
