"""What a page asks of the database does not grow with what it shows."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    ActionItemFactory,
    ActivityFactory,
    ActivityFigureFactory,
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    ContributionFactory,
    DelegateFactory,
    DocumentFactory,
    GatheringFactory,
    MeetingFactory,
    MembershipFactory,
    OutcomeFactory,
    PartyAliasFactory,
    PartyFactory,
    PublicationFactory,
    SeriesFactory,
    SessionFactory,
    StatedFigureFactory,
    StatementFactory,
    StrategyFactory,
    WorkPlanFactory,
)

pytestmark = pytest.mark.django_db

ONE_OR_THREE = pytest.mark.parametrize("size", [1, 3])


def full_meeting(size, **fields):
    """A meeting with so many of everything that hangs on one."""
    meeting = MeetingFactory(bodies=BodyFactory.create_batch(size), **fields)
    host = PartyFactory()
    meeting.country = host
    meeting.save()
    for convening in meeting.convenings.all():
        ChairTermFactory(body=convening.body)
    for row in AttendanceFactory.create_batch(size, meeting=meeting):
        DelegateFactory(attendance=row)
    for session in SessionFactory.create_batch(size, meeting=meeting):
        ContributionFactory(session=session)
        ActionItemFactory().sessions.add(session)
    for outcome in OutcomeFactory.create_batch(size, meeting=meeting):
        outcome.asked_of.add(host)
        ActionItemFactory().outcomes.add(outcome)
    WorkPlanFactory.create_batch(size, endorsed_at=meeting)
    DocumentFactory.create_batch(size, meeting=meeting)
    StatedFigureFactory.create_batch(size, meeting=meeting)
    StatementFactory.create_batch(size, meetings=[meeting], **PUBLISHED)
    return meeting


PUBLISHED = {"state": "published", "published_on": date(2024, 12, 1)}


@ONE_OR_THREE
def test_home(delegate, size, django_assert_num_queries):
    for _ in range(size):
        full_meeting(size)
        MeetingFactory(
            status="planned", starts_on=date(2090, 1, 1), bodies=[BodyFactory()]
        )

    with django_assert_num_queries(11):
        delegate.get(reverse("meetings:home"))


@ONE_OR_THREE
def test_list_of_meetings(delegate, size, django_assert_num_queries):
    for _ in range(size):
        full_meeting(size)

    with django_assert_num_queries(10):
        delegate.get(reverse("meetings:meeting-list"))


@ONE_OR_THREE
def test_meeting(delegate, size, django_assert_num_queries):
    week, series = GatheringFactory(), SeriesFactory()
    full_meeting(size, series=series, starts_on=date(2019, 1, 1))
    meeting = full_meeting(size, gathering=week, series=series)

    with django_assert_num_queries(45):
        delegate.get(meeting.get_absolute_url())


@ONE_OR_THREE
def test_list_of_gatherings(delegate, size, django_assert_num_queries):
    for gathering in GatheringFactory.create_batch(size, host=PartyFactory()):
        MeetingFactory.create_batch(size, gathering=gathering)

    with django_assert_num_queries(5):
        delegate.get(reverse("meetings:gathering-list"))


@ONE_OR_THREE
def test_gathering(delegate, size, django_assert_num_queries):
    gathering = GatheringFactory(host=PartyFactory())
    for _ in range(size):
        full_meeting(size, gathering=gathering)

    with django_assert_num_queries(29):
        delegate.get(gathering.get_absolute_url())


@ONE_OR_THREE
def test_list_of_bodies(delegate, size, django_assert_num_queries):
    for body in BodyFactory.create_batch(size):
        ChairTermFactory.create_batch(size, body=body)

    with django_assert_num_queries(5):
        delegate.get(reverse("meetings:body-list"))


@ONE_OR_THREE
def test_body(delegate, size, django_assert_num_queries):
    body = BodyFactory(parent=BodyFactory())
    BodyFactory.create_batch(size, parent=body)
    MembershipFactory.create_batch(size, body=body)
    ChairTermFactory.create_batch(size, body=body)
    WorkPlanFactory.create_batch(size, body=body)
    StrategyFactory.create_batch(size, body=body)
    PublicationFactory.create_batch(size, body=body)
    for meeting in MeetingFactory.create_batch(size, bodies=[body]):
        AttendanceFactory.create_batch(size, meeting=meeting)

    with django_assert_num_queries(14):
        delegate.get(body.get_absolute_url())


@ONE_OR_THREE
def test_attendance_of_a_body(delegate, size, django_assert_num_queries):
    body = BodyFactory()
    for meeting in MeetingFactory.create_batch(size, bodies=[body]):
        AttendanceFactory.create_batch(size, meeting=meeting)

    with django_assert_num_queries(17):
        delegate.get(reverse("meetings:body-matrix", args=[body.slug]))


@ONE_OR_THREE
def test_list_of_parties(delegate, size, django_assert_num_queries):
    forum = BodyFactory(abbreviation="BP")
    MembershipFactory.create_batch(size, body=forum)

    with django_assert_num_queries(5):
        delegate.get(reverse("meetings:party-list"))


@ONE_OR_THREE
def test_party(delegate, size, django_assert_num_queries):
    party = PartyFactory()
    PartyAliasFactory.create_batch(size, party=party)
    MembershipFactory.create_batch(size, party=party)
    ChairTermFactory.create_batch(size, party=party)
    for _ in range(size):
        AttendanceFactory(
            party=party, meeting=MeetingFactory(bodies=BodyFactory.create_batch(size))
        )
        ActionItemFactory(leads=[party])
        OutcomeFactory().asked_of.add(party)

    with django_assert_num_queries(22):
        delegate.get(party.get_absolute_url())


@ONE_OR_THREE
def test_list_of_statements(delegate, size, django_assert_num_queries):
    for _ in range(size):
        StatementFactory(
            meetings=[MeetingFactory(bodies=[BodyFactory()]) for _ in range(size)],
            **PUBLISHED,
        )

    with django_assert_num_queries(8):
        delegate.get(reverse("meetings:statement-list"))


@ONE_OR_THREE
def test_statement(delegate, size, django_assert_num_queries):
    gathering = GatheringFactory(host=PartyFactory())
    meetings = [full_meeting(size, gathering=gathering) for _ in range(size)]
    statement = StatementFactory(meetings=meetings, **PUBLISHED)

    with django_assert_num_queries(31):
        delegate.get(statement.get_absolute_url())


@ONE_OR_THREE
def test_activity(delegate, size, django_assert_num_queries):
    office = BodyFactory(abbreviation="RSO")
    ActivityFigureFactory.create_batch(size, body=office)
    PublicationFactory.create_batch(size, body=office, year=2023)
    ActivityFactory.create_batch(size, body=office, year=2023, meeting=MeetingFactory())
    ActivityFactory.create_batch(size, body=office, year=2024)

    with django_assert_num_queries(11):
        delegate.get(reverse("meetings:activity"), {"year": 2023})
