"""The same words in another form, and words that only look like attendance."""

import re
import textwrap

import pytest

from . import old_statements
from .told import chairs, kinds, listed, read_text, where

STYLES = [name for name in vars(old_statements) if name.isupper()]


@pytest.mark.parametrize("name", STYLES)
def test_wraps_and_line_ends_change_nothing(name):
    text = vars(old_statements)[name]
    expected = read_text(text)
    wordings = ("attendance", "co_chairs")

    windows = read_text(text.replace("\n", "\r\n"))

    for part in ("title", "ordinal", "bodies", "start", "end", "city", "country"):
        assert windows[part] == expected[part]
    for part in wordings:
        assert len(windows[part]) == len(expected[part])


def as_of_a_pdf(text):
    """The text as a PDF gives it: other line ends, and no empty line anywhere."""
    paragraphs = [""]
    for line in map(str.strip, text.split("\n")):
        head = len(paragraphs[-1]) < 60 and not paragraphs[-1].endswith(",")
        if not line or head or re.match(r"[-\u2022] |\d+\. ", line):
            paragraphs.append(line)
        else:
            paragraphs[-1] += f" {line}"
    return "\n".join(textwrap.fill(row, 95) for row in paragraphs if row)


@pytest.mark.parametrize("name", STYLES)
def test_paragraphs_are_found_without_empty_lines(name):
    text = vars(old_statements)[name]
    expected, pdf = read_text(text), read_text(as_of_a_pdf(text))

    assert listed(pdf) == listed(expected)
    assert chairs(pdf) == chairs(expected)
    assert pdf["ordinal"] == expected["ordinal"]
    assert pdf["bodies"] == expected["bodies"]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("on 23 March 2016", "2016-03-23", "2016-03-23"),
        ("on Wednesday, 23 March 2016", "2016-03-23", "2016-03-23"),
        ("from 30 April - 1 May 2018", "2018-04-30", "2018-05-01"),
        ("over 2–3 May 2024", "2024-05-02", "2024-05-03"),
        ("between 13 and 14 February 2020", "2020-02-13", "2020-02-14"),
        ("on the 5th of March 2013", "2013-03-05", "2013-03-05"),
        ("on February 26-28, 2002", "2002-02-26", "2002-02-28"),
        ("on November 30 - December 2, 2021", "2021-11-30", "2021-12-02"),
        ("from 30 December 2025 to 2 January 2026", "2025-12-30", "2026-01-02"),
        ("on 29 February 2023", None, None),
        ("in December 2025", None, None),
        ("on 31 June 2019", None, None),
    ],
)
def test_dates(sentence, first, last):
    told = read_text(f"The Ad Hoc Group of the Bali Process met in Perth {sentence}.")

    assert (told["start"], told["end"]) == (first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Delegates from Fiji participated in a panel on fishing.",
        "Action Item leads (Australia, Indonesia and Fiji) updated the meeting.",
        "Malaysia, New Zealand (as DWG Co-Chair) and Thailand took the floor.",
        "A panel brought together Cambodia, Malaysia and Palau.",
        "The RSO delivered training in Sri Lanka and Lao PDR.",
        "Thailand did not attend the first day.",
        "Members noted the attendance of Fiji at an earlier dialogue.",
        "Fiji, a member since 2002, spoke first.",
    ],
)
def test_what_is_not_plainly_attendance_proposes_nobody(sentence):
    told = read_text(
        f"The Working Group met in Suva on 1 May 2018 for a day. {sentence}"
    )

    assert told["attendance"] == []


def test_those_excepted_did_not_attend():
    told = read_text(
        "The meeting was attended by Fiji, Samoa and Palau, with the exception of Tonga."
    )

    assert listed(told) == {"member": ["Fiji", "Samoa", "Palau"]}
    assert "exception" in kinds(told)


def test_head_and_text_that_disagree_on_days_are_doubted():
    told = read_text(
        "Second Ministerial Conference\n\n29-30 April 2003\n\nThe second Regional "
        "Ministerial Conference took place in Bali, Indonesia, from 28 to 30 April 2003."
    )

    assert where(told) == ("2003-04-28", "2003-04-30", "Bali", "Indonesia")
    assert kinds(told) == ["dates"]


def test_an_empty_text_proposes_nothing():
    assert read_text("") == {
        "title": None,
        "ordinal": None,
        "bodies": [],
        "start": None,
        "end": None,
        "city": None,
        "country": None,
        "co_chairs": [],
        "attendance": [],
        "counts": [],
        "doubts": [],
        "unknown": [],
    }


def test_a_text_without_days_and_names_may_be_no_statement():
    told = read_text(
        "The Co-Chairs, Fiji and Samoa, were asked how they see the decade."
    )

    assert told["attendance"] == []
    assert kinds(told) == ["no statement"]
