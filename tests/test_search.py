"""The search over the whole record: what is found, by whom, and how it is told."""

from datetime import date

import pytest

from balitrack.finding import excerpt
from tests.factories import (
    ActionItemFactory,
    BodyFactory,
    ChairTermFactory,
    ContributionFactory,
    DocumentFactory,
    EditionFactory,
    MeetingFactory,
    OutcomeFactory,
    PartyAliasFactory,
    PartyFactory,
    PersonFactory,
    PlanVersionFactory,
    PublicationFactory,
    RevisionFactory,
    SessionFactory,
    StatementFactory,
    StrategyFactory,
    WorkPlanFactory,
)

pytestmark = pytest.mark.django_db

SEARCH = "/search/"
PUBLISHED = {"state": "published", "published_on": date(2024, 12, 1)}


def found(browser, words, **asked):
    answer = browser.get(SEARCH, {"q": words} | asked)
    assert answer.context["form"].errors == {}
    return {
        row.kind.key: [hit.title for hit in row.hits]
        for row in answer.context.get("found", ())
    }


def one_of_each(word, **levels):
    """A record of every kind that has the word in its title or text."""
    body = BodyFactory(name=f"Group on {word}")
    meeting = MeetingFactory(title=f"Meeting on {word}", starts_on=date(2020, 1, 1))
    for name, level in levels.items():
        setattr(meeting, name, level)
    meeting.save()
    SessionFactory(meeting=meeting, title="Panel", summary=f"All spoke of {word}.")
    OutcomeFactory(meeting=meeting, text=f"a report on {word}")
    DocumentFactory(meeting=meeting, title=f"Paper on {word}")
    statement = StatementFactory(title="Statement", meetings=[meeting], **PUBLISHED)
    RevisionFactory(statement=statement, text=f"## They met\n\nOn **{word}**.")
    plan = WorkPlanFactory(title=f"Plan on {word}", body=body)
    ActionItemFactory(version=PlanVersionFactory(plan=plan), text=f"Stop {word}")
    StrategyFactory(title=f"Strategy on {word}", body=body)
    PartyFactory(name=f"{word} watch")
    PublicationFactory(title=f"Guide on {word}", body=body)
    return statement


@pytest.mark.parametrize("size", [1, 3])
def test_queries(delegate, size, django_assert_num_queries):
    for number in range(size):
        one_of_each(f"drones {number}")

    with django_assert_num_queries(25):
        delegate.get(SEARCH, {"q": "drones"})


def test_every_kind_of_record_is_found_once_with_its_address(delegate):
    one_of_each("drones")
    MeetingFactory(title="Else")

    answer = delegate.get(SEARCH, {"q": "DRONES"})
    page = answer.content.decode()

    assert {row.kind.key: row.count for row in answer.context["found"]} == {
        "meetings": 1,
        "outcomes": 1,
        "sessions": 1,
        "statements": 1,
        "items": 1,
        "plans": 1,
        "strategies": 1,
        "bodies": 1,
        "parties": 1,
        "documents": 1,
        "publications": 1,
    }
    assert "They met On drones." in page
    for row in answer.context["found"]:
        address, _, place = row.hits[0].url.partition("#")
        shown = delegate.get(address)
        assert shown.status_code == 200
        assert not place or f'id="{place}"' in shown.content.decode()


def test_words_of_other_names_and_of_people_lead_to_their_records(delegate):
    viet_nam = PartyFactory(name="Viet Nam")
    PartyAliasFactory(party=viet_nam, name="Vietnam")
    haigh = PersonFactory(name="Kathryn Haigh")
    ChairTermFactory(
        body=BodyFactory(name="The Group"), person=haigh, party=haigh.party
    )
    ContributionFactory(
        session=SessionFactory(title="Her panel"), person=haigh, party=None
    )

    assert found(delegate, "vietnam")["parties"] == ["Viet Nam"]
    assert found(delegate, "haigh kathryn") == {
        "bodies": ["The Group"],
        "sessions": ["Her panel"],
    }
    assert found(delegate, "haigh nobody") == {}


@pytest.mark.parametrize(
    ("levels", "open_kinds"),
    [
        ({"visibility": "secretariat"}, set()),
        ({"content_visibility": "secretariat"}, {"meetings"}),
    ],
)
def test_what_is_hidden_is_not_found(delegate, staff, levels, open_kinds):
    one_of_each("drones", **levels)
    of_meetings = {"meetings", "outcomes", "sessions", "documents"}

    assert set(found(delegate, "drones")) & of_meetings == open_kinds
    assert set(found(staff, "drones")) & of_meetings == of_meetings


def test_a_statement_is_found_by_what_its_page_says(delegate, staff, body):
    draft = StatementFactory(title="Draft", meetings=[MeetingFactory(bodies=[body])])
    RevisionFactory(statement=draft, text="Of whales.")
    said = StatementFactory(title="Said", **PUBLISHED)
    EditionFactory(statement=said, revision__text="Of drones.")
    RevisionFactory(statement=said, text="Of whales, as a correction will say.")

    assert found(delegate, "drones") == {"statements": ["Said"]}
    assert found(delegate, "whales") == {}
    assert found(staff, "whales") == {"statements": ["Draft"]}


def test_of_many_the_first_are_shown_and_all_page_by_page(delegate):
    meeting = MeetingFactory(title="Retreat")
    SessionFactory.create_batch(27, meeting=meeting, topics="drones")

    page = delegate.get(SEARCH, {"q": "drones"}).content.decode()
    second = delegate.get(SEARCH, {"q": "drones", "in": "sessions", "page": "2"})

    assert "27 sessions" in page
    assert 'href="?q=drones&amp;in=sessions">All 27 sessions</a>' in page
    assert len(found(delegate, "drones")["sessions"]) == 5
    assert len(second.context["found"][0].hits) == 2
    assert 'href="?q=drones&amp;in=sessions&amp;page=1"' in second.content.decode()
    assert found(delegate, "drones", **{"in": "plans"}) == {"plans": []}
    assert delegate.get(SEARCH, {"q": "drones", "in": "secrets"}).status_code == 404


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (None, "Each word has to occur"),
        ("", "This field is required"),
        ("   ", "This field is required"),
        ("zzz", "Nothing on record has all of these words"),
        ("x" * 151, "at most 150 characters"),
        ("a\x00b", "Null characters are not allowed"),
        ("100% _ \\ '", "Nothing on record has all of these words"),
    ],
)
def test_no_words_and_words_that_nobody_wrote(delegate, words, told):
    MeetingFactory(title="Shown to nobody")

    page = delegate.get(SEARCH, {} if words is None else {"q": words}).content.decode()

    assert told in page
    assert "Shown to nobody" not in page


def test_an_excerpt_is_of_whole_words_around_the_first_that_was_met():
    long = "one two three four five six seven eight nine ten " * 6 + "drones end"

    assert excerpt("## Of\n\n**drones**", ["DRONES"]) == "Of drones"
    assert excerpt("what of drones", ["drones"]) == "What of drones"
    assert excerpt("Of drones", ["whales"]) == ""
    assert excerpt(long, ["drones"]).startswith("… ")
    assert excerpt(long, ["drones"]).endswith("nine ten drones end")
    assert excerpt(long, ["one"]).endswith(" …")
    assert len(excerpt("x" * 500, ["x"])) <= 182
