"""The order of rows that two editors may have changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.admin.programme import lines
from meetings.admin.programme.order import merged, placed


@pytest.mark.parametrize(
    ("loaded", "theirs", "mine", "order", "both"),
    [
        ("abc", "abc", "bac", "bac", False),
        ("abc", "cab", "abc", "cab", False),
        ("abc", "cab", "bac", "bac", True),
        ("abc", "bac", "bac", "bac", False),
        ("abc", "abxc", "acb", "acbx", False),
        ("abc", "ac", "cba", "cba", False),
        ("ab", "ba", "axb", "bax", False),
        ("", "", "xy", "xy", False),
    ],
)
def test_the_order_of_two_editors(loaded, theirs, mine, order, both):
    assert merged(loaded, theirs, mine) == (list(order), both)


ROWS = st.lists(st.sampled_from("abcdef"), unique=True)


@given(ROWS, ROWS, ROWS)
def test_no_row_of_either_is_lost_or_doubled(loaded, theirs, mine):
    order, _ = merged(loaded, theirs, mine)
    assert sorted(order) == sorted({*theirs, *mine})


@given(ROWS, ROWS)
def test_a_group_takes_its_own_places(every, group):
    order = placed(every, group)
    assert sorted(order) == sorted({*every, *group})
    assert [row for row in order if row in group] == group
    assert [row for row in order if row not in group] == [
        row for row in every if row not in group
    ]


def test_lines_are_read_without_their_bullets():
    assert list(lines.lines(" 1. Fiji\n\n• Viet  Nam\n3 Rivers Fund")) == [
        "Fiji",
        "Viet Nam",
        "3 Rivers Fund",
    ]


def test_a_line_may_begin_with_its_kind():
    kinds = {"noted": "Noted", "agreed": "Agreed"}
    found = lines.outcomes("NOTED: a\nb: c", "agreed", kinds)
    assert found == [
        {"kind": "noted", "text": "a"},
        {"kind": "agreed", "text": "b: c"},
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Jane Doe (Fiji)", ("Jane Doe", "Fiji")),
        ("Jane Doe, Fiji", ("Jane Doe", "Fiji")),
        ("Fiji", None),
    ],
)
def test_a_person_with_the_party(line, found):
    assert lines.named(line) == found
