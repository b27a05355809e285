"""Every list and every form of the admin answers, with as many queries for 3 as for 1."""

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import models as meetings
from tests import factories
from tests.factories import UserFactory
from workplans import models as workplans

from .forms import address


def _meeting():
    body = factories.BodyFactory()
    meeting = factories.MeetingFactory(bodies=[body])
    _rows(meeting)
    return meeting


def _rows(meeting):
    attendance = factories.AttendanceFactory(meeting=meeting)
    factories.MembershipFactory(body=meeting.bodies.first(), party=attendance.party)
    factories.DelegateFactory(attendance=attendance)
    session = factories.SessionFactory(meeting=meeting)
    factories.ContributionFactory(session=session)
    outcome = factories.OutcomeFactory(meeting=meeting, session=session)
    outcome.asked_of.add(attendance.party)
    factories.DocumentFactory(meeting=meeting)
    factories.StatedFigureFactory(meeting=meeting)


def _revision():
    meeting = factories.MeetingFactory()
    statement = factories.StatementFactory(meetings=[meeting])
    return factories.RevisionFactory(statement=statement)


def _item():
    version = factories.PlanVersionFactory()
    area = factories.PriorityAreaFactory(version=version)
    party = factories.PartyFactory()
    item = factories.ActionItemFactory(
        version=version, area=area, leads=[party], partners=[party]
    )
    factories.ProgressUpdateFactory(item=item, reported_by=party)
    return item


def _activity():
    activity = factories.ActivityFactory()
    party = factories.PartyFactory()
    meetings.TraineeCount.objects.create(activity=activity, party=party)
    return activity


def _body():
    body = factories.BodyFactory()
    party = factories.PartyFactory()
    factories.MembershipFactory(body=body, party=party)
    person = factories.PersonFactory(party=party)
    factories.ChairTermFactory(body=body, party=party, person=person)
    return body


def _chair_term():
    return _body().chair_terms.get()


def _update():
    return _item().updates.get()


MAKE = {
    meetings.Activity: _activity,
    meetings.ActivityFigure: factories.ActivityFigureFactory,
    meetings.Attendance: lambda: factories.DelegateFactory().attendance,
    meetings.Body: _body,
    meetings.ChairTerm: _chair_term,
    meetings.Document: factories.DocumentFactory,
    meetings.Gathering: lambda: (
        factories.MeetingFactory(
            gathering=factories.GatheringFactory(host=factories.PartyFactory())
        ).gathering
    ),
    meetings.Import: factories.ImportFactory,
    meetings.Meeting: _meeting,
    meetings.Membership: factories.MembershipFactory,
    meetings.Outcome: factories.OutcomeFactory,
    meetings.Party: lambda: factories.PartyAliasFactory().party,
    meetings.Person: lambda: factories.AppointmentFactory().person,
    meetings.Publication: factories.PublicationFactory,
    meetings.Revision: _revision,
    meetings.Series: lambda: (
        factories.MeetingFactory(series=factories.SeriesFactory(), number=1).series
    ),
    meetings.Session: lambda: factories.ContributionFactory().session,
    meetings.Statement: lambda: _revision().statement,
    meetings.User: UserFactory,
    workplans.ActionItem: _item,
    workplans.PlanVersion: lambda: _item().version,
    workplans.PriorityArea: lambda: _item().area,
    workplans.ProgressUpdate: _update,
    workplans.Strategy: lambda: (
        factories.WorkPlanFactory(strategy=factories.StrategyFactory()).strategy
    ),
    workplans.WorkPlan: lambda: _item().version.plan,
}
MODELS = sorted(MAKE, key=lambda model: model.__name__)


