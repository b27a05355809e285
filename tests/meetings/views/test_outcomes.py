"""Outcomes across meetings: what is found, by whom, and on whose page it is told."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    ActionItemFactory,
    BodyFactory,
    MeetingFactory,
    OutcomeFactory,
    PartyFactory,
)

pytestmark = pytest.mark.django_db

OUTCOMES = "/outcomes/"


def texts(browser, **asked):
    answer = browser.get(OUTCOMES, asked)
    assert answer.context["filter"].form.errors == {}
    return [outcome.text for outcome in answer.context["outcomes"]]


@pytest.mark.parametrize("size", [1, 3])
def test_queries_of_the_list(delegate, size, django_assert_num_queries):
    for _ in range(size):
        meeting = MeetingFactory(bodies=BodyFactory.create_batch(size))
        for outcome in OutcomeFactory.create_batch(size, meeting=meeting):
            outcome.asked_of.add(*PartyFactory.create_batch(size))
            ActionItemFactory().outcomes.add(outcome)

    with django_assert_num_queries(13):
        delegate.get(OUTCOMES)


def test_the_latest_meeting_comes_first_and_each_has_its_own_heading(delegate):
    old = MeetingFactory(title="Old one", starts_on=date(2010, 1, 1))
    new = MeetingFactory(title="New one", starts_on=date(2020, 1, 1))
    OutcomeFactory(meeting=old, text="the old plan")
    second = OutcomeFactory(meeting=new, text="the second", position=2)
    OutcomeFactory(meeting=new, text="the first", position=1)

    page = delegate.get(OUTCOMES).content.decode()

    assert texts(delegate) == ["the first", "the second", "the old plan"]
    assert page.count("New one</a></h2>") == 1
    assert f'href="{new.get_absolute_url()}#outcomes"' in page
    assert second.get_absolute_url() == f"/meetings/{new.slug}/#outcome-{second.pk}"


def test_each_filter_narrows_and_all_together(delegate):
    body, other, tonga = BodyFactory(), BodyFactory(), PartyFactory()
    meeting = MeetingFactory(
        title="Retreat",
        bodies=[body, other],
        starts_on=date(2020, 12, 30),
        ends_on=date(2021, 1, 2),
    )
    OutcomeFactory(
        meeting=meeting, text="a report on drones", kind="requested", state="open"
    ).asked_of.add(tonga, PartyFactory())
    OutcomeFactory(
        meeting=MeetingFactory(bodies=[other], starts_on=date(2010, 1, 1)), text="else"
    )
    asked = {
        "q": "retreat DRONES",
        "body": body.slug,
        "kind": "requested",
        "asked_of": tonga.slug,
        "state": "open",
        "year_from": "2021",
    }

    assert len(texts(delegate)) == 2
    for name, value in asked.items():
        assert texts(delegate, **{name: value}) == ["a report on drones"], name
    assert texts(delegate, **asked) == ["a report on drones"]
    assert texts(delegate, year_to="2019", body=other.slug) == ["else"]
    assert texts(delegate, q="drones else") == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"asked_of": "nobody"}, "Select a valid choice"),
        ({"q": "a\x00b"}, "Null characters are not allowed"),
        ({"year_from": "2020", "year_to": "2019"}, "before the first one"),
    ],
)
def test_nonsense_is_answered_beside_its_field(delegate, asked, told):
    OutcomeFactory(text="shown to nobody")

    page = delegate.get(OUTCOMES, asked).content.decode()

    assert told in page
    assert "shown to nobody" not in page


def test_hidden_outcomes_show_nowhere(delegate, staff):
    tonga = PartyFactory()
    for levels in (
        {"content_visibility": "secretariat"},
        {"visibility": "secretariat"},
    ):
        OutcomeFactory(
            meeting=MeetingFactory(**levels), text="the whispered plan"
        ).asked_of.add(tonga)

    for browser, seen in ((delegate, 0), (staff, 2)):
        answer = browser.get(OUTCOMES)
        assert answer.context["paginator"].count == seen
        assert answer.context["filter"].form.fields["asked_of"].queryset.count() == (
            seen > 0
        )
        page = browser.get(tonga.get_absolute_url()).content.decode()
        assert page.lower().count("the whispered plan") == seen


def test_a_party_reads_what_was_asked_of_it(delegate):
    tonga = PartyFactory()
    outcome = OutcomeFactory(
        text="a report on drones", kind="requested", due_on=date(2024, 3, 1)
    )
    outcome.asked_of.add(tonga)

    page = delegate.get(tonga.get_absolute_url()).content.decode()

    assert "What meetings asked of it" in page
    assert f'href="{outcome.get_absolute_url()}"' in page
    assert "By 1 March 2024" in page
    assert (
        "What meetings asked of it"
        not in delegate.get(PartyFactory().get_absolute_url()).content.decode()
    )


def test_an_empty_answer_says_what_to_do(delegate):
    nothing = delegate.get(OUTCOMES).content.decode()
    OutcomeFactory()
    narrowed = delegate.get(reverse("meetings:outcome-list"), {"q": "zzz"})

    assert "No outcome is on record yet." in nothing
    assert "No outcome fits all of this." in narrowed.content.decode()
