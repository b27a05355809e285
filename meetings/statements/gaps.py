"""What the record lacks for a whole statement: what, where, and in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.facts import ChairFact, MeetingFacts, SessionFact

from . import events

_SPOKEN = {"opening", "address", "update", "panel", "presentation", "case_study"}
"""Kinds of session that somebody speaks in; in the others delegates talk together."""
_AFTERWARDS = {"attendance", "sessions", "speaker", "content"}
"""What nobody can enter before the meeting is held."""


@dataclass(frozen=True, slots=True)
class Place:
    """The record to mend, and its field or rows.

    ``kind`` is meeting, session, body or person; ``key`` its slug, its meeting's slug
    and place in the agenda from 0, its abbreviation, or its name and its party's.
    """

    kind: str
    key: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not recorded.

    ``needed``: a statement cannot be whole without it. The rest would make it fuller,
    or is to be looked at before it is sent.
    """

    what: str
    about: str
    words: str
    place: Place
    needed: bool = False


def missing(meetings: Sequence[MeetingFacts]) -> Iterator[Gap]:
    """Yield what the record lacks for a statement on the meetings."""
    for meeting in meetings:
        yield from _needed(meeting)
        yield from _of_the_meeting(meeting)
        yield from _of_its_sessions(meeting)
    for chair in events.chairs(meetings):
        yield from _of_the_chair(chair)


def to_mend(meetings: Sequence[MeetingFacts]) -> tuple[Gap, ...]:
    """Return what can be mended today, each once, what is needed first.

    Of a meeting that is yet to come nobody knows the attendance; one that was cancelled
    or postponed has no statement.
    """
    told = [row for row in meetings if row.status in {"held", "planned"}]
    ahead = {row.slug for row in told if row.status == "planned"}
    found = [
        gap
        for gap in dict.fromkeys(missing(told))
        if not (gap.what in _AFTERWARDS and gap.place.key[0] in ahead)
    ]
    return tuple(sorted(found, key=lambda gap: not gap.needed))


def _needed(meeting: MeetingFacts) -> Iterator[Gap]:
    if meeting.starts_on is None:
        yield _gap(meeting, "date", "no date is recorded.", "starts_on", needed=True)
    if not meeting.present:
        words = "no attendance is recorded."
        yield _gap(meeting, "attendance", words, "attendances", needed=True)
    if not events.chairs([meeting]):
        words = "no co-chair is recorded for its first day."
        place = Place("meeting", (meeting.slug,), "convenings")
        for body in events.speaking([meeting])[:1]:
            place = Place("body", (body.abbreviation,), "chair_terms")
        yield Gap("co-chair", meeting.title, words, place, needed=True)


def _of_the_meeting(meeting: MeetingFacts) -> Iterator[Gap]:
    bodies = events.speaking([meeting])
    if not bodies:
        yield _gap(meeting, "body", "no body convenes it.", "convenings")
    chaired = {chair.body for chair in events.chairs([meeting])}
    for body in bodies:
        if chaired and body.abbreviation not in chaired:
            words = f"no co-chair is recorded on the first day of {meeting.title}."
            place = Place("body", (body.abbreviation,), "chair_terms")
            yield Gap("co-chair", body.abbreviation, words, place)
    if meeting.starts_on and meeting.precision != "day":
        words = f"only the {meeting.precision} of its dates is known."
        yield _gap(meeting, "date", words, "precision")
    if meeting.format not in {"virtual", "operation"}:
        if not meeting.city:
            yield _gap(meeting, "city", "no city is recorded.", "city")
        if meeting.country is None:
            yield _gap(meeting, "country", "no country is recorded.", "country")
    if meeting.kind == "annual_meeting" and meeting.number is None:
        yield _gap(
            meeting, "number", "its number in the series is not given.", "number"
        )
    if meeting.kind == "regional_event" and not meeting.theme:
        yield _gap(meeting, "theme", "no theme is recorded.", "theme")
    if meeting.present and meeting.list_status == "partial":
        words = "its attendance is marked partial: some attended who are not listed."
        yield _gap(meeting, "attendance", words, "list_status")
    if meeting.unverified:
        yield _gap(meeting, "unverified", "it is marked unverified.", "unverified")


def _of_its_sessions(meeting: MeetingFacts) -> Iterator[Gap]:
    if not meeting.sessions and meeting.kind != "site_visit":
        yield _gap(meeting, "sessions", "no session is recorded.", "sessions")
    for place, session in enumerate(meeting.sessions):
        where = (meeting.slug, str(place))
        about = f"{meeting.title}, {session.title}"
        if session.kind in _SPOKEN and not session.contributions:
            words = "nobody is recorded as speaking."
            rows = Place("session", where, "contributions")
            yield Gap("speaker", about, words, rows)
        if not _told(session):
            words = "neither topics nor a summary say what it dealt with."
            yield Gap("content", about, words, Place("session", where, "topics"))


def _of_the_chair(chair: ChairFact) -> Iterator[Gap]:
    person = chair.person
    if person is None:
        words = f"the co-chair of {chair.party.running_name} is not named."
        place = Place("body", (chair.body,), "chair_terms")
        yield Gap("person", chair.body, words, place, needed=True)
    elif not person.title:
        words = "no title is recorded on the day."
        place = Place("person", (person.name, person.party.name), "appointments")
        yield Gap("title", person.name, words, place, needed=True)


def _told(session: SessionFact) -> bool:
    return bool(session.topics or session.summary)


def _gap(
    meeting: MeetingFacts, what: str, words: str, part: str, *, needed: bool = False
) -> Gap:
    place = Place("meeting", (meeting.slug,), part)
    return Gap(what, meeting.title, words, place, needed)
