"""A text as blocks and sentences, with every offset that of the text itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from meetings.statements.recognise import Recogniser

from . import phrases
from .cleaning import MARK, cleaned
from .proposal import Quote

_ABBREVIATED = re.compile(
    r"(?:^|[\s(,])(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rt|St|No|Amb|Gen|Col|Lt|Snr|Jr|Sen|Rep|Inc|Ltd|etc"
    r"|e\.g|i\.e|cf|vs|H\.E|U\.S|U\.K|(?:[A-Z]\.){0,2}[A-Z])$"
)
BANNER = re.compile(
    r"(?:the\s+)?(?:outcome\s+)?(?:statement\s+(?:from|by)\s+the\s+)?co-?\s?chairs?['\u2019]?s?['\u2019]?"
    r"(?:\s*(?:joint\s+)?(?:outcome\s+)?(?:statement|summary|note|report)s?)?"
    r"(?:\s+from\s+the\s+co-?chairs)?|outcome\s+statement\s+from\s+the\s+co-?chairs"
    r"|outcome\s+(?:statement|document)|chair(?:man|person)?['\u2019]?s?['\u2019]?\s+(?:statement|summary)",
    re.IGNORECASE,
)
BANNER_INSIDE = re.compile(
    # Of a text without lines: "... 7 June 2010 Co-Chairs' Summary Introduction The".
    r"(?i:co-?\s?(?:chairs?|hosts?)['\u2019]?s?['\u2019]?\s+(?:joint\s+)?(?:statement|summary|note)(?:\s+report)?"
    r"(?:\s+(?:introduction|background))?)(?:\s+\d{1,2}[.)])?\s+(?=(?:The|On|From|Over|Between|At|We|Senior)\s)"
)
_END = re.compile(r"[.!?][\"'\u2019\u201d)\]]*(?=\s)")
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a bullet or a heading: ``start`` is that of its first word."""

    kind: Literal["paragraph", "bullet", "heading"]
    start: int
    end: int


class Page:
    """A text made ready for reading."""

    def __init__(self, text: str, recogniser: Recogniser) -> None:
        self.text = text
        self.clean = cleaned(text, recogniser)
        self.blocks = tuple(_blocks(self.clean))

    def quote(self, start: int, end: int) -> Quote:
        """Return the words between two places, without the space around them."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Quote(start, max(start, end), self.text[start:end])

    def sentences(self, block: Block) -> Iterator[tuple[int, int]]:
        yield from sentences(self.clean, block.start, block.end)


def joined(words: str) -> str:
    """Return words on one line; a hyphen at a line's end joins."""
    return " ".join(re.sub(r"(?<=\w)([-\u2010])\s*\n\s*(?=\w)", r"\1", words).split())


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences between two places begin and end.

    A full stop in brackets or after an abbreviation ends none.
    """
    begin, depth, counted = start, 0, start
    for found in _END.finditer(text, start, end):
        between = text[counted : found.start()]
        depth = max(0, depth + _opened(between))
        counted = found.start()
        if found[0][0] == "." and _ABBREVIATED.search(
            text, max(begin, found.start() - 8), found.start()
        ):
            continue
        if depth and found.end() < end and text.find(")", found.end(), end) >= 0:
            continue
        yield begin, found.end()
        begin, depth, counted = found.end(), 0, found.end()
    if text[begin:end].strip():
        yield begin, end


def _opened(text: str) -> int:
    return sum(map(text.count, "([")) - sum(map(text.count, ")]"))


def _blocks(text: str) -> Iterator[Block]:
    held: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if start == end:
            if held and not _goes_on(text, held[-1][1], end):
                yield from map(partial(_block, text), _paragraphs(text, held))
                held = []
        elif held and (
            MARK.match(text, start, end)
            or (_short_line(text, held) and not text[start:end].lstrip()[:1].islower())
        ):
            yield from map(partial(_block, text), _paragraphs(text, held))
            held = [(start, end)]
        else:
            held.append((start, end))
    if held:
        yield from map(partial(_block, text), _paragraphs(text, held))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines without the space at their end; an empty one has no length."""
    place = 0
    for line in text.split("\n"):
        stripped = line.rstrip()
        yield place, place + len(stripped)
        place += len(line) + 1


