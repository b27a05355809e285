"""The facts as JSON: what commands export and what every PDF carries.

Capacities, levels and the rest are named as in ``meetings.facts``; days are ISO dates.
The bytes depend on the facts alone.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from meetings import reports
from meetings.facts import (
    AttendanceFact,
    GatheringFacts,
    MeetingFacts,
    StatementFacts,
)
from meetings.statements.compose import Draft

SCHEMA = 1
"""Raised whenever a name in these documents changes its meaning."""


def encode(record: dict[str, Any]) -> bytes:
    """Return the record as UTF-8 JSON, sorted and indented, ending in a newline."""
    packed = msgspec.json.encode(record, order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def meeting_attendance(meeting: MeetingFacts) -> dict[str, Any]:
    """Return who attended one meeting, in what capacity, with the counts that follow."""
    return {
        "kind": "attendance",
        "schema": SCHEMA,
        "meeting": meeting.slug,
        "title": meeting.title,
        "starts_on": meeting.starts_on,
        "ends_on": meeting.ends_on,
        "precision": meeting.precision,
        "city": meeting.city,
        "country": meeting.country.name if meeting.country else None,
        "bodies": [row.body.abbreviation for row in meeting.convenings],
        "list_status": meeting.list_status,
        "unverified": meeting.unverified,
        "sources": meeting.sources,
        **_listed(meeting.attendance),
    }


def gathering_attendance(gathering: GatheringFacts) -> dict[str, Any]:
    """Return the union of a week's attendance, and each meeting's own."""
    return {
        "kind": "attendance",
        "schema": SCHEMA,
        "gathering": gathering.slug,
        "title": gathering.title,
        "meetings": [meeting_attendance(meeting) for meeting in gathering.meetings],
        **_listed(reports.union(gathering.meetings)),
    }


def body_attendance(
    body: str, meetings: Sequence[MeetingFacts], since: int | None, until: int | None
) -> dict[str, Any]:
    """Return the attendance of a body's meetings from year to year, inclusive."""
    return {
        "kind": "attendance",
        "schema": SCHEMA,
        "body": body,
        "since": since,
        "until": until,
        "meetings": [meeting_attendance(meeting) for meeting in meetings],
    }


def statement(facts: StatementFacts, draft: Draft, text: str) -> dict[str, Any]:
    """Return a statement's words and everything that they were written from."""
    return {
        "kind": "statement",
        "schema": SCHEMA,
        "statement": facts.slug,
        "published": facts.published,
        "title": draft.title,
        "subtitle": draft.subtitle,
        "dateline": draft.dateline,
        "bodies": draft.bodies,
        "text": text,
        "meetings": [meeting.slug for meeting in facts.meetings],
        **_listed(reports.union(facts.meetings)),
        "facts": msgspec.to_builtins(facts),
    }


def _listed(rows: Iterable[AttendanceFact]) -> dict[str, Any]:
    rows = reports.in_order(rows)
    return {
        "attendance": [_row(row) for row in rows],
        "groups": [
            {
                "capacity": group.capacity,
                "label": group.label,
                "count": group.count,
                "parties": [row.party.name for row in group.rows],
            }
            for group in reports.groups(rows)
        ],
        "totals": msgspec.to_builtins(reports.totals(rows)),
    }


def _row(row: AttendanceFact) -> dict[str, Any]:
    return {
        "party": row.party.name,
        "running_name": row.party.running_name,
        "abbreviation": row.party.abbreviation or None,
        "kind": row.party.kind,
        "un_system": row.party.un_system,
        "capacity": row.capacity,
        "override_reason": row.override_reason or None,
        "present": row.present,
        "level": row.level,
        "mode": row.mode or None,
        "delegation_size": row.delegation_size,
    }
