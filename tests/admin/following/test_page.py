"""The next meeting, and the next week, made from the one before."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Attendance, Contribution, Gathering, Meeting, Outcome
from tests import factories
from tests.conftest import logged_in

RIGHTS = ["add_meeting", "change_meeting", "add_convening", "add_session"]
RIGHTS += ["add_gathering", "change_gathering"]


@pytest.fixture
def clerk(db):
    user = factories.UserFactory(is_staff=True, party=None)
    user.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    return logged_in(user)


@pytest.fixture
def last(db):
    """The 11th of a series: two bodies, two sessions, and all that is only of its year."""
    series = factories.SeriesFactory()
    body, cohost = factories.BodyFactory(), factories.BodyFactory()
    before = factories.MeetingFactory(series=series, number=10, bodies=[body])
    factories.SessionFactory(meeting=before, title="RSO news")
    held = factories.MeetingFactory(
        title="11th Annual Meeting",
        slug="wgtip-11",
        series=series,
        number=11,
        starts_on=date(2025, 12, 1),
        ends_on=date(2025, 12, 2),
        theme="Safe seas",
        summary="It was held.",
        content_visibility="secretariat",
        visibility="public",
        country=factories.PartyFactory(),
        bodies=[body],
    )
    factories.ConveningFactory(meeting=held, body=cohost, role="co_hosts", position=1)
    for position, title in ((1, "Scam centres"), (2, "RSO news")):
        session = factories.SessionFactory(
            meeting=held, title=title, position=position, summary="Said.", topics="it"
        )
    factories.ContributionFactory(session=session)
    factories.AttendanceFactory(meeting=held)
    factories.OutcomeFactory(meeting=held, session=session)
    return held


class Page:
    def __init__(self, client, target):
        name = f"admin:meetings_{target._meta.model_name}_following"
        self.client, self.address = client, reverse(name, args=[target.pk])
        self.response = client.get(self.address)

    @property
    def forms(self):
        proposal = self.response.context["proposal"]
        found = [proposal.week] if proposal.week else []
        for form in proposal.meetings:
            found += [form, *form.sessions]
        return found

    def values(self) -> dict[str, object]:
        return {
            field.html_name: field.value()
            for form in self.forms
            for field in form
            if field.value() not in (None, False)
        }

    def post(self, action="make", **changed):
        data = self.values() | {"action": action} | changed
        data = {name: value for name, value in data.items() if value is not None}
        self.response = self.client.post(self.address, data, follow=True)
        return self

    @property
    def errors(self) -> dict[str, list[str]]:
        return {
            form.add_prefix(name): list(words)
            for form in self.forms
            for name, words in form.errors.items()
        }

    @property
    def messages(self) -> list[str]:
        return [str(message) for message in self.response.context["messages"]]


@pytest.fixture
def opened(clerk):
    return lambda target: Page(clerk, target)


def day(meeting, name="starts_on") -> str:
    return f"meeting-{meeting.pk}-{name}"


def test_the_structure_is_taken_over_and_nothing_of_the_year(opened, last):
    body = last.bodies.first()
    chair = factories.ChairTermFactory(body=body)
    page = opened(last)
    assert Meeting.objects.count() == 2
    page.post("look", **{day(last): "2026-11-30"})
    assert str(chair.party) in page.response.content.decode()
    assert page.values()[day(last, "ends_on")] == "2026-12-01"
    assert Meeting.objects.count() == 2

    page.post()

    made = Meeting.objects.get(number=12)
    assert (made.title, made.slug, made.series, made.kind, made.status) == (
        "12th Annual Meeting",
        "wgtip-12",
        last.series,
        last.kind,
        "planned",
    )
    assert (made.starts_on, made.ends_on) == (date(2026, 11, 30), date(2026, 12, 1))
    assert (made.theme, made.summary, made.city, made.country) == ("", "", "", None)
    assert (made.visibility, made.content_visibility) == ("delegates", "secretariat")
    assert list(made.convenings.values_list("body", "role", "position")) == list(
        last.convenings.values_list("body", "role", "position")
    )
    assert list(made.sessions.values_list("title", "topics", "summary")) == [
        ("RSO news", "", "")
    ]
    assert not Attendance.objects.filter(meeting=made).exists()
    assert not Contribution.objects.filter(session__meeting=made).exists()
    assert not Outcome.objects.filter(meeting=made).exists()
    assert page.messages == [
        "Planned: “12th Annual Meeting”, with 1 session.",
        "12th Annual Meeting: no chair’s term of "
        f"{last.bodies.last()} covers 30 November 2026. Enter it on the body’s page.",
    ]
    assert made.history.get().history_user is not None


def test_titles_are_given_to_the_sessions_of_the_new_year(opened, last):
    first, second = last.sessions.order_by("position")
    prefix = f"meeting-{last.pk}-session"
    opened(last).post(
        **{
            f"{prefix}-{first.pk}-title": "Fisheries",
            f"{prefix}-{first.pk}-kind": "workshop",
            f"{prefix}-{second.pk}-title": "",
        }
    )

    made = Meeting.objects.get(number=12)
    assert list(made.sessions.values_list("title", "kind", "position")) == [
        ("Fisheries", "workshop", 1)
    ]
    assert made.starts_on is None


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"starts_on": "2025-11-30"}, "starts_on", "began on 1 December 2025"),
        ({"ends_on": "2026-12-01"}, "starts_on", "Give the first and the last day"),
        (
            {"starts_on": "2026-12-02", "ends_on": "2026-12-01"},
            "ends_on",
            "cannot end before it begins",
        ),
        ({"starts_on": "soon"}, "starts_on", "Enter a valid date"),
        ({"title": ""}, "title", "required"),
        ({"number": "10"}, "number", "of this number already"),
        ({"bodies": "1:convenes"}, "__all__", "has changed since you looked"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_made(
    opened, last, typed, field, words
):
    page = opened(last).post(
        **{f"meeting-{last.pk}-{name}": value for name, value in typed.items()}
    )

    ((where, (told,)),) = page.errors.items()
    assert where in {f"meeting-{last.pk}-{field}", field}
    assert words in told
    assert Meeting.objects.count() == 2


def test_a_second_press_makes_no_second_meeting(opened, last):
    one, two = opened(last), opened(last)
    one.post()
    two.post()

    assert Meeting.objects.filter(number=12).count() == 1
    assert "of this number already" in two.errors[f"meeting-{last.pk}-number"][0]
    assert "in the record already" in opened(last).response.content.decode()


@pytest.fixture
def week(last):
    week = factories.GatheringFactory(
        title="WG-TIP week, Bali, December 2025", theme="Safe seas", host=last.country
    )
    last.gathering = week
    last.save()
    factories.MeetingFactory(
        title="Regional Event: Tides",
        theme="Tides",
        kind="regional_event",
        starts_on=date(2025, 12, 3),
        bodies=[last.bodies.first()],
        gathering=week,
    )
    return week


def test_a_week_follows_in_the_rhythm_of_the_last(opened, week):
    page = opened(week).post(**{"week-starts": "2026-11-30"})

    made = Gathering.objects.get(title="WG-TIP week, 2026")
    assert (made.host, made.theme, made.slug) == (None, "", "wg-tip-week-2026")
    assert list(
        made.meetings.order_by("starts_on").values_list("title", "starts_on", "ends_on")
    ) == [
        ("12th Annual Meeting", date(2026, 11, 30), date(2026, 12, 1)),
        ("Regional Event", date(2026, 12, 2), date(2026, 12, 2)),
    ]
    assert page.response.context["original"] == made


def test_a_meeting_of_the_week_may_be_left_out_and_none_is_half_made(
    opened, week, last
):
    event = week.meetings.get(kind="regional_event")
    page = opened(week)
    page.post(**{f"meeting-{event.pk}-title": ""})
    assert Gathering.objects.count() == 1
    page.post(**{f"meeting-{last.pk}-take": None, f"meeting-{event.pk}-title": "Event"})
    assert [
        row.title
        for row in Gathering.objects.get(title="WG-TIP week, 2026").meetings.all()
    ] == ["Event"]


def test_of_a_week_at_least_one_meeting_is_made(opened, week):
    page = opened(week)
    page.post(**{name: None for name in page.values() if name.endswith("-take")})

    assert page.messages == ["Choose at least one meeting that is to be made."]
    assert Gathering.objects.count() == 1


def test_a_title_of_a_week_is_given_once(opened, week):
    factories.GatheringFactory(title="WG-TIP week, 2026")
    page = opened(week).post()

    assert "already exists" in page.errors["week-title"][0]
    assert not Meeting.objects.filter(number=12).exists()


@pytest.mark.parametrize("right", RIGHTS[:4])
def test_only_who_may_add_all_of_it_makes_the_next(last, right):
    user = factories.UserFactory(is_staff=True, party=None)
    names = [name for name in RIGHTS if name != right]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    page = reverse("admin:meetings_meeting_following", args=[last.pk])

    expected = 200 if right == "change_meeting" else 403
    assert logged_in(user).get(page).status_code == expected
    delegate = factories.UserFactory()
    delegate.user_permissions.set(Permission.objects.all())
    assert logged_in(delegate).get(page).status_code == 302


@pytest.mark.parametrize("meetings", [1, 3])
def test_a_week_of_three_is_proposed_with_as_many_queries_as_one(
    opened, last, meetings
):
    week = factories.GatheringFactory()
    for _ in range(meetings):
        held = factories.MeetingFactory(
            gathering=week, bodies=[factories.BodyFactory()], series=last.series
        )
        factories.SessionFactory(meeting=held)
    opened(week)
    with CaptureQueriesContext(connection) as queries:
        opened(week)

    assert len(queries) == 11
