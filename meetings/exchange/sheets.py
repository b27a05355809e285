"""Lists of the record as CSV and Excel, one line a record, to be counted and sorted."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font

from meetings.facts import MeetingFacts
from meetings.models import Meeting, Outcome, Party
from meetings.models.attendance import CAPACITIES, LEVELS

from .export import BOM
from .text import neutral

Value = str | int | date | None
Row = Sequence[Value]

WIDEST = 60
"""Letters of the widest column."""

MEETINGS = (
    *("First day", "Last day", "Precision of the dates", "Meeting", "Kind"),
    *("Series", "Number", "Bodies", "City", "Country", "Format", "Status"),
    *("Delegations", "Attendance list", "Unverified"),
)
OUTCOMES = (
    *("First day", "Meeting", "Bodies", "Kind", "Outcome", "Asked of", "Due"),
    *("State afterwards", "Unverified"),
)
ATTENDANCE = (
    *("First day", "Last day", "Meeting", "Bodies", "Attendance list", "Party"),
    *("Abbreviation", "Kind", "Capacity on the day", "Reason for capacity"),
    *("Attendance", "Level", "Mode", "Delegates"),
)
_WORDS = dict(CAPACITIES) | dict(LEVELS) | dict(Party.Kind.choices)
_LISTS = {"withheld": "Withheld"} | dict(Meeting.ListStatus.choices)


def meeting_rows(meetings: Iterable[Meeting]) -> list[Row]:
    """Return a line for each meeting, prepared by ``views.rows.as_rows``."""
    return [
        (
            *(row.starts_on, row.ends_on, row.get_precision_display()),
            *(row.title, row.get_kind_display(), row.series and row.series.name),
            *(row.number, _bodies(row), row.city, row.country and row.country.name),
            *(row.get_format_display(), row.get_status_display()),
            row.delegations if row.attendance_open else None,
            _LISTS[row.list_status if row.attendance_open else "withheld"],
            _yes(row.unverified),
        )
        for row in meetings
    ]


def outcome_rows(outcomes: Iterable[Outcome]) -> list[Row]:
    return [
        (
            *(row.meeting.starts_on, row.meeting.title, _bodies(row.meeting)),
            *(row.get_kind_display(), row.text),
            ", ".join(party.name for party in row.asked_of.all()),
            *(row.due_on, row.get_state_display(), _yes(row.unverified)),
        )
        for row in outcomes
    ]


def attendance_rows(meetings: Iterable[MeetingFacts]) -> list[Row]:
    """Return a line for each party at each meeting; one without any for no list."""
    rows: list[Row] = []
    for held in meetings:
        bodies = ", ".join(row.body.abbreviation for row in held.convenings)
        start = (held.starts_on, held.ends_on, held.title, bodies)
        start = (*start, _LISTS[held.list_status])
        rows += [
            (
                *start,
                *(row.party.name, row.party.abbreviation, _WORDS[row.party.kind]),
                *(_WORDS[row.capacity], row.override_reason),
                "Present" if row.present else "Apologies",
                _WORDS[row.level] if row.level else "",
                *(row.mode.replace("_", " ").capitalize(), row.delegation_size),
            )
            for row in held.attendance
        ] or [(*start, *[None] * (len(ATTENDANCE) - len(start)))]
    return rows


def _bodies(meeting: Meeting) -> str:
    return ", ".join(row.body.abbreviation for row in meeting.convenings.all())


def _yes(flag: bool) -> str:
    return "Yes" if flag else ""


def written(
    title: str, headings: Sequence[str], rows: Iterable[Row], file_format: str
) -> bytes:
    """Return the file. No text in it is ever a formula; days and numbers stay such."""
    table = [headings, *(tuple(map(_safe, row)) for row in rows)]
    return _xlsx(title, table) if file_format == "xlsx" else _csv(table)


def _safe(value: Value) -> Value:
    return neutral(value) if isinstance(value, str) else value


def _csv(table: list[Row]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(table)
    return (BOM + text.getvalue()).encode()


def _xlsx(title: str, table: list[Row]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in table:
        sheet.append(row)
    for column in sheet.columns:
        column[0].font = Font(bold=True)
        longest = max(len(str(cell.value or "")) for cell in column)
        letter = column[0].column_letter
        sheet.column_dimensions[letter].width = min(longest + 3, WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    content = BytesIO()
    book.save(content)
    return content.getvalue()
