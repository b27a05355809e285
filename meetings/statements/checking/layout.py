"""Where the blocks of a text begin and end: headings, paragraphs, bullets, rows.

A draft in light markup parts them by blank lines; a text copied from a document may be
wrapped at a width, or have each paragraph on a line of its own. A table becomes rows,
with bars or tabs between its cells.
"""

import re
from collections.abc import Iterator

_BULLETS = "-–—*•‣◦▪●·"
_BULLET = re.compile(rf"[ \t]*(?:[{_BULLETS}]|\(?[a-z0-9]{{1,3}}[.)])[ \t]+(?=\S)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_LABEL = re.compile(
    r"(?:(?:[A-Z][\w-]*|bali process|civil society|private sector|country|organi[sz]ational|international|other|additional) ){0,5}"
    r"(?:members?|member states|observers?|participants|attendees|organi[sz]ations|states|countries|apologies|attending|"
    r"members as observers|civil society|private sector|work ?streams|present|delegations)(?: \(\d{1,3}\))? ?:",
    re.IGNORECASE,
)
"""The label of a list on a line of its own: "Organisational members: ..."."""
_GOES_ON = (
    ",",
    "-",
    "–",
    "(",
    " and",
    " of",
    " the",
    " in",
    " on",
    " by",
    " for",
    " with",
    " to",
)


def blocks(given: str) -> Iterator[tuple[str, int, int]]:
    """Yield the kind and the ends of each block of the given text."""
    lines = list(_lines(given))
    width = _width([last - first for first, last in lines])
    kind, begins, ends = "", 0, 0
    for first, last in lines:
        line = given[first:last]
        if not line.strip():
            if kind:
                yield kind, begins, ends
            kind = ""
            continue
        if _is_row(line):
            if kind:
                yield kind, begins, ends
            yield "row", first, last
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
        elif kind and not _parts(given, begins, ends, line, width):
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


def _parts(given: str, begins: int, ends: int, line: str, width: int) -> bool:
    """Tell whether a line opens a paragraph although none is blank before it.

    In a text that is not wrapped a line that ends a sentence, or is short, ends its
    paragraph; in a wrapped one only a line that is far from full.
    """
    start = given.rfind("\n", 0, max(0, ends - 1)) + 1
    before = given[start:ends].rstrip()
    if not line.lstrip("*_ \t\"'“‘([")[:1].isupper() or before.endswith(_GOES_ON):
        return False
    if _is_label(given, begins, before, line) or _is_shouted(before) != _is_shouted(
        line
    ):
        return True
    if width > 220:
        return before.endswith((".", ":", ";", "!", "?")) or len(before) < 120
    return width > 60 and len(before) < 0.62 * width


def _is_row(line: str) -> bool:
    """Tell a table's row: "| Members | 17 | Australia, ... |", or with tabs."""
    told = line.strip()
    if told.startswith("|"):
        return told.endswith("|") and told.count("|") > 2
    return any(cell.strip(" ()").isdigit() for cell in told.split("\t")[1:-1])


def _is_label(given: str, begins: int, before: str, line: str) -> bool:
    """Tell "Observers: ..." under another such list, or under a whole sentence."""
    if _LABEL.match(line.lstrip()) is None:
        return False
    return before.endswith((".", ":", ";")) or bool(
        _LABEL.match(given[begins : begins + 150].lstrip())
    )


def _is_shouted(line: str) -> bool:
    """Tell a heading in capitals, whatever stands under it, from a row of names."""
    told = line.strip()
    return (
        told.isupper()
        and " " in told
        and not set(",;(") & set(told)
        and sum(map(str.isalpha, told)) > 11
    )


def _width(lengths: list[int]) -> int:
    """Return the width of a full line: half of the text stands in lines as long."""
    left = sum(lengths) // 2
    for length in sorted(lengths, reverse=True):
        left -= length
        if left <= 0:
            return length
    return 0
