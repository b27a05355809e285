from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from meetings import gather
from meetings.facts import Capacity, Level
from meetings.models import Attendance, Contribution, Convening, Meeting
from tests.factories import (
    ActionItemFactory,
    AppointmentFactory,
    AttendanceFactory,
    BodyFactory,
    ChairTermFactory,
    ContributionFactory,
    GatheringFactory,
    MeetingFactory,
    MembershipFactory,
    OutcomeFactory,
    PartyFactory,
    PersonFactory,
    SessionFactory,
    StatementFactory,
    UserFactory,
    WorkPlanFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum():
    return BodyFactory(
        abbreviation="BP", name="Bali Process", short_name="Bali Process"
    )


@pytest.fixture
def group():
    return BodyFactory(abbreviation="WG-TIP")


def capacities(meeting):
    facts = gather.meeting_facts(meeting, None)
    return {row.party.name: row.capacity for row in facts.attendance}


def attend(meeting, **party):
    return AttendanceFactory(meeting=meeting, party=PartyFactory(**party)).party


def test_capacity_is_the_one_of_the_first_day(forum, group):
    meeting = MeetingFactory(
        bodies=[group], starts_on=date(2024, 11, 18), ends_on=date(2024, 11, 20)
    )
    until_the_eve, from_the_first, from_the_second = (
        attend(meeting, name=name) for name in ("Until", "First", "Second")
    )
    for party in (until_the_eve, from_the_first, from_the_second):
        MembershipFactory(body=forum, party=party)
    MembershipFactory(body=group, party=until_the_eve, until=date(2024, 11, 17))
    MembershipFactory(body=group, party=from_the_first, since=date(2024, 11, 18))
    MembershipFactory(body=group, party=from_the_second, since=date(2024, 11, 19))

    assert capacities(meeting) == {
        "Until": Capacity.BALI_PROCESS_MEMBER,
        "First": Capacity.MEMBER,
        "Second": Capacity.BALI_PROCESS_MEMBER,
    }


def test_members_of_a_cohost_and_of_the_body_that_lends_its_members_are_members(forum):
    parent = BodyFactory()
    group = BodyFactory(members_from=parent)
    cohost = BodyFactory()
    meeting = MeetingFactory(bodies=[group])
    Convening.objects.create(
        meeting=meeting, body=cohost, role=Convening.Role.CO_HOSTS, position=1
    )
    MembershipFactory(body=parent, party=attend(meeting, name="Lent"))
    MembershipFactory(body=cohost, party=attend(meeting, name="Of the co-host"))
    MembershipFactory(party=attend(meeting, name="Of another"))

    assert capacities(meeting) == {
        "Lent": Capacity.MEMBER,
        "Of the co-host": Capacity.MEMBER,
        "Of another": Capacity.OTHER,
    }


def test_an_override_stands_with_its_reason(group):
    meeting = MeetingFactory(bodies=[group])
    AttendanceFactory(
        meeting=meeting,
        party=PartyFactory(name="ANU", kind="academic"),
        capacity_override=Capacity.CIVIL_SOCIETY,
        override_reason="Listed so.",
        level=Level.EXPERT,
        presence=Attendance.Presence.APOLOGIES,
    )

    (row,) = gather.meeting_facts(meeting, None).attendance

    assert (row.capacity, row.override_reason) == (Capacity.CIVIL_SOCIETY, "Listed so.")
    assert (row.present, row.level) == (False, Level.EXPERT)


def test_chairs_and_titles_are_those_of_the_day(group):
    person = PersonFactory(name="Kathryn Haigh")
    AppointmentFactory(person=person, title="Old", until=date(2024, 11, 30))
    AppointmentFactory(person=person, title="New", since=date(2024, 12, 1))
    ChairTermFactory(body=group, party=person.party, person=person)
    ChairTermFactory(body=group, until=date(2020, 1, 1))
    then = MeetingFactory(bodies=[group], starts_on=date(2024, 11, 19))
    now = MeetingFactory(bodies=[group], starts_on=date(2025, 12, 1))

    titles = [
        [chair.person.title for chair in gather.meeting_facts(meeting, None).chairs]
        for meeting in (then, now)
    ]

    assert titles == [["Old"], ["New"]]


def test_an_undated_meeting_has_no_chairs_and_no_memberships(forum, group):
    meeting = MeetingFactory(
        bodies=[group], starts_on=None, ends_on=None, status=Meeting.Status.PLANNED
    )
    MembershipFactory(body=group, party=attend(meeting, name="Some"))
    ChairTermFactory(body=group)

    facts = gather.meeting_facts(meeting, None)

    assert facts.chairs == ()
    assert capacities(meeting) == {"Some": Capacity.OTHER}


def test_a_statement_gathers_the_meetings_it_covers_and_their_week(forum, group):
    week = GatheringFactory(host=PartyFactory(name="Host"))
    second, first, _ = (
        MeetingFactory(
            slug=slug, bodies=[group], gathering=week, starts_on=date(2025, 12, day)
        )
        for slug, day in (("second", 2), ("first", 1), ("other", 4))
    )
    MeetingFactory(bodies=[group])
    statement = StatementFactory(meetings=[second, first])

    facts = gather.statement_facts(statement)

    assert [meeting.slug for meeting in facts.meetings] == ["first", "second"]
    assert [meeting.slug for meeting in facts.week] == ["first", "second", "other"]
    assert facts.host.name == "Host"
    assert not facts.published


def test_meetings_of_two_weeks_have_no_week_in_common(forum, group):
    meetings = [
        MeetingFactory(bodies=[group], gathering=GatheringFactory()) for _ in range(2)
    ]

    facts = gather.statement_facts(StatementFactory(meetings=meetings))

    assert (len(facts.meetings), facts.week) == (2, ())


@pytest.mark.parametrize(
    ("level", "sees_list"),
    [("public", True), ("delegates", False), ("secretariat", False)],
)
def test_what_the_public_may_not_see_is_left_out(group, level, sees_list):
    meeting = MeetingFactory(
        bodies=[group],
        visibility="public",
        attendance_visibility=level,
        content_visibility=level,
        summary="What was said.",
    )
    AttendanceFactory(meeting=meeting)
    SessionFactory(meeting=meeting)
    OutcomeFactory(meeting=meeting)

    facts = gather.meeting_facts(meeting, AnonymousUser())

    assert bool(facts.attendance) is sees_list
    assert facts.list_status == ("complete" if sees_list else "withheld")
    assert (
        bool(facts.sessions) is bool(facts.outcomes) is bool(facts.summary) is sees_list
    )


def test_a_meeting_nobody_may_know_of_is_not_gathered(group):
    week = GatheringFactory()
    MeetingFactory(bodies=[group], gathering=week, visibility="secretariat")
    MeetingFactory(slug="open", bodies=[group], gathering=week)

    seen = [
        [meeting.slug for meeting in gather.gathering_facts(week, user).meetings]
        for user in (UserFactory(), AnonymousUser())
    ]

    assert seen == [["open"], []]


def test_the_co_chairs_of_a_body_see_what_is_the_secretariats(group):
    meeting = MeetingFactory(bodies=[group], visibility="secretariat")
    chair = ChairTermFactory(body=group).party
    former = ChairTermFactory(body=group, until=date(2020, 1, 1)).party

    seen = [
        Meeting.objects.visible_to(UserFactory(party=party, is_staff=staff)).exists()
        for party, staff in ((chair, False), (former, False), (former, True))
    ]

    assert seen == [True, False, True]
    assert meeting in Meeting.objects.all()


def test_years_of_a_body_include_both_ends(group):
    for slug, first, last in (
        ("before", date(2019, 12, 1), date(2019, 12, 31)),
        ("across", date(2019, 12, 30), date(2020, 1, 2)),
        ("within", date(2021, 6, 1), date(2021, 6, 1)),
        ("after", date(2023, 1, 1), date(2023, 1, 1)),
    ):
        MeetingFactory(slug=slug, bodies=[group], starts_on=first, ends_on=last)

    told = gather.body_meeting_facts(group, None, since=2020, until=2022)

    assert [meeting.slug for meeting in told] == ["across", "within"]


def test_a_party_is_shown_its_own_rows_alone(forum, group):
    party = PartyFactory(name="Fiji")
    for slug, day in (("later", 2), ("earlier", 1)):
        meeting = MeetingFactory(
            slug=slug, bodies=[group], starts_on=date(2024, 1, day)
        )
        AttendanceFactory(meeting=meeting, party=party)
        AttendanceFactory(meeting=meeting)
    MeetingFactory(bodies=[group])

    told = gather.party_meeting_facts(party, None)

    assert [meeting.slug for meeting in told] == ["earlier", "later"]
    assert [[row.party.name for row in meeting.attendance] for meeting in told] == [
        ["Fiji"],
        ["Fiji"],
    ]


def filled(meeting, plan):
    """Give a meeting one of everything that facts are made of."""
    AttendanceFactory(meeting=meeting)
    person = AppointmentFactory().person
    ChairTermFactory(body=meeting.bodies.get(), person=person, party=person.party)
    session = SessionFactory(meeting=meeting)
    ContributionFactory(
        session=session,
        party=None,
        person=person,
        as_role=Contribution.AsRole.CO_CHAIR,
        as_body=meeting.bodies.get(),
    )
    outcome = OutcomeFactory(meeting=meeting)
    outcome.asked_of.add(PartyFactory())
    item = ActionItemFactory()
    item.sessions.add(session)
    item.outcomes.add(outcome)
    WorkPlanFactory(endorsed_at=meeting, body=meeting.bodies.get(), since_year=plan)


@pytest.mark.parametrize("size", [1, 3])
def test_queries_do_not_grow_with_the_meetings(forum, size, django_assert_num_queries):
    week = GatheringFactory()
    meetings = MeetingFactory.create_batch(size, bodies=[BodyFactory()], gathering=week)
    for number, meeting in enumerate(meetings):
        filled(meeting, 2000 + number)
    statement = StatementFactory(meetings=meetings)

    with django_assert_num_queries(24):
        gather.statement_facts(statement)


@pytest.mark.parametrize("size", [1, 3])
def test_queries_do_not_grow_with_the_names(size, django_assert_num_queries):
    for _ in range(size):
        AppointmentFactory()
        MeetingFactory(bodies=[BodyFactory()])

    with django_assert_num_queries(9):
        told = gather.vocabulary()

    assert len(told.officials) == size
