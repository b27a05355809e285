"""What happened to a statement, in one row: revisions, clearances, steps, editions."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from meetings.models import AcceptedFinding, Statement


class Event(NamedTuple):
    """Something that was done, in words, and by whom."""

    at: datetime
    words: str
    by: str


def timeline(statement: Statement) -> tuple[Event, ...]:
    """Return all that happened to the statement, the latest first."""
    events = [
        *_revisions(statement),
        *_findings(statement),
        *_clearances(statement),
        *_steps(statement),
    ]
    return tuple(sorted(events, key=lambda event: event.at, reverse=True))


def _revisions(statement: Statement) -> Iterator[Event]:
    rows = statement.revisions.select_related("author").defer("text", "facts")
    for row in rows:
        yield Event(row.created_at, f"Revision {row.number} saved", str(row.author))


def _findings(statement: Statement) -> Iterator[Event]:
    """Yield what was accepted of the check, and what was opened again."""
    rows = AcceptedFinding.history.filter(statement=statement)
    for row in rows.select_related("author", "history_user"):
        if row.history_type == "+":
            words = f"Accepted “{row.says}”: {row.reason}"
            yield Event(row.history_date, words, str(row.author))
        elif row.history_type == "-":
            by = str(row.history_user or "")
            yield Event(row.history_date, f"Opened “{row.says}” again", by)


def _clearances(statement: Statement) -> Iterator[Event]:
    for row in statement.clearances.select_related("cleared_by", "seat", "revision"):
        how = f" by letter of {row.signed_by}" if row.by_letter else ""
        words = f"{row.seat} cleared revision {row.revision.number}{how}"
        yield Event(row.cleared_at, words, str(row.cleared_by))


def _steps(statement: Statement) -> Iterator[Event]:
    before = None
    for row in statement.history.select_related("history_user").order_by("history_id"):
        reason = row.history_change_reason
        if reason or row.state != before:
            words = reason or f"Now {row.get_state_display().lower()}"
            by = "" if reason else str(row.history_user or "")
            yield Event(row.history_date, words, by)
        before = row.state
