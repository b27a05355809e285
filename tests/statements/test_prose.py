from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.statements import prose


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], ""),
        (["Fiji"], "Fiji"),
        (["Fiji", "Samoa"], "Fiji and Samoa"),
        (["Fiji", "Palau", "Samoa"], "Fiji, Palau and Samoa"),
    ],
)
def test_lists_join_their_last_item_with_and(items, told):
    assert prose.listing(items) == told


def test_phrases_with_commas_are_parted_by_semicolons():
    assert prose.series(["a, b", "c"]) == "a, b; and c"
    assert prose.series(["a, b"]) == "a, b"
    assert prose.series(["a", "c"]) == "a and c"


@pytest.mark.parametrize(
    ("number", "in_words", "in_figures"),
    [
        (0, "zero members", "0 members"),
        (1, "one member", "1 member"),
        (9, "nine members", "9 members"),
        (10, "10 members", "10 members"),
        (17, "17 members", "17 members"),
    ],
)
def test_words_stand_below_ten_only(number, in_words, in_figures):
    forms = ("member", "members")

    assert prose.count(number, *forms, words_below_ten=True) == in_words
    assert prose.count(number, *forms, words_below_ten=False) == in_figures


@pytest.mark.parametrize(
    ("number", "figures", "words"),
    [
        (1, "1st", "first"),
        (2, "2nd", "second"),
        (3, "3rd", "third"),
        (5, "5th", "fifth"),
        (8, "8th", "eighth"),
        (11, "11th", "eleventh"),
        (12, "12th", "twelfth"),
        (13, "13th", "thirteenth"),
        (20, "20th", "twentieth"),
        (21, "21st", "twenty-first"),
        (32, "32nd", "thirty-second"),
        (40, "40th", "fortieth"),
        (99, "99th", "ninety-ninth"),
        (101, "101st", "101st"),
        (111, "111th", "111th"),
    ],
)
def test_ordinals(number, figures, words):
    assert (prose.ordinal(number), prose.ordinal_word(number)) == (figures, words)


def test_ordinals_begin_at_one():
    with pytest.raises(ValueError, match="0 has no ordinal"):
        prose.ordinal(0)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 11, 19), date(2024, 11, 19), "19 November 2024"),
        (date(2025, 12, 1), date(2025, 12, 5), "1 to 5 December 2025"),
        (date(2025, 11, 30), date(2025, 12, 2), "30 November to 2 December 2025"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
    ],
)
def test_a_span_says_month_and_year_once_where_they_agree(first, last, told):
    assert prose.span(first, last) == told


def test_a_span_does_not_run_backwards():
    with pytest.raises(ValueError, match="is before"):
        prose.span(date(2025, 12, 5), date(2025, 12, 1))


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (None, None, "day", "date not known"),
        (date(2010, 6, 1), date(2010, 6, 30), "month", "June 2010"),
        (date(2016, 5, 1), date(2016, 11, 30), "month", "May 2016 to November 2016"),
        (date(2017, 1, 1), date(2017, 12, 31), "year", "2017"),
        (date(2017, 1, 1), date(2018, 12, 31), "year", "2017-2018"),
    ],
)
def test_dates_are_told_as_far_as_they_are_known(first, last, precision, told):
    assert prose.when(first, last, precision) == told


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (date(2024, 11, 19), date(2024, 11, 19), "day", "On 19 November 2024"),
        (date(2024, 11, 18), date(2024, 11, 20), "day", "From 18 to 20 November 2024"),
        (date(2010, 6, 1), date(2010, 6, 30), "month", "In June 2010"),
    ],
)
def test_a_sentence_opens_with_its_days(first, last, precision, told):
    assert prose.opening(first, last, precision) == told


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (2024, 2026, "2024-26"),
        (2024, None, "2024"),
        (2024, 2024, "2024"),
        (1999, 2001, "1999-2001"),
    ],
)
def test_years_of_a_plan(since, until, told):
    assert prose.years(since, until) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Drivers of irregular migration", "drivers of irregular migration"),
        ("RSO update", "RSO update"),
        ("Inflection Point", "Inflection Point"),
        ("Updates", "Updates"),
    ],
)
def test_titles_in_a_sentence_keep_the_capitals_of_names(title, told):
    assert prose.mid_sentence(title) == told


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), max_size=70))
def test_a_list_gives_back_its_items(items):
    items = [item for item in items if item != "and"]

    told = prose.listing(items).replace(" and ", ", ").split(", ")

    assert told == (items or [""])


@given(st.dates(), st.dates())
def test_a_span_names_both_days(one, other):
    first, last = sorted([one, other])

    told = prose.span(first, last)

    assert told.startswith(f"{first.day} ")
    assert told.endswith(prose.day(last))
