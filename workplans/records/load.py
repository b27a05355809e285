"""Strategies and work plans: from the records of their files to rows."""

from collections.abc import Mapping

from meetings.records.desk import Desk, refuse
from meetings.records.reading import Entry, Place
from workplans.models import (
    ActionItem,
    PlanVersion,
    PriorityArea,
    ProgressUpdate,
    Strategy,
    StrategyArea,
    WorkPlan,
)

from . import shapes


def load(desk: Desk, records: Mapping[str, list[Entry]]) -> None:
    """Lay strategies, then plans, into the database, once meetings are there.

    Raises: FaultyRecordsError with the faults of the first file that has some.
    """
    desk.lay(records[shapes.STRATEGIES.name], strategy, kind="strategy")
    desk.lay(records[shapes.PLANS.name], plan)


def strategy(desk: Desk, place: Place, record: shapes.StrategyRecord) -> Strategy:
    row = desk.put(
        Strategy,
        place,
        {"slug": record.slug},
        title=record.title,
        body=desk.find("body", record.body, place.at("body")),
        since_year=record.since_year,
        until_year=record.until_year,
        endorsed_at=desk.find("meeting", record.endorsed_at, place.at("endorsed_at")),
        **record.provenance(),
    )
    for number, area in enumerate(record.areas):
        at = place.at(f"areas[{number}]")
        key = {"strategy": row, "number": area.number}
        desk.put_leaf(StrategyArea, at, key, text=area.text)
    return row


def plan(desk: Desk, place: Place, record: shapes.PlanRecord) -> WorkPlan:
    row = desk.put(
        WorkPlan,
        place,
        {"slug": record.slug},
        title=record.title,
        body=desk.find("body", record.body, place.at("body")),
        since_year=record.since_year,
        until_year=record.until_year,
        strategy=desk.find("strategy", record.strategy, place.at("strategy")),
        endorsed_at=desk.find("meeting", record.endorsed_at, place.at("endorsed_at")),
        **record.provenance(),
    )
    for number, version in enumerate(record.versions):
        _version(desk, place.at(f"versions[{number}]"), version, row)
    return row


def _version(
    desk: Desk, place: Place, record: shapes.VersionRecord, plan: WorkPlan
) -> None:
    version = desk.put_part(
        PlanVersion,
        place,
        {"plan": plan, "number": record.number},
        adopted_on=record.adopted_on,
        adopted_at=desk.find("meeting", record.adopted_at, place.at("adopted_at")),
        reason=record.reason,
        **record.provenance(),
    )
    if version is None:
        return
    areas = {}
    for number, area in enumerate(record.areas):
        at = place.at(f"areas[{number}]")
        key = {"version": version, "number": area.number}
        areas[area.number] = desk.put_part(PriorityArea, at, key, text=area.text)
    for number, item in enumerate(record.items):
        at = place.at(f"items[{number}]")
        if item.area is not None and item.area not in areas:
            refuse(at.at("area"), f"this version has no area {item.area}.")
        row = desk.put_part(
            ActionItem,
            at,
            {"version": version, "number": item.number},
            position=number + 1,
            area=areas.get(item.area),
            text=item.text,
            due=item.due,
            due_on=item.due_on,
            measure=item.measure,
            **item.provenance(),
        )
        if row is not None:
            _item_links(desk, at, item, row)


def _item_links(
    desk: Desk, place: Place, record: shapes.ItemRecord, item: ActionItem
) -> None:
    for field in ("leads", "partners"):
        parties = desk.find_all("party", getattr(record, field), place.at(field))
        desk.put_related(item, field, parties)
    for field, kind in (("sessions", "session"), ("outcomes", "outcome")):
        parts = [f"{part.meeting} {part.number}" for part in getattr(record, field)]
        desk.put_related(item, field, desk.find_all(kind, parts, place.at(field)))
    for number, update in enumerate(record.updates):
        _update(desk, place.at(f"updates[{number}]"), update, item)


def _update(
    desk: Desk, place: Place, record: shapes.UpdateRecord, item: ActionItem
) -> None:
    desk.put_leaf(
        ProgressUpdate,
        place,
        {"item": item, "reported_on": record.reported_on},
        status=record.status,
        text=record.text,
        reported_at=desk.find("meeting", record.reported_at, place.at("reported_at")),
        reported_by=desk.find("party", record.reported_by, place.at("reported_by")),
        **record.provenance(),
    )
