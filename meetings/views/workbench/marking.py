"""Findings marked in the text: the very words, whatever light markup is around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html

from meetings.documents import markup
from meetings.statements.check import Finding

# Private use characters, which survive the markup; a text that has some is not marked.
_OPEN, _CLOSE = "\ue010", "\ue011"
_TOKEN = re.compile(rf"<[^>]*>|[{_OPEN}{_CLOSE}]|[^<{_OPEN}{_CLOSE}]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A finding with its number on the page, and where it stands in its passage."""

    number: int
    finding: Finding
    start: int
    end: int


def marked(passage: str, places: Sequence[Place]) -> str:
    """Return a passage as HTML with the words of the findings marked and numbered.

    Of findings that overlap the first is marked. Where marks would change how the markup
    reads, it is left without them: each finding quotes its words as well.
    """
    plain = markup.html(passage)
    apart = _apart(places)
    if not apart or _OPEN in passage or _CLOSE in passage:
        return plain
    text, end = "", 0
    for place in apart:
        start = place.start
        # The sign that makes the next one literal stays beside it.
        while start > end and passage[start - 1] == "\\":
            start -= 1
        text += f"{passage[end:start]}{_OPEN}{passage[start : place.end]}{_CLOSE}"
        end = place.end
    html = markup.html(text + passage[end:])
    if html.replace(_OPEN, "").replace(_CLOSE, "") != plain:
        return plain
    return _with_marks(html, apart)


def _apart(places: Sequence[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if place.start < place.end and (not kept or kept[-1].end <= place.start):
            kept.append(place)
    return kept


def _with_marks(html: str, places: list[Place]) -> str:
    """Put marks around the words between the signs, never around a tag."""
    told, inside, first = "", None, False
    waiting = iter(places)
    for token in _TOKEN.findall(html):
        if token == _OPEN:
            inside, first = next(waiting), True
        elif token == _CLOSE:
            inside = None
        elif inside is None or token.startswith("<"):
            told += token
        else:
            told += f"{_beginning(inside, first=first)}{token}</mark>"
            first = False
    return told


def _beginning(place: Place, *, first: bool) -> str:
    name = format_html(' id="words-{}"', place.number) if first else ""
    return format_html('<mark class="is-{}"{}>', place.finding.severity, name)
