"""One small valid record of each kind, for tests. Nothing random; numbers count up.

``MeetingFactory(bodies=[body])`` convenes the bodies; ``StatementFactory(meetings=[…])``
covers the meetings.
"""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from meetings import models as meetings
from workplans import models as workplans


class PartyFactory(DjangoModelFactory):
    """A state, unless ``kind`` says otherwise."""

    class Meta:
        model = meetings.Party

    name = factory.Sequence(lambda n: f"State {n:03}")
    running_name = factory.SelfAttribute("name")
    kind = meetings.Party.Kind.STATE
    sort_key = factory.LazyAttribute(lambda party: party.name.lower())
    slug = factory.Sequence(lambda n: f"party-{n}")


class PartyAliasFactory(DjangoModelFactory):
    class Meta:
        model = meetings.PartyAlias

    party = factory.SubFactory(PartyFactory)
    name = factory.Sequence(lambda n: f"Alias {n:03}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Person

    name = factory.Sequence(lambda n: f"Official {n:03}")
    party = factory.SubFactory(PartyFactory)
    slug = factory.Sequence(lambda n: f"person-{n}")


class AppointmentFactory(DjangoModelFactory):
    """An appointment without end, open since ever."""

    class Meta:
        model = meetings.Appointment

    person = factory.SubFactory(PersonFactory)
    title = "Director"
    ministry = "Ministry of Foreign Affairs"


class UserFactory(DjangoModelFactory):
    """A delegate's account; ``is_staff=True`` makes it the RSO's."""

    class Meta:
        model = meetings.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n:03}")
    party = factory.SubFactory(PartyFactory)
    password = factory.django.Password("correct horse battery")


class BodyFactory(DjangoModelFactory):
    """A body without members. Pass ``abbreviation="BP"`` for the forum itself."""

    class Meta:
        model = meetings.Body

    abbreviation = factory.Sequence(lambda n: f"B{n:03}")
    name = factory.LazyAttribute(lambda body: f"Body {body.abbreviation}")
    short_name = "Group"
    slug = factory.LazyAttribute(lambda body: body.abbreviation.lower())


class MembershipFactory(DjangoModelFactory):
    """A membership without end, open since ever."""

    class Meta:
        model = meetings.Membership

    body = factory.SubFactory(BodyFactory)
    party = factory.SubFactory(PartyFactory)


class ChairTermFactory(DjangoModelFactory):
    """A co-chair's term without end, open since ever."""

    class Meta:
        model = meetings.ChairTerm

    body = factory.SubFactory(BodyFactory)
    party = factory.SubFactory(PartyFactory)


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Series

    name = factory.Sequence(lambda n: f"Series {n:03}")
    slug = factory.Sequence(lambda n: f"series-{n}")


class GatheringFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Gathering

    title = factory.Sequence(lambda n: f"Gathering {n:03}")
    slug = factory.Sequence(lambda n: f"gathering-{n}")


class MeetingFactory(DjangoModelFactory):
    """A meeting held on one day; ``bodies=[…]`` convene it, in that order."""

    class Meta:
        model = meetings.Meeting
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Meeting {n:03}")
    slug = factory.Sequence(lambda n: f"meeting-{n}")
    kind = meetings.Meeting.Kind.ANNUAL_MEETING
    starts_on = date(2024, 11, 19)
    ends_on = factory.SelfAttribute("starts_on")
    city = "Bangkok"

    @factory.post_generation
    def bodies(self, create, extracted, **kwargs):
        for position, body in enumerate(extracted or ()):
            ConveningFactory(meeting=self, body=body, position=position)


class ConveningFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Convening

    meeting = factory.SubFactory(MeetingFactory)
    body = factory.SubFactory(BodyFactory)


class StatedFigureFactory(DjangoModelFactory):
    class Meta:
        model = meetings.StatedFigure

    meeting = factory.SubFactory(MeetingFactory)
    of = meetings.StatedFigure.Of.PARTICIPANTS
    label = factory.Sequence(lambda n: f"participants {n:03}")
    value = 80


class AttendanceFactory(DjangoModelFactory):
    """A party present; its capacity follows from its memberships."""

    class Meta:
        model = meetings.Attendance

    meeting = factory.SubFactory(MeetingFactory)
    party = factory.SubFactory(PartyFactory)


class DelegateFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Delegate

    attendance = factory.SubFactory(AttendanceFactory)
    person = factory.SubFactory(
        PersonFactory, party=factory.SelfAttribute("..attendance.party")
    )


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Session

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(int)
    title = factory.Sequence(lambda n: f"Session {n:03}")
    kind = meetings.Session.Kind.PANEL


class ContributionFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Contribution

    session = factory.SubFactory(SessionFactory)
    position = factory.Sequence(int)
    party = factory.SubFactory(PartyFactory)


class OutcomeFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Outcome

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(int)
    kind = meetings.Outcome.Kind.AGREED
    text = factory.Sequence(lambda n: f"the proposal {n:03}")


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Document

    meeting = factory.SubFactory(MeetingFactory)
    title = factory.Sequence(lambda n: f"Document {n:03}")
    kind = meetings.Document.Kind.AGENDA
    url = factory.Sequence(lambda n: f"https://example.org/documents/{n}")


class ImportFactory(DjangoModelFactory):
    """The preview of an empty list, begun by a delegate's account."""

    class Meta:
        model = meetings.Import

    file_name = "list.xlsx"
    sha256 = "0" * 64
    user = factory.SubFactory(UserFactory)
    lists = factory.LazyFunction(lambda: {"listings": []})


class PublicationFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Publication

    title = factory.Sequence(lambda n: f"Publication {n:03}")
    kind = meetings.Publication.Kind.REPORT
    body = factory.SubFactory(BodyFactory)
    year = 2024


class StatementFactory(DjangoModelFactory):
    """A statement in drafting without revisions; ``meetings=[…]`` are covered."""

    class Meta:
        model = meetings.Statement
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"statement-{n}")
    title = factory.Sequence(lambda n: f"Statement {n:03}")

    @factory.post_generation
    def meetings(self, create, extracted, **kwargs):
        for meeting in extracted or ():
            CoverageFactory(statement=self, meeting=meeting)


class CoverageFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Coverage

    statement = factory.SubFactory(StatementFactory)
    meeting = factory.SubFactory(MeetingFactory)


class RevisionFactory(DjangoModelFactory):
    """The next revision of its statement."""

    class Meta:
        model = meetings.Revision

    statement = factory.SubFactory(StatementFactory)
    number = factory.LazyAttribute(lambda row: row.statement.revisions.count() + 1)
    text = "The meeting was held in Bangkok."
    facts = factory.LazyAttribute(lambda row: {"slug": row.statement.slug})
    author = factory.SubFactory(UserFactory)


class EditionFactory(DjangoModelFactory):
    """The next edition of its statement; what it says is its revision's text."""

    class Meta:
        model = meetings.Edition

    statement = factory.SubFactory(StatementFactory)
    number = factory.LazyAttribute(lambda row: row.statement.editions.count() + 1)
    revision = factory.SubFactory(
        RevisionFactory, statement=factory.SelfAttribute("..statement")
    )
    html = "<p>The meeting was held in Bangkok.</p>"
    pdf = b"%PDF-"
    record = b"{}"
    cleared_by = factory.LazyFunction(list)
    published_by = factory.SubFactory(UserFactory)


class ActivityFactory(DjangoModelFactory):
    class Meta:
        model = meetings.Activity

    body = factory.SubFactory(BodyFactory)
    kind = meetings.Activity.Kind.TRAINING
    title = factory.Sequence(lambda n: f"Training {n:03}")
    year = 2024


class ActivityFigureFactory(DjangoModelFactory):
    class Meta:
        model = meetings.ActivityFigure

    body = factory.SubFactory(BodyFactory)
    year = 2023
    label = factory.Sequence(lambda n: f"practitioners trained {n:03}")
    value = 348


class StrategyFactory(DjangoModelFactory):
    class Meta:
        model = workplans.Strategy

    title = factory.Sequence(lambda n: f"Strategy {n:03}")
    slug = factory.Sequence(lambda n: f"strategy-{n}")
    body = factory.SubFactory(BodyFactory)
    since_year = 2023


class WorkPlanFactory(DjangoModelFactory):
    class Meta:
        model = workplans.WorkPlan

    title = factory.Sequence(lambda n: f"Work Plan {n:03}")
    slug = factory.Sequence(lambda n: f"work-plan-{n}")
    body = factory.SubFactory(BodyFactory)
    since_year = 2024
    until_year = 2026


class PlanVersionFactory(DjangoModelFactory):
    """The first version of a plan."""

    class Meta:
        model = workplans.PlanVersion

    plan = factory.SubFactory(WorkPlanFactory)
    number = 1


class PriorityAreaFactory(DjangoModelFactory):
    class Meta:
        model = workplans.PriorityArea

    version = factory.SubFactory(PlanVersionFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Priority {n:03}")


class ActionItemFactory(DjangoModelFactory):
    """An item outside any area; ``leads=[…]`` and ``partners=[…]`` are parties."""

    class Meta:
        model = workplans.ActionItem
        skip_postgeneration_save = True

    version = factory.SubFactory(PlanVersionFactory)
    number = factory.Sequence(lambda n: str(n + 1))
    position = factory.Sequence(int)
    text = factory.Sequence(lambda n: f"Do thing {n:03}")

    @factory.post_generation
    def leads(self, create, extracted, **kwargs):
        self.leads.add(*(extracted or ()))

    @factory.post_generation
    def partners(self, create, extracted, **kwargs):
        self.partners.add(*(extracted or ()))


class ProgressUpdateFactory(DjangoModelFactory):
    class Meta:
        model = workplans.ProgressUpdate

    item = factory.SubFactory(ActionItemFactory)
    reported_on = date(2025, 12, 1)
    status = "on_track"
