"""What the next meeting is called, and which sessions come back."""

import pytest

from meetings.admin.following import proposing


@pytest.mark.parametrize(
    ("title", "number", "following"),
    [
        (
            "11th Annual Meeting of the Working Group",
            11,
            "12th Annual Meeting of the Working Group",
        ),
        ("Eighth Annual Meeting", 8, "Ninth Annual Meeting"),
        ("TEG-RR 8th Annual Meeting", 8, "TEG-RR 9th Annual Meeting"),
        ("Twenty-first meeting", 21, "Twenty-second meeting"),
        ("First meeting on the 11th hour", 1, "Second meeting on the 11th hour"),
        ("Annual Meeting 2025", 3, "Annual Meeting 2026"),
        ("Forum 2025-26", None, "Forum 2026-26"),
        ("Report 20251", None, "Report 20251"),
        ("150th meeting", 150, "150th meeting"),
        ("Annual Meeting", None, "Annual Meeting"),
    ],
)
def test_ordinals_and_years_move_on(title, number, following):
    numbers = [number] if number else []
    assert proposing.next_title(title, numbers, 2025, "") == following


@pytest.mark.parametrize(
    "title",
    ["Joint Event: Safe seas", "Joint Event – “safe seas”", "Joint Event (Safe Seas)"],
)
def test_the_theme_of_the_year_is_left_out(title):
    assert proposing.unnumbered(title, "Event", 2025, "Safe seas") == "Joint Event"


def test_a_title_only_of_the_year_gives_way_to_the_kind():
    assert (
        proposing.unnumbered("Visit to the port", "Site visit", 2025, "")
        == "Site visit"
    )


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("WG-TIP week, Bali, 23–26 May 2025", "WG-TIP week, 2026"),
        (
            "Eighth Conference and meetings, Perth, May 2025",
            "Ninth Conference and meetings, 2026",
        ),
        ("Week of 2025", "Week of 2026"),
    ],
)
def test_a_week_loses_its_place_and_days(title, following):
    assert proposing.next_week(title, [8], 2025, "") == following


@pytest.mark.parametrize(
    ("slug", "number", "following"),
    [
        ("wgtip-11", 11, "wgtip-12"),
        ("forum-2025", None, "forum-2026"),
        ("wgtip-11r", 9, ""),
    ],
)
def test_the_address_moves_on(slug, number, following):
    assert proposing.next_slug(slug, number, 2025) == following


def test_a_session_comes_back_if_it_was_there_before_or_says_so():
    earlier = {proposing.fold("RSO’s update")}
    assert proposing.comes_back("National Updates", ())
    assert proposing.comes_back("rso's UPDATE", earlier)
    assert not proposing.comes_back("Scam centres", earlier)