def queries(client, url) -> int:
    client.get(url)  # the session and the content types are read once
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_every_model_of_the_admin_is_tested_here():
    ours = {
        model
        for model in admin.site._registry
        if model.__module__.split(".")[0] in {"meetings", "workplans"}
    }

    assert ours == set(MAKE)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_lists_ask_as_much_for_three_rows_as_for_one(staff, model):
    url = address(model, "changelist")
    MAKE[model]()
    one = queries(staff, url)

    MAKE[model]()
    MAKE[model]()

    assert queries(staff, url) == one


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_searching_a_list_answers(staff, model):
    MAKE[model]()

    assert staff.get(address(model, "changelist"), {"q": "labour 2"}).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_forms_and_pages_about_a_record_answer(staff, model):
    record = MAKE[model]()
    add = 403 if model is meetings.Revision else 200
    kept = {meetings.Revision, meetings.Import}
    delete = 403 if model in kept else 200
    answers = {
        page: staff.get(address(model, page, *args)).status_code
        for page, args in [
            ("add", []),
            ("change", [record.pk]),
            ("history", [record.pk]),
            ("delete", [record.pk]),
        ]
    }

    assert answers == {"add": add, "change": 200, "history": 200, "delete": delete}


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_who_is_not_staff_is_sent_to_the_log_in(model):
    client = Client()
    client.force_login(UserFactory())

    for page, args in [("changelist", []), ("add", []), ("history", [1])]:
        response = client.get(address(model, page, *args))
        assert response.status_code == 302
        assert response.url.startswith(reverse("admin:login"))


def test_staff_without_a_permission_are_refused(db):
    client = Client()
    client.force_login(UserFactory(is_staff=True))

    assert client.get(reverse("admin:index")).status_code == 200
    response = client.get(address(meetings.Meeting, "changelist"))
    assert response.status_code == 403


@pytest.mark.parametrize("size", [1, 3, 60])
def test_a_meeting_asks_as_much_for_sixty_parties_as_for_one(staff, size):
    meeting = _meeting()
    url = address(meeting, "change", meeting.pk)
    one = queries(staff, url)
    for _ in range(size - 1):
        _rows(meeting)

    assert queries(staff, url) == one


@pytest.mark.parametrize(
    ("make", "more"),
    [
        (_body, lambda body: factories.ChairTermFactory(body=body, person=None)),
        (_body, lambda body: factories.MembershipFactory(body=body)),
        (
            lambda: factories.ContributionFactory().session,
            lambda session: factories.ContributionFactory(session=session),
        ),
        (
            lambda: _item().version,
            lambda version: factories.ActionItemFactory(
                version=version, leads=[factories.PartyFactory()]
            ),
        ),
        (
            _activity,
            lambda activity: meetings.TraineeCount.objects.create(
                activity=activity, party=factories.PartyFactory()
            ),
        ),
        (
            lambda: _revision().statement,
            lambda statement: factories.RevisionFactory(statement=statement),
        ),
        (
            lambda: _revision().statement,
            lambda statement: factories.CoverageFactory(statement=statement),
        ),
        (_item, lambda item: factories.ProgressUpdateFactory(item=item)),
    ],
)
def test_a_form_asks_as_much_for_three_rows_as_for_one(staff, make, more):
    record = make()
    url = address(record, "change", record.pk)
    one = queries(staff, url)

    more(record)
    more(record)

    assert queries(staff, url) == one


def test_the_first_page_lists_what_one_does_in_its_order(staff):
    apps = staff.get(reverse("admin:index")).context["app_list"]

    assert [app["name"] for app in apps] == [
        "Meetings",
        "Statements",
        "Parties, people and bodies",
        "Forward Work Plans",
        "Office activities",
        "Accounts",
    ]
    assert [model["object_name"] for model in apps[0]["models"]][:2] == [
        "Meeting",
        "Gathering",
    ]
    assert {model["object_name"] for model in apps[-1]["models"]} == {"Group", "User"}


def test_the_page_of_a_record_on_the_site_is_a_click_away(staff):
    meeting = _meeting()
    kind = ContentType.objects.get_for_model(meeting)

    response = staff.get(address(meeting, "change", meeting.pk))

    assert response.context["absolute_url"] == reverse(
        "admin:view_on_site", args=[kind.pk, meeting.pk]
    )
