"""A meeting with all that hangs on it: from one record of a file to its rows."""

from meetings.models import (
    Attendance,
    Contribution,
    Convening,
    Delegate,
    Document,
    Meeting,
    Outcome,
    Session,
    StatedFigure,
)

from . import shapes
from .desk import Desk, refuse
from .reading import Place


def meeting(desk: Desk, place: Place, record: shapes.MeetingRecord) -> Meeting:
    for part, rows in (("session", record.sessions), ("outcome", record.outcomes)):
        for number in range(1, len(rows) + 1):
            desk.name(part, f"{record.slug} {number}", None)  # until it is placed
    row = _meeting(desk, place, record)
    _convenings(desk, place, record, row)
    _figures(desk, place, record, row)
    _attendance(desk, place, record, row)
    sessions = _sessions(desk, place, record, row)
    _outcomes(desk, place, record, row, sessions)
    _documents(desk, place, record, row)
    return row


def _meeting(desk: Desk, place: Place, record: shapes.MeetingRecord) -> Meeting:
    return desk.put(
        Meeting,
        place,
        {"slug": record.slug},
        title=record.title,
        kind=record.kind,
        series=desk.find("series", record.series, place.at("series")),
        number=record.number,
        theme=record.theme,
        starts_on=record.starts_on,
        ends_on=record.ends_on,
        precision=record.precision,
        city=record.city,
        country=desk.find("party", record.country, place.at("country")),
        format=record.format,
        status=record.status,
        gathering=desk.find("gathering", record.gathering, place.at("gathering")),
        summary=record.summary,
        list_status=record.list_status,
        visibility=record.visibility,
        attendance_visibility=record.attendance_visibility,
        content_visibility=record.content_visibility,
        **record.provenance(),
    )


def _convenings(
    desk: Desk, place: Place, record: shapes.MeetingRecord, row: Meeting
) -> None:
    roles = [
        ("bodies", number, Convening.Role.CONVENES, name)
        for number, name in enumerate(record.bodies)
    ]
    roles += [
        ("co_hosts", number, Convening.Role.CO_HOSTS, name)
        for number, name in enumerate(record.co_hosts)
    ]
    for position, (field, number, role, name) in enumerate(roles):
        at = place.at(f"{field}[{number}]")
        key = {"meeting": row, "body": desk.find("body", name, at)}
        desk.put_leaf(Convening, at, key, role=role, position=position)


def _figures(
    desk: Desk, place: Place, record: shapes.MeetingRecord, row: Meeting
) -> None:
    for number, figure in enumerate(record.stated_figures):
        desk.put_leaf(
            StatedFigure,
            place.at(f"stated_figures[{number}]"),
            {"meeting": row, "label": figure.label, "source": figure.source},
            of=figure.of,
            value=figure.value,
            qualifier=figure.qualifier,
        )


def _attendance(
    desk: Desk, place: Place, record: shapes.MeetingRecord, row: Meeting
) -> None:
    for number, one in enumerate(record.attendance):
        at = place.at(f"attendance[{number}]")
        party = desk.find("party", one.party, at.at("party"))
        put = desk.put_part if one.delegates else desk.put_leaf
        attendance = put(
            Attendance,
            at,
            {"meeting": row, "party": party},
            presence=one.presence,
            level=one.level,
            mode=one.mode,
            delegation_size=one.delegation_size,
            capacity_override=one.capacity_override,
            override_reason=one.override_reason,
            note=one.note,
        )
        for seat, delegate in enumerate(one.delegates):
            _delegate(desk, at.at(f"delegates[{seat}]"), delegate, attendance)


def _delegate(
    desk: Desk,
    place: Place,
    record: shapes.DelegateRecord,
    attendance: Attendance | None,
) -> None:
    person = desk.find("person", record.person, place.at("person"))
    if attendance is not None:
        key = {"attendance": attendance, "person": person}
        desk.put_leaf(Delegate, place, key, role=record.role)


def _sessions(
    desk: Desk, place: Place, record: shapes.MeetingRecord, row: Meeting
) -> list[Session | None]:
    rows = []
    for number, one in enumerate(record.sessions):
        at = place.at(f"sessions[{number}]")
        session = desk.put_part(
            Session,
            at,
            {"meeting": row, "position": number + 1},
            title=one.title,
            kind=one.kind,
            topics=one.topics,
            summary=one.summary,
            **one.provenance(),
        )
        if session is not None:
            for seat, contribution in enumerate(one.contributions):
                spot = at.at(f"contributions[{seat}]")
                _contribution(desk, spot, contribution, session, seat + 1)
        rows.append(session)
        desk.name("session", f"{record.slug} {number + 1}", session)
    return rows


def _contribution(
    desk: Desk,
    place: Place,
    record: shapes.ContributionRecord,
    session: Session,
    position: int,
) -> None:
    desk.put_leaf(
        Contribution,
        place,
        {"session": session, "position": position},
        role=record.role,
        party=desk.find("party", record.party, place.at("party")),
        person=desk.find("person", record.person, place.at("person")),
        group=record.group,
        unit=record.unit,
        as_role=record.as_role,
        as_body=desk.find("body", record.as_body, place.at("as_body")),
    )


def _outcomes(
    desk: Desk,
    place: Place,
    record: shapes.MeetingRecord,
    row: Meeting,
    sessions: list[Session | None],
) -> None:
    for number, one in enumerate(record.outcomes):
        at = place.at(f"outcomes[{number}]")
        outcome = desk.put_part(
            Outcome,
            at,
            {"meeting": row, "position": number + 1},
            kind=one.kind,
            text=one.text,
            session=_session(desk, at.at("session"), one.session, sessions),
            due_on=one.due_on,
            state=one.state,
            **one.provenance(),
        )
        if outcome is not None:
            asked = desk.find_all("party", one.asked_of, at.at("asked_of"))
            desk.put_related(outcome, "asked_of", asked)
        desk.name("outcome", f"{record.slug} {number + 1}", outcome)


def _session(
    desk: Desk, place: Place, number: int | None, sessions: list[Session | None]
) -> Session | None:
    if number is None:
        return None
    if not 1 <= number <= len(sessions):
        refuse(place, f"there is no session {number}; sessions count from 1.")
    return sessions[number - 1]


def _documents(
    desk: Desk, place: Place, record: shapes.MeetingRecord, row: Meeting
) -> None:
    for number, one in enumerate(record.documents):
        desk.put_leaf(
            Document,
            place.at(f"documents[{number}]"),
            {"meeting": row, "title": one.title},
            kind=one.kind,
            url=one.url,
            dated_on=one.dated_on,
            visibility=one.visibility,
            **one.provenance(),
        )
