"""A column for each event: which headings are events, and what marks mean."""

import pytest

from meetings.exchange import cells
from meetings.exchange.columns import names_event
from meetings.exchange.marks import Mark, mark

from .sheets import lists, text, xlsx


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("x", Mark("present")),
        ("✓", Mark("present")),
        ("Yes", Mark("present")),
        ("1", Mark("present")),
        ("2", Mark("present", size=2)),
        ("3 delegates", Mark("present", size=3)),
        ("0", Mark("absent")),
        ("–", Mark("absent")),
        ("did not attend", Mark("absent")),
        ("Apologies", Mark("apologies")),
        ("regrets", Mark("apologies")),
        ("apologies (minister)", Mark("apologies", level="minister")),
        ("SOM", Mark("present", level="senior official")),
        ("Official level", Mark("present", level="official")),
        ("online", Mark("present", mode="online")),
        ("yes (online)", Mark("present", mode="online")),
        ("x, SOM, 4", Mark("present", level="senior official", size=4)),
        ("2 + online", Mark("present", mode="online", size=2)),
        ("Senior officials - 3 pax", Mark("present", level="senior official", size=3)),
    ],
)
def test_a_mark_is_taken_at_its_word(cell, meant):
    assert mark(cell) == meant


def test_one_is_a_delegate_where_delegates_are_counted():
    assert mark("1", counted=True) == Mark("present", size=1)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("A", "may be apologies or absent"),
        ("r", "may be regrets or registered"),
        ("TBC", "no mark that is known"),
        ("maybe", "no mark that is known"),
        ("Ms SATO Aya", "no mark that is known"),
        ("x (from the embassy)", "no mark that is known"),
        ("yes, no", "says two things at once"),
        ("apologies; present", "says two things at once"),
        ("minister/expert", "says two things at once"),
        ("absent (online)", "says two things at once"),
        ("2, 3", "says two things at once"),
        ("5000", "more than can be right"),
        ("-1", "no mark that is known"),
        ("-3", "no mark that is known"),
        ("3.5", "no mark that is known"),
        ("=1+1", "no mark that is known"),
        ("#REF!", "no mark that is known"),
        ("()", "no mark that is known"),
        ("x" * 200, "no mark that is known"),
    ],
)
def test_a_mark_that_cannot_be_taken_at_its_word_is_doubted(cell, why):
    with pytest.raises(cells.DoubtError, match=why):
        mark(cell)


@pytest.mark.parametrize(
    ("heading", "whether"),
    [
        ("Site visit", True),
        ("Day 2", True),
        ("Mon", True),
        ("1 Dec", True),
        ("December 4–5", True),
        ("2025-12-01", True),
        ("Visa", False),
        ("Vegetarian", False),
        ("E-mail", False),
        ("No.", False),
        ("", False),
    ],
)
def test_a_heading_names_an_event_or_not(heading, whether):
    assert names_event(heading) is whether


def test_columns_of_marks_are_kept_and_no_others():
    (found,) = lists(
        text(
            [
                ["No.", "Country", "Visa", "Mon 1 Dec", "Tue 2 Dec", "Passport", "Wed"],
                ["1", "Japan", "yes", "x", "2", "TR123456", "Ms Ito"],
                ["2", "Fiji", "no", "", "1", "K9", "Mr Two"],
                ["", "Total", "", "1", "3", "", ""],
            ]
        ),
        "list.csv",
    ).listings

    assert [(each.heading, each.counted) for each in found.events] == [
        ("Mon 1 Dec", False),
        ("Tue 2 Dec", True),
    ]
    assert [entry.marks for entry in found.entries[:2]] == [("x", "2"), ("", "1")]
    assert found.entries[2].skipped.startswith("A total")
    assert found.unread == ("No.", "Visa", "Passport", "Wed")


def test_headings_on_two_lines_and_an_empty_corner_are_read():
    (found,) = lists(
        xlsx(
            [
                ["Attendance of the week", None, None, None],
                [None, "WG-TIP", None, "TEG-RR"],
                [None, "Day 1", "Day 2", "Day 4"],
                ["Japan", "x", None, "x"],
                ["Fiji", None, "x", None],
            ]
        )
    ).listings

    headings = [each.heading for each in found.events]
    assert headings == ["WG-TIP Day 1", "WG-TIP Day 2", "TEG-RR Day 4"]
    assert [entry.party for entry in found.entries] == ["Japan", "Fiji"]


def test_the_headings_of_events_may_go_on_below_the_others():
    (found,) = lists(
        text(
            [
                ["Country", "WG-TIP", "", "TEG-RR", "E-mail"],
                ["", "1 Dec", "2 Dec", "4–5 Dec", ""],
                ["Japan", "x", "x", "x", "aya@example.org"],
            ]
        ),
        "list.csv",
    ).listings

    headings = [each.heading for each in found.events]
    assert headings == ["WG-TIP 1 Dec", "WG-TIP 2 Dec", "TEG-RR 4–5 Dec"]
    assert [(entry.row, entry.party) for entry in found.entries] == [(3, "Japan")]
    assert found.unread == ("E-mail",)


def test_marks_below_headings_that_name_no_meeting_are_pointed_out():
    (found,) = lists(
        text([["Country", "Alpha", "Beta"], ["Japan", "x", ""], ["Fiji", "", "x"]]),
        "list.csv",
    ).listings

    assert found.events == ()
    (remark,) = found.remarks
    assert remark.startswith("The columns “Alpha”, “Beta” hold marks")


def test_names_below_an_event_are_pointed_out():
    (found,) = lists(
        text([["Country", "Site visit"], ["Japan", "Ms Ito Aya"]]), "list.csv"
    ).listings

    assert found.events == ()
    assert found.remarks[0].startswith("“Site visit” names an event, but most")
