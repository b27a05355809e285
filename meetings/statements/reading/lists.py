"""Lists of names as statements print them, taken apart into groups and items.

"17 members (A, B and C), two private sector representatives (D and E) and F": groups
may be counted, labelled or neither, and their names may hold commas and "and".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from meetings.facts import Level, PartyFact
from meetings.statements.recognise import Mention, Recogniser

from . import capacities, figures, phrases, world
from .groups import COUNT, IN_OFFICE, NO_NAME, NUMBER, Group, Span
from .items import Reading, item
from .layout import Page

_OPEN, _CLOSE = "([", ")]"
_TOKEN = re.compile(
    r"[()\[\],;:&/]|\u2014|(?<!\w)\u2013(?!\w)"
    r"|(?<![\w-])(?:as\s+well\s+as|along\s+with|together\s+with|and|plus)(?![\w-])"
    r"|(?<=,)\s*with(?=\s)|\n"
)
_FROM = re.compile(
    r"\s+(?:from|of|representing)\s+(?:the\s+governments?\s+of\s+)?(?:the\s+)?"
)
_BY = re.compile(r"\s*by\s")
_BESIDE = re.compile(r"\s*and\s+the(?!\w)")
"""Words between a label and who stands beside it: "All members and the Secretariat"."""

_APART = re.compile(r"(?:;|as\s+well\s+as|(?:along|together)\s+with)\s*$")
"""Words after which the level of those before no longer holds."""

_STRONG = re.compile(r";|as\s+well\s+as|along|together|with|[\u2013\u2014]")
_PART = re.compile(
    r"\s*(?:including|among\s+them|such\s+as|inter\s+alia)\b", re.IGNORECASE
)
_NAMELY = re.compile(
    r"\s*(?:from\s+other\s+regions)?(?:,?\s*(?:namely|including|comprising)(?!\w)|:|\s[\u2013\u2014-]\s)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:(?:and|among|amongst|many|several|various|some)\s+)*others?\.?$|^etc\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 16
_NEAR = 300


class Lists:
    """Reads the lists of one page."""

    def __init__(self, page: Page, recogniser: Recogniser) -> None:
        self._page = page
        self._text = page.clean
        self._recogniser = recogniser
        self._mentions = recogniser.parties(page.clean)
        self._starts = [mention.start for mention in self._mentions]

    def counted(self, start: int, end: int) -> int | None:
        """Return where the first figure stands that a list of known names follows."""
        for span in self._spans(start, end):
            if span.says is not None and span.inner and self.mentions(*span.inner):
                return span.start if capacities.worded(span.label) else None
        return None

    def mentions(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._starts, start)
        stop = bisect_left(self._starts, end)
        return [row for row in self._mentions[first:stop] if row.end <= end]

    def read(
        self, start: int, end: int, label: str = "", *, lines: bool = False
    ) -> list[Group]:
        """Return the groups of the list between two places, in order."""
        spans = self._spans(start, end)
        current = Group(label, start, start)
        groups = [current]
        counted = False
        level: Level | None = None
        for strong, begin, stop in self._pieces(start, end, spans, lines=lines):
            held = [row for row in spans if begin <= row.start < stop]
            if held:
                groups += map(self._group, held)
                counted = counted or any(
                    row.says is not None and row.inner for row in held
                )
                follows = self._follows(held[-1], end)
                if follows:
                    current = groups[-1]
                    current.partial = "including" in follows[0].casefold()
                else:
                    current = Group(after_counted=counted)
                    groups.append(current)
                    current = self._first(held[-1], stop, current, groups)
                continue
            if strong and current.items and current.says is None:
                current = Group(current.label, begin, after_counted=counted)
                groups.append(current)
            if _APART.search(self._text, max(start, begin - 16), begin) or _BY.match(
                self._text, begin, stop
            ):
                level = None
            if ranked := phrases.RANKED.match(self._text, begin, stop):
                rank = ranked["rank"]
                level = capacities.level(rank) if rank else None
            current = self._add(begin, stop, current, groups, level)
        return [group for group in groups if group.items or group.says is not None]

    def _add(
        self,
        begin: int,
        stop: int,
        current: Group,
        groups: list[Group],
        level: Level | None,
    ) -> Group:
        read = self._item(begin, stop)
        if read.label and (read.items or not _BESIDE.match(self._text, stop)):
            current = Group(
                read.label, begin, stop, after_counted=current.after_counted
            )
            groups.append(current)
        current.partial = current.partial or read.partial
        current.as_observers = current.as_observers or read.as_observers
        current.items += (
            [replace(row, level=level) for row in read.items] if level else read.items
        )
        return current

    def _first(
        self, span: Span, stop: int, current: Group, groups: list[Group]
    ) -> Group:
        """Read the first name after a figure of persons: "46 delegates from A, B and C"."""
        begins = None if span.inner else _FROM.match(self._text, span.end, stop)
        if begins and self.mentions(begins.end(), stop):
            return self._add(begins.end(), stop, current, groups, None)
        return current

    def _item(self, begin: int, stop: int) -> Reading:
        words = self._text[begin:stop].strip()
        if _OTHERS.match(words):
            return Reading(partial=True)
        return item(
            self._text, begin, stop, self.mentions(begin, stop), self._recogniser
        )

    def _follows(self, span: Span, end: int) -> re.Match[str] | None:
        """Whether names stand after a figure without brackets: "12 states, namely A"."""
        return None if span.inner else _NAMELY.match(self._text, span.end, end)

    def _group(self, span: Span) -> Group:
        group = Group(span.label, span.start, span.end, span.says)
        if span.inner is None:
            return group
        group.bracketed = True
        start, end = span.inner
        part = _PART.match(self._text, start, end)
        group.partial = bool(part)
        for _, begin, stop in self._pieces(part.end() if part else start, end, []):
            read = self._item(begin, stop)
            group.items += read.items
            group.partial = group.partial or read.partial
        return group

    def _spans(self, start: int, end: int) -> list[Span]:
        spans: list[Span] = []
        before = start
        for opened, closed in self._brackets(start, end):
            span = self._bracketed(before, opened, closed)
            if span:
                spans.append(span)
            before = closed
        inside = [*((row.start, row.end) for row in spans), *self._brackets(start, end)]
        spans += [
            Span(
                found.start(),
                found.end(),
                figures.number(found["number"]),
                found["label"],
                None,
            )
            for found in COUNT.finditer(self._text, start, end)
            if not any(first <= found.start() < last for first, last in inside)
        ]
        return sorted(spans, key=lambda row: row.start)

    def _bracketed(self, before: int, opened: int, closed: int) -> Span | None:
        """Return the group whose names the bracket holds; None for an abbreviation."""
        before = max(before, opened - _NEAR)
        numbers = list(NUMBER.finditer(self._text, before, opened))
        for found in reversed(numbers):
            label = self._text[found.end() : opened].strip()
            says = figures.number(found[0])
            if self._may_label(found.end(), opened) and capacities.is_label(label):
                inner = (
                    (opened + 1, closed - 1)
                    if self._names(opened, closed) or self._one(says, opened, closed)
                    else None
                )
                return Span(found.start(), closed, says, label, inner)
        start = before
        for token in _TOKEN.finditer(self._text, before, opened):
            if token[0] != "\n" and not self._inside_mention(token.start()):
                start = token.end()
        label = self._text[start:opened].strip()
        if not label or not self._names(opened, closed) or self.mentions(start, opened):
            return None
        if not capacities.is_label(label) or _PART.search(label):
            return None
        return Span(start, closed, None, label, (opened + 1, closed - 1))

    def _may_label(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        return (
            0 < len(words.split()) <= _LONGEST_LABEL
            and not re.search(r"[;.:]\s", words)
            and all(row.party.kind == "workstream" for row in self.mentions(start, end))
        )

    def _in_office(self, begin: int, token: re.Match[str]) -> bool:
        near = max(begin, token.start() - 80)
        return bool(IN_OFFICE.search(self._text[near : token.start()])) and not any(
            row.start <= token.end() + 6
            for row in self.mentions(token.end(), token.end() + 90)
        )

    def _names(self, opened: int, closed: int) -> bool:
        """Whether a bracket holds names: parties, or words with capitals in a list."""
        if self.mentions(opened, closed):
            return True
        inner = self._text[opened + 1 : closed - 1]
        return "," in inner and bool(re.search(r"(?:^|[,;]\s*)(?:the\s+)?[A-Z]", inner))

    def _one(self, says: int, opened: int, closed: int) -> bool:
        """Whether a bracket without a comma holds as many names as the figure says."""
        inner = self._text[opened + 1 : closed - 1].strip()
        if NO_NAME.match(inner):
            return False
        names = re.split(r"\s+(?:and|&)\s+", inner)
        return says == len(names) <= 2 and all(
            re.match(r"(?:the\s+)?[A-Z]", name) for name in names
        )

    def _inside_mention(self, place: int) -> bool:
        near = bisect_left(self._starts, place)
        return near > 0 and self._mentions[near - 1].end > place

    def _brackets(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the outermost brackets; one that is never closed ends with the list."""
        found: list[tuple[int, int]] = []
        depth, opened = 0, start
        for token in re.finditer(r"[()\[\]]", self._text[start:end]):
            if self._inside_mention(start + token.start()):
                continue
            if token[0] in _OPEN:
                opened = start + token.start() if depth == 0 else opened
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    found.append((opened, start + token.end()))
        if depth:
            found.append((opened, end))
        return found

    def _pieces(
        self, start: int, end: int, spans: list[Span], *, lines: bool = False
    ) -> Iterator[tuple[bool, int, int]]:
        """Yield the pieces between commas and conjunctions outside names and groups.

        Each is told with whether what parts it from the one before does so strongly.
        """
        whole = [(row.start, row.end) for row in spans]
        whole += [
            (start + row.start, start + row.end)
            for row in world.states(self._text[start:end])
        ]
        whole.sort(reverse=True)
        depth, begin, strong = 0, start, False
        for token in _TOKEN.finditer(self._text, start, end):
            place, sign = token.start(), token[0].strip()
            while whole and whole[-1][1] <= place:
                whole.pop()
            inside = bool(whole) and whole[-1][0] <= place
            if inside or self._inside_mention(place):
                continue
            if sign in {"(", "["}:
                depth += 1
            elif sign in {")", "]"}:
                depth = max(0, depth - 1)
            elif depth == 0 and (sign or lines):
                if sign == "and" and self._in_office(begin, token):
                    continue
                if self._text[begin:place].strip():
                    yield strong, begin, place
                    strong = False
                begin = token.end()
                strong = strong or bool(_STRONG.match(sign))
        if self._text[begin:end].strip():
            yield strong, begin, end


def parties(groups: list[Group]) -> list[PartyFact]:
    """Return the parties of the groups."""
    return [row.party for group in groups for row in group.items if row.party]
