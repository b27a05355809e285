"""Meetings with all that hangs on them, fetched once and turned into facts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from meetings.facts import (
    AttendanceFact,
    Capacity,
    ChairFact,
    ContributionFact,
    ConveningFact,
    Level,
    MeetingFacts,
    OutcomeFact,
    PartyFact,
    PersonFact,
    PlanFact,
    SessionFact,
)
from meetings.models import (
    Attendance,
    ChairTerm,
    Contribution,
    Convening,
    Meeting,
    Outcome,
    Party,
    Person,
    Session,
)
from meetings.models.visibility import Visibility

from .capacities import Capacities, bodies_of
from .convert import (
    body_fact,
    in_force,
    items,
    party_fact,
    person_fact,
    plan_fact,
    stated_fact,
)


class Gathered:
    """Meetings with all that hangs on them, fetched once and turned into facts."""

    def __init__(
        self,
        meetings: QuerySet[Meeting],
        user,
        *,
        party: Party | None = None,
        to_be_told: bool = False,
    ):
        """``to_be_told`` leaves out what is for the secretariat alone, whoever asks."""
        if user is not None:
            meetings = meetings.visible_to(user)
        self._user, self._to_be_told = user, to_be_told
        self._meetings = sorted(
            self._fetch(meetings, party),
            key=lambda held: (held.starts_on or date.max, held.pk),
        )
        self.keys = [meeting.pk for meeting in self._meetings]
        self._parties: dict[int, PartyFact] = {}
        self._capacities = Capacities(
            body for meeting in self._meetings for body in bodies_of(meeting)
        )
        self._load_chairs()
        self._attendance_open = self._open_to_user("attendance_visibility")
        self._content_open = self._open_to_user("content_visibility")

    def facts(self) -> tuple[MeetingFacts, ...]:
        """Return the facts of the meetings by their days; those without days come last."""
        return tuple(self._facts(meeting) for meeting in self._meetings)

    def _fetch(
        self, meetings: QuerySet[Meeting], party: Party | None
    ) -> QuerySet[Meeting]:
        attendances = Attendance.objects.select_related("party")
        if party is not None:
            attendances = attendances.filter(party=party)
        contributions = Contribution.objects.select_related(
            "party", "person__party", "as_body"
        ).prefetch_related("person__appointments")
        item = "action_items__version__plan"
        return (
            meetings.select_related("series", "country", "gathering")
            .distinct()
            .prefetch_related(
                Prefetch(
                    "convenings",
                    Convening.objects.select_related("body").order_by("position", "pk"),
                ),
                "convenings__body__work_plans__strategy",
                Prefetch("attendances", attendances.order_by("pk")),
                Prefetch("sessions", Session.objects.order_by("position", "pk")),
                Prefetch(
                    "sessions__contributions", contributions.order_by("position", "pk")
                ),
                f"sessions__{item}",
                Prefetch("outcomes", Outcome.objects.order_by("position", "pk")),
                "outcomes__asked_of",
                f"outcomes__{item}",
                "plans_endorsed__strategy",
                "plans_endorsed__body",
                "stated_figures",
            )
        )

    def _load_chairs(self) -> None:
        bodies = {
            row.body_id for held in self._meetings for row in held.convenings.all()
        }
        self._chairs = list(
            ChairTerm.objects.filter(body__in=bodies)
            .select_related("body", "party", "person__party")
            .prefetch_related("person__appointments")
            .order_by("body", "party__sort_key", "role", "pk")
        )

    def _open_to_user(self, level: str) -> set[int]:
        if self._to_be_told:
            return {
                held.pk
                for held in self._meetings
                if getattr(held, level) != Visibility.SECRETARIAT
            }
        if self._user is None:
            return set(self.keys)
        rows = Meeting.objects.filter(pk__in=self.keys).seen_at(self._user, level)
        return set(rows.values_list("pk", flat=True))

    def _facts(self, meeting: Meeting) -> MeetingFacts:
        listed = meeting.pk in self._attendance_open
        told = meeting.pk in self._content_open
        on = meeting.starts_on
        return MeetingFacts(
            slug=meeting.slug,
            title=meeting.title,
            kind=meeting.kind,
            starts_on=on,
            ends_on=meeting.ends_on,
            precision=meeting.precision,
            status=meeting.status,
            series=meeting.series.name if meeting.series else "",
            number=meeting.number,
            theme=meeting.theme,
            summary=meeting.summary if told else "",
            city=meeting.city,
            country=self._party(meeting.country),
            format=meeting.format,
            convenings=tuple(
                ConveningFact(body_fact(row.body), row.role == Convening.Role.CONVENES)
                for row in meeting.convenings.all()
            ),
            chairs=tuple(self._chairs_on(meeting)) if on else (),
            attendance=tuple(self._attendance(meeting)) if listed else (),
            list_status=meeting.list_status if listed else "withheld",
            sessions=tuple(self._sessions(meeting)) if told else (),
            outcomes=tuple(self._outcomes(meeting)) if told else (),
            endorsed=tuple(map(plan_fact, meeting.plans_endorsed.all()))
            if told
            else (),
            plans=tuple(_plans_in_force(meeting)),
            stated=tuple(map(stated_fact, meeting.stated_figures.all()))
            if listed
            else (),
            sources=tuple(meeting.source_list),
            unverified=meeting.unverified,
        )

    def _party(self, party: Party | None) -> PartyFact | None:
        if party is None:
            return None
        if party.pk not in self._parties:
            self._parties[party.pk] = party_fact(party)
        return self._parties[party.pk]

    def _person(self, person: Person | None, on: date | None) -> PersonFact | None:
        if person is None:
            return None
        return person_fact(person, on, self._party(person.party))

    def _attendance(self, meeting: Meeting) -> Iterable[AttendanceFact]:
        bodies = bodies_of(meeting)
        for row in meeting.attendances.all():
            derived = self._capacities.of(row.party, bodies, meeting.starts_on)
            yield AttendanceFact(
                party=self._party(row.party),
                capacity=Capacity(row.capacity_override or derived),
                present=row.presence == Attendance.Presence.PRESENT,
                level=Level(row.level) if row.level else None,
                mode=row.mode,
                delegation_size=row.delegation_size,
                override_reason=row.override_reason,
            )

    def _chairs_on(self, meeting: Meeting) -> Iterable[ChairFact]:
        for convening in meeting.convenings.all():
            for term in self._chairs:
                if term.body_id == convening.body_id and in_force(
                    term, meeting.starts_on
                ):
                    yield ChairFact(
                        body=term.body.abbreviation,
                        role=term.role,
                        party=self._party(term.party),
                        person=self._person(term.person, meeting.starts_on),
                    )

    def _sessions(self, meeting: Meeting) -> Iterable[SessionFact]:
        for session in meeting.sessions.all():
            yield SessionFact(
                title=session.title,
                kind=session.kind,
                topics=session.topics,
                summary=session.summary,
                contributions=tuple(
                    self._contribution(row, meeting.starts_on)
                    for row in session.contributions.all()
                ),
                items=items(session.action_items.all()),
            )

    def _contribution(self, row: Contribution, on: date | None) -> ContributionFact:
        return ContributionFact(
            role=row.role,
            party=self._party(row.party),
            person=self._person(row.person, on),
            group=row.group,
            unit=row.unit,
            as_role=row.as_role,
            as_body=row.as_body and body_fact(row.as_body),
        )

    def _outcomes(self, meeting: Meeting) -> Iterable[OutcomeFact]:
        for outcome in meeting.outcomes.all():
            yield OutcomeFact(
                kind=outcome.kind,
                text=outcome.text,
                asked_of=tuple(self._party(party) for party in outcome.asked_of.all()),
                due_on=outcome.due_on,
                items=items(outcome.action_items.all()),
            )


def _plans_in_force(meeting: Meeting) -> Iterable[PlanFact]:
    for convening in meeting.convenings.all():
        for plan in convening.body.work_plans.all():
            plan.body = convening.body
            year = meeting.starts_on and meeting.starts_on.year
            if year and plan.since_year <= year <= (plan.until_year or year):
                yield plan_fact(plan)
