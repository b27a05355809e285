"""Which records a composed passage comes from, and where they are kept."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse

from meetings.facts import BALI_PROCESS
from meetings.models import Body, Gathering, Meeting, Session
from meetings.permissions import may_edit_record, may_import_attendance
from meetings.statements import events
from meetings.statements.draft import Sentence
from meetings.workbench import Standing


class Source(NamedTuple):
    """A record in words, and its page: in the admin for those who keep the record."""

    words: str
    url: str


class Origin(NamedTuple):
    """Sentences of a passage, and the records that they come from."""

    words: str
    sources: tuple[Source, ...]


class Provenance:
    """The records of one statement, fetched once, for one reader."""

    def __init__(self, standing: Standing, user) -> None:
        self._facts = standing.facts_then
        self._staff = may_edit_record(user)
        told = {row.slug for row in (*self._facts.meetings, *self._facts.week)}
        seen = Meeting.objects.visible_to(user).filter(slug__in=told)
        self._meetings = {meeting.slug: meeting for meeting in seen}
        self._bodies = {body.abbreviation: body for body in Body.objects.all()}
        self._may_record = may_import_attendance(user)
        weeks = Gathering.objects.visible_to(user)
        week = weeks.filter(meetings__statements=standing.statement)
        self._gathering = week.distinct().first()
        sessions = Session.objects.visible_to(user).filter(meeting__in=seen)
        self._sessions = {
            (session.meeting.slug, session.title): session
            for session in sessions.select_related("meeting")
        }

    def origins(self, sentences: Iterable[Sentence]) -> tuple[Origin, ...]:
        """Return what each of the sentences comes from; together where it is the same."""
        rows = [
            (tuple(dict.fromkeys(self._of(sentence.about))), sentence.text)
            for sentence in sentences
        ]
        return tuple(
            Origin(" ".join(text for _, text in told), sources)
            for sources, told in groupby(rows, key=lambda row: row[0])
            if sources
        )

    def _of(self, about: str) -> Iterator[Source]:
        kind, _, rest = about.partition(":")
        if kind == "meeting":
            slug, _, part = rest.partition("/")
            yield from self._of_meeting(slug, part)
        elif kind == "attendance":
            yield from self._attendance(rest)
        elif kind == "chairs":
            yield from (
                self._body(body.abbreviation, "Chairs", "chairs")
                for body in events.speaking(self._facts.meetings)
                if body.abbreviation in self._bodies
            )
        elif kind == "host" and self._gathering:
            yield Source(f"Host of {self._gathering}", self._page(self._gathering))
        else:
            told = self._facts.week or self._facts.meetings
            for meeting in told if kind == "meetings" else self._facts.meetings:
                yield from self._of_meeting(meeting.slug, "")

    def _of_meeting(self, slug: str, part: str) -> Iterator[Source]:
        meeting = self._meetings.get(slug)
        if meeting is None:  # covered no longer, or not for this reader
            return
        kind, _, place = part.partition(":")
        session = self._session(slug, place) if kind == "session" else None
        if session is not None:
            address = self._page(session, f"#session-{session.pk}", meeting)
            yield Source(f"Session “{session.title}”", address)
        elif kind == "outcomes":
            yield Source(f"Outcomes of {meeting}", self._page(meeting, "#outcomes"))
        else:
            yield Source(str(meeting), self._page(meeting))

    def _session(self, slug: str, place: str) -> Session | None:
        """Return the session that stood there; by its title, for others may come first."""
        for fact in self._facts.meetings:
            if fact.slug == slug:
                title = fact.sessions[int(place)].title
                return self._sessions.get((slug, title))
        return None

    def _attendance(self, capacity: str) -> Iterator[Source]:
        for fact in self._facts.meetings:
            meeting = self._meetings.get(fact.slug)
            if meeting is None:
                continue
            address = f"{meeting.get_absolute_url()}#attendance"
            if self._may_record:
                address = reverse(
                    "admin:meetings_meeting_attendance", args=[meeting.pk]
                )
            yield Source(f"Attendance of {meeting}", address)
        bodies = [row.abbreviation for row in events.speaking(self._facts.meetings)]
        lists = {
            "member": bodies,
            "bali_process_member": [self._facts.forum.abbreviation],
            "bali_process_observer": [self._facts.forum.abbreviation],
            "counted": [*bodies, self._facts.forum.abbreviation],
        }
        for body in lists.get(capacity, ()):
            if body in self._bodies:
                yield self._body(body, "Members", "members")

    def _body(self, abbreviation: str, what: str, anchor: str) -> Source:
        body = self._bodies[abbreviation]
        name = body.short_name if abbreviation == BALI_PROCESS else abbreviation
        return Source(f"{what} of {name}", self._page(body, f"#{anchor}"))

    def _page(self, record, anchor: str = "", shown_on=None) -> str:
        """Return where the record is kept, for readers the page that shows it."""
        if self._staff:
            name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
            return reverse(name, args=[record.pk])
        return f"{(shown_on or record).get_absolute_url()}{anchor}"
