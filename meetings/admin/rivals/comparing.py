"""What two people made of one record since the second of them opened the form.

Only what the form would write over is disputed. Rows that the other added are in nobody's
way: they are told, not asked about.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from .tables import Posted, Snapshot, Table, Value, added

THEIRS, MINE = "theirs", "mine"
GONE = "gone"


@dataclass(slots=True)
class Dispute:
    """A field that the other changed; ``choice`` says whose value stays, "" while open."""

    key: str
    name: str
    was: Value
    theirs: Value
    mine: Value
    choice: str = ""


@dataclass(slots=True)
class Row:
    """A row that the other changed or deleted.

    ``deleting`` is whose wish it is that the row should not be there, if anybody's. Then
    the row is chosen as a whole: ``choice`` is the row's own.
    """

    table: Table
    key: str
    number: int
    disputes: list[Dispute] = field(default_factory=list)
    deleting: str = ""
    choice: str = ""
    mine: dict[str, Value] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Of its choice in the form."""
        return f"{self.table.prefix}-{self.number}"

    @property
    def open(self) -> bool:
        if self.deleting:
            return not self.choice
        return not all(dispute.choice for dispute in self.disputes)


@dataclass(slots=True)
class Comparison:
    rows: list[Row] = field(default_factory=list)
    """What both had their hands on."""
    gone: list[Row] = field(default_factory=list)
    """Rows that both deleted."""
    added: list[tuple[Table, list[str]]] = field(default_factory=list)
    """Keys of the rows that the other added."""
    others: list[tuple[Table, str, str, Value, Value]] = field(default_factory=list)
    """What only this editor changed: table, key, field, before and after."""
    new: list[tuple[Table, int]] = field(default_factory=list)
    """How many rows this editor added."""

    @property
    def open(self) -> bool:
        return any(row.open for row in self.rows)


def compare(opened: Snapshot | None, tables: list[Table], data, files) -> Comparison:
    """Compare what was opened, what is there now (``tables``), and what was posted.

    Where it cannot be known what was opened, everything that differs is disputed.
    """
    found = Comparison()
    for table in tables:
        before = None if opened is None else opened.get(table.prefix, {})
        posted = dict(table.posted(data, files))
        for key, row in posted.items():
            _compare_row(found, table, key, row, before)
        known = posted if before is None else posted.keys() | before.keys()
        if table.prefix:
            new = [key for key in table.values if key not in known]
            found.added += [(table, new)] if new else []
            mine = added(table, data)
            found.new += [(table, mine)] if mine else []
    return found


def _compare_row(
    found: Comparison, table: Table, key: str, row: Posted, before
) -> None:
    now = table.values.get(key)
    was = (before or {}).get(key, {} if before is None else now)
    told = Row(table, key, row.number, mine=row.values)
    if now is None:
        if row.deleted:
            found.gone.append(told)
            return
        told.deleting = THEIRS
        changed = was is not None and _differ(was, row.values)
        told.choice = "" if changed or before is None else THEIRS
        found.rows.append(told)
        return
    for name in table.fields:
        earlier = (was or {}).get(name, now[name] if before is not None else GONE)
        mine = row.values.get(name, earlier)
        if now[name] == mine:
            continue
        if earlier == now[name]:
            if not row.deleted:
                found.others.append((table, key, name, earlier, mine))
            continue
        key_name = table.name(row.number, name)
        choice = THEIRS if mine == earlier else ""
        was_then = "" if earlier is GONE else earlier
        told.disputes.append(Dispute(key_name, name, was_then, now[name], mine, choice))
    if told.disputes:
        told.deleting = MINE if row.deleted else ""
        found.rows.append(told)


def _differ(was: dict, values: dict) -> bool:
    return any(was.get(name, value) != value for name, value in values.items())


def choose(found: Comparison, seen: Snapshot, choice: Callable[[str], str]) -> bool:
    """Note what was decided; return whether all was, and about what is there now."""
    decided = [_choose_row(row, seen, choice) for row in found.rows]
    return all(decided)


def _choose_row(row: Row, seen: Snapshot, choice: Callable[[str], str]) -> bool:
    shown = seen.get(row.table.prefix, {}).get(row.key)
    if shown != row.table.values.get(row.key):
        return False
    row.choice = _valid(choice(row.name)) or row.choice
    for dispute in row.disputes:
        dispute.choice = _valid(choice(dispute.key)) or dispute.choice
    return not row.open


def _valid(choice: str) -> str:
    return choice if choice in {THEIRS, MINE} else ""
