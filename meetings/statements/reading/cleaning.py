"""A text made ready for reading, every letter where it was.

Cleaning never moves a letter: what is not content (repeated page headers, page numbers,
escapes of markup) becomes spaces, so that a quote can always be taken from the original.
"""

import re
from collections import Counter
from itertools import pairwise

from meetings.statements.recognise import Recogniser

MARK = re.compile(
    r"[ \t]*(?:(?P<bullet>[-*+\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7\uf0b7\u2013\u2014])[ \t]+"
    r"|(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?!\d)[ \t]+)"
    r"|(?P<heading>#{1,6}[ \t]+))"
)
_PAGE_NUMBER = re.compile(
    r"^[ \t]*(?:[Pp]age[ \t]+)?\d{1,3}(?:[ \t]*(?:of|/)[ \t]*\d{1,3})?[ \t]*$",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(?=[\[\]()*_.#-])")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")
_WRAPPED = re.compile(
    r"(?:,|\b(?:of|the|by|for|and|on|in|to|at|with|from|as|was|were))[ \t]*\r?\n[ \t]*\r?\n[ \t]{0,40}\w"
    r"|\w[ \t]*\r?\n[ \t]*\r?\n[ \t]{0,40}[a-z]"
)
_INSIDE = re.compile(r"(?<=[^\s.:;!?])\r?\n[ \t]*\r?\n(?=[ \t]{0,40}\S)")
_FEWEST_WRAPPED = 2
_DESERT = re.compile(r"[^\S\n]{150,}")
_LONGEST_HEADER = 100


def cleaned(text: str, recogniser: Recogniser) -> str:
    clean = _PAGE_NUMBER.sub(_blank, text.replace("\x0c", "\n"))
    clean = _single_spaced(clean)
    clean = _without_headers(clean, recogniser)
    clean = _EMPHASIS.sub(_blank, _ESCAPE.sub(" ", _kept_bullets(clean)))
    return _DESERT.sub(_fenced, clean)


def _fenced(found: re.Match[str]) -> str:
    """Break endless space with signs that are neither space nor word: patterns that
    begin with space would else try every place of it, to its end."""
    return " " * 10 + "\x00" * (len(found[0]) - 20) + " " * 10


def _single_spaced(text: str) -> str:
    """Return double-spaced text with the empty lines inside its sentences taken out."""
    lines = [line.strip() for line in text.split("\n")]
    close = sum(1 for one, two in pairwise(lines) if one and two)
    wrapped = len(_WRAPPED.findall(text))
    if wrapped < _FEWEST_WRAPPED or 4 * close > sum(map(bool, lines)):
        return text
    return _INSIDE.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _kept_bullets(text: str) -> str:
    """A star that opens a line is a bullet, no emphasis."""
    return re.sub(r"(?m)^([ \t]*)\*(?=[ \t])", r"\1-", text)


def _without_headers(text: str, recogniser: Recogniser) -> str:
    """Return the text with the later copies of lines that pages repeat made blank.

    A line that names a party is a list's, however often it comes.
    """
    lines = text.split("\n")
    keys = [" ".join(line.split()) for line in lines]
    often = Counter(key for key in keys if 0 < len(key) <= _LONGEST_HEADER)
    headers = {
        key
        for key, times in often.items()
        if times > 1 and not MARK.match(key) and not recogniser.parties(key)
    }
    met: set[str] = set()
    for place, key in enumerate(keys):
        if key in headers and _alone(keys, place, headers):
            if key in met:
                lines[place] = " " * len(lines[place])
            met.add(key)
    return "\n".join(lines)


def _alone(keys: list[str], place: int, headers: set[str]) -> bool:
    before = keys[place - 1] if place else ""
    after = keys[place + 1] if place + 1 < len(keys) else ""
    return all(not key or key in headers for key in (before, after))
