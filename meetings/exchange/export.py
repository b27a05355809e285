"""Attendance to CSV and Excel: what is read back is what was written.

django-import-export describes the columns and tablib writes the files; each text goes out
so that no spreadsheet runs it as a formula.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tablib
from django.db.models import Prefetch, QuerySet
from import_export.fields import Field
from import_export.resources import Resource

from meetings.models import Attendance, Delegate

from .text import neutral

BOM = "\ufeff"
"""Without it Excel takes the letters of a CSV file for those of Windows."""

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A line of the file: a delegate, or a delegation that names nobody."""

    attendance: Attendance
    delegate: Delegate | None
    capacity: str


class Column(Field):
    """A column whose texts are never formulas. Numbers stay numbers."""

    def export(self, instance, **kwargs):
        value = self.get_value(instance)
        return neutral(value) if isinstance(value, str) else value


def _column(heading: str, path: str) -> Column:
    return Column(attribute=path, column_name=heading)


class AttendanceResource(Resource):
    """The columns, headed as the import knows them. Capacity follows from the record and
    is for reading only."""

    meeting = _column("Meeting", "attendance__meeting__title")
    day = Column(column_name="First day")
    party = _column("Delegation", "attendance__party__name")
    capacity = _column("Capacity on the day", "capacity")
    presence = _column("Attendance", "attendance__get_presence_display")
    level = _column("Level", "attendance__get_level_display")
    mode = _column("Mode", "attendance__get_mode_display")
    size = _column("Number of delegates", "attendance__delegation_size")
    honorific = _column("Honorific", "delegate__person__honorific")
    person = _column("Name", "delegate__person__name")
    role = _column("Role", "delegate__get_role_display")
    override = _column(
        "Capacity set by hand", "attendance__get_capacity_override_display"
    )
    reason = _column("Reason for capacity", "attendance__override_reason")
    note = _column("Note", "attendance__note")

    def iter_queryset(self, lines: list[Exported]) -> Iterator[Exported]:
        return iter(lines)

    def dehydrate_day(self, line: Exported) -> str:
        day = line.attendance.meeting.starts_on
        return day.isoformat() if day else ""


def attendance_file(
    rows: QuerySet[Attendance], file_format: str, capacities: Mapping[int, str]
) -> bytes:
    """Return the attendance as a file. ``capacities`` are the words for each row by key."""
    data = AttendanceResource().export(list(_lines(rows, capacities)))
    data.title = "Attendance"
    return _written(data, file_format)


def _lines(
    rows: QuerySet[Attendance], capacities: Mapping[int, str]
) -> Iterator[Exported]:
    delegates = Delegate.objects.select_related("person").order_by("person__name")
    wanted = rows.select_related("meeting", "party").prefetch_related(
        Prefetch("delegates", delegates)
    )
    for row in wanted:
        named: Iterable[Delegate | None] = row.delegates.all() or [None]
        for delegate in named:
            yield Exported(row, delegate, capacities.get(row.pk, ""))


def _written(data: tablib.Dataset, file_format: str) -> bytes:
    if file_format == "xlsx":
        return data.export("xlsx", column_width=None)
    return (BOM + data.export("csv")).encode()
