"""Persons in a text, with honorific, name and the title that follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.statements.recognise import OfficialMention

_HONORIFIC = (
    r"(?:(?:(?:his|her)\s+excellency|h\.?\s?e\.?(?=\s)|the\s+(?:rt\.?\s+)?hon(?:ou?rable|\.)?"
    r"|(?:rt\.?\s+)?hon(?:ou?rable|\.)?(?=\s)|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|amb(?:assador)?|senator"
    r"|sir|dame|datuk|dato['\u2019]?(?:\s+sri)?|tan\s+sri|yb|sheikh|pak|bapak|ibu|commander|captain|admiral"
    r"|brigadier|colonel|(?:police\s+)?(?:major|lieutenant|brigadier)\s(?:general|colonel|commander))"
    r"\.?(?!\w)\s*)"
)
_PART = (
    # A full stop is of the name only after an initial: "Febrian A. Ruddyard".
    r"(?!(?:MP|AO|AM|AC|CSC|PSM|QC|KC)(?!\w))(?:(?:[A-Z\u00c0-\u00de]\.){1,3}|[A-Z\u00c0-\u00de][\w\u2019'-]*)"
)
_NAME = rf"{_PART}(?:\s+(?:(?:de|del|da|dos|la|e|van|von|der|den|bin|binti|al|el|di)(?=\s)|{_PART})){{0,6}}"
_PERSON = re.compile(rf"(?<!\w)(?i:{_HONORIFIC})+(?P<name>{_NAME})")
_LETTERS = re.compile(r",?\s+(?:MP|AO|AM|AC|CSC|PSM|QC|KC|PhD|SC)(?!\w)")
_TITLE = re.compile(r"\s*(?:,|\(|\u2013|\u2014)\s*(?:the\s+)?")
_STOP = re.compile(
    # A verb follows its comma in small letters; words that a title may hold do not end it.
    r",\s+(?!(?:and|of|for|the|in|on|to|at|de|responsible|including)(?!\w))(?=[a-z])"
    r"|\s+(?:and\s+(?:was|were|attended|opened|moderated|facilitated|hosted)(?!\w)|with\s+(?:participants|representatives)"
    r"|(?:co-?\s?)?chaired|(?:was|were|is|are|has|have)(?!\w)|on\s+\d)"
    r"|[;:]|\.(?=\s+[A-Z]|\s*$)"
)
_JOINT = re.compile(
    r"[\s,;]*(?:(?<!\w)(?:and|as\s+well\s+as|together\s+with|alongside)\s*)?$"
)
_LONGEST_TITLE = 320


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a text; ``title_start`` equals ``title_end`` where no title follows."""

    start: int
    end: int
    name: str
    title_start: int
    title_end: int


def people(
    text: str, start: int, end: int, officials: tuple[OfficialMention, ...]
) -> Iterator[Person]:
    """Yield those named between two places: with an honorific, or known to the record."""
    found = [
        (row.start(), row.end(), row.start("name"))
        for row in _PERSON.finditer(text, start, end)
    ]
    for known in officials:
        if (
            start <= known.start
            and known.end <= end
            and not any(first <= known.start < last for first, last, _ in found)
        ):
            found.append((known.start, known.end, known.start))
    found.sort()
    for place, (first, last, name) in enumerate(found):
        limit = found[place + 1][0] if place + 1 < len(found) else end
        title = _title(text, last, min(limit, last + _LONGEST_TITLE))
        yield Person(first, last, " ".join(text[name:last].split()), *title)


def _title(text: str, end: int, limit: int) -> tuple[int, int]:
    letters = _LETTERS.match(text, end, limit)
    begins = _TITLE.match(text, letters.end() if letters else end, limit)
    if begins is None or not text[begins.end() : begins.end() + 1].isupper():
        return end, end
    if "(" in begins[0]:  # "Ms A (Australia)"
        closed = text.find(")", begins.end(), limit)
        limit = closed if closed > 0 else limit
    stop = _STOP.search(text, begins.end(), limit)
    stops = stop.start() if stop else limit
    joint = _JOINT.search(text, begins.end(), stops)
    stops = joint.start() if joint else stops
    words = text[begins.end() : stops].rstrip(" \t\r\n.,")
    return begins.end(), begins.end() + len(_bracketed(words))


def _bracketed(words: str) -> str:
    """Return a title up to the bracket that closes around its person, if one does."""
    depth = 0
    for place, sign in enumerate(words):
        depth += (sign in "([") - (sign in ")]")
        if depth < 0:
            return words[:place].rstrip(" ,")
    return words
