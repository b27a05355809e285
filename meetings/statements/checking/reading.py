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

_QUOTES = dict.fromkeys("‘’‚‛ʼʹ′`´", "'") | dict.fromkeys("“”„‟″«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_PLAIN = _QUOTES | _DASHES | {"ſ": "s", "ı": "i", "\x00": " "}
_BULLETS = "-–—*•‣◦▪●·"
_BULLET = re.compile(rf"[ \t]*(?:[{_BULLETS}]|\(?[a-z0-9]{{1,3}}[.)])[ \t]+(?=\S)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#)[^()\s]{0,500}\)")
_ENDS = re.compile(r"""[.!?]["')\]]{0,3} (?=["'(\[]{0,2}[A-Z0-9])""")
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
        text: list[str] = []
        low: list[str] = []
        blocks: list[Block] = []
        for kind, first, last in _blocks(given):
            if text:
                self._put(text, low, "\n", "\n", first)
            begins = len(text)
            self._read(given, first, last, links, text, low)
            while len(text) > begins and text[-1] == " ":
                self._drop(text, low)
            if len(text) > begins:
                blocks.append(Block(kind, begins, len(text)))
            elif text:
                self._drop(text, low)
        return "".join(text), "".join(low), tuple(blocks)

    def _read(
        self,
        given: str,
        first: int,
        last: int,
        links: set[int],
        text: list[str],
        low: list[str],
    ) -> None:
        begins, place, slant = len(text), first, -1
        while place < last:
            sign = given[place]
            if sign == "\\" and place + 1 < last and _is_sign(given[place + 1]):
                place += 1
                sign = given[place]
            elif sign in "*_" and _is_emphasis(given, place):
                if slant < 0:
                    slant = len(text)
                elif len(text) > slant:
                    self.slanted.append((slant, len(text)))
                    slant = -1
                place += 1
                continue
            elif place in links:
                place += 1
                continue
            plain, folded = _plain(sign)
            if plain == " ":
                if len(text) > begins and not self._runs_on(
                    given, place, last, text, begins
                ):
                    self._put(text, low, " ", " ", place)
            else:
                for written, small in zip(plain, folded, strict=True):
                    self._put(text, low, written, small, place)
            place += 1

    def _runs_on(
        self, given: str, place: int, last: int, text: list[str], begins: int
    ) -> bool:
        """Tell whether a space adds nothing: after another, or in a word wrapped at its
        hyphen ("Timor-" at the end of a line)."""
        if text[-1] == " ":
            return True
        wrapped = given[place] in "\r\n" and text[-1] == "-" and len(text) > begins + 1
        if not wrapped or not text[-2].isalpha():
            return False
        after = (
            given[place:last].lstrip()[:1]
            if last - place < 200
            else (given[place : place + 200].lstrip()[:1])
        )
        return after.isalpha()

    def _put(
        self, text: list[str], low: list[str], sign: str, small: str, place: int
    ) -> None:
        text.append(sign)
        low.append(small)
        self._starts.append(place)
        self._ends.append(place + 1)

    def _drop(self, text: list[str], low: list[str]) -> None:
        text.pop()
        low.pop()
        self._starts.pop()
        self._ends.pop()

    def _sentences(self) -> Iterator[Sentence]:
        for number, block in enumerate(self.blocks):
            begins = block.start
            for found in _ENDS.finditer(self.text, block.start, block.end):
                before = self.low[max(begins, found.start() - 6) : found.start() + 1]
                if _NO_END.search(before):
                    continue
                yield Sentence(begins, found.end() - 1, number)
                begins = found.end()
            yield Sentence(begins, block.end, number)
        if not self.blocks:
            yield Sentence(0, 0, 0)


def fold(name: str) -> str:
    """Return a name as the ``low`` of a reading has it."""
    return " ".join("".join(_plain(sign)[1] for sign in name).split())


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
    category = unicodedata.category(sign)
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


def _blocks(given: str) -> Iterator[tuple[str, int, int]]:
    """Yield the kind and the ends of each block of the given text."""
    lines = list(_lines(given))
    width = max((last - first for first, last in lines), default=0)
    kind, begins, ends = "", 0, 0
    for first, last in lines:
        line = given[first:last]
        if not line.strip():
            if kind:
                yield kind, begins, ends
            kind = ""
            continue
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        opens = _opens(given, kind, begins, ends, bullet is not None)
        if heading or (bullet and opens):
            if kind:
                yield kind, begins, ends
            mark = heading or bullet
            skipped = mark.end() if mark else 0
            kind = "heading" if heading else "bullet"
            begins, ends = first + skipped, last
        elif kind and not _parts(given, kind, ends, line, last - first, width):
            ends = last
        else:
            if kind:
                yield kind, begins, ends
            kind, begins, ends = "paragraph", first, last
        if kind == "heading":
            yield kind, begins, ends
            kind = ""
    if kind:
        yield kind, begins, ends


def _lines(given: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in given.splitlines(keepends=True):
        yield place, place + len(line)
        place += len(line)


def _opens(given: str, kind: str, begins: int, ends: int, bulleted: bool) -> bool:
    """Tell whether a line that looks like a bullet is one, and no wrapped dash."""
    if not bulleted:
        return False
    if not kind or kind == "bullet":
        return True
    before = given[max(begins, ends - 20) : ends].rstrip()
    return before.endswith((".", ":", ";", ",", "!", "?"))


def _parts(
    given: str, kind: str, ends: int, line: str, length: int, width: int
) -> bool:
    """Tell whether a line opens a paragraph although none is blank before it.

    In a text that is not wrapped each line is a paragraph; in a wrapped one a line that
    is far from full ends one.
    """
    if width > 220:
        return True
    start = given.rfind("\n", 0, max(0, ends - 1)) + 1
    before = given[start:ends].rstrip()
    return (
        width > 60
        and len(before) < 0.62 * width
        and line.lstrip()[:1].isupper()
        and not before.endswith((",", "-", "–", "(", "and", "of", "the"))
    )
