"""What the record lacks for a statement: what is told, where it is mended, and when."""

from dataclasses import replace

import pytest

from meetings.facts import ContributionFact, SessionFact
from meetings.statements.gaps import to_mend

from .facts import meeting

WHOLE = meeting(
    city="Manila",
    number=11,
    sessions=(
        SessionFact(
            "Trends",
            "panel",
            topics="recent trends",
            contributions=(ContributionFact("panellist", group="members"),),
        ),
    ),
)


def _gaps(**changes):
    held = replace(WHOLE, **changes)
    before = set(to_mend([WHOLE]))
    return [gap for gap in to_mend([held]) if gap not in before]


@pytest.mark.parametrize(
    ("changes", "what", "part", "needed"),
    [
        ({"attendance": ()}, "attendance", "attendances", True),
        ({"chairs": ()}, "co-chair", "chair_terms", True),
        ({"city": ""}, "city", "city", False),
        ({"country": None}, "country", "country", False),
        ({"number": None}, "number", "number", False),
        ({"sessions": ()}, "sessions", "sessions", False),
        ({"list_status": "partial"}, "attendance", "list_status", False),
        ({"precision": "month"}, "date", "precision", False),
        ({"unverified": True}, "unverified", "unverified", False),
        ({"kind": "regional_event"}, "theme", "theme", False),
    ],
)
def test_each_thing_missing_is_one_gap_with_its_place(changes, what, part, needed):
    [gap] = _gaps(**changes)

    assert (gap.what, gap.place.part, gap.needed) == (what, part, needed)


def test_a_virtual_meeting_needs_no_city():
    assert _gaps(city="", country=None, format="virtual") == []


def test_a_panel_without_speakers_and_content_is_told_by_its_place_in_the_agenda():
    empty = SessionFact("Looking ahead", "panel")
    gaps = _gaps(sessions=(*WHOLE.sessions, empty))

    assert [gap.what for gap in gaps] == ["speaker", "content"]
    assert {gap.place.key for gap in gaps} == {(WHOLE.slug, "1")}


def test_delegates_talk_among_themselves_in_small_groups():
    talk = SessionFact("Small groups", "small_groups", topics="the way ahead")

    assert _gaps(sessions=(talk,)) == []


def test_before_a_meeting_nobody_is_asked_who_came():
    gaps = to_mend([replace(WHOLE, status="planned", attendance=(), sessions=())])

    assert not {"attendance", "sessions"} & {gap.what for gap in gaps}


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_did_not_take_place_lacks_nothing(status):
    assert to_mend([replace(WHOLE, status=status, attendance=())]) == ()


def test_what_is_needed_comes_first():
    gaps = to_mend([replace(WHOLE, city="", unverified=True, attendance=())])

    assert [gap.needed for gap in gaps] == sorted(
        (gap.needed for gap in gaps), reverse=True
    )


def test_a_chair_without_a_title_is_told_once_for_a_week():
    untitled = tuple(
        replace(chair, person=chair.person and replace(chair.person, title=""))
        for chair in WHOLE.chairs
    )
    days = [replace(WHOLE, chairs=untitled, slug=slug) for slug in ("one", "two")]
    told = [gap for gap in to_mend(days) if gap.what == "title"]

    assert told
    assert len({gap.place.key for gap in told}) == len(told)
    assert {gap.place.kind for gap in told} == {"person"}
