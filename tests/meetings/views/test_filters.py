"""Narrowing lists from the address: what is found, and what nonsense meets."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MembershipFactory,
    PartyAliasFactory,
    PartyFactory,
    SeriesFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db

MEETINGS = "/meetings/"


def titles(browser, **asked):
    answer = browser.get(MEETINGS, asked)
    assert answer.context["filter"].form.errors == {}
    return [meeting.title for meeting in answer.context["meetings"]]


def test_words_are_looked_for_wherever_a_meeting_is_told_of(delegate):
    viet_nam = PartyFactory(name="Viet Nam")
    PartyAliasFactory(party=viet_nam, name="Vietnam")
    body = BodyFactory(abbreviation="DWG", name="Disruption Working Group")
    meeting = MeetingFactory(
        title="Seventh Meeting",
        bodies=[body],
        theme="Scam centres",
        city="Hạ Long",
        country=viet_nam,
        series=SeriesFactory(name="Seasonal"),
    )
    SessionFactory(meeting=meeting, title="Panel on drones", topics="night flights")
    MeetingFactory(title="Another", city="Manila")

    for words in (
        "seventh",
        "scam",
        "Hạ long",
        "vietnam",
        "DWG",
        "disruption group",
        "seasonal",
        "drones",
        "flights",
        "seventh vietnam scam",
    ):
        assert titles(delegate, q=words) == ["Seventh Meeting"], words
    assert titles(delegate, q="seventh manila") == []


def test_each_filter_narrows_and_all_together(delegate):
    body, other = BodyFactory(), BodyFactory()
    thailand = PartyFactory(name="Thailand")
    series = SeriesFactory()
    wanted = MeetingFactory(
        title="Wanted",
        bodies=[body, other],
        kind="roundtable",
        country=thailand,
        series=series,
        list_status="partial",
        starts_on=date(2020, 12, 30),
        ends_on=date(2021, 1, 2),
    )
    AttendanceFactory(meeting=wanted, party=thailand)
    apology = MeetingFactory(title="Other", bodies=[other], starts_on=date(2010, 1, 1))
    AttendanceFactory(meeting=apology, party=thailand, presence="apologies")
    asked = {
        "body": body.slug,
        "kind": "roundtable",
        "country": thailand.slug,
        "attended_by": thailand.slug,
        "series": series.slug,
        "list_status": "partial",
        "year_from": "2021",
        "q": "wanted",
    }

    assert titles(delegate) == ["Wanted", "Other"]
    for name, value in asked.items():
        assert titles(delegate, **{name: value}) == ["Wanted"], name
    assert titles(delegate, **asked) == ["Wanted"]
    assert titles(delegate, year_to="2020", body=body.slug) == ["Wanted"]
    assert titles(delegate, year_to="2019") == ["Other"]


def test_a_filter_that_joins_does_not_multiply_what_is_counted(delegate):
    body = BodyFactory()
    meeting = MeetingFactory(bodies=[body, BodyFactory()])
    rows = AttendanceFactory.create_batch(3, meeting=meeting)

    answer = delegate.get(
        MEETINGS, {"body": body.slug, "attended_by": rows[0].party.slug, "q": "a"}
    )

    (row,) = answer.context["meetings"]
    assert row.delegations == 3
    assert answer.context["paginator"].count == 1


def test_order(delegate):
    MeetingFactory(title="B old", starts_on=date(2010, 1, 1))
    MeetingFactory(title="A new", starts_on=date(2020, 1, 1))
    MeetingFactory(title="C to come", starts_on=None, ends_on=None, status="planned")

    assert titles(delegate) == ["C to come", "A new", "B old"]
    assert titles(delegate, sort="oldest") == ["B old", "A new", "C to come"]
    assert titles(delegate, sort="title") == ["A new", "B old", "C to come"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("body", "no-such-body", "Select a valid choice"),
        ("body", "\x00", "Null characters are not allowed"),
        ("kind", "party", "Select a valid choice"),
        ("country", "'; drop table", "Select a valid choice"),
        ("attended_by", "99999999999999999999", "Select a valid choice"),
        ("series", "none", "Select a valid choice"),
        ("list_status", "full", "Select a valid choice"),
        ("sort", "pk", "Select a valid choice"),
        ("year_from", "soon", "Enter a whole number"),
        ("year_from", "0", "greater than or equal to 1990"),
        ("year_to", "9" * 5000, "Enter a whole number"),
        ("year_to", "12345", "less than or equal to 2100"),
        ("q", "x" * 201, "at most 200 characters"),
        ("q", "a\x00b", "Null characters are not allowed"),
    ],
)
def test_nonsense_is_answered_beside_its_field(delegate, name, value, told):
    MeetingFactory(title="Shown to nobody")

    answer = delegate.get(MEETINGS, {name: value})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert told in str(answer.context["filter"].form.errors[name])
    assert f'id="id_{name}_error"' in page
    assert "Nothing is shown yet" in page
    assert "Shown to nobody" not in page


def test_years_in_the_wrong_order_are_told_of(delegate):
    answer = delegate.get(MEETINGS, {"year_from": "2020", "year_to": "2019"})

    assert answer.context["filter"].form.errors == {
        "year_to": ["The last year is before the first one."]
    }


def test_a_fold_with_a_wrong_field_is_open(delegate):
    page = delegate.get(MEETINGS, {"kind": "party"}).content.decode()
    plain = delegate.get(MEETINGS, {"q": "x"}).content.decode()

    assert '<details class="filter-further" open>' in page
    assert '<details class="filter-further">' in plain


def test_the_next_page_keeps_the_filter(delegate):
    body = BodyFactory(slug="dwg")
    MeetingFactory.create_batch(26, bodies=[body])

    answer = delegate.get(MEETINGS, {"body": "dwg", "page": 1})
    page = answer.content.decode()

    assert "26 meetings" in page
    assert 'href="?body=dwg&amp;page=2"' in page
    assert len(delegate.get(MEETINGS, {"page": 2}).context["meetings"]) == 1
    assert delegate.get(MEETINGS, {"page": 99}).status_code == 404


def test_what_is_asked_for_is_told_on_paper(delegate):
    body = BodyFactory(abbreviation="DWG", slug="dwg")
    MeetingFactory(title="Retreat", kind="workshop", bodies=[body])
    asked = {"q": "ret", "body": "dwg", "kind": "workshop", "year_to": "2090"}

    page = delegate.get(MEETINGS, asked | {"page": "1"}).content.decode()

    told = "Words: ret; Body: DWG; To year: 2090; Kind: Workshop"
    assert f'<p class="on-paper">{told}</p>' in page
    assert "on-paper" not in delegate.get(MEETINGS).content.decode()


def test_an_empty_answer_says_what_to_do(delegate):
    MeetingFactory()

    page = delegate.get(MEETINGS, {"q": "nothing has this name"}).content.decode()

    assert "No meeting fits all of this." in page


def test_parties_are_found_under_their_other_names_and_by_status(delegate):
    forum = BodyFactory(abbreviation="BP")
    viet_nam, tonga, nasa = (
        PartyFactory(name=name) for name in ("Viet Nam", "Tonga", "Nasa")
    )
    PartyAliasFactory(party=viet_nam, name="Vietnam")
    MembershipFactory(body=forum, party=viet_nam)
    MembershipFactory(body=forum, party=tonga, status="observer")

    def found(**asked):
        answer = delegate.get(reverse("meetings:party-list"), asked)
        return {
            party.name
            for party in answer.context["parties"]
            if party in (viet_nam, tonga, nasa)
        }

    assert found(q="vietnam") == {"Viet Nam"}
    assert found(status="member") == {"Viet Nam"}
    assert found(status="observer") == {"Tonga"}
    assert found(status="none") == {"Nasa"}


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_leaves_todays_members_and_says_so(delegate, body, day):
    MembershipFactory(body=body)

    answer = delegate.get(body.get_absolute_url(), {"on": day})

    assert answer.context["day_form"].errors["on"]
    assert answer.context["memberships"][0][1] == 1


def test_members_are_those_of_the_chosen_day(delegate, body):
    past = MembershipFactory(body=body, until=date(2020, 12, 31)).party
    present = MembershipFactory(body=body, since=date(2021, 1, 1)).party

    def members(day):
        answer = delegate.get(body.get_absolute_url(), {"on": day})
        return [
            row.party
            for _, _, states, _ in answer.context["memberships"]
            for row in states
        ]

    assert members("2020-12-31") == [past]
    assert members("2021-01-01") == [present]


def test_a_year_without_activity_is_told_of(delegate):
    BodyFactory(abbreviation="RSO")

    answer = delegate.get(reverse("meetings:activity"), {"year": "1066"})

    assert answer.status_code == 200
