"""HTML of Word and of browsers as light markup, and light markup in one spelling."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.documents import markup
from meetings.documents.lighten import canonical, lighten

signs = st.lists(
    st.sampled_from([*"ab *_[]()#-+.1\\\n&;<>|'\"!:/=", "https://e.org/", "\xa0", "’"]),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Text.</p>", "Text.\n"),
        ("<h1>One</h1><h2>Two</h2><h4>Four</h4>", "## One\n\n## Two\n\n### Four\n"),
        ("<h2><strong>Bold</strong> <em>slanted</em></h2>", "## Bold *slanted*\n"),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", "- a\n- b\n\nc\n"),
        ("<ol><li>a</li><li><p>b</p></li></ol>", "1. a\n2. b\n"),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n  1. b\n"),
        ("<p><b>a </b>b <i>c</i>, <b><i>d</i></b></p>", "**a** b *c*, ***d***\n"),
        ("<p>un<b>believ</b>able</p>", "un**believ**able\n"),
        ('<p><a href="https://e.org/(a)">x</a></p>', "[x](https://e.org/%28a%29)\n"),
        ('<p><a href="javascript:x">x</a> <u>y</u></p>', "x y\n"),
        ("<p>a<br>b<br><br>c</p>", "a\\\nb\\\nc\n"),
        ("<p>1. a<br>- b</p>", "1\\. a\\\n\\- b\n"),
        ("<p># [x] *y* &amp; 3 &lt; 4</p>", "\\# \\[x\\] \\*y\\* \\& 3 \\< 4\n"),
        (
            "<table><tr><th>Party</th><td><p>a</p><p>b</p></td></tr><tr><td>c</td></tr></table>",
            "Party \\| a b\n\nc\n",
        ),
        ("<style>p {}</style><script>x</script><p>a</p>", "a\n"),
        ("<b>(a)</b>b", "(a)b\n"),
        ("<ul><li></li><li> </li></ul>", ""),
    ],
)
def test_what_becomes_of_html(html, text):
    assert lighten(html) == text


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("* a\n\n* b", "- a\n- b\n"),
        ("_a_ __b__", "*a* **b**\n"),
        ("a\nb", "a b\n"),
        ("# A\n#### B", "## A\n\n### B\n"),
        ('the RSO’s "plan”\xa01', 'the RSO\'s "plan" 1\n'),
        ("- a\n\n  more", "- a\\\n  more\n"),
        ("- a\n  - b\n\n  more\n- c", "- a\n  - b\n\n  more\n\n- c\n"),
    ],
)
def test_one_spelling_of_what_prints_the_same(typed, spelled):
    assert canonical(typed) == spelled


@settings(deadline=None)
@given(signs)
@example("* a\n+ b")
@example("**a***b*")
@example("1. a\n1) b")
def test_the_one_spelling_prints_the_same_words_and_is_its_own(typed):
    spelled = canonical(typed)

    assert words(markup.html(spelled)) == words(markup.html(typed))
    assert canonical(spelled) == spelled


@settings(deadline=None)
@given(st.text())
def test_any_html_has_a_reading_without_html(html):
    assert not re.search(r"(?<!\\)<", lighten(html))


def words(html):
    plain = re.sub(r"<[^>]*>|&nbsp;", " ", html).translate(
        str.maketrans("‘’“”", "''\"\"")
    )
    return "".join(plain.split())
