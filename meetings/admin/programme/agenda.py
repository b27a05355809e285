"""What the record says of a meeting's programme, and what one may choose from.

As many queries for ten sessions as for one.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from meetings.admin.capacity import Capacities
from meetings.models import (
    Attendance,
    Body,
    ChairTerm,
    Contribution,
    Meeting,
    Outcome,
    Party,
    Session,
)

from .names import Names
from .plugs import PLUGS, Choices
from .values import (
    MEETING,
    OUTCOME,
    SESSION,
    SPEAKER,
    Values,
    digest,
    key_of,
    outcome_values,
    session_values,
    speaker_values,
    speaking_as,
)

Row = Session | Contribution | Outcome


@dataclass(frozen=True, slots=True)
class Recorded:
    row: Row
    values: Values


@dataclass(slots=True)
class Order:
    """The keys of the rows as they follow each other on the page."""

    sessions: list[str] = field(default_factory=list)
    speakers: dict[str, list[str]] = field(default_factory=dict)
    """By the key of their session."""
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    """By the key of their session; those of the whole meeting under ""."""

    def lists(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each list with its name in the form."""
        yield "sessions", self.sessions
        for session, rows in self.speakers.items():
            yield f"{SPEAKER}s:{session}", rows
        for session, rows in self.outcomes.items():
            yield f"{OUTCOME}s:{session}", rows


