"""The facts as JSON: what commands export and what every PDF carries.

Capacities, levels and the rest are named as in ``meetings.facts``; days are ISO dates.
The bytes depend on the facts alone. What a document holds is typed here, and
``schema()`` tells it to others as JSON Schema.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import msgspec

from meetings import reports
from meetings.facts import (
    AttendanceFact,
    Capacity,
    GatheringFacts,
    Level,
    MeetingFacts,
    StatementFacts,
)
from meetings.statements import events
from meetings.statements.compose import Draft

SCHEMA = 1
"""Raised whenever a name in these documents changes its meaning."""


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of a document: all of its fields are always there, and no others."""


class Row(_Record):
    """A party at a meeting, or at any of several."""

    party: str
    running_name: str
    abbreviation: str | None
    kind: str
    un_system: bool
    capacity: Capacity
    """Held on the first day of the meeting, unless override_reason says why not."""
    override_reason: str | None
    present: bool
    """False for apologies."""
    level: Level | None
    mode: str | None
    delegation_size: int | None


class Counted(_Record):
    """The parties present in one capacity; ``count`` is of delegations."""

    capacity: Capacity
    label: str
    count: int
    parties: list[str]


class _Listed(_Record):
    attendance: list[Row]
    groups: list[Counted]
    totals: reports.Totals


class MeetingAttendance(_Listed):
    """Who attended one meeting, in what capacity, with the counts that follow."""

    kind: Literal["attendance"]
    schema: int
    meeting: str
    title: str
    starts_on: date | None
    ends_on: date | None
    precision: str
    city: str
    country: str | None
    bodies: list[str]
    list_status: str
    unverified: bool
    sources: list[str]


class GatheringAttendance(_Listed):
    """The union of a week's attendance, and each meeting's own."""

    kind: Literal["attendance"]
    schema: int
    gathering: str
    title: str
    meetings: list[MeetingAttendance]


class BodyAttendance(_Record):
    """The attendance of a body's meetings from year to year, inclusive."""

    kind: Literal["attendance"]
    schema: int
    body: str
    since: int | None
    until: int | None
    meetings: list[MeetingAttendance]


class StatementRecord(_Listed):
    """A statement's words and everything that they were written from."""

    kind: Literal["statement"]
    schema: int
    statement: str
    published: bool
    title: str
    subtitle: str
    dateline: str
    bodies: list[str]
    text: str
    """In light markup."""
    meetings: list[str]
    facts: StatementFacts


Exported = StatementRecord | MeetingAttendance | GatheringAttendance | BodyAttendance
DOCUMENTS = (StatementRecord, MeetingAttendance, GatheringAttendance, BodyAttendance)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every exported document fulfils."""
    kinds, parts = msgspec.json.schema_components(
        DOCUMENTS, ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Documents of balitrack, schema {SCHEMA}",
        "oneOf": list(kinds),
        "$defs": parts,
    }


def encode(record: Exported) -> bytes:
    """Return the record as UTF-8 JSON, sorted and indented, ending in a newline."""
    packed = msgspec.json.encode(record, order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def meeting_attendance(meeting: MeetingFacts) -> MeetingAttendance:
    """Return who attended one meeting, in what capacity, with the counts that follow."""
    return MeetingAttendance(
        kind="attendance",
        schema=SCHEMA,
        meeting=meeting.slug,
        title=meeting.title,
        starts_on=meeting.starts_on,
        ends_on=meeting.ends_on,
        precision=meeting.precision,
        city=meeting.city,
        country=meeting.country.name if meeting.country else None,
        bodies=[row.body.abbreviation for row in meeting.convenings],
        list_status=meeting.list_status,
        unverified=meeting.unverified,
        sources=list(meeting.sources),
        **_listed(meeting.attendance),
    )


def gathering_attendance(gathering: GatheringFacts) -> GatheringAttendance:
    """Return the union of a week's attendance, and each meeting's own."""
    return GatheringAttendance(
        kind="attendance",
        schema=SCHEMA,
        gathering=gathering.slug,
        title=gathering.title,
        meetings=[meeting_attendance(meeting) for meeting in gathering.meetings],
        **_listed(reports.union(gathering.meetings)),
    )


def body_attendance(
    body: str, meetings: Sequence[MeetingFacts], since: int | None, until: int | None
) -> BodyAttendance:
    """Return the attendance of a body's meetings from year to year, inclusive."""
    return BodyAttendance(
        kind="attendance",
        schema=SCHEMA,
        body=body,
        since=since,
        until=until,
        meetings=[meeting_attendance(meeting) for meeting in meetings],
    )


def statement(facts: StatementFacts, draft: Draft, text: str) -> StatementRecord:
    """Return a statement's words and everything that they were written from."""
    return StatementRecord(
        kind="statement",
        schema=SCHEMA,
        statement=facts.slug,
        published=facts.published,
        title=draft.title,
        subtitle=draft.subtitle,
        dateline=draft.dateline,
        bodies=list(draft.bodies),
        text=text,
        meetings=[meeting.slug for meeting in facts.meetings],
        facts=replace(facts, week=tuple(_told_of(facts))),
        **_listed(reports.union(facts.meetings)),
    )


def _told_of(facts: StatementFacts) -> Iterator[MeetingFacts]:
    """Yield the meetings of the week that a text may name, those it does not cover by
    name and days alone: what else is known of them is not its to publish."""
    covered = {meeting.slug for meeting in facts.meetings}
    ours = {body.abbreviation for body in events.speaking(facts.meetings)}
    for meeting in facts.week:
        if meeting.slug in covered:
            yield meeting
        elif ours & {body.abbreviation for body in events.speaking([meeting])}:
            yield replace(
                meeting,
                summary="",
                attendance=(),
                list_status="withheld",
                sessions=(),
                outcomes=(),
                stated=(),
                sources=(),
            )


def _listed(rows: Iterable[AttendanceFact]) -> dict[str, Any]:
    rows = reports.in_order(rows)
    return {
        "attendance": [_row(row) for row in rows],
        "groups": [
            Counted(
                capacity=group.capacity,
                label=group.label,
                count=group.count,
                parties=[row.party.name for row in group.rows],
            )
            for group in reports.groups(rows)
        ],
        "totals": reports.totals(rows),
    }


def _row(row: AttendanceFact) -> Row:
    return Row(
        party=row.party.name,
        running_name=row.party.running_name,
        abbreviation=row.party.abbreviation or None,
        kind=row.party.kind,
        un_system=row.party.un_system,
        capacity=row.capacity,
        override_reason=row.override_reason or None,
        present=row.present,
        level=row.level,
        mode=row.mode or None,
        delegation_size=row.delegation_size,
    )