def _goes_on(text: str, end: int, place: int) -> bool:
    """Whether a page's end, and no paragraph's, lies between two lines."""
    after = text[place : place + 400].lstrip()
    before = text[max(0, end - 1) : end]
    return before not in ".:;!?" and after[:1].islower() and not MARK.match(after)


def _short_line(text: str, held: list[tuple[int, int]]) -> bool:
    """Whether the line before stands for itself: a short one that ends a sentence, or
    one among paragraphs that are each one long line."""
    start, end = held[-1]
    words = text[start:end]
    return len(words) > 160 or (
        len(held) == 1 and len(words) < 90 and words[-1] in ".:"
    )


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Part lines that no empty line parts, as the text of a PDF comes.

    A line ends its paragraph where it ends a sentence well before the margin, and where
    it is so short that it can only be a heading.
    """
    widest = max(len(text[start:end].strip()) for start, end in lines)
    margin = min(_WIDEST, widest) if len(lines) > 2 else 0
    parted: list[list[tuple[int, int]]] = [[]]
    for place, (start, end) in enumerate(lines):
        if parted[-1] and (
            _is_label(text, start, end)
            or _labels(text, start, end)
            or (_labels(text, *parted[-1][0]) and _is_told(text, start, end))
        ):
            parted.append([])
        parted[-1].append((start, end))
        if place + 1 < len(lines) and _ends(
            text, lines[place : place + 2], parted, margin
        ):
            parted.append([])
    return parted


def _ends(
    text: str,
    lines: list[tuple[int, int]],
    parted: list[list[tuple[int, int]]],
    margin: int,
) -> bool:
    """Whether the first of two lines is the last of its paragraph."""
    line, following = (text[start:end].strip() for start, end in lines)
    if (
        _is_label(text, *lines[0])
        or BANNER.fullmatch(line)
        or BANNER.fullmatch(following)
    ):
        return True
    ended = line[-1:] in ".:;" and len(line) < 0.85 * margin
    alone = len(parted[-1]) == 1 and len(line) < 0.6 * margin
    return ended or (alone and _stands_alone(line, following))


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether a line is but the label of a list: "Observers"."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    label = (
        phrases.label(text, start, end) if text[start : start + 1].isupper() else None
    )
    return bool(label and label.alone and phrases.is_list_label(label.words))


def _labels(text: str, start: int, end: int) -> bool:
    """Whether a line begins with the label of its own list: "Observers: Canada"."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if not text[start : start + 1].isupper():
        return False
    if phrases.CHAIRS_LABEL.match(text, start, end):
        return True
    label = phrases.label(text, start, end)
    colon = label is not None and ":" in text[start : label.end]
    return bool(label and colon and phrases.is_list_label(label.words))


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a line under a labelled list is a sentence: "The RSO also attended."."""
    line = text[start:end].strip()
    ended = line[:1].isupper() and line.endswith(".")
    return ended and phrases.POST.search(line) is not None


def _stands_alone(line: str, following: str) -> bool:
    return (
        (line[:1].isupper() or line[:1].isdigit())
        and line[-1:] not in ",-("
        and _opened(line) == 0
        and not following[:1].islower()
    )


def _block(text: str, lines: list[tuple[int, int]]) -> Block:
    start, end = lines[0][0], lines[-1][1]
    mark = MARK.match(text, start, end)
    first = (
        mark.end()
        if mark
        else start + len(text[start:end]) - len(text[start:end].lstrip())
    )
    if mark and mark["heading"]:
        return Block("heading", first, end)
    if mark and mark["bullet"]:
        return Block("bullet", first, end)
    heading = len(lines) == 1 and not mark and _is_heading(text[first:end])
    return Block("heading" if heading else "paragraph", first, end)


def _is_heading(words: str) -> bool:
    return (
        0 < len(words) <= 140
        and words[-1] not in ".:;,?!"
        and (words[:1].isupper() or words[:1].isdigit())
        and not re.search(r"\.\s+[A-Z]", words)
    )
