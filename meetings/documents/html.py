"""Facts into documents of HTML: the one form that browser, file and PDF are made of."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.template.loader import render_to_string

from meetings import reports
from meetings.facts import GatheringFacts, MeetingFacts, StatementFacts
from meetings.statements import events, prose
from meetings.statements.annexed import Section
from meetings.statements.compose import Draft

from . import markup

Medium = Literal["page", "paper", "file"]
"""A page of the site, the PDF's source, or an HTML file that stands alone."""

NOON = time(12, tzinfo=UTC)
FIRST_CONFERENCE = datetime(2002, 2, 28, 12, tzinfo=UTC)
"""When the first ministerial conference closed: the moment of what has no days yet."""
COLUMNS = 26
"""Meetings side by side on a landscape page, so that a cell stays legible."""


def statement(  # noqa: PLR0913 all but three are named
    facts: StatementFacts,
    draft: Draft,
    text: str,
    *,
    ref: str,
    medium: Medium,
    annexes: Sequence[Section] = (),
    cleared: bool = False,
) -> str:
    """Return a statement: its head from the record, ``text`` in light markup below it.

    A text that is not published says so on every page, and whether it is ``cleared``.
    """
    return _render(
        "statement",
        medium,
        stamp(facts.meetings),
        facts=facts,
        draft=draft,
        body=markup.html(text),
        ref=ref,
        sections=annexes,
        cleared=cleared,
    )


def meeting_attendance(meeting: MeetingFacts, *, medium: Medium) -> str:
    """Return the attendance report of one meeting."""
    return _render(
        "attendance",
        medium,
        stamp([meeting]),
        title=meeting.title,
        meetings=[meeting],
        where=events.place(meeting),
        when=_when([meeting]),
        sources=meeting.sources,
        unverified=meeting.unverified,
        **_listed(meeting.attendance),
    )


def gathering_attendance(gathering: GatheringFacts, *, medium: Medium) -> str:
    """Return the attendance report of a week: who came to any event, and to which."""
    meetings = gathering.meetings
    places = {events.place(meeting) for meeting in meetings} - {""}
    return _render(
        "attendance",
        medium,
        stamp(meetings),
        title=gathering.title,
        meetings=meetings,
        where=" and ".join(sorted(places)),
        when=_when(meetings),
        matrices=reports.split(reports.matrix(meetings), COLUMNS),
        **_listed(reports.union(meetings)),
    )


def body_attendance(
    name: str,
    meetings: Sequence[MeetingFacts],
    *,
    since: int | None,
    until: int | None,
    medium: Medium,
) -> str:
    """Return the matrix of a body's meetings from year to year, inclusive."""
    matrix = reports.matrix(meetings)
    return _render(
        "matrix",
        medium,
        stamp(meetings),
        name=name,
        meetings=meetings,
        matrix=matrix,
        matrices=reports.split(matrix, COLUMNS),
        period=_period(meetings, since, until),
    )


def stamp(meetings: Sequence[MeetingFacts]) -> datetime:
    """Return the moment that stands in the file: the record's, not that of rendering."""
    days = [row.ends_on for row in meetings if row.ends_on]
    return datetime.combine(max(days), NOON) if days else FIRST_CONFERENCE


def _render(template: str, medium: Medium, moment: datetime, /, **context: Any) -> str:
    context |= {
        "paper": medium == "paper",
        "stylesheet": _stylesheet() if medium == "file" else "",
        "created": moment,
        "modified": moment,
        "site": settings.SITE_URL,
    }
    return render_to_string(f"documents/{template}.html", context)


def _stylesheet() -> str:
    """Return the stylesheet for a file that may travel: without fonts to fetch."""
    path = Path(settings.BASE_DIR) / "static" / "css" / "document.css"
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("@import"))


def _listed(rows: Sequence[reports.AttendanceFact]) -> dict[str, Any]:
    groups = reports.groups(rows)
    present = [row for group in groups for row in group.rows]
    return {
        "groups": groups,
        "apologies": reports.apologies(rows),
        "totals": reports.totals(rows),
        "columns": {
            "level": any(row.level for row in present),
            "mode": any(row.mode for row in present),
            "size": any(row.delegation_size is not None for row in present),
            "remarks": any(row.override_reason for row in present),
        },
    }


def _when(meetings: Sequence[MeetingFacts]) -> str:
    dated = [row for row in meetings if row.starts_on and row.ends_on]
    if not dated:
        return prose.when(None, None)
    vague = {row.precision for row in dated} - {"day"}
    return prose.when(
        min(row.starts_on for row in dated if row.starts_on),
        max(row.ends_on for row in dated if row.ends_on),
        vague.pop() if vague else "day",
    )


def _period(
    meetings: Sequence[MeetingFacts], since: int | None, until: int | None
) -> str:
    years = [row.starts_on.year for row in meetings if row.starts_on]
    first = since or min(years, default=None)
    last = until or max(years, default=None)
    if first is None:
        return f"to {last}" if last else ""
    return f"{first} to {last}" if last and last != first else str(first)
