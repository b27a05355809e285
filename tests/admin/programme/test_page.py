"""The programme's page: sessions, speakers and outcomes entered and put in order."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.gather import covering_facts
from meetings.models import Contribution, Outcome, Person, Session
from meetings.statements import compose
from tests import factories


def sessions(meeting) -> list[str]:
    rows = Session.objects.filter(meeting=meeting).order_by("position", "pk")
    return [row.title for row in rows]


def spoken(session) -> list[tuple[str, str, str]]:
    rows = Contribution.objects.filter(session=session).order_by("position", "pk")
    return [
        (row.role, row.party.name if row.party else row.group, str(row.person or ""))
        for row in rows
    ]


@pytest.fixture
def updates(meeting):
    return meeting.sessions.get(title="Updates")


def test_saving_untouched_changes_nothing(opened, meeting):
    factories.OutcomeFactory(meeting=meeting)
    before = Session.history.count(), Contribution.history.count()

    page = opened().post()

    assert page.messages == ["Nothing had changed, so nothing was saved."]
    assert (Session.history.count(), Contribution.history.count()) == before


def test_a_session_with_speakers_and_outcomes_is_entered_in_one_go(opened, meeting):
    body = meeting.bodies.get()
    factories.PartyFactory(name="Viet Nam")
    page = opened().post("session")
    new = page.shown.blocks[-1]
    page.post(
        **{
            f"{new.key}-title": "Victim support",
            f"{new.key}-kind": "panel",
            f"{new.key}-topics": "support\r\n for victims",
            f"{new.speakers[0].key}-party": "australia",
            f"{new.speakers[0].key}-role": "moderator",
            f"{new.speakers[0].key}-speaking_as": f"co_chair:{body.pk}",
            f"speaker-lines:{new.key}": "- Viet Nam\n- Members",
            f"speaker-role:{new.key}": "panellist",
            f"outcome-lines:{new.key}": "a guide for police\nNoted: the report",
            f"outcome-kind:{new.key}": "agreed",
        }
    )

    assert page.messages == ["Programme saved: 6 added, 0 changed, 0 removed."]
    assert sessions(meeting) == ["Updates", "Scam centres", "Victim support"]
    made = meeting.sessions.get(title="Victim support")
    assert made.topics == "support for victims"
    assert spoken(made) == [
        ("moderator", "Australia", ""),
        ("panellist", "Viet Nam", ""),
        ("panellist", "members", ""),
    ]
    assert (made.contributions.first().as_role, made.contributions.first().as_body) == (
        "co_chair",
        body,
    )
    assert list(made.outcomes.values_list("kind", "text", "meeting")) == [
        ("agreed", "a guide for police", meeting.pk),
        ("noted", "the report", meeting.pk),
    ]
    assert made.history.get().history_user.username == "clerk"


def test_a_statement_follows_at_once(opened, meeting, updates):
    page = opened()
    outcome = page.room("outcomes", updates)
    page.post(
        **{
            f"session-{updates.pk}-kind": "case_study",
            f"session-{updates.pk}-topics": "its hotline",
            f"{outcome}-kind": "endorsed",
            f"{outcome}-text": "the plan for hotlines",
        }
    )

    text = compose.markup(compose.compose(covering_facts([meeting.slug])))
    assert "Australia presented a case study on its hotline." in text
    assert "The meeting endorsed the plan for hotlines." in text
    assert (
        "Australia presented a case study on its hotline."
        in (page.response.context["said"])
    )


def test_sessions_and_speakers_are_moved_without_scripts(opened, meeting, updates):
    other = factories.ContributionFactory(session=updates, position=2)
    page = opened().post(f"down:session-{updates.pk}")

    assert page.titles() == ["Scam centres", "Updates"]
    assert sessions(meeting) == ["Updates", "Scam centres"]
    page.post(f"up:speaker-{other.pk}")
    page.post(f"down:session-{updates.pk}")  # the last one stays the last
    page.post()
    assert sessions(meeting) == ["Scam centres", "Updates"]
    assert [name for _, name, _ in spoken(updates)] == [other.party.name, "Australia"]


def test_outcomes_keep_their_places_among_those_of_other_sessions(opened, meeting):
    first, second = meeting.sessions.order_by("position")
    for position, session in enumerate((first, second, first, None), start=1):
        factories.OutcomeFactory(
            meeting=meeting, session=session, position=position, text=f"no {position}"
        )
    page = opened()
    lines = [line.key for line in page.shown.blocks[0].outcomes]
    lines[0], lines[1] = lines[1], lines[0]
    page.post(**{f"outcomes:session-{first.pk}": lines})

    rows = meeting.outcomes.order_by("position", "pk")
    assert [row.text for row in rows] == ["no 3", "no 2", "no 1", "no 4"]


def test_a_person_is_found_by_any_spelling_and_belongs_to_the_party(
    opened, meeting, updates
):
    australia = updates.contributions.get().party
    ann = factories.PersonFactory(name="Ann Lee", honorific="Ms", party=australia)
    bob = factories.PersonFactory(name="Bob Ray")
    page = opened()
    key = page.room("speakers", updates)
    held = f"speaker-{updates.contributions.get().pk}"
    page.post(
        **{f"{key}-person": "ms ann lee", f"{held}-person": "Bob Ray"},
    )

    assert page.errors == {
        f"{held}-person": f"A person of that name belongs to {bob.party.name}."
    }
    page.post(**{f"{held}-person": ""})
    assert spoken(updates)[1] == ("panellist", "", str(ann))


def test_an_unknown_person_is_added_once_and_on_the_spot(opened, meeting, updates):
    second = meeting.sessions.get(title="Scam centres")
    page = opened()
    keys = [page.room("speakers", row) for row in (updates, second)]
    typed = {}
    for key in keys:
        typed |= {f"{key}-party": "Australia", f"{key}-person": "Jane Doe"}
    page.post(**typed)
    assert set(page.errors) == {f"{key}-person" for key in keys}
    assert not Person.objects.exists()

    for key in keys:
        typed |= {
            f"{key}-add_person": "on",
            f"{key}-honorific": "Ms",
            f"{key}-position_held": "Director",
        }
    page.post(**typed)

    assert "1 person is new to the record." in page.messages[0]
    jane = Person.objects.get()
    assert (jane.honorific, jane.party.name) == ("Ms", "Australia")
    held = jane.appointments.get()
    assert (held.title, held.since, held.until) == ("Director", date(2025, 12, 1), None)
    assert jane.contributions.count() == 2


def test_a_line_may_name_a_person_and_a_party_or_several(opened, updates):
    ann = factories.PersonFactory(name="Ann Lee", party__name="Fiji")
    page = opened()
    lines = "Ann Lee\nFiji and Australia\nJane Doe (Fiji)\nNobody at all"
    page.post("look", **{f"speaker-lines:session-{updates.pk}": lines})

    rows = page.shown.blocks[0].speakers[1:-1]
    assert [
        (line.form["party"].value(), line.form["person"].value() or "") for line in rows
    ] == [
        ("Fiji", ann.name),
        ("Fiji", ""),
        ("Australia", ""),
        ("Fiji", "Jane Doe"),
        ("Nobody at all", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"unit": "Police"}, "party", "Name a party, a person or a group."),
        ({"party": "Austria"}, "party", "Is it Australia?"),
        ({"party": "Australia and Fiji"}, "party", "several parties"),
        ({"party": "…"}, "party", "No party is known as"),
        ({"person": "Nobody", "add_person": "on"}, "party", "Give the party"),
        ({"party": "Fiji", "role": "king"}, "role", "Select a valid choice"),
    ],
)
def test_what_is_wrong_with_a_speaker_is_said_beside_it(
    opened, updates, typed, field, words
):
    factories.PartyFactory(name="Fiji")
    page = opened()
    key = page.room("speakers", updates)
    title = {f"session-{updates.pk}-title": "National updates"}
    page.post(**title, **{f"{key}-{name}": value for name, value in typed.items()})

    assert words in page.errors[f"{key}-{field}"]
    assert page.titles()[0] == "National updates"
    assert sessions(updates.meeting)[0] == "Updates"
    for name, value in typed.items():
        assert page.values()[f"{key}-{name}"] in (value, True)


def test_nothing_of_a_page_with_one_error_is_saved(opened, meeting, updates):
    page = opened()
    outcome = page.room("outcomes")
    page.post(
        **{f"{outcome}-text": "a guide", f"session-{updates.pk}-title": "Changed"}
    )

    assert page.errors == {f"{outcome}-kind": "This field is required."}
    assert sessions(meeting) == ["Updates", "Scam centres"]


def test_what_an_outcome_asks_is_entered_with_it(opened, meeting):
    party = factories.PartyFactory(name="Experts on Migration, Asylum and Refugees")
    page = opened()
    key = page.room("outcomes")
    page.post(
        **{
            f"{key}-kind": "requested",
            f"{key}-text": "a report",
            f"{key}-asked_of": f"{party.name}; Australia; Nowhere",
            f"{key}-due_on": "2026-03-01",
            f"{key}-state": "open",
        }
    )
    assert "Nowhere" in page.errors[f"{key}-asked_of"]
    page.post(**{f"{key}-asked_of": f"{party.name}; Australia"})

    outcome = Outcome.objects.get()
    assert {row.name for row in outcome.asked_of.all()} == {party.name, "Australia"}
    assert (outcome.due_on, outcome.state) == (date(2026, 3, 1), "open")
    assert opened().post().messages == ["Nothing had changed, so nothing was saved."]


def test_a_session_goes_with_its_speakers_and_leaves_its_outcomes(
    opened, meeting, updates
):
    outcome = factories.OutcomeFactory(meeting=meeting, session=updates)
    page = opened()
    new = page.room("outcomes", updates)
    page.post(
        **{
            f"session-{updates.pk}-remove": "on",
            f"{new}-kind": "noted",
            f"{new}-text": "a last word",
        }
    )

    assert sessions(meeting) == ["Scam centres"]
    assert not Contribution.objects.exists()
    outcome.refresh_from_db()
    assert outcome.session is None
    assert set(Outcome.objects.values_list("text", "session")) == {
        (outcome.text, None),
        ("a last word", None),
    }


def test_what_is_not_posted_stays(opened, meeting):
    page = opened()
    page.response = page.client.post(
        page.address, {"state": page.shown.state, "action": "save"}, follow=True
    )

    assert page.messages == ["Nothing had changed, so nothing was saved."]
    assert sessions(meeting) == ["Updates", "Scam centres"]


def test_rows_of_another_meeting_cannot_be_posted(opened, meeting):
    other = factories.SessionFactory(title="Elsewhere")
    page = opened()
    key = f"session-{other.pk}"
    data = page.values()
    page.post(
        **{
            "sessions": [*data["sessions"], key, "session-x", "outcome-n1"],
            f"{key}-title": "Taken over",
            f"{key}-kind": "panel",
        }
    )

    other.refresh_from_db()
    assert (other.title, other.meeting != meeting) == ("Elsewhere", True)
    assert sessions(meeting) == ["Updates", "Scam centres"]


def test_a_forged_state_saves_nothing(opened, meeting, updates):
    page = opened()
    page.post(state="forged", **{f"session-{updates.pk}-title": "Changed"})

    assert "could not be read" in page.messages[0]
    assert sessions(meeting) == ["Updates", "Scam centres"]


def test_a_week_leads_to_the_programme_of_its_first_meeting(clerk, meeting):
    week = factories.GatheringFactory()
    address = reverse("admin:meetings_gathering_programme", args=[week.pk])
    assert clerk.get(address).status_code == 302
    late = factories.MeetingFactory(gathering=week, starts_on=date(2025, 12, 3))
    meeting.gathering = week
    meeting.save()

    response = clerk.get(address, follow=True)

    assert response.context["meeting"] == meeting
    assert list(response.context["week"]) == [meeting, late]
