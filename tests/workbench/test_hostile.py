"""Texts meant to break something, on the way that every text takes."""

from html import unescape

import pytest
from django.urls import reverse

from meetings import workbench
from meetings.statements.limits import MOST, MOST_LINES, MOST_SIGNS, excess
from meetings.workbench.standing import MOST_SHOWN

pytestmark = pytest.mark.django_db

DEEP = "".join(f"{'  ' * depth}- x\n" for depth in range(120))
TEXTS = {
    "nested lists": DEEP,
    "unclosed bold": "*" * 1_900,
    "bold in italic": "**_" * 600 + "x",
    "open brackets": "[" * 1_900,
    "escapes": "\\" * 2_000,
    "quotes": "\"a\" 'b' " * 400,
    "html": "<div><script>alert(1)</script>" * 400,
    "one word": "a" * 5_000,
    "accents": "e" + "\u0301" * 3_000,
    "directions": "\u202e\u2066abc " * 500,
    "unseen": "\u200b\u00ad" * 2_000 + "x",
    "controls": "a\x00\x07\x0cb \ufffe\ufdd0 " * 100,
    "not in the fonts": "会議 👩‍👩‍👧 สวัสดี " * 200,
    "counts": "17 members (Fiji, Iraq) and 12 observers (Japan). " * 60,
}


def post(client, statement, text, **data):
    page = reverse("meetings:statement-edit", args=[statement.slug])
    latest = statement.revisions.last()
    data |= {"section": text, "based_on": latest.number if latest else 0}
    return client.post(page, data, follow=True)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_is_kept_shown_and_printed_or_refused_in_words(
    statement, as_australia, text
):
    assert post(as_australia, statement, text, preview="1").status_code == 200

    desk = post(as_australia, statement, text).content.decode()

    assert "Saved as revision 1." in desk
    assert "<script>alert" not in desk
    for suffix, answers in {"docx": {200}, "html": {200}, "pdf": {200, 503}}.items():
        address = reverse("meetings:statement-document", args=[statement.slug, suffix])
        answer = as_australia.get(address)
        assert answer.status_code in answers
        if answer.status_code == 503:
            told = answer.content.decode()
            assert "cannot be printed" in told or "Put spaces into it" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a" * (MOST + 1), "300,002 characters"),
        ("x\n" * (MOST_LINES + 2), "1,502 lines"),
        ("x" + "\n" * 250_000 + "y", "250,001 lines"),
        ("**a** " * (MOST_SIGNS // 4 + 1), "2,004 quotation marks"),
        ('"' * (MOST_SIGNS + 1), "2,001 quotation marks"),
    ],
)
def test_what_is_no_statement_is_refused_and_kept_in_the_form(
    statement, as_australia, kathryn, text, told
):
    answer = unescape(post(as_australia, statement, text).content.decode())

    assert told in answer
    assert statement.revisions.count() == 0
    assert text.strip()[:30] in answer
    assert told in excess(f"{text.strip()}\n")
    with pytest.raises(workbench.RefusedError, match=told):
        workbench.save(statement, text, by=kathryn, based_on=0)

    preview = post(as_australia, statement, text, preview="1").content.decode()
    assert "A statement may have" in preview
    assert 'id="preview"' not in preview


def test_a_page_shows_as_many_findings_as_somebody_can_read(statement, as_australia):
    counted = "The meeting was attended by 9 members (Australia and Indonesia).\n\n"

    desk = unescape(post(as_australia, statement, counted * 205).content.decode())

    assert desk.count('<li class="finding ') == MOST_SHOWN
    assert "further findings will be shown when these are settled" in desk
    assert "can be cleared" in desk
