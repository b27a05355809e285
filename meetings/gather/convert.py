"""Rows to facts, one by one."""

from collections.abc import Sequence
from datetime import date

from meetings.facts import (
    AppointmentFact,
    BodyFact,
    HeldFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PlanItemFact,
    StatedFigureFact,
)
from meetings.models import Appointment, Body, Meeting, Party, Person


def party_fact(party: Party) -> PartyFact:
    """Return a party without its aliases, which only the vocabulary needs."""
    return PartyFact(
        name=party.name,
        running_name=party.running_name,
        kind=party.kind,
        sort_key=party.sort_key,
        abbreviation=party.abbreviation,
        formal_name=party.formal_name,
        adjective=party.adjective,
        un_system=party.un_system,
    )


def person_fact(person: Person, on: date | None, party: PartyFact) -> PersonFact:
    """Return a person with the title held on a day."""
    held = next(
        (row for row in person.appointments.all() if on and in_force(row, on)), None
    )
    return PersonFact(
        name=person.name,
        party=party,
        honorific=person.honorific,
        title=held.title if held else "",
        unit=held.unit if held else "",
        ministry=held.ministry if held else "",
    )


def in_force(period, on: date) -> bool:
    """The rule of ``PeriodQuerySet.on`` for rows already fetched."""
    return (period.since is None or period.since <= on) and (
        period.until is None or on <= period.until
    )


def body_fact(body: Body) -> BodyFact:
    """Return a body without its other names, which only the vocabulary needs."""
    return BodyFact(body.abbreviation, body.name, body.short_name)


def held_fact(meeting: Meeting) -> HeldFact:
    """Return what texts on other meetings may tell of a dated meeting."""
    return HeldFact(
        slug=meeting.slug,
        title=meeting.title,
        kind=meeting.kind,
        number=meeting.number,
        bodies=frozenset(body.abbreviation for body in meeting.bodies.all()),
        starts_on=meeting.starts_on,
        ends_on=meeting.ends_on,
        precision=meeting.precision,
        city=meeting.city,
    )


def items(rows: Sequence) -> tuple[PlanItemFact, ...]:
    return tuple(
        PlanItemFact(item.version.plan.title, item.number, item.text) for item in rows
    )


def plan_fact(plan) -> PlanFact:
    return PlanFact(
        title=plan.title,
        body=plan.body.abbreviation,
        since_year=plan.since_year,
        until_year=plan.until_year,
        strategy=plan.strategy.title if plan.strategy else "",
    )


def stated_fact(figure) -> StatedFigureFact:
    return StatedFigureFact(
        figure.of, figure.label, figure.value, figure.qualifier, figure.source
    )


def appointment_fact(row: Appointment) -> AppointmentFact:
    return AppointmentFact(row.title, row.unit, row.ministry, row.since, row.until)
