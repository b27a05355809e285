import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.documents import markup
from meetings.statements import prose


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Text.", "<p>Text.</p>\n"),
        ("## Annual Meeting", "<h2>Annual Meeting</h2>\n"),
        ("# Title\n\n### Below", "<h2>Title</h2>\n<h3>Below</h3>\n"),
        ("### Not yet below", "<h2>Not yet below</h2>\n"),
        ("- one\n- *two*", "<ul>\n<li>one</li>\n<li><em>two</em></li>\n</ul>\n"),
        ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n"),
        (
            "[**plan**](https://example.org/a)",
            '<p><a href="https://example.org/a">plan</a></p>\n',
        ),
        ("Attorney-General's “plan”", "<p>Attorney-General’s “plan”</p>\n"),
    ],
)
def test_the_light_markup(typed, printed):
    assert markup.html(typed) == printed


def test_items_with_paragraphs_between_them_stay_inline():
    told = markup.html("- one\n\n- two\n\n  more of two")

    assert "<p>" not in told
    assert "two<br>" in told.replace("\n", "")


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![picture](data:x)",
        "<img src=x onerror=alert(1)>",
        "[x](file:///etc/passwd)",
        "```\ncode\n```",
        "| a | b |\n|---|---|",
    ],
)
def test_what_is_not_light_markup_is_printed_as_typed(typed):
    told = markup.html(typed)

    assert not any(tag in told for tag in ("<script", "<img", "<a ", "<code", "<table"))


@given(st.text())
def test_any_text_prints_and_nothing_but_the_light_markup_comes_of_it(typed):
    told = markup.html(typed)

    tags = {
        part.split(">")[0].strip("/ ").split(" ")[0] for part in told.split("<")[1:]
    }
    assert tags <= {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "br"}


@given(
    st.text(
        st.characters(exclude_categories=["C", "Z"], exclude_characters="'\""),
        min_size=1,
    )
)
def test_literal_text_comes_out_as_it_went_in(word):
    told = markup.html(prose.literal(word))

    escaped = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert told == f"<p>{escaped}</p>\n"