class Agenda:
    """The rows of a meeting's programme, by key, and their order."""

    def __init__(self, meeting: Meeting, names: Names | None = None) -> None:
        self.meeting = meeting
        self.locked: frozenset[str] = frozenset()
        """The plugs whose choice this editor may see and not change."""
        self.names = names or Names(meeting.starts_on)
        self.rows: dict[str, Recorded] = {}
        self.order = Order(outcomes={"": []})
        sessions = list(
            Session.objects.filter(meeting=meeting).order_by("position", "pk")
        )
        outcomes = list(
            Outcome.objects.filter(meeting=meeting)
            .prefetch_related("asked_of")
            .order_by("position", "pk")
        )
        self._links(sessions, outcomes)
        for session in sessions:
            self._session(session)
        speakers = Contribution.objects.filter(session__meeting=meeting)
        for speaker in speakers.select_related("party", "person__party").order_by(
            "position", "pk"
        ):
            self._speaker(speaker)
        for outcome in outcomes:
            self._outcome(outcome)

    def _links(self, sessions: list[Session], outcomes: list[Outcome]) -> None:
        keys = [row.pk for row in sessions], [row.pk for row in outcomes]
        self._linked = {plug.name: plug.chosen(*keys) for plug in PLUGS}

    def _linked_to(self, kind: str, pk: int) -> Values:
        return {
            plug.name: sorted(self._linked[plug.name].get((kind, pk), ()))
            for plug in PLUGS
        }

    def _session(self, row: Session) -> None:
        key = key_of(SESSION, row.pk)
        values = session_values(row) | self._linked_to(SESSION, row.pk)
        self.rows[key] = Recorded(row, values)
        self.order.sessions.append(key)
        self.order.speakers[key] = []
        self.order.outcomes[key] = []

    def _speaker(self, row: Contribution) -> None:
        key = key_of(SPEAKER, row.pk)
        person = self.names.name_of(row.person) if row.person else ""
        self.rows[key] = Recorded(row, speaker_values(row, person))
        self.order.speakers[key_of(SESSION, row.session_id)].append(key)

    def _outcome(self, row: Outcome) -> None:
        key = key_of(OUTCOME, row.pk)
        asked = (party.name for party in row.asked_of.all())
        values = outcome_values(row, asked) | self._linked_to(OUTCOME, row.pk)
        self.rows[key] = Recorded(row, values)
        session = key_of(SESSION, row.session_id) if row.session_id else ""
        if held := self.rows.get(session):
            row.session = held.row
        self.order.outcomes.setdefault(session, []).append(key)

    def digests(self) -> dict[str, str]:
        """Return what a page carries with it, rows in their order."""
        return {key: digest(held.values) for key, held in self.rows.items()}

    # What there is to choose from

    @property
    def whole(self) -> str:
        """The place of the outcomes of the whole meeting."""
        return key_of(MEETING, self.meeting.pk)

    @cached_property
    def elsewhere(self) -> dict[str, Meeting | Session]:
        """Return the places outside of this meeting, by key: the other events' of the week."""
        if not self.meeting.gathering_id:
            return {}
        events = Meeting.objects.filter(gathering=self.meeting.gathering_id)
        events = events.exclude(pk=self.meeting.pk).order_by("starts_on", "pk")
        rows = Session.objects.filter(meeting__in=events).select_related("meeting")
        sessions = defaultdict(list)
        for session in rows.order_by("position", "pk"):
            sessions[session.meeting_id].append(session)
        found: dict[str, Meeting | Session] = {}
        for event in events:
            found[key_of(MEETING, event.pk)] = event
            found |= {key_of(SESSION, row.pk): row for row in sessions[event.pk]}
        return found

    @cached_property
    def attending(self) -> dict[int, str]:
        """The parties on the attendance list, each with how it is there."""
        rows = Attendance.objects.filter(meeting=self.meeting)
        return dict(rows.values_list("party", "presence"))

    @cached_property
    def _capacities(self) -> Capacities:
        return Capacities(self.meeting)

    @cached_property
    def _chairing(self) -> dict[int, list[str]]:
        found = defaultdict(list)
        if self.meeting.starts_on:
            terms = ChairTerm.objects.on(self.meeting.starts_on).filter(
                body__in=[body.pk for body in self.bodies[: self._convening]]
            )
            for term in terms.select_related("body").order_by("body", "pk"):
                role = term.get_role_display()
                found[term.party_id].append(f"{term.body} {role}")
        return found

    def about(self, party: Party) -> str:
        """Return in what capacity a party is at the meeting, in words."""
        told = [self._capacities.of(party), *self._chairing.get(party.pk, ())]
        presence = self.attending.get(party.pk)
        if not presence:
            told.append("not on the attendance list")
        elif presence == Attendance.Presence.APOLOGIES:
            told.append("sent apologies")
        return ", ".join(filter(None, told))

    @cached_property
    def bodies(self) -> list[Body]:
        """All bodies, those that convene the meeting first."""
        ours = self.meeting.convenings.order_by("position", "pk")
        order = list(ours.values_list("body", flat=True))
        self._convening = len(order)
        found = Body.objects.order_by("abbreviation")
        return sorted(
            found,
            key=lambda body: order.index(body.pk) if body.pk in order else len(order),
        )

    @cached_property
    def capacities_spoken_in(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What one may speak as, by body."""
        return [
            (
                str(body),
                [
                    (speaking_as(role, body.pk), f"{body} {words}")
                    for role, words in Contribution.AsRole.choices
                ],
            )
            for body in self.bodies
        ]

    @cached_property
    def links(self) -> dict[str, Choices]:
        """What may be linked, by the name of the plug."""
        return {
            plug.name: plug.choices(
                self.meeting,
                {key for keys in self._linked[plug.name].values() for key in keys},
            )
            for plug in PLUGS
        }

    def who(self) -> list[tuple[str, str]]:
        """Return names and spellings to offer: those on the list first, then groups."""
        parties = sorted(
            self.names.parties.values(), key=lambda row: row.pk not in self.attending
        )
        there = [row for row in parties if row.pk in self.attending]
        groups = [(words, "a group") for words in Contribution.Group.labels]
        return [
            *((row.name, "on the attendance list") for row in there),
            *groups,
            *((row.name, "") for row in parties[len(there) :]),
            *(
                (spelling, row.name)
                for row in parties
                for spelling in (row.abbreviation, *map(str, row.aliases.all()))
                if spelling and spelling != row.name
            ),
        ]
