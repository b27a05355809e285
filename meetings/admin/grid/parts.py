"""The parts of the grid's table, ready for the template."""

from dataclasses import dataclass, field

from meetings.models import Meeting

from .cells import Key


@dataclass(slots=True)
class Column:
    meeting: Meeting
    name: str
    label: str
    """Its bodies and its day: short enough to tell cells apart."""
    present: int
    apologies: int
    grid: str
    """The address of the meeting's own grid, "" on that grid itself."""


@dataclass(slots=True)
class Box:
    """A cell to fill in."""

    key: Key
    name: str
    label: str
    choices: list[tuple[str, str]]
    value: str
    proposed: bool
    error: str
    dispute: dict | None = None


@dataclass(slots=True)
class Value:
    """A value of a row."""

    name: str
    label: str
    value: str
    choices: list[tuple[str, str]]
    error: str
    by_event: str = ""


@dataclass(slots=True)
class Row:
    party: int
    name: str
    title: str
    """What else there is to know of the party's capacity."""
    boxes: list[Box]
    values: dict[str, Value]
    errors: list[str] = field(default_factory=list)
    open: bool = False
