"""The words of findings are marked whatever light markup is around them."""

import re

import pytest

from meetings.documents import markup
from meetings.statements.check import Finding, Kind
from meetings.views.workbench.marking import Place, marked


def places(passage, *words):
    found = []
    for number, word in enumerate(words, start=1):
        start = passage.index(word)
        end = start + len(word)
        finding = Finding(Kind.COUNT, "error", start, end, word, "")
        found.append(Place(number, finding, start, end))
    return found


def mark(words, number=1):
    return f'<mark class="is-error" id="words-{number}">{words}</mark>'


@pytest.mark.parametrize(
    ("passage", "words", "html"),
    [
        ("Of 6 members.", ["6"], f"Of {mark('6')} members."),
        ("Of **6** members.", ["6"], f"Of <strong>{mark('6')}</strong> members."),
        (
            "Of **6 good** members.",
            ["good** members"],
            f'Of <strong>6 {mark("good")}</strong><mark class="is-error"> members</mark>.',
        ),
        (r"The \*Star\* came.", ["*Star"], f"The {mark('*Star')}* came."),
        ("A < B & C.", ["B & C"], f"A &lt; {mark('B &amp; C')}."),
        ("Six and 7.", ["Six", "7"], f"{mark('Six')} and {mark('7', 2)}."),
        ("Nine members.", ["Nine members", "members"], f"{mark('Nine members')}."),
    ],
)
def test_words_are_marked(passage, words, html):
    assert marked(passage, places(passage, *words)).strip() == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "passage", ["[Fiji](https://example.org/Fiji)", "Fiji \ue010 came", "A Fiji"]
)
def test_what_cannot_be_marked_reads_as_ever(passage):
    start = passage.rindex("Fiji")
    finding = Finding(Kind.NAME, "error", start, start + 4, "Fiji", "")
    html = marked(passage, [Place(1, finding, start, start + 4)])

    assert re.sub("</?mark[^>]*>", "", html) == markup.html(passage)
