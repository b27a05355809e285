"""Records are found where they are chosen: by alias, by abbreviation, by what they are."""

from datetime import date

import pytest
from django.urls import reverse

from tests import factories


def found(staff, term: str, app: str, model: str, field: str) -> list[str]:
    response = staff.get(
        reverse("admin:autocomplete"),
        {"term": term, "app_label": app, "model_name": model, "field_name": field},
    )
    return [result["text"] for result in response.json()["results"]]


@pytest.fixture
def viet_nam(db):
    party = factories.PartyFactory(name="Viet Nam", running_name="Viet Nam")
    factories.PartyAliasFactory(party=party, name="Vietnam")
    return party


@pytest.mark.parametrize("term", ["Vietnam", "viet nam", "Viet"])
def test_a_party_is_found_by_alias_and_by_name(staff, viet_nam, term):
    factories.PartyFactory(name="Indonesia")

    assert found(staff, term, "meetings", "attendance", "party") == ["Viet Nam"]


def test_a_party_is_found_by_abbreviation(staff):
    factories.PartyFactory(name="United Arab Emirates", abbreviation="UAE")

    assert found(staff, "UAE", "meetings", "attendance", "party") == [
        "United Arab Emirates"
    ]


def test_an_organisation_shows_its_abbreviation(staff):
    factories.PartyFactory(
        name="International Organization for Migration",
        abbreviation="IOM",
        kind="international_organisation",
    )

    assert found(staff, "iom", "meetings", "chairterm", "party") == [
        "IOM – International Organization for Migration"
    ]


def test_the_party_of_exactly_that_name_comes_first(staff):
    factories.PartyFactory(name="Australia")
    factories.PartyFactory(name="Russian Federation")
    usa = factories.PartyFactory(name="United States of America")
    factories.PartyAliasFactory(party=usa, name="US")

    assert found(staff, "us", "meetings", "attendance", "party") == [
        "United States of America",
        "Australia",
        "Russian Federation",
    ]


def test_only_a_state_is_offered_as_country(staff):
    factories.PartyFactory(name="Thai Airways", kind="private_sector")
    factories.PartyFactory(name="Thailand")

    assert found(staff, "thai", "meetings", "meeting", "country") == ["Thailand"]


def test_a_person_is_found_by_alias_and_by_an_alias_of_the_party(staff, viet_nam):
    person = factories.PersonFactory(name="Nguyen Van A", party=viet_nam)
    person.aliases.create(name="A. Nguyen")

    for term in ["A. Nguyen", "nguyen", "vietnam"]:
        assert found(staff, term, "meetings", "delegate", "person") == [
            "Nguyen Van A (Viet Nam)"
        ]


def test_a_body_is_found_by_a_former_name(staff):
    body = factories.BodyFactory(abbreviation="RSO", name="Regional Support Office")
    body.names.create(name="Support Unit")

    assert found(staff, "support unit", "meetings", "convening", "body") == [
        "RSO – Regional Support Office"
    ]


def test_meetings_sessions_and_items_say_which_they_are(staff):
    meeting = factories.MeetingFactory(title="Workshop", starts_on=date(2025, 12, 1))
    factories.SessionFactory(meeting=meeting, title="Opening")
    version = factories.PlanVersionFactory(
        plan__title="Forward Work Plan", plan__body__abbreviation="DWG"
    )
    factories.ActionItemFactory(version=version, number="2.3", text="Share data")

    assert found(staff, "work", "meetings", "coverage", "meeting") == [
        "Workshop, 1 Dec 2025"
    ]
    assert found(staff, "open", "workplans", "actionitem", "sessions") == [
        "Opening – Workshop"
    ]
    assert found(staff, "2.3", "workplans", "actionitem", "continues") == [
        "2.3 Share data – DWG: Forward Work Plan, version 1"
    ]


@pytest.mark.parametrize("size", [1, 3])
def test_choosing_asks_as_much_for_three_as_for_one(
    staff, size, django_assert_num_queries
):
    for _ in range(size):
        factories.SessionFactory(title="Opening")
    staff.get(reverse("admin:index"))

    with django_assert_num_queries(4):  # session, account, how many, which
        found(staff, "opening", "workplans", "actionitem", "sessions")
