"""Texts that travelled: what prints the same is written as it was."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.documents.lighten import canonical
from meetings.documents.spelling import spelled_like

BEFORE = """\
# Purpose
The RSO's "plan" [draft] was _welcomed_.
* one
* two

1) first
"""

lines = st.sampled_from(
    [
        "",
        "# A",
        "the RSO's *plan*",
        "the RSO’s _plan_",
        "- one",
        "* one",
        "1) b",
        "[x] y",
    ]
)
texts = st.lists(lines, max_size=8).map("\n".join)


@pytest.mark.parametrize(
    ("returned", "spelled"),
    [
        (canonical(BEFORE), BEFORE),
        (
            canonical(BEFORE.replace("welcomed", "noted")),
            BEFORE.replace("welcomed", "noted"),
        ),
        (canonical(BEFORE.replace("draft", "final")), BEFORE.replace("draft", "final")),
        (
            canonical(BEFORE.replace("* two", "* three")),
            BEFORE.replace("* two\n", "- three"),
        ),
        (canonical(BEFORE) + "\nNew.\n", f"{BEFORE}\nNew.\n"),
        ("", ""),
    ],
)
def test_only_what_was_changed_is_written_anew(returned, spelled):
    assert spelled_like(BEFORE, returned) == spelled


def test_empty_lines_at_the_top_are_no_change():
    assert spelled_like(f"\n\n{BEFORE}", canonical(BEFORE)) == f"\n\n{BEFORE}"


def test_a_sign_that_means_something_else_now_stays_as_it_came():
    assert spelled_like("*a* b", "\\*a\\* b") == "\\*a\\* b"


@settings(deadline=None)
@given(texts)
def test_a_text_is_spelled_like_itself(text):
    assert spelled_like(text, text) == text


@settings(deadline=None)
@given(texts, texts)
@example("- one\n\n* one", "- one\n- one")
def test_every_spelling_prints_what_came(before, returned):
    came = canonical(returned)

    assert canonical(spelled_like(before, came)) == came
