"""HTML as a row of blocks, each of lines, each of runs of words in one look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby
from typing import Literal, NamedTuple

_HEADINGS = {"h1": "## ", "h2": "## "} | dict.fromkeys(["h3", "h4", "h5", "h6"], "### ")
_BLOCKS = {"p", "div", "blockquote", "dl", "dt", "dd", "caption", "pre", "tr", "table"}
_LISTS = {"ul", "ol"}
_CELLS = {"td", "th"}
_UNSEEN = {"head", "script", "style", "template", "title"}
_LINKS = ("https://", "http://", "mailto:")
# White space as browsers see it, and what no keyboard types and no font prints.
_SPACE = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff]+")


class Run(NamedTuple):
    """Words in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


BREAK = Run("\n")
Line = list[Run]


@dataclass
class Block:
    """A heading, a paragraph, an item of a list, or what goes on in an item."""

    kind: Literal["heading", "paragraph", "item", "rest"]
    lead: str
    lines: list[Line]


def read(html: str) -> list[Block]:
    """Return the blocks of ``html`` that hold words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


@dataclass
class _List:
    ordered: bool
    count: int = 0
    item: Block | None = None
    """What was last written of the item that is open."""

    @property
    def sign(self) -> str:
        return f"{self.count}. " if self.ordered else "- "


@dataclass
class _State:
    """How deep in what the reader is."""

    heading: str = ""
    link: str = ""
    bold: int = 0
    italic: int = 0
    unseen: int = 0
    cells: int = 0
    lists: list[_List] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._at = _State()
        self._closed: _List | None = None  # a list that another one may go on with

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag in _CELLS:
            self._runs += [Run(" | ")] if self._runs else []
            self._at.cells += 1
        elif tag == "br":
            self._runs.append(Run(" ") if self._at.cells else BREAK)
        elif tag == "a":
            self._at.link = _address(dict(attrs).get("href") or "")
        elif tag in _HEADINGS or tag in _BLOCKS or tag in _LISTS or tag == "li":
            self.end_block()
            self._open(tag)
        else:
            self._turn(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self._at.cells = max(self._at.cells - 1, 0)
        elif tag == "a":
            self._at.link = ""
        elif tag in _HEADINGS or tag in _BLOCKS or tag in _LISTS or tag == "li":
            self.end_block()
            self._at.heading = ""
            if tag in _LISTS and self._at.lists:
                self._closed = self._at.lists.pop()
        else:
            self._turn(tag, -1)

    def handle_data(self, data: str) -> None:
        if not self._at.unseen:
            # A heading is bold without being told so.
            bold = self._at.bold > 0 and not self._at.heading
            look = (bold, self._at.italic > 0, self._at.link)
            self._runs.append(Run(_SPACE.sub(" ", data), *look))

    def end_block(self) -> None:
        """Note what has been read since the last block ended."""
        if self._at.cells:  # a row is one paragraph
            self._runs.append(Run(" "))
            return
        if self._at.heading:  # of one line, however it was set
            self._runs = [Run(" ") if run == BREAK else run for run in self._runs]
        lines, self._runs = list(_lines(self._runs)), []
        if not lines:
            return
        if self._at.lists:
            self._end_item(lines)
        elif self._at.heading:
            self.blocks.append(Block("heading", self._at.heading, lines))
        else:
            self.blocks.append(Block("paragraph", "", lines))
        self._closed = None

    def _end_item(self, lines: list[Line]) -> None:
        *outer, within = self._at.lists
        margin = sum(len(one.sign) for one in outer if one.item)
        if within.item is None:
            within.count += 1
            within.item = Block("item", " " * margin + within.sign, lines)
        elif within.item is self.blocks[-1]:
            within.item.lines += lines
            return
        else:  # behind a list within the item
            within.item = Block("rest", " " * (margin + len(within.sign)), lines)
        self.blocks.append(within.item)

    def _open(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._at.heading = _HEADINGS[tag]
        elif tag in _LISTS:
            ordered, again = tag == "ol", self._closed
            if again is None or again.ordered != ordered:
                again = _List(ordered)
            again.item = None
            self._at.lists.append(again)
        elif tag == "li" and self._at.lists:
            self._at.lists[-1].item = None

    def _turn(self, tag: str, by: int) -> None:
        if tag in {"strong", "b"}:
            self._at.bold += by
        elif tag in {"em", "i"}:
            self._at.italic += by
        elif tag in _UNSEEN:
            self._at.unseen = max(self._at.unseen + by, 0)


def _address(address: str) -> str:
    """Return the address of a link of the light markup, "" of any other."""
    address = address.strip()
    if not address.lower().startswith(_LINKS):
        return ""
    return re.sub(r"[\s()<>\\\[\]]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _lines(runs: list[Run]) -> Iterator[Line]:
    """Yield the lines that hold words, without needless white space."""
    for is_break, group in groupby(runs, lambda run: run == BREAK):
        line = [] if is_break else _tidy(list(group))
        if line:
            yield line


def _tidy(runs: list[Run]) -> Line:
    """Join runs of one look; keep one space of several and none at the ends."""
    tidied: Line = []
    for look, group in groupby(runs, lambda run: run[1:]):
        text = _SPACE.sub(" ", "".join(run.text for run in group))
        if not tidied:
            text = text.lstrip()
        elif tidied[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            tidied.append(Run(text, *look))
    while tidied and not tidied[-1].text.rstrip():
        tidied.pop()
    if tidied:
        tidied[-1] = tidied[-1]._replace(text=tidied[-1].text.rstrip())
    return tidied
