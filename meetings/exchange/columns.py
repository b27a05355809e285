"""The columns of a sheet that stand for events, one column each, with a mark per party."""

import re
from collections.abc import Callable, Iterator, Sequence

from .asides import is_total
from .cells import DAY_PATTERNS, MONTH
from .files import Line
from .headings import LOOKED_AT, Field, Header, cell_of
from .marks import is_mark, is_number
from .proposals import EventColumn
from .text import fold

IsEvent = Callable[[str], bool]
"""Whether the words above a column may name an event."""

EVENTS = frozenset(
    (
        "meeting", "meetings", "event", "events", "conference", "workshop", "roundtable",
        "dialogue", "forum", "training", "consultation", "consultations", "plenary",
        "visit", "visits", "seminar", "symposium", "exercise", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
        "wed", "thu", "thurs", "fri", "sat", "sun",
    )
)  # fmt: skip
DAY = re.compile(
    rf"\bday \d|\b\d{{1,2}}(st|nd|rd|th)? ({MONTH})\b|\b({MONTH}) \d{{1,2}}\b"
)
SHOWN = 80
MOST_OF_MARK = 200


def names_event(heading: str) -> bool:
    """Whether a heading speaks of an event, whichever it is."""
    folded = fold(heading)
    return (
        not EVENTS.isdisjoint(folded.split())
        or bool(DAY.search(folded))
        or any(pattern.search(heading) for pattern in DAY_PATTERNS)
    )


def event_columns(
    lines: Sequence[Line], at: int, header: Header, is_event: IsEvent
) -> dict[int, EventColumn]:
    """Return the columns of events below the headings in line ``at``, by their place."""
    return {
        index: EventColumn(
            heading, any(is_number(each) and int(each) > 1 for each in values)
        )
        for index, heading, values in _unread(lines, at, header)
        if _is_marked(values) and is_event(heading)
    }


def unnamed(lines: Sequence[Line], at: int, header: Header) -> list[str]:
    """Return the headings of columns that hold marks, and not merely numbers."""
    return [
        heading
        for _, heading, values in _unread(lines, at, header)
        if _is_marked(values) and not all(map(is_number, values))
    ]


def unmarked(
    lines: Sequence[Line], at: int, header: Header, is_event: IsEvent
) -> list[str]:
    """Return the headings that name events above cells that are no marks."""
    return [
        heading
        for _, heading, values in _unread(lines, at, header)
        if is_event(heading) and not _is_marked(values)
    ]


def _is_marked(values: Sequence[str]) -> bool:
    return 2 * sum(map(is_mark, values)) >= len(values)


def _unread(
    lines: Sequence[Line], at: int, header: Header
) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the columns that hold something nobody has read yet."""
    width = max((len(line.cells) for line in lines[at : at + LOOKED_AT]), default=0)
    for index in range(width):
        if index in header.columns.values():
            continue
        values = list(_values(lines[at + 1 :], index))
        if values and (heading := _heading(lines, at, index)):
            yield index, heading[:SHOWN], values


def _values(lines: Sequence[Line], index: int) -> Iterator[str]:
    for line in lines:
        first = next(filter(None, line.cells))
        if (cell := cell_of(line, index)) and not is_total(first):
            yield cell


def _heading(lines: Sequence[Line], at: int, index: int) -> str:
    """Return the words above a column: its own, below those it shares with others.

    A title across the whole sheet is one cell; a line of headings has several.
    """
    own = cell_of(lines[at], index)
    if not at or sum(map(bool, lines[at - 1].cells)) < 2:
        return own
    above = lines[at - 1]
    if not own:
        return cell_of(above, index)
    shared = next((cell for cell in reversed(above.cells[: index + 1]) if cell), "")
    return " ".join(filter(None, (shared, own)))


def last_heading(
    lines: Sequence[Line], at: int, header: Header, is_event: IsEvent
) -> int:
    """Return the line where the headings end: the events may go on in a second one."""
    if at + 2 >= len(lines):
        return at
    below = lines[at + 1]
    filled = [cell for cell in below.cells if cell]
    goes_on = (
        not any(cell_of(below, index) for index in header.columns.values())
        and any(map(is_event, filled))
        and not any(map(is_mark, filled))
    )
    return at + 1 if goes_on else at


def find_unheaded(
    lines: Sequence[Line], is_event: IsEvent
) -> tuple[int, Header] | None:
    """Return the line of headings of a table whose column of parties has none that is known.

    The corner of a table of parties by events is often left empty.
    """
    for at, line in enumerate(lines[:LOOKED_AT]):
        named = [index for index, cell in enumerate(line.cells) if is_event(cell)]
        below = lines[at + 1 :]
        if not named or not below:
            continue
        party = next(
            (index for index in range(named[0]) if _is_written(below, index)), None
        )
        if party is None:
            continue
        header = Header({Field.PARTY: party}, _others(line, party))
        if event_columns(lines, at, header, is_event):
            return at, header
    return None


def _is_written(lines: Sequence[Line], index: int) -> bool:
    values = [cell for line in lines if (cell := cell_of(line, index))]
    words = [
        each for each in values if any(map(str.isalpha, each)) and not is_mark(each)
    ]
    return 2 * len(words) > len(values)


def _others(line: Line, party: int) -> tuple[str, ...]:
    return tuple(
        cell[:SHOWN] for index, cell in enumerate(line.cells) if cell and index != party
    )
