"""What was typed into a form whose record somebody deleted: shown, and entered again."""

from django.http import QueryDict

from . import wording
from .applying import as_new
from .tables import Table, total


def again(tables: list[Table], data: QueryDict, files) -> QueryDict:
    """Return what was posted as it has to be posted to enter a new record."""
    data = data.copy()
    for table in tables:
        if table.prefix:
            as_new(table, data, files)
    return data


def typed(tables: list[Table], data: QueryDict, files) -> list[tuple[str, list]]:
    """Return what was typed: for each table its title and the fields of each row."""
    told = []
    for table in tables:
        rows = range(total(table, data) if table.prefix else 1)
        shown = [wording.entered(table, table.read(n, data, files)) for n in rows]
        if any(shown):
            told.append((table.title, [row for row in shown if row]))
    return told
