"""What each file of strategies and work plans holds; see ``meetings.records.shapes``."""

from datetime import date

from msgspec import Struct, field

from meetings.records.reading import RecordFile
from meetings.records.shapes import Sourced


class AreaRecord(Struct, forbid_unknown_fields=True, kw_only=True):
    number: int
    text: str


class StrategyRecord(Sourced):
    slug: str
    title: str
    body: str
    since_year: int
    until_year: int | None = None
    endorsed_at: str | None = None
    areas: list[AreaRecord] = field(default_factory=list)


class PartOfMeeting(Struct, forbid_unknown_fields=True, kw_only=True):
    """A session or an outcome, counted from 1 in the order of the meeting's record."""

    meeting: str
    number: int


class UpdateRecord(Sourced):
    reported_on: date
    status: str
    text: str = ""
    reported_at: str | None = None
    reported_by: str | None = None


class ItemRecord(Sourced):
    number: str
    text: str
    area: int | None = None
    leads: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    due: str = ""
    due_on: date | None = None
    measure: str = ""
    sessions: list[PartOfMeeting] = field(default_factory=list)
    outcomes: list[PartOfMeeting] = field(default_factory=list)
    updates: list[UpdateRecord] = field(default_factory=list)


class VersionRecord(Sourced):
    number: int
    adopted_on: date | None = None
    adopted_at: str | None = None
    reason: str = ""
    areas: list[AreaRecord] = field(default_factory=list)
    items: list[ItemRecord] = field(default_factory=list)


class PlanRecord(Sourced):
    slug: str
    title: str
    body: str
    since_year: int
    versions: list[VersionRecord]
    until_year: int | None = None
    strategy: str | None = None
    endorsed_at: str | None = None


STRATEGIES = RecordFile("strategies.json", StrategyRecord, lambda r: r["slug"])
PLANS = RecordFile("work_plans.json", PlanRecord, lambda r: r["slug"])

FILES: list[RecordFile] = [STRATEGIES, PLANS]
