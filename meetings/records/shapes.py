"""What each file of records holds. A field that is not listed here is refused.

Parties are named by their list name, bodies by their abbreviation, everything else by
its slug. Lists of sources are one source an item. Empty values may be left out.
"""

from datetime import date

from msgspec import Struct, field

from .reading import RecordFile


class Sourced(Struct, forbid_unknown_fields=True, kw_only=True):
    sources: list[str] = field(default_factory=list)
    unverified: bool = False
    notes: str = ""

    def provenance(self) -> dict:
        """The fields that every record with sources has, as the models have them."""
        return {
            "sources": "\n".join(self.sources),
            "unverified": self.unverified,
            "notes": self.notes,
        }


class PartyRecord(Sourced):
    slug: str
    name: str
    running_name: str
    kind: str
    sort_key: str
    formal_name: str = ""
    adjective: str = ""
    abbreviation: str = ""
    iso_code: str = ""
    un_system: bool = False
    aliases: list[str] = field(default_factory=list)


class AppointmentRecord(Sourced):
    title: str
    unit: str = ""
    ministry: str = ""
    since: date | None = None
    until: date | None = None


class PersonRecord(Sourced):
    slug: str
    name: str
    party: str
    honorific: str = ""
    aliases: list[str] = field(default_factory=list)
    appointments: list[AppointmentRecord] = field(default_factory=list)


class NameRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    name: str
    since: date | None = None
    until: date | None = None


class BodyRecord(Sourced):
    abbreviation: str
    name: str
    short_name: str
    slug: str
    parent: str | None = None
    members_from: str | None = None
    party: str | None = None
    names: list[NameRecord] = field(default_factory=list)
    mandate: str = ""
    established: str = ""
    ended: str = ""


class MembershipRecord(Sourced):
    body: str
    party: str
    status: str = "member"
    since: date | None = None
    until: date | None = None


class ChairTermRecord(Sourced):
    body: str
    party: str
    person: str | None = None
    role: str = "co_chair"
    since: date | None = None
    until: date | None = None


class SeriesRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    slug: str
    name: str


class GatheringRecord(Sourced):
    slug: str
    title: str
    host: str | None = None
    theme: str = ""


class FigureRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    of: str
    label: str
    value: int
    qualifier: str = ""
    source: str = ""


class DelegateRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    person: str
    role: str = "delegate"


class AttendanceRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    party: str
    presence: str = "present"
    level: str = ""
    mode: str = ""
    delegation_size: int | None = None
    capacity_override: str = ""
    override_reason: str = ""
    note: str = ""
    delegates: list[DelegateRecord] = field(default_factory=list)


class ContributionRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    role: str = "presenter"
    party: str | None = None
    person: str | None = None
    group: str = ""
    unit: str = ""
    as_role: str = ""
    as_body: str | None = None


class SessionRecord(Sourced):
    title: str
    kind: str
    topics: str = ""
    summary: str = ""
    contributions: list[ContributionRecord] = field(default_factory=list)


class OutcomeRecord(Sourced):
    kind: str
    text: str
    session: int | None = None
    """The session it came from, counted from 1."""
    asked_of: list[str] = field(default_factory=list)
    due_on: date | None = None
    state: str = ""


class DocumentRecord(Sourced):
    title: str
    kind: str
    url: str
    dated_on: date | None = None
    visibility: str = "delegates"


class MeetingRecord(Sourced):
    slug: str
    title: str
    kind: str
    bodies: list[str]
    co_hosts: list[str] = field(default_factory=list)
    series: str | None = None
    number: int | None = None
    theme: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    precision: str = "day"
    city: str = ""
    country: str | None = None
    format: str = ""
    status: str = "held"
    gathering: str | None = None
    summary: str = ""
    list_status: str = "complete"
    visibility: str = "delegates"
    attendance_visibility: str = "delegates"
    content_visibility: str = "delegates"
    stated_figures: list[FigureRecord] = field(default_factory=list)
    attendance: list[AttendanceRecord] = field(default_factory=list)
    sessions: list[SessionRecord] = field(default_factory=list)
    outcomes: list[OutcomeRecord] = field(default_factory=list)
    documents: list[DocumentRecord] = field(default_factory=list)


class StatementRecord(Sourced):
    slug: str
    title: str
    house_style: str
    meetings: list[str]


class PublicationRecord(Sourced):
    title: str
    kind: str
    body: str
    year: int
    url: str = ""
    launched_at: str | None = None


class TraineesRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    party: str
    practitioners: int | None = None


class ActivityRecord(Sourced):
    body: str
    kind: str
    title: str
    year: int
    starts_on: date | None = None
    ends_on: date | None = None
    city: str = ""
    meeting: str | None = None
    trainees: list[TraineesRecord] = field(default_factory=list)


class ActivityFigureRecord(Sourced):
    body: str
    year: int
    label: str
    value: int
    qualifier: str = ""
    activity: str | None = None
    """The title of the activity of the same body and year that it is of."""


PARTIES = RecordFile("parties.json", PartyRecord, lambda r: r["name"])
PEOPLE = RecordFile("people.json", PersonRecord, lambda r: r["slug"])
BODIES = RecordFile("bodies.json", BodyRecord, lambda r: r["abbreviation"])
MEMBERSHIPS = RecordFile(
    "memberships.json", MembershipRecord, lambda r: f"{r['party']} in {r['body']}"
)
CHAIR_TERMS = RecordFile(
    "chair_terms.json", ChairTermRecord, lambda r: f"{r['party']} for {r['body']}"
)
SERIES = RecordFile("series.json", SeriesRecord, lambda r: r["slug"])
GATHERINGS = RecordFile("gatherings.json", GatheringRecord, lambda r: r["slug"])
MEETINGS = RecordFile("meetings.json", MeetingRecord, lambda r: r["slug"])
STATEMENTS = RecordFile("statements.json", StatementRecord, lambda r: r["slug"])
PUBLICATIONS = RecordFile("publications.json", PublicationRecord, lambda r: r["title"])
ACTIVITIES = RecordFile("activities.json", ActivityRecord, lambda r: r["title"])
ACTIVITY_FIGURES = RecordFile(
    "activity_figures.json",
    ActivityFigureRecord,
    lambda r: f"{r['year']}: {r['label']}",
)

FILES: list[RecordFile] = [
    PARTIES,
    PEOPLE,
    BODIES,
    MEMBERSHIPS,
    CHAIR_TERMS,
    SERIES,
    GATHERINGS,
    MEETINGS,
    STATEMENTS,
    PUBLICATIONS,
    ACTIVITIES,
    ACTIVITY_FIGURES,
]
