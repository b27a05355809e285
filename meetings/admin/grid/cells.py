"""The grid's cells: a party at a meeting. Pure: no Django, no database.

All values are text as a form has it, "" for none, so that what was typed wrongly can be
shown again as it was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

Key = tuple[int, int]
"""The keys of the party and the meeting."""

PRESENT = "present"
APOLOGIES = "apologies"
VALUES = ("level", "mode", "size", "capacity", "reason")
DIFFERS = "differs"
"""What a row shows, and posts, for a value that is not the same at all its meetings."""
MOST = 32767
"""What the record has room for as a number of delegates."""
LONGEST = 20


@dataclass(frozen=True, slots=True)
class Cell:
    presence: str
    level: str = ""
    mode: str = ""
    size: str = ""
    capacity: str = ""
    reason: str = ""

    def value(self, name: str) -> str:
        return str(getattr(self, name))


Cells = Mapping[Key, Cell]
"""Those who are on a list. A party that was absent has no cell."""


def whole(text: str) -> int | None:
    """Return a number of delegates, None if the text is none or none that fits."""
    digits = text.isascii() and text.isdecimal() and len(text) <= LONGEST
    number = int(text) if digits else None
    return number if number is None or number <= MOST else None


def tidy(name: str, value: str) -> str:
    """Return a typed value as it would be read back from the record."""
    value = " ".join(value.split())
    number = whole(value) if name == "size" else None
    return value if number is None else str(number)


def counting(cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells that a row's values speak of: the present, else the apologies."""
    listed = list(cells)
    return [cell for cell in listed if cell.presence == PRESENT] or listed


def row_values(cells: Iterable[Cell]) -> dict[str, str]:
    """Return the values of a row: one for all its meetings, or that they differ."""
    speaking = counting(cells)
    values = {}
    for name in VALUES:
        held = {cell.value(name) for cell in speaking}
        values[name] = DIFFERS if len(held) > 1 else "".join(held)
    return values


def row_of(cells: Cells, party: int) -> dict[int, Cell]:
    """Return the cells of a party by meeting."""
    return {key[1]: cell for key, cell in cells.items() if key[0] == party}


def spread(
    shown: Mapping[int, Cell], presences: Mapping[int, str], values: Mapping[str, str]
) -> dict[int, Cell]:
    """Return a party's cells after its row was edited.

    ``shown`` are the cells that the page was made from. A value holds for every meeting
    at which the party is present; one that differs leaves each cell what it had.
    """
    cells = {
        meeting: replace(shown.get(meeting, Cell(presence)), presence=presence)
        for meeting, presence in presences.items()
        if presence
    }
    given = {name: value for name, value in values.items() if value != DIFFERS}
    speaking = {id(cell) for cell in counting(cells.values())}
    return {
        meeting: replace(cell, **given) if id(cell) in speaking else cell
        for meeting, cell in cells.items()
    }
