"""The facts of a statement, arranged for the questions that a check asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from meetings.facts import (
    AttendanceFact,
    BodyFact,
    Capacity,
    MeetingFacts,
    PartyFact,
    PersonFact,
    PlanFact,
    StatementFacts,
)
from meetings.reports import union
from meetings.statements import events

from .reading import fold


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a meeting, or of several, as far as they are known."""

    first: date
    last: date
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class Group:
    """The parties that a label may mean, the likeliest first. Never empty of choices."""

    label: str
    choices: tuple[frozenset[str], ...]
    capacity: Capacity | None = None
    states: bool | None = None
    """Whether it is of states only, or of organisations only; None if of either."""

    def best(self, listed: frozenset[str]) -> frozenset[str]:
        """Return the choice that a list comes nearest to."""
        if listed in self.choices:
            return listed
        return max(self.choices, key=lambda choice: _likeness(choice, listed))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


class Record:
    """What the facts say. ``week`` holds the covered meetings and their neighbours."""

    def __init__(self, facts: StatementFacts | tuple[MeetingFacts, ...]) -> None:
        if isinstance(facts, StatementFacts):
            self.covered = facts.meetings
            week = facts.week
            self.host = facts.host
        else:
            self.covered, week, self.host = tuple(facts), (), None
        self.groups: dict[str, Group | None] = {}
        """What labels were found to mean."""
        slugs = {meeting.slug for meeting in self.covered}
        others = [meeting for meeting in week if meeting.slug not in slugs]
        self.week = tuple(
            sorted([*self.covered, *others], key=lambda row: row.starts_on or date.max)
        )

    @cached_property
    def rows(self) -> dict[str, AttendanceFact]:
        """Who attended any covered meeting, or sent apologies, by name."""
        return {row.party.name: row for row in union(self.covered)}

    @cached_property
    def present(self) -> dict[str, AttendanceFact]:
        return {name: row for name, row in self.rows.items() if row.present}

    @cached_property
    def by_capacity(self) -> dict[Capacity, frozenset[str]]:
        """Who was present in each capacity, by name."""
        found: dict[Capacity, set[str]] = {}
        for name, row in self.present.items():
            found.setdefault(row.capacity, set()).add(name)
        return {capacity: frozenset(names) for capacity, names in found.items()}

    @cached_property
    def present_in_week(self) -> frozenset[str]:
        return frozenset(row.party.name for row in union(self.week) if row.present)

    @cached_property
    def complete(self) -> bool:
        """Whether a party that is not recorded did not attend.

        Site visits are left out: nobody lists those who went along.
        """
        listed = [row for row in self.covered if row.kind != "site_visit"]
        return bool(listed or self.covered) and all(
            row.list_status == "complete" and row.attendance
            for row in listed or self.covered
        )

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Parties that chair, host or speak, whether or not they are on the list."""
        return frozenset(party.name for party in _speakers(self.week)) | (
            {self.host.name} if self.host else set()
        )

    @cached_property
    def chairs(self) -> tuple[PartyFact, ...]:
        return events.chairing(self.covered)

    @cached_property
    def people(self) -> tuple[PersonFact, ...]:
        """The persons of the record, as they were titled on the days of the week."""
        people: list[PersonFact] = []
        for meeting in self.week:
            people += [row.person for row in meeting.chairs if row.person]
            for session in meeting.sessions:
                people += [row.person for row in session.contributions if row.person]
        return tuple(dict.fromkeys(people))

    @cached_property
    def plans(self) -> tuple[PlanFact, ...]:
        return tuple(
            dict.fromkeys(
                plan for row in self.week for plan in (*row.endorsed, *row.plans)
            )
        )

    @cached_property
    def own_words(self) -> str:
        """What the record says in words that a statement takes over as they stand."""
        return "\n".join(fold(words) for row in self.week for words in _words(row))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Abbreviations of the bodies that convene or co-host the covered meetings."""
        return frozenset(
            row.body.abbreviation
            for meeting in self.covered
            for row in meeting.convenings
        )

    @cached_property
    def neighbours(self) -> tuple[MeetingFacts, ...]:
        """Meetings of the week that others held: a text need not speak of them."""
        ours = self._of_our_bodies()
        return tuple(row for row in self.week if row not in ours)

    def days(self, *, whole_week: bool) -> tuple[Span, ...]:
        """Return the spans that a sentence on the whole may state."""
        groups = [self.covered, self._of_our_bodies()]
        groups += [self.week] if whole_week else []
        spans = [span_of(meetings) for meetings in groups]
        return tuple(dict.fromkeys(span for span in spans if span))

    @cached_property
    def first_day(self) -> date | None:
        span = span_of(self.covered)
        return span.first if span else None

    def of_body(self, abbreviation: str) -> tuple[MeetingFacts, ...]:
        return tuple(
            row
            for row in self.week
            if any(held.body.abbreviation == abbreviation for held in row.convenings)
        )

    def _of_our_bodies(self) -> tuple[MeetingFacts, ...]:
        ours = {body.abbreviation for body in events.speaking(self.covered)}
        slugs = {meeting.slug for meeting in self.covered}
        return tuple(
            row
            for row in self.week
            if row.slug in slugs or ours & {body.abbreviation for body in _bodies(row)}
        )


def span_of(meetings: Iterable[MeetingFacts]) -> Span | None:
    """Return the days from the first to the last of the meetings that are dated.

    Of those whose days are known, if any is.
    """
    dated = [
        (row.starts_on, row.ends_on or row.starts_on, row.precision)
        for row in meetings
        if row.starts_on
    ]
    if not dated:
        return None
    dated = [row for row in dated if row[2] == "day"] or dated
    vague = [precision for _, _, precision in dated if precision != "day"]
    coarsest = "year" if "year" in vague else vague[0] if vague else "day"
    return Span(
        min(first for first, _, _ in dated),
        max(last for _, last, _ in dated if last),
        coarsest,
    )


def _words(meeting: MeetingFacts) -> Iterator[str]:
    yield from (meeting.title, meeting.summary, meeting.theme)
    for session in meeting.sessions:
        yield from (session.title, session.topics, session.summary)
    yield from (outcome.text for outcome in meeting.outcomes)
    for plan in (*meeting.endorsed, *meeting.plans):
        yield from (plan.title, plan.strategy)


def _bodies(meeting: MeetingFacts) -> tuple[BodyFact, ...]:
    return events.speaking([meeting])


def _speakers(meetings: Iterable[MeetingFacts]) -> Iterator[PartyFact]:
    for meeting in meetings:
        yield from (row.party for row in meeting.chairs)
        for session in meeting.sessions:
            for row in session.contributions:
                if row.party:
                    yield row.party
                if row.person:
                    yield row.person.party
