"""Documents that are refused before anybody tries to lay them out.

The layout engine has no limits of its own, and some short texts cost it minutes.
The numbers are far beyond any real statement and within what it does in seconds.
"""

import re
import unicodedata
from functools import cache
from html.parser import HTMLParser

from .errors import RenderError
from .place import FONTS

MAX_SOURCE = 8_000_000  # characters of HTML, tags and all
MAX_TEXT = 300_000
MAX_WORD = 200
MAX_MARKS = 10  # on one letter; any more make a line as slow as a page
MAX_DEPTH = 100
MAX_LIST_DEPTH = 20
MAX_CELLS = 20_000
MAX_SPAN = 200

# fmt: off
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr",
}
INLINE = {
    "a", "abbr", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup",
}
# fmt: on
UNSEEN = {"style", "script", "template"}
LISTS = {"ul", "ol", "dl"}
# White space and invisible formatting: nothing is drawn for them, whatever the font.
BREAK = re.compile(
    r"[^\S\u00a0\u2007\u202f]+"
)  # spaces, but for those that never break
UNDRAWN = frozenset("\t\n\f\r\u00ad\u034f\u2060\ufeff") | {
    chr(point) for point in (*range(0x200B, 0x2010), *range(0x202A, 0x202F))
}


def refuse(html: str) -> None:
    """Raise RenderError, in a plain sentence, for what cannot be printed well."""
    if len(html) > MAX_SOURCE:
        raise RenderError(
            "This document is far too large to be printed. Split it into several."
        )
    survey = Survey()
    survey.feed(html)
    survey.close()
    if not survey.language or not survey.title.strip():
        raise RenderError(
            "This document has no title or does not say its language, so its PDF "
            "would not be accessible. Give it both."
        )
    missing = missing_characters(survey.seen)
    if missing:
        raise RenderError(
            f"These characters cannot be printed: {', '.join(named(missing))}. "
            "Write them in another way, for example in Latin letters."
        )


def missing_characters(text) -> list[str]:
    """Return the characters of ``text`` that the shipped fonts do not have, sorted."""
    return sorted(
        character
        for character in set(text) - UNDRAWN
        if ord(character) not in coverage()
    )


def named(characters: list[str]) -> list[str]:
    """Return up to ten characters as a reader can look them up."""
    names = []
    for character in characters[:10]:
        name = unicodedata.name(character, "")
        code = f"U+{ord(character):04X}"
        names.append(f"“{character}” ({name})" if name else code)
    rest = len(characters) - len(names)
    return [*names, f"and {rest} more"] if rest else names


@cache
def coverage() -> frozenset[int]:
    """Return the code points that at least one family of the paper has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 slow, and not every process prints

    points: set[int] = set()
    for path in FONTS.values():
        with TTFont(path, lazy=True) as font:
            points.update(font.getBestCmap())
    return frozenset(points)


class Survey(HTMLParser):
    """Counts what a document would ask of the layout engine; stops at too much."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: set[str] = set()
        self.title = ""
        self.language = ""
        self._open: list[str] = []
        self._letters = 0
        self._cells = 0
        self._word = ""  # the one being read; it may go on in the next element

    def handle_starttag(self, tag: str, attrs) -> None:
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang") or ""
        if tag not in INLINE:
            self._word = ""
        if tag in ("td", "th"):
            self._count_cell(attributes)
        if tag not in VOID:
            self._open.append(tag)
            self._check_depth(tag)

    def handle_startendtag(self, tag: str, attrs) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self._word = ""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in UNSEEN:
            return
        if self._open and self._open[-1] == "title":
            self.title += data
        self.seen.update(data)
        self._letters += len(data)
        if self._letters > MAX_TEXT:
            raise RenderError(
                f"This document has more than {MAX_TEXT:,} characters of text, the "
                "most that can be printed at once. Split it into several documents."
            )
        self._check_words(data)

    def _check_words(self, data: str) -> None:
        words = BREAK.split(self._word + data)
        for word in words:
            if len(word) > MAX_WORD:
                spaces = "ordinary spaces" if re.search(r"\s", word) else "spaces"
                raise RenderError(
                    f"The word that begins “{word[:40]}” is longer than {MAX_WORD} "
                    f"characters and fits on no line. Put {spaces} into it, or remove it."
                )
            if most_marks(word) > MAX_MARKS:
                raise RenderError(
                    f"A letter in the word that begins “{word[:MAX_MARKS]}” has more "
                    f"than {MAX_MARKS} accents on it. Remove some."
                )
        self._word = words[-1]

    def _check_depth(self, tag: str) -> None:
        lists = sum(1 for one in self._open if one in LISTS) if tag in LISTS else 0
        if lists > MAX_LIST_DEPTH or len(self._open) > MAX_DEPTH:
            raise RenderError(
                f"This document has lists more than {MAX_LIST_DEPTH} levels deep, or "
                "other parts nested even deeper. Make it flatter."
            )

    def _count_cell(self, attributes: dict) -> None:
        across, down = (span(attributes.get(n)) for n in ("colspan", "rowspan"))
        self._cells += across * down
        if self._cells > MAX_CELLS or max(across, down) > MAX_SPAN:
            raise RenderError(
                f"The tables of this document have more than {MAX_CELLS:,} cells. "
                "Choose a shorter period or fewer parties."
            )


def most_marks(word: str) -> int:
    """Return how many accents the most burdened letter of ``word`` has on it."""
    if word.isascii():
        return 0
    most = now = 0
    for character in word:
        now = now + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        most = max(most, now)
    return most


def span(value: str | None) -> int:
    """Return a colspan or rowspan as a browser would read it, at least 1."""
    digits = (value or "").strip()
    return max(1, int(digits[:9])) if digits[:9].isdecimal() else 1
