"""Parties, people, bodies, memberships, weeks, statements, activities: file to row."""

from collections.abc import Mapping

from meetings.models import (
    Activity,
    ActivityFigure,
    Appointment,
    Body,
    BodyName,
    ChairTerm,
    Coverage,
    Gathering,
    Membership,
    Party,
    PartyAlias,
    Person,
    PersonAlias,
    Publication,
    Series,
    Statement,
    TraineeCount,
)

from . import shapes
from .desk import Desk
from .load_meetings import meeting
from .reading import Entry, Place


def load(desk: Desk, records: Mapping[str, list[Entry]]) -> None:
    """Lay the records of all files into the database, each file after what it names.

    Raises: FaultyRecordsError with the faults of the first file that has some.
    """
    desk.lay(records[shapes.PARTIES.name], party, kind="party", named_by="name")
    desk.lay(records[shapes.PEOPLE.name], person, kind="person")
    desk.lay(records[shapes.BODIES.name], body, kind="body", named_by="abbreviation")
    desk.lay(records[shapes.MEMBERSHIPS.name], membership)
    desk.lay(records[shapes.CHAIR_TERMS.name], chair_term)
    desk.lay(records[shapes.SERIES.name], series, kind="series")
    desk.lay(records[shapes.GATHERINGS.name], gathering, kind="gathering")
    desk.lay(records[shapes.MEETINGS.name], meeting, kind="meeting")
    desk.lay(records[shapes.STATEMENTS.name], statement)
    desk.lay(records[shapes.PUBLICATIONS.name], publication)
    desk.lay(records[shapes.ACTIVITIES.name], activity)
    desk.lay(records[shapes.ACTIVITY_FIGURES.name], activity_figure)


def party(desk: Desk, place: Place, record: shapes.PartyRecord) -> Party:
    row = desk.put(
        Party,
        place,
        {"slug": record.slug},
        name=record.name,
        running_name=record.running_name,
        formal_name=record.formal_name,
        adjective=record.adjective,
        abbreviation=record.abbreviation,
        kind=record.kind,
        sort_key=record.sort_key,
        iso_code=record.iso_code,
        un_system=record.un_system,
        **record.provenance(),
    )
    for number, alias in enumerate(record.aliases):
        desk.put_leaf(
            PartyAlias, place.at(f"aliases[{number}]"), {"name": alias}, party=row
        )
    return row


def person(desk: Desk, place: Place, record: shapes.PersonRecord) -> Person:
    row = desk.put(
        Person,
        place,
        {"slug": record.slug},
        name=record.name,
        honorific=record.honorific,
        party=desk.find("party", record.party, place.at("party")),
        **record.provenance(),
    )
    for number, alias in enumerate(record.aliases):
        at = place.at(f"aliases[{number}]")
        desk.put_leaf(PersonAlias, at, {"person": row, "name": alias})
    for number, held in enumerate(record.appointments):
        desk.put_part(
            Appointment,
            place.at(f"appointments[{number}]"),
            {"person": row, "since": held.since},
            until=held.until,
            title=held.title,
            unit=held.unit,
            ministry=held.ministry,
            **held.provenance(),
        )
    return row


def body(desk: Desk, place: Place, record: shapes.BodyRecord) -> Body:
    """A body stands in its file after its parent and the body it takes members from."""
    row = desk.put(
        Body,
        place,
        {"slug": record.slug},
        abbreviation=record.abbreviation,
        name=record.name,
        short_name=record.short_name,
        parent=desk.find("body", record.parent, place.at("parent")),
        members_from=desk.find("body", record.members_from, place.at("members_from")),
        party=desk.find("party", record.party, place.at("party")),
        mandate=record.mandate,
        established=record.established,
        ended=record.ended,
        **record.provenance(),
    )
    for number, name in enumerate(record.names):
        desk.put_leaf(
            BodyName,
            place.at(f"names[{number}]"),
            {"body": row, "name": name.name},
            since=name.since,
            until=name.until,
        )
    return row


def membership(desk: Desk, place: Place, record: shapes.MembershipRecord) -> Membership:
    key = {
        "body": desk.find("body", record.body, place.at("body")),
        "party": desk.find("party", record.party, place.at("party")),
        "since": record.since,
    }
    return desk.put(
        Membership,
        place,
        key,
        until=record.until,
        status=record.status,
        **record.provenance(),
    )


def chair_term(desk: Desk, place: Place, record: shapes.ChairTermRecord) -> ChairTerm:
    key = {
        "body": desk.find("body", record.body, place.at("body")),
        "party": desk.find("party", record.party, place.at("party")),
        "role": record.role,
        "since": record.since,
    }
    return desk.put(
        ChairTerm,
        place,
        key,
        until=record.until,
        person=desk.find("person", record.person, place.at("person")),
        **record.provenance(),
    )


def series(desk: Desk, place: Place, record: shapes.SeriesRecord) -> Series:
    key = {"slug": record.slug}
    return desk.put(Series, place, key, name=record.name)


def gathering(desk: Desk, place: Place, record: shapes.GatheringRecord) -> Gathering:
    return desk.put(
        Gathering,
        place,
        {"slug": record.slug},
        title=record.title,
        host=desk.find("party", record.host, place.at("host")),
        theme=record.theme,
        **record.provenance(),
    )


def statement(desk: Desk, place: Place, record: shapes.StatementRecord) -> Statement:
    row = desk.put(
        Statement,
        place,
        {"slug": record.slug},
        title=record.title,
        house_style=record.house_style,
        **record.provenance(),
    )
    for number, slug in enumerate(record.meetings):
        at = place.at(f"meetings[{number}]")
        key = {"statement": row, "meeting": desk.find("meeting", slug, at)}
        desk.put_leaf(Coverage, at, key)
    return row


def publication(
    desk: Desk, place: Place, record: shapes.PublicationRecord
) -> Publication:
    return desk.put(
        Publication,
        place,
        {"title": record.title},
        kind=record.kind,
        body=desk.find("body", record.body, place.at("body")),
        year=record.year,
        url=record.url,
        launched_at=desk.find("meeting", record.launched_at, place.at("launched_at")),
        **record.provenance(),
    )


def activity(desk: Desk, place: Place, record: shapes.ActivityRecord) -> Activity:
    name = f"{record.body} {record.year}: {record.title}"
    desk.name("activity", name, None)  # until it is placed
    row = desk.put(
        Activity,
        place,
        {
            "body": desk.find("body", record.body, place.at("body")),
            "year": record.year,
            "title": record.title,
        },
        kind=record.kind,
        starts_on=record.starts_on,
        ends_on=record.ends_on,
        city=record.city,
        meeting=desk.find("meeting", record.meeting, place.at("meeting")),
        **record.provenance(),
    )
    desk.name("activity", name, row)
    for number, trainees in enumerate(record.trainees):
        at = place.at(f"trainees[{number}]")
        trained = desk.find("party", trainees.party, at.at("party"))
        desk.put_leaf(
            TraineeCount,
            at,
            {"activity": row, "party": trained},
            practitioners=trainees.practitioners,
        )
    return row


def activity_figure(
    desk: Desk, place: Place, record: shapes.ActivityFigureRecord
) -> ActivityFigure:
    name = record.activity and f"{record.body} {record.year}: {record.activity}"
    key = {
        "body": desk.find("body", record.body, place.at("body")),
        "year": record.year,
        "label": record.label,
    }
    return desk.put(
        ActivityFigure,
        place,
        key,
        value=record.value,
        qualifier=record.qualifier,
        activity=desk.find("activity", name, place.at("activity")),
        **record.provenance(),
    )
