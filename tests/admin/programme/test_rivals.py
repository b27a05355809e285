"""Two editors of one programme: what both changed is shown, and nothing is lost."""

import pytest

from meetings.models import Session
from tests import factories


@pytest.fixture
def updates(meeting):
    return meeting.sessions.get(title="Updates")


@pytest.fixture
def speaker(updates):
    return updates.contributions.get()


def titles(meeting) -> list[str]:
    rows = Session.objects.filter(meeting=meeting).order_by("position", "pk")
    return [row.title for row in rows]


def notes(page) -> dict[str, str]:
    return {line.key: " ".join(line.notes) for line in page.lines if line.notes}


def rivals(page) -> dict[str, list]:
    return {line.key: line.rival for line in page.lines if line.rival}


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_a_row_that_both_changed_is_asked_about(opened, meeting, updates, keep):
    page, other = opened(), opened()
    key = f"session-{updates.pk}"
    other.post(**{f"{key}-title": "Theirs", f"{key}-summary": "They spoke."})
    page.post(**{f"{key}-title": "Mine"})

    assert titles(meeting)[0] == "Theirs"
    assert rivals(page) == {
        key: [("title", "Theirs", "Mine"), ("summary", "They spoke.", "–")]
    }
    assert "You yourself, in another window" in page.response.content.decode()
    page.post()
    assert page.errors == {f"{key}-keep": "Choose which of the two to keep."}
    page.post(**{f"{key}-keep": keep})

    updates.refresh_from_db()
    assert (updates.title, updates.summary) == {
        "mine": ("Mine", ""),
        "theirs": ("Theirs", "They spoke."),
    }[keep]


def test_what_different_editors_changed_is_all_kept(opened, meeting, updates, speaker):
    page, other = opened(), opened()
    new = other.room("speakers", updates)
    other.post(
        **{f"speaker-{speaker.pk}-role": "lead", f"{new}-party": "Australia"},
        **{f"{new}-role": "moderator"},
    )
    page.post(**{f"session-{updates.pk}-title": "Mine"})

    assert page.messages == [
        "Programme saved: 0 added, 1 changed, 0 removed. What somebody else changed "
        "meanwhile is kept."
    ]
    assert titles(meeting)[0] == "Mine"
    assert [row.role for row in updates.contributions.order_by("position")] == [
        "lead",
        "moderator",
    ]


def test_beside_a_dispute_nothing_that_was_typed_is_lost(opened, meeting, updates):
    page, other = opened(), opened()
    key, free = f"session-{updates.pk}", page.room("speakers", updates)
    theirs = other.room("outcomes")
    other.post(
        **{f"{key}-title": "Theirs", f"{theirs}-text": "theirs"},
        **{f"{theirs}-kind": "noted"},
    )
    page.post("session")
    added = page.shown.blocks[-1].key
    page.post(
        **{
            f"{key}-title": "Mine",
            f"{free}-party": "Members",
            f"{added}-kind": "panel",
        },
        **{f"{added}-title": "A panel", "outcome-lines:": "mine"},
        **{"outcome-kind:": "agreed"},
    )
    assert titles(meeting) == ["Theirs", "Scam centres"]

    page.post(**{f"{key}-keep": "mine"})

    assert titles(meeting) == ["Mine", "Scam centres", "A panel"]
    assert updates.contributions.filter(group="members").exists()
    assert set(meeting.outcomes.values_list("text", flat=True)) == {"theirs", "mine"}


def test_a_row_that_another_removed_comes_back_only_knowingly(opened, updates, speaker):
    page, other = opened(), opened()
    other.post(**{f"speaker-{speaker.pk}-remove": "on"})
    page.post(**{f"speaker-{speaker.pk}-unit": "Police"})

    (told,) = notes(page).values()
    assert "Somebody else removed this" in told
    assert not updates.contributions.exists()
    page.post()
    assert updates.contributions.get().unit == "Police"


def test_a_session_that_another_removed_comes_back_with_its_speakers(
    opened, meeting, updates
):
    page, other = opened(), opened()
    other.post(**{f"session-{updates.pk}-remove": "on"})
    page.post(**{f"session-{updates.pk}-summary": "Much was said."})
    assert titles(meeting) == ["Scam centres"]
    assert list(notes(page)) == [page.shown.blocks[0].key]

    page.post()

    back = meeting.sessions.get(title="Updates")
    assert back.summary == "Much was said."
    assert back.contributions.get().party.name == "Australia"


def test_what_another_removed_and_nobody_changed_is_gone(opened, meeting, updates):
    page, other = opened(), opened()
    other.post(**{f"session-{updates.pk}-remove": "on"})
    page.post(**{f"{page.room('outcomes')}-text": "a guide"} | {})
    assert page.errors  # its kind is missing, and the page is whole all the same
    page.post(**{f"{page.room('outcomes')}-kind": ""}, action="look")
    assert titles(meeting) == ["Scam centres"]


@pytest.mark.parametrize("changed", ["session", "speaker", "new speaker"])
def test_a_session_that_another_wrote_into_is_not_removed(
    opened, meeting, updates, speaker, changed
):
    page, other = opened(), opened()
    typed = {
        "session": {f"session-{updates.pk}-title": "Theirs"},
        "speaker": {f"speaker-{speaker.pk}-unit": "Police"},
        "new speaker": {f"{other.room('speakers', updates)}-party": "Members"},
    }
    other.post(**typed[changed])
    page.post(**{f"session-{updates.pk}-remove": "on"})

    assert any("it was not removed" in told for told in notes(page).values())
    assert len(titles(meeting)) == 2
    page.post(**{f"session-{updates.pk}-remove": "on"})
    assert titles(meeting) == ["Scam centres"]


def test_two_orders_are_shown(opened, meeting, updates):
    third = factories.SessionFactory(meeting=meeting, position=3, title="Third")
    page, other = opened(), opened()
    other.post(f"up:session-{third.pk}").post()
    page.post(f"down:session-{updates.pk}").post()

    assert titles(meeting) == ["Updates", "Third", "Scam centres"]
    (told,) = page.shown.told
    assert "the sessions in another order" in told
    assert "Updates; Third; Scam centres" in told
    page.post()
    assert titles(meeting) == ["Scam centres", "Updates", "Third"]
