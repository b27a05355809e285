"""Pages of plans and strategies: versions, progress, and what they keep quiet."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    ActionItemFactory,
    MeetingFactory,
    OutcomeFactory,
    PartyFactory,
    PlanVersionFactory,
    PriorityAreaFactory,
    ProgressUpdateFactory,
    SessionFactory,
    StrategyFactory,
    WorkPlanFactory,
)

pytestmark = pytest.mark.django_db

ONE_OR_THREE = pytest.mark.parametrize("size", [1, 3])


@ONE_OR_THREE
def test_queries_of_the_list(delegate, size, django_assert_num_queries):
    WorkPlanFactory.create_batch(size, strategy=StrategyFactory())

    with django_assert_num_queries(7):
        delegate.get(reverse("workplans:plan-list"))


@ONE_OR_THREE
def test_queries_of_a_plan(delegate, size, django_assert_num_queries):
    plan = WorkPlanFactory(strategy=StrategyFactory(), endorsed_at=MeetingFactory())
    for number in range(1, size + 1):
        version = PlanVersionFactory(plan=plan, number=number)
    for area in PriorityAreaFactory.create_batch(size, version=version):
        item = ActionItemFactory(
            version=version,
            area=area,
            leads=PartyFactory.create_batch(size),
            partners=PartyFactory.create_batch(size),
            continues=ActionItemFactory(),
        )
        item.sessions.add(*SessionFactory.create_batch(size))
        item.outcomes.add(*OutcomeFactory.create_batch(size))
        for _ in range(size):
            ProgressUpdateFactory(item=item, reported_at=MeetingFactory())

    with django_assert_num_queries(13):
        delegate.get(plan.get_absolute_url())


@ONE_OR_THREE
def test_queries_of_a_strategy(delegate, size, django_assert_num_queries):
    strategy = StrategyFactory()
    WorkPlanFactory.create_batch(size, strategy=strategy)

    with django_assert_num_queries(7):
        delegate.get(strategy.get_absolute_url())


def test_a_plan_is_shown_as_amended_and_as_it_was(delegate):
    plan = WorkPlanFactory()
    for number, text in ((1, "As adopted"), (2, "As amended")):
        version = PlanVersionFactory(plan=plan, number=number)
        ActionItemFactory(version=version, text=text)

    def shown(**asked):
        page = delegate.get(plan.get_absolute_url(), asked).content.decode()
        return [text in page for text in ("As adopted", "As amended")]

    assert shown() == [False, True]
    assert shown(version=1) == [True, False]
    assert shown(version=2) == [False, True]


@pytest.mark.parametrize("version", ["3", "0", "-1", "one", "", "1" * 5000, "²"])
def test_a_version_that_is_not_there_is_not_found(delegate, version):
    plan = PlanVersionFactory().plan

    answer = delegate.get(plan.get_absolute_url(), {"version": version})

    assert answer.status_code == 404


def test_an_item_has_the_status_of_its_latest_update(delegate):
    item = ActionItemFactory()
    ProgressUpdateFactory(item=item, reported_on=date(2025, 6, 1), status="completed")
    ProgressUpdateFactory(item=item, reported_on=date(2025, 3, 1), status="delayed")
    ActionItemFactory(version=item.version)

    answer = delegate.get(item.version.plan.get_absolute_url())

    assert answer.context["progress"] == [("Not started", 1), ("Completed", 1)]


def test_a_plan_keeps_quiet_about_meetings_one_may_not_see(delegate, staff):
    hidden = MeetingFactory(title="Closed retreat", visibility="secretariat")
    plan = WorkPlanFactory(
        endorsed_at=hidden, strategy=StrategyFactory(endorsed_at=hidden)
    )
    version = PlanVersionFactory(plan=plan, adopted_at=hidden)
    item = ActionItemFactory(version=version)
    ProgressUpdateFactory(item=item, reported_at=hidden)
    item.sessions.add(SessionFactory(meeting=hidden))
    item.outcomes.add(OutcomeFactory(meeting=hidden))

    for address in (plan.get_absolute_url(), plan.strategy.get_absolute_url()):
        assert "Closed retreat" not in delegate.get(address).content.decode()
        assert "Closed retreat" in staff.get(address).content.decode()


def test_a_party_leads_the_items_of_the_latest_versions_only(delegate):
    party, plan = PartyFactory(), WorkPlanFactory()
    for number in (1, 2):
        version = PlanVersionFactory(plan=plan, number=number)
        ActionItemFactory(version=version, text=f"In {number}", leads=[party])

    items = delegate.get(party.get_absolute_url()).context["items"]

    assert [item.text for item in items] == ["In 2"]


def test_nonsense_in_the_address_is_answered_beside_its_field(delegate):
    answer = delegate.get(reverse("workplans:plan-list"), {"body": "none"})

    assert "Select a valid choice" in str(answer.context["filter"].form.errors["body"])


@pytest.mark.parametrize("address", ["/plans/none/", "/strategies/none/"])
def test_what_is_not_there_is_not_found(delegate, anonymous, address):
    assert delegate.get(address).status_code == 404
    assert anonymous.get(address).status_code == 302
