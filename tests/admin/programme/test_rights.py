"""Who may enter a programme, how quickly it opens, and what plans add to it."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Contribution, Person
from tests import factories
from tests.conftest import logged_in
from workplans.models import ActionItem


def staff_with(*names):
    user = factories.UserFactory(is_staff=True, party=None)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return logged_in(user)


@pytest.mark.parametrize("target", ["meeting", "gathering"])
def test_only_staff_who_may_change_sessions_enter_a_programme(meeting, target):
    meeting.gathering = factories.GatheringFactory()
    meeting.save()
    key = meeting.pk if target == "meeting" else meeting.gathering.pk
    page = reverse(f"admin:meetings_{target}_programme", args=[key])
    delegate = factories.UserFactory()
    delegate.user_permissions.set(Permission.objects.all())

    assert logged_in(delegate).get(page).status_code == 302
    assert staff_with("view_session", "change_meeting").get(page).status_code == 403
    assert staff_with("change_session").get(page, follow=True).status_code == 200


def test_who_may_only_change_adds_and_removes_nothing(opened, meeting):
    clerk = staff_with("change_session", "change_contribution")
    speaker = Contribution.objects.get()
    page = opened(client=clerk)
    key = page.room("outcomes")
    page.post(
        **{f"speaker-{speaker.pk}-remove": "on", f"{key}-text": "a guide"},
        **{f"{key}-kind": "noted", f"speaker-{speaker.pk}-person": ""},
    )

    assert page.shown.told == [
        "Nothing was saved.",
        "You may not add outcomes.",
        "You may not remove speakers.",
    ]
    assert Contribution.objects.exists()
    assert not meeting.outcomes.exists()


def test_who_may_not_change_speakers_does_not_move_them(opened, meeting):
    held = Contribution.objects.get()
    other = factories.ContributionFactory(session=held.session, position=2)
    page = opened(client=staff_with("change_session"))
    page.post(f"up:speaker-{other.pk}").post()

    assert page.shown.told == ["Nothing was saved.", "You may not change speakers."]
    assert held.session.contributions.order_by("position").first() == held


def test_who_may_not_add_people_adds_none(opened, meeting):
    clerk = staff_with("change_session", "change_contribution")
    speaker = f"speaker-{Contribution.objects.get().pk}"
    page = opened(client=clerk)
    page.post(**{f"{speaker}-person": "Jane Doe", f"{speaker}-add_person": "on"})

    assert page.shown.told == ["Nothing was saved.", "You may not add people."]
    assert not Person.objects.exists()


def _fill(meeting, rows: int):
    for _ in range(rows):
        session = factories.SessionFactory(meeting=meeting)
        person = factories.PersonFactory()
        factories.AppointmentFactory(person=person)
        factories.ContributionFactory(
            session=session, party=person.party, person=person
        )
        outcome = factories.OutcomeFactory(meeting=meeting, session=session)
        outcome.asked_of.add(factories.PartyAliasFactory().party)
        item = _item(meeting)
        item.outcomes.add(outcome)


def _item(meeting, **kwargs) -> ActionItem:
    plan = factories.WorkPlanFactory(body=meeting.bodies.get())
    version = factories.PlanVersionFactory(plan=plan)
    return factories.ActionItemFactory(version=version, **kwargs)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_programme_opens_with_as_many_queries_for_three_as_for_one(
    opened, meeting, rows
):
    _fill(meeting, rows)
    opened()
    with CaptureQueriesContext(connection) as queries:
        opened()

    assert len(queries) == 44


@pytest.mark.parametrize("rows", [1, 3])
def test_looking_without_saving_asks_as_many_queries_for_three_as_for_one(
    opened, meeting, rows
):
    _fill(meeting, rows)
    page = opened()
    data = page.values() | {
        "action": "save",
        f"{page.room('outcomes')}-text": "no kind",
    }
    with CaptureQueriesContext(connection) as queries:
        page.client.post(page.address, data)

    assert len(queries) == 44


def test_action_items_of_the_plan_in_force_are_linked_from_the_same_form(
    opened, meeting
):
    item = _item(meeting, number="2.3")
    later = factories.PlanVersionFactory(
        plan=item.version.plan, number=2, adopted_on=date(2026, 6, 1)
    )
    amended = factories.ActionItemFactory(version=later)
    elsewhere = factories.ActionItemFactory()
    session = meeting.sessions.first()
    page = opened()
    key = page.room("outcomes")
    page.post(
        **{f"{key}-kind": "agreed", f"{key}-text": "a guide"},
        **{f"{key}-action_items": [item.pk]},
        **{f"session-{session.pk}-action_items": [item.pk]},
    )

    assert item.outcomes.get().text == "a guide"
    assert item.sessions.get() == session
    assert item.history.first().history_user.username == "clerk"
    (group,) = page.shown.blocks[0].line.form.fields["action_items"].choices
    assert [words for _, words in group[1]] == [str(item)]
    outcome = item.outcomes.get()
    for wrong in (amended, elsewhere):
        page.post(**{f"outcome-{outcome.pk}-action_items": [wrong.pk]})
        assert list(page.errors) == [f"outcome-{outcome.pk}-action_items"]
    page.post(**{f"outcome-{outcome.pk}-action_items": []})
    assert not item.outcomes.exists()


def test_who_may_not_change_items_links_none_and_unlinks_none(opened, meeting):
    item, other = _item(meeting), _item(meeting)
    outcome = factories.OutcomeFactory(meeting=meeting)
    item.outcomes.add(outcome)
    clerk = staff_with("change_session", "change_outcome")
    page = opened(client=clerk)
    page.post(
        **{f"outcome-{outcome.pk}-action_items": [other.pk]},
        **{f"outcome-{outcome.pk}-text": "changed"},
    )

    outcome.refresh_from_db()
    assert outcome.text == "changed"
    assert list(outcome.action_items.all()) == [item]
