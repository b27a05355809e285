"""What was decided, put into what was posted: then the form saves it as any other."""

import re

from django.forms.formsets import (
    DELETION_FIELD_NAME,
    INITIAL_FORM_COUNT,
    TOTAL_FORM_COUNT,
)

from .comparing import MINE, THEIRS, Comparison, Row
from .tables import Table, count, total


def apply(found: Comparison, data, files) -> None:
    """Change ``data`` and ``files`` in place. Every row must have been decided."""
    leave: dict[str, set[int]] = {}
    again: dict[str, set[int]] = {}
    tables = {row.table.prefix: row.table for row in (*found.rows, *found.gone)}
    for row in found.gone:
        leave.setdefault(row.table.prefix, set()).add(row.number)
    for row in found.rows:
        if row.deleting != THEIRS:
            _settle(row, data, files)
        else:
            which = leave if row.choice == THEIRS else again
            which.setdefault(row.table.prefix, set()).add(row.number)
    for prefix in leave.keys() | again.keys():
        left, renewed = leave.get(prefix, set()), again.get(prefix, set())
        _renumber(tables[prefix], data, files, left, renewed)


def _settle(row: Row, data, files) -> None:
    if row.deleting == MINE:
        if row.choice == MINE:
            return
        data.pop(row.table.name(row.number, DELETION_FIELD_NAME), None)
    for dispute in row.disputes:
        if row.deleting == MINE or dispute.choice == THEIRS:
            files.pop(dispute.key, None)
            row.table.write(data, row.number, dispute.name, dispute.theirs)


def as_new(table: Table, data, files) -> None:
    """Make new rows of all that were there: their record is to be entered again."""
    rows = range(count(data, table.prefix, INITIAL_FORM_COUNT))
    deleted = {n for n in rows if table.name(n, DELETION_FIELD_NAME) in data}
    for number in range(total(table, data)):
        data.pop(table.name(number, table.parent), None)
    _renumber(table, data, files, deleted, {*rows} - deleted)


def _renumber(table: Table, data, files, left: set[int], again: set[int]) -> None:
    """Take out the rows ``left``, and move those to enter ``again`` among the new ones."""
    initial = count(data, table.prefix, INITIAL_FORM_COUNT)
    stay = [n for n in range(initial) if n not in left | again]
    order = [*stay, *sorted(again), *range(initial, total(table, data))]
    places = {old: new for new, old in enumerate(order)}
    for number in again:
        data.pop(table.name(number, table.key_name), None)
    for posted in (data, files):
        _move(posted, table, places)
    data[f"{table.prefix}-{TOTAL_FORM_COUNT}"] = str(len(order))
    data[f"{table.prefix}-{INITIAL_FORM_COUNT}"] = str(len(stay))


def _move(posted, table: Table, places: dict[int, int]) -> None:
    pattern = re.compile(rf"{re.escape(table.prefix)}-(\d{{1,8}})-(.+)", re.DOTALL)
    found = list(filter(None, map(pattern.fullmatch, list(posted))))
    moved = [(int(each[1]), each[2], posted.pop(each[0])) for each in found]
    for number, name, values in moved:
        if number in places:
            posted.setlist(table.name(places[number], name), values)
