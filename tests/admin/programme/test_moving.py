"""Outcomes moved to another session, or to another event of the week, by a select."""

import pytest

from meetings.models import Outcome
from tests import factories


@pytest.fixture
def sessions(meeting):
    return list(meeting.sessions.order_by("position"))


@pytest.fixture
def rows(meeting, sessions):
    return [
        factories.OutcomeFactory(
            meeting=meeting, session=session, position=number, text=f"no {number}"
        )
        for number, session in enumerate([*sessions, None], start=1)
    ]


@pytest.fixture
def other(meeting):
    """Another event of the week, with a session and an outcome of its own."""
    meeting.gathering = factories.GatheringFactory()
    meeting.save()
    made = factories.MeetingFactory(gathering=meeting.gathering, title="Side event")
    factories.SessionFactory(meeting=made, title="Hotlines")
    factories.OutcomeFactory(meeting=made, position=7, text="theirs")
    return made


def stand(meeting) -> list[tuple[str, str]]:
    found = Outcome.objects.filter(meeting=meeting).order_by("position", "pk")
    return [(row.text, row.session.title if row.session else "") for row in found]


def under(page, key) -> list[str]:
    blocks = {block.key: block for block in (*page.shown.blocks, page.shown.whole)}
    return [line.key for line in blocks[key].outcomes if not line.blank]


def test_an_outcome_goes_to_another_session_and_keeps_all_else(
    opened, meeting, sessions, rows
):
    rows[0].asked_of.add(factories.PartyFactory(name="Fiji"))
    page = opened().post("look", **{f"outcome-{rows[0].pk}-place": _key(sessions[1])})
    assert under(page, _key(sessions[1])) == [_key(rows[1]), _key(rows[0])]
    assert stand(meeting)[0] == ("no 1", "Updates")

    page.post()
    assert page.messages == [
        "Programme saved: 0 added, 1 changed, 0 removed. The order has changed."
    ]
    assert stand(meeting) == [
        ("no 2", "Scam centres"),
        ("no 1", "Scam centres"),
        ("no 3", ""),
    ]
    assert [party.name for party in rows[0].asked_of.all()] == ["Fiji"]
    assert rows[0].history.first().history_user.username == "clerk"

    page.post(**{f"outcome-{rows[0].pk}-place": f"meeting-{meeting.pk}"})
    assert dict(stand(meeting))["no 1"] == ""


def test_or_to_a_session_that_is_new(opened, meeting, rows):
    page = opened().post("session")
    new = page.shown.blocks[-1].key
    typed = {f"{new}-title": "New", f"{new}-kind": "panel"}
    page.post(**typed, **{f"outcome-{rows[2].pk}-place": new})

    assert stand(meeting)[2] == ("no 3", "New")


def test_or_to_another_event_of_the_week(opened, meeting, rows, other):
    session = other.sessions.get()
    page = opened().post(
        **{
            f"outcome-{rows[0].pk}-place": f"meeting-{other.pk}",
            f"outcome-{rows[1].pk}-place": _key(session),
        }
    )

    assert page.messages == [
        "Programme saved: 0 added, 2 changed, 0 removed. "
        "2 outcomes are now with “Side event”."
    ]
    assert stand(meeting) == [("no 3", "")]
    assert stand(other) == [("theirs", ""), ("no 1", ""), ("no 2", "Hotlines")]
    assert rows[1].history.first().prev_record.session_id != session.pk


@pytest.mark.parametrize("forged", ["session-999999", "meeting-999999", "x"])
def test_nowhere_else(opened, meeting, rows, forged):
    strange = factories.SessionFactory()
    for place in (forged, _key(strange)):
        page = opened().post(**{f"outcome-{rows[0].pk}-place": place})
        assert list(page.errors) == [f"outcome-{rows[0].pk}-place"]
    assert stand(meeting)[0] == ("no 1", "Updates")


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_where_two_move_it_to_different_places_one_decides(
    opened, meeting, sessions, rows, keep
):
    key = f"outcome-{rows[2].pk}"
    page, second = opened(), opened()
    second.post(**{f"{key}-place": _key(sessions[0])})
    page.post(**{f"{key}-place": _key(sessions[1])})

    (line,) = [line for line in page.lines if line.rival]
    assert line.rival == [("belongs to", "1. Updates", "2. Scam centres")]
    assert under(page, _key(sessions[1])) == [_key(rows[1]), key]
    page.post(**{f"{key}-keep": keep})
    place = {"mine": "Scam centres", "theirs": "Updates"}[keep]
    assert dict(stand(meeting))["no 3"] == place


def test_what_another_moved_stays_where_it_was_put(opened, meeting, sessions, rows):
    page, second = opened(), opened()
    second.post(**{f"outcome-{rows[0].pk}-place": _key(sessions[1])})
    page.post(**{f"outcome-{rows[2].pk}-text": "no 3, better"})

    assert stand(meeting) == [
        ("no 2", "Scam centres"),
        ("no 1", "Scam centres"),
        ("no 3, better", ""),
    ]


def _key(row) -> str:
    return f"{type(row).__name__.lower()}-{row.pk}"
