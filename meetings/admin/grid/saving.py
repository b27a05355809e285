"""Writing a grid to the record: all of it or nothing, and never over another's change."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from meetings.models import Attendance, Meeting

from .cells import MOST, Cell, Cells, Key, whole
from .merging import Changes, Merged, changes, merge
from .roster import Recorded, recorded

REASON = "Attendance grid"
WHOLE = f"Write a whole number up to {MOST}, such as 4."
OVERRIDE = next(
    str(constraint.violation_error_message)
    for constraint in Attendance._meta.constraints
    if constraint.name == "attendance_override_has_a_reason"
)
_NAMES = {
    "delegation_size": "size",
    "capacity_override": "capacity",
    "override_reason": "reason",
}
_WRITTEN = [
    "presence",
    "level",
    "mode",
    "delegation_size",
    "capacity_override",
    "override_reason",
]

Errors = dict[tuple[Key, str], str]
"""What is wrong, by cell and by the name of the value."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How a try to save ended: written, unless somebody or something stands in the way."""

    merged: Merged
    theirs: dict[Key, Cell]
    done: Changes | None = None
    errors: Errors = field(default_factory=dict)


@transaction.atomic
def save(meetings: Iterable[Meeting], loaded: Cells, mine: Cells, *, by) -> Saved:
    """Write ``mine``, made from ``loaded``, unless another changed the same cells since."""
    meetings = list(meetings)
    keys = [meeting.pk for meeting in meetings]
    # Two who save at once come one after the other.
    list(Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    rows = recorded(meetings)
    theirs = {key: held.cell for key, held in rows.items()}
    merged = merge(loaded, theirs, mine)
    if merged.disputed:
        return Saved(merged, theirs)
    todo = changes(theirs, merged.cells)
    if errors := objections(todo, rows) | refusals(todo, by):
        return Saved(merged, theirs, errors=errors)
    _write(todo, rows, by)
    return Saved(merged, theirs, done=todo)


def objections(todo: Changes, rows: dict[Key, Recorded]) -> Errors:
    """Return what the model objects to in the cells that would be written or removed."""
    errors: Errors = {}
    for key, cell in todo.written.items():
        held = rows.get(key)
        errors |= {
            (key, name): words for name, words in _invalid(key, cell, held).items()
        }
    for key in todo.removed & rows.keys():
        if kept := _depends(rows[key]):
            errors[key, "presence"] = (
                f"{kept} here and would be lost. Remove that on the row's own page "
                "first, or leave the party on the list."
            )
    return errors


def refusals(todo: Changes, by) -> Errors:
    """Return what the user may not do: who may change rows may not always add them."""
    errors: Errors = {}
    for action, keys, words in (
        ("add", todo.added, "You may not add parties to a list."),
        ("delete", todo.removed, "You may not take parties off a list."),
    ):
        if keys and not by.has_perm(f"meetings.{action}_attendance"):
            errors |= {(key, "presence"): words for key in keys}
    return errors


def _depends(held: Recorded) -> str:
    if held.delegates == 1:
        return "A delegate is named"
    if held.delegates:
        return f"{held.delegates} delegates are named"
    return "A note is kept" if held.row.note else ""


def _invalid(key: Key, cell: Cell, held: Recorded | None) -> dict[str, str]:
    errors = {}
    if cell.size and whole(cell.size) is None:
        errors["size"] = WHOLE
    row = _row(key, cell, held)
    try:
        # As full_clean does, without a query for each cell: meeting and party come from
        # the record, a cell is its pair's only one, and the constraint is read below.
        row.clean_fields(exclude=["meeting", "party"])
        row.clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            errors.setdefault(_NAMES.get(name, name), " ".join(messages))
    if bool(cell.capacity) != bool(cell.reason):
        errors.setdefault("reason" if cell.capacity else "capacity", OVERRIDE)
    return errors


def _row(key: Key, cell: Cell, held: Recorded | None) -> Attendance:
    """Return the cell as a row of the record; a number that is none is left out."""
    party, meeting = key
    row = held.row if held else Attendance(party_id=party, meeting_id=meeting)
    row.presence, row.level, row.mode = cell.presence, cell.level, cell.mode
    row.delegation_size = whole(cell.size)
    row.capacity_override, row.override_reason = cell.capacity, cell.reason
    return row


def _write(todo: Changes, rows: dict[Key, Recorded], by) -> None:
    history = {"default_user": by, "default_change_reason": REASON}
    if made := [_row(key, cell, None) for key, cell in todo.added.items()]:
        bulk_create_with_history(made, Attendance, **history)
    if edited := [_row(key, cell, rows[key]) for key, cell in todo.changed.items()]:
        bulk_update_with_history(edited, Attendance, _WRITTEN, **history)
    if gone := [rows[key].row for key in todo.removed]:
        _remove(gone, by)


def _remove(rows: list[Attendance], by) -> None:
    """Delete rows and remember them, with two queries for however many.

    Django's own deletion would remember them one by one. That nothing hangs on them was
    looked up in this transaction, and the database watches over it.
    """
    past = Attendance.history.model
    now = timezone.now()
    past.objects.bulk_create(
        past(
            history_date=now,
            history_type="-",
            history_user=by,
            history_change_reason=REASON,
            **{
                field.attname: getattr(row, field.attname)
                for field in past.tracked_fields
            },
        )
        for row in rows
    )
    found = Attendance._base_manager.filter(pk__in=[row.pk for row in rows])
    found._raw_delete(found.db)
