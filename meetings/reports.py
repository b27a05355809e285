"""Attendance as groups, totals and matrices. Pure: facts in, rows out.

Counts are of delegations (states and organisations), never of persons, unless a name
says so. Nothing here is stored: a count and its list cannot disagree.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .facts import AttendanceFact, Capacity, Level, MeetingFacts, PartyFact

LABELS = {
    Capacity.MEMBER: ("member", "members"),
    Capacity.BALI_PROCESS_MEMBER: (
        "additional Bali Process member as observer",
        "additional Bali Process members as observers",
    ),
    Capacity.BALI_PROCESS_OBSERVER: (
        "Bali Process observer",
        "Bali Process observers",
    ),
    Capacity.CIVIL_SOCIETY: (
        "civil society organisation",
        "civil society organisations",
    ),
    Capacity.PRIVATE_SECTOR: (
        "private sector organisation",
        "private sector organisations",
    ),
    Capacity.ACADEMIC: ("academic institution", "academic institutions"),
    Capacity.REGIONAL_FORUM: ("regional forum", "regional forums"),
    Capacity.WORKSTREAM: ("Bali Process workstream", "Bali Process workstreams"),
    Capacity.OTHER: ("other participant", "other participants"),
}
"""What a group is called, for one and for several."""

_CAPACITY_ORDER = {capacity: place for place, capacity in enumerate(Capacity)}
_LEVEL_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Group:
    """The parties present in one capacity, states first, each by sort key."""

    capacity: Capacity
    rows: tuple[AttendanceFact, ...]

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def label(self) -> str:
        """What they are called, in their number: "members", "civil society organisation"."""
        one, several = LABELS[self.capacity]
        return one if self.count == 1 else several

    @property
    def states(self) -> tuple[AttendanceFact, ...]:
        return tuple(row for row in self.rows if row.party.is_state)

    @property
    def organisations(self) -> tuple[AttendanceFact, ...]:
        return tuple(row for row in self.rows if not row.party.is_state)


@dataclass(frozen=True, slots=True)
class Totals:
    """What follows from an attendance list. Parties present; ``delegates`` in persons."""

    parties: int
    states: int
    organisations: int
    un_agencies: int
    apologies: int
    delegates: int | None
    """The sum of the delegations' sizes, None unless each one's is recorded."""


def union(meetings: Iterable[MeetingFacts]) -> tuple[AttendanceFact, ...]:
    """Return who attended any of the meetings, each party once.

    A party keeps the first capacity, in the order of statements, that it had at one of
    them, and its highest level; it was present if it was present at any.
    """
    rows_of: dict[str, list[AttendanceFact]] = defaultdict(list)
    for meeting in meetings:
        for row in meeting.attendance:
            rows_of[row.party.name].append(row)
    return in_order(_merged(rows) for rows in rows_of.values())


def _merged(rows: list[AttendanceFact]) -> AttendanceFact:
    counting = [row for row in rows if row.present] or rows
    best = min(counting, key=lambda row: _CAPACITY_ORDER[row.capacity])
    levels = [row.level for row in counting if row.level is not None]
    sizes = [row.delegation_size for row in counting if row.delegation_size is not None]
    return replace(
        best,
        level=min(levels, key=_LEVEL_ORDER.__getitem__) if levels else None,
        delegation_size=max(sizes) if sizes else None,
    )


def in_order(rows: Iterable[AttendanceFact]) -> tuple[AttendanceFact, ...]:
    """Return the rows in the order of statements: capacity, states first, sort key."""
    return tuple(
        sorted(rows, key=lambda row: (_CAPACITY_ORDER[row.capacity], row.party.order))
    )


def groups(rows: Iterable[AttendanceFact]) -> tuple[Group, ...]:
    """Return those present, grouped by capacity; capacities without a row are left out."""
    by_capacity: dict[Capacity, list[AttendanceFact]] = defaultdict(list)
    for row in in_order(rows):
        if row.present:
            by_capacity[row.capacity].append(row)
    return tuple(Group(capacity, tuple(held)) for capacity, held in by_capacity.items())


def apologies(rows: Iterable[AttendanceFact]) -> tuple[AttendanceFact, ...]:
    """Return those who sent apologies, in the order of statements."""
    return tuple(row for row in in_order(rows) if not row.present)


def at_level(rows: Iterable[AttendanceFact], level: Level) -> tuple[PartyFact, ...]:
    """Return the parties present at ``level``, by sort key whatever their capacity."""
    parties = [row.party for row in rows if row.present and row.level == level]
    return tuple(sorted(parties, key=lambda party: party.order))


def totals(rows: Iterable[AttendanceFact]) -> Totals:
    """Return the counts that follow from the list, workstreams counted among parties."""
    listed = tuple(rows)
    present = [row for row in listed if row.present]
    sizes = [row.delegation_size for row in present]
    known = [size for size in sizes if size is not None]
    return Totals(
        parties=len(present),
        states=sum(row.party.is_state for row in present),
        organisations=sum(not row.party.is_state for row in present),
        un_agencies=sum(row.party.un_system for row in present),
        apologies=len(listed) - len(present),
        delegates=sum(known) if sizes and len(known) == len(sizes) else None,
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One party at one meeting: a letter, what it means, and a name for its style."""

    code: str
    label: str
    style: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A party and its cell for each meeting."""

    party: PartyFact
    cells: tuple[Cell, ...]

    @property
    def present(self) -> int:
        return sum(cell.style in _ATTENDED for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties by meetings, in order of days; a cell says capacity on the day."""

    meetings: tuple[MeetingFacts, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[Cell, ...]
    """The kinds of cell that occur, in the order of statements."""
    present: tuple[int | None, ...]
    """Parties present at each meeting, None where no list was published."""


MEMBER = Cell("M", "member of a convening body", "member")
BALI_PROCESS_MEMBER = Cell("B", "Bali Process member, as observer", "bp")
OBSERVER = Cell("O", "Bali Process observer", "observer")
GUEST = Cell("G", "guest: workstream, civil society or other", "guest")
APOLOGIES = Cell("A", "apologies", "apologies")
ABSENT = Cell("", "not on a complete list", "absent")
UNLISTED = Cell("?", "not named, but the list is partial", "partial")
NO_LIST = Cell("–", "no list published", "nolist")
WITHHELD = Cell("×", "attendance withheld", "withheld")

_ATTENDED = {cell.style for cell in (MEMBER, BALI_PROCESS_MEMBER, OBSERVER, GUEST)}
_BY_CAPACITY = {
    Capacity.MEMBER: MEMBER,
    Capacity.BALI_PROCESS_MEMBER: BALI_PROCESS_MEMBER,
    Capacity.BALI_PROCESS_OBSERVER: OBSERVER,
}
_UNNAMED = {"partial": UNLISTED, "none": NO_LIST, "withheld": WITHHELD}
_LEGEND = (
    MEMBER,
    BALI_PROCESS_MEMBER,
    OBSERVER,
    GUEST,
    APOLOGIES,
    ABSENT,
    UNLISTED,
    NO_LIST,
    WITHHELD,
)


def matrix(meetings: Sequence[MeetingFacts]) -> Matrix:
    """Return who attended which of the meetings, and in what capacity.

    Rows are the parties named at any of them: states first, each by sort key.
    """
    listed = [{row.party.name: row for row in held.attendance} for held in meetings]
    parties = {
        row.party.name: row.party for held in meetings for row in held.attendance
    }
    rows = tuple(
        MatrixRow(
            party,
            tuple(
                _cell(held, rows_at.get(party.name))
                for held, rows_at in zip(meetings, listed, strict=True)
            ),
        )
        for party in sorted(parties.values(), key=lambda party: party.order)
    )
    used = {cell for row in rows for cell in row.cells}
    return Matrix(
        meetings=tuple(meetings),
        rows=rows,
        legend=tuple(cell for cell in _LEGEND if cell in used),
        present=tuple(
            None if held.list_status in {"none", "withheld"} else len(held.present)
            for held in meetings
        ),
    )


def split(whole: Matrix, columns: int) -> tuple[Matrix, ...]:
    """Return the matrix in parts of at most ``columns`` meetings, each with all rows."""
    starts = range(0, len(whole.meetings), columns)
    return tuple(
        replace(
            whole,
            meetings=whole.meetings[start : start + columns],
            present=whole.present[start : start + columns],
            rows=tuple(
                replace(row, cells=row.cells[start : start + columns])
                for row in whole.rows
            ),
        )
        for start in starts
    )


def _cell(meeting: MeetingFacts, row: AttendanceFact | None) -> Cell:
    if row is None:
        return _UNNAMED.get(meeting.list_status, ABSENT)
    if not row.present:
        return APOLOGIES
    return _BY_CAPACITY.get(row.capacity, GUEST)
