"""A text made plain, so that it can be read: the same words whatever their make-up.

Line wraps, kinds of spaces, quotes and dashes, soft hyphens, escapes and emphasis differ
between a draft in light markup and a statement copied from a PDF. A reading has none of
them, and knows for each of its characters where it stands in the text that was given.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .layout import blocks

# What is mapped here is what looks alike.
_QUOTES = dict.fromkeys("‘’‚‛ʼʹ′`´", "'") | dict.fromkeys("“”„‟″«»", '"')  # noqa: RUF001
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")  # noqa: RUF001
_PLAIN = _QUOTES | _DASHES | {"ſ": "s", "ı": "i", "\x00": " "}  # noqa: RUF001
_SIMPLE = re.compile(r"[A-Za-z0-9,;:!?%/()'\".-]+(?: [A-Za-z0-9,;:!?%/()'\".-]+)*")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#)[^()\s]{0,500}\)")
_ENDS = re.compile(r"""[.!?]["')\]]{0,3} (?=["'(\[]{0,2}[A-Z0-9])""")
_FOOTNOTE = re.compile(r"(?<=[a-z]{4})\d{1,2}(?![\w/-]|[.,]\d)")
"""The number of a note, glued to the word before it: "Organization1"."""
LONGEST_SENTENCE = 4000
_NO_END = re.compile(
    r"(?:\b(?:mr|ms|mrs|dr|prof|hon|h\.e|no|nos|st|vs|e\.g|i\.e|cf|art|para|sen)|\b[a-z])\.$"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or one bullet; places in the reading."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    block: int
    """The place of its block among the blocks."""


class _Page:
    """A text while it is written, and where each of its characters comes from."""

    def __init__(self, starts: "array[int]", ends: "array[int]") -> None:
        self.text: list[str] = []
        self.low: list[str] = []
        self.length = 0
        self.last = self.before_last = ""
        self._starts, self._ends = starts, ends

    def put(self, sign: str, small: str, place: int) -> None:
        self.text.append(sign)
        self.low.append(small)
        self._starts.append(place)
        self._ends.append(place + 1)
        self.length += 1
        self.before_last, self.last = self.last, sign

    def put_all(self, words: str, place: int) -> None:
        """Add words that are plain already."""
        self.text.append(words)
        self.low.append(words.lower())
        self._starts.extend(range(place, place + len(words)))
        self._ends.extend(range(place + 1, place + len(words) + 1))
        self.length += len(words)
        self.before_last = words[-2:-1] or self.last
        self.last = words[-1]

    def drop(self) -> None:
        """Take the last character, a space or a break, away again."""
        self.text.pop()
        self.low.pop()
        self._starts.pop()
        self._ends.pop()
        self.length -= 1
        self.last, self.before_last = self.before_last, ""


class Reading:
    """A text made plain. ``low`` is ``text`` in small letters without accents.

    Both are of the same length; blocks are parted by a line break, words by one space.
    """

    def __init__(self, given: str) -> None:
        self._starts = array("L")
        self._ends = array("L")
        self.slanted: list[tuple[int, int]] = []
        """What is set in italics or bold."""
        self.text, self.low, self.blocks = self._made_plain(given)
        self.sentences = tuple(self._sentences())
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self.brackets = _brackets(self.text)
        """Where each opening bracket closes."""
        self.opens = {closes: opens for opens, closes in self.brackets.items()}

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the given text of ``start`` to ``end`` in the reading."""
        if not self._starts:
            return 0, 0
        start = max(0, min(start, len(self._starts) - 1))
        if end <= start:
            return self._starts[start], self._starts[start]
        return self._starts[start], self._ends[min(end, len(self._ends)) - 1]

    def sentence_at(self, place: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]

    def block_text(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def _made_plain(self, given: str) -> tuple[str, str, tuple[Block, ...]]:
        links = _links(given)
        page = _Page(self._starts, self._ends)
        made: list[Block] = []
        for kind, first, last in blocks(given):
            if page.length:
                page.put("\n", "\n", first)
            begins = page.length
            self._read(given, first, last, links, page)
            if page.length > begins and page.last == " ":
                page.drop()
            if page.length > begins:
                made.append(Block(kind, begins, page.length))
            elif page.length:
                page.drop()
        return "".join(page.text), "".join(page.low), tuple(made)

    def _read(
        self, given: str, first: int, last: int, links: set[int], page: "_Page"
    ) -> None:
        begins, place, slant = page.length, first, -1
        while place < last:
            words = _SIMPLE.match(given, place, last)
            if words:
                since = 0
                for note in _FOOTNOTE.finditer(words[0]):
                    _put(page, words[0], since, note.start(), place)
                    since = note.end()
                _put(page, words[0], since, len(words[0]), place)
                place = words.end()
                continue
            sign = given[place]
            if sign == "\\" and place + 1 < last and _is_sign(given[place + 1]):
                place += 1
                sign = given[place]
            elif sign in "*_" and _is_emphasis(given, place):
                if slant < 0:
                    slant = page.length
                elif page.length > slant:
                    self.slanted.append((slant, page.length))
                    slant = -1
                place += 1
                continue
            elif place in links:
                place += 1
                continue
            plain, folded = _plain(sign)
            if plain != " ":
                for written, small in zip(plain, folded, strict=True):
                    page.put(written, small, place)
            elif page.length > begins and not _runs_on(given, place, last, page):
                page.put(" ", " ", place)
            place += 1

    def _cut(self, start: int, end: int, block: int) -> Iterator[Sentence]:
        """Yield a sentence, in parts where no sentence is that long: time is bounded."""
        while end - start > LONGEST_SENTENCE:
            space = self.text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            part = space if space > 0 else start + LONGEST_SENTENCE
            yield Sentence(start, part, block)
            start = part + (space > 0)
        yield Sentence(start, end, block)

    def _sentences(self) -> Iterator[Sentence]:
        for number, block in enumerate(self.blocks):
            begins = block.start
            for found in _ENDS.finditer(self.text, block.start, block.end):
                before = self.low[max(begins, found.start() - 6) : found.start() + 1]
                if _NO_END.search(before):
                    continue
                yield from self._cut(begins, found.end() - 1, number)
                begins = found.end()
            yield from self._cut(begins, block.end, number)
        if not self.blocks:
            yield Sentence(0, 0, 0)


def _put(page: _Page, words: str, start: int, end: int, place: int) -> None:
    if start < end:
        page.put_all(words[start:end], place + start)


def _runs_on(given: str, place: int, last: int, page: _Page) -> bool:
    """Tell whether a space adds nothing: after another, or in a word wrapped at its
    hyphen ("Timor-" at the end of a line)."""
    if page.last == " ":
        return True
    if given[place] not in "\r\n" or page.last != "-":
        return False
    after = given[place : min(last, place + 200)].lstrip()[:1]
    return page.before_last.isalpha() and after.isalpha()


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return a name as the ``low`` of a reading has it."""
    return " ".join("".join(_plain(sign)[1] for sign in name).split())


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """Return a name as the ``text`` of a reading has it."""
    return " ".join("".join(_plain(sign)[0] for sign in name).split())


@lru_cache(maxsize=4096)
def _plain(sign: str) -> tuple[str, str]:
    """Return a sign as it is read, and the same in small letters, of equal length."""
    if sign in _PLAIN:
        return _PLAIN[sign], _PLAIN[sign]
    if " " < sign < "\x7f":
        return sign, sign.lower()
    return _unusual(sign, unicodedata.category(sign))


def _unusual(sign: str, category: str) -> tuple[str, str]:
    if sign.isspace() or category in {"Zs", "Zl", "Zp", "Cc"}:
        return " ", " "
    if category in {"Cf", "Mn", "Me"} or (category == "No" and not sign.isdecimal()):
        return "", ""
    if sign.isdecimal():
        digit = str(unicodedata.decimal(sign))
        return digit, digit
    if category in {"Cs", "Co", "Cn"}:
        return sign, sign
    whole = unicodedata.normalize("NFKC", sign)
    pairs = [(part, _small(part)) for part in whole if not unicodedata.combining(part)]
    return "".join(part for part, _ in pairs), "".join(small for _, small in pairs)


def _small(sign: str) -> str:
    """Return one small letter without its accents for one sign."""
    base = unicodedata.normalize("NFKD", sign)[:1] or sign
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def _is_sign(sign: str) -> bool:
    return "!" <= sign <= "~" and not sign.isalnum()


def _is_emphasis(given: str, place: int) -> bool:
    """Tell emphasis from an underscore within a word; an asterisk is always one."""
    if given[place] == "*":
        return True
    before = given[place - 1] if place else " "
    after = given[place + 1] if place + 1 < len(given) else " "
    return not (before.isalnum() and after.isalnum())


def _links(given: str) -> set[int]:
    """Return the places that belong to a link and not to its words."""
    places: set[int] = set()
    for found in _LINK.finditer(given):
        places.add(found.start())
        places.update(range(found.end(1), found.end()))
    return places


def _brackets(text: str) -> dict[int, int]:
    """Return where each bracket closes. One left open closes nowhere."""
    closes: dict[int, int] = {}
    waiting: list[int] = []
    for found in re.finditer(r"[()\[\]\n]", text):
        place, sign = found.start(), found[0]
        if sign == "\n":
            waiting = []
        elif sign in "([":
            waiting.append(place)
        elif waiting:
            closes[waiting.pop()] = place
    return closes
