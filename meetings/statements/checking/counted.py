"""Groups that a text counts, lists, or both: "17 members (A, B and C)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import context, groups
from .case import Case
from .figures import Figure, numbers
from .reading import Block, Sentence
from .runs import Item, items

_LABEL = re.compile(r"[^,.;:()\[\]\n\"]{1,140}")
_HEAD = re.compile(
    r" (?:from|to|in|on|who|which|that|with|at|for|attend\w*|participat\w*|took|were|was|"
    r"are|is|joined|shared|presented|gathered|met|spoke|discussed|representing)\b"
)
_ATTENDED = re.compile(
    r" (?:attended|participated|took part|were represented|gathered|met|joined)\b"
)
_COLON = re.compile(
    r" (?:(?:were|was|have been) (?:represented|present|in attendance)|attended|participated|took part)[^:.;()\d]{0,60}:"
)
_JOINED = re.compile(
    r",? ?(?:and |as well as |together with |along with |with them |also )*"
)
_AND = re.compile(r",? and $|,$")
MOST = 8000
"""No list is longer than this; a bracket that is, is no list."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, a list, or both, with what it says that they are."""

    sentence: Sentence
    figure: Figure | None
    label: str
    label_span: tuple[int, int]
    list_span: tuple[int, int] | None
    items: tuple[Item, ...]
    attending: bool
    open_ended: bool
    """"including A and B": the list is not whole."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(row.mention.entity.key for row in self.items if row.mention)

    @property
    def start(self) -> int:
        return self.figure.start if self.figure else self.label_span[0]

    @property
    def end(self) -> int:
        if self.list_span is None:
            return self.label_span[1]
        return (
            max(self.sentence.end, self.list_span[1])
            if (self.list_span[0] > self.sentence.end)
            else min(self.list_span[1] + 1, self.sentence.end)
        )


def counted_groups(case: Case) -> Iterator[Counted]:
    """Yield each group of the text, in order."""
    bulleted = {row.sentence.start: row for row in _bulleted(case)}
    for sentence in case.reading.sentences:
        if sentence.start in bulleted:
            yield bulleted[sentence.start]
            continue
        found = list(_counted_in(case, sentence))
        yield from found
        if not found:
            yield from _labelled(case, sentence)


def _counted_in(case: Case, sentence: Sentence) -> Iterator[Counted]:
    figures = [
        row
        for row in numbers(case.low, sentence.start, sentence.end)
        if not case.mentions.around(row.start)
    ]
    found: list[Counted] = []
    for place, figure in enumerate(figures):
        if found and found[-1].items and figure.start < found[-1].end:
            continue
        stop = figures[place + 1].start if place + 1 < len(figures) else sentence.end
        alone = len(figures) == 1
        group = _one(case, sentence, figure, stop, alone=alone)
        if group:
            found.append(group)
    yield from _together(case, found)


def _together(case: Case, found: list[Counted]) -> list[Counted]:
    """Carry over to their neighbours that groups attended: "17 members and 3 observers"."""
    rows = list(found)
    for place, row in enumerate(rows[1:], start=1):
        before = rows[place - 1]
        if before.attending and not row.attending and _is_joined(case, before, row):
            rows[place] = replace(row, attending=True)
    for place in range(len(rows) - 2, -1, -1):
        row, after = rows[place], rows[place + 1]
        if after.attending and not row.attending and _is_joined(case, row, after):
            rows[place] = replace(row, attending=True)
    return rows


def _is_joined(case: Case, one: Counted, other: Counted) -> bool:
    between = case.low[one.end : other.start]
    return len(between) < 60 and bool(_JOINED.fullmatch(between))


def _one(
    case: Case, sentence: Sentence, figure: Figure, stop: int, *, alone: bool
) -> Counted | None:
    found = _LABEL.match(case.low, figure.end, stop)
    if not found or not case.low.startswith((" ", "-"), figure.end):
        return None
    whole, bracket = _trimmed(found[0]), _bracket_at(case, found.end())
    head = _HEAD.search(whole)
    label = whole[: head.start()] if head else whole
    if not label or not _means_parties(case, label):
        return None
    attended = bool(head and bracket and _ATTENDED.match(whole, head.start()))
    ends = figure.end + 1 + len(label)
    if alone and bracket is None and (colon := _colon_list(case, sentence, ends)):
        bracket, attended = (colon + 1, sentence.end), True
    listed = tuple(items(case, bracket[0], bracket[1])) if bracket else ()
    if not any(row.mention for row in listed):
        listed = ()
    after = bracket[1] + 1 if bracket else ends
    return Counted(
        sentence=sentence,
        figure=figure,
        label=label,
        label_span=(figure.start, min(found.end(), ends)),
        list_span=bracket if listed else None,
        items=listed,
        attending=attended
        or context.attends_before(case, sentence, figure.start)
        or (
            _opens_clause(case, sentence, figure.start)
            and context.attends_after(case, sentence, after)
        ),
        open_ended=_is_open(case, bracket),
    )


def _colon_list(case: Case, sentence: Sentence, place: int) -> int | None:
    """Return the colon before the list in "Sixteen members were represented: A, B"."""
    found = _COLON.match(case.low, place, sentence.end)
    return found.end() - 1 if found else None


def _labelled(case: Case, sentence: Sentence) -> Iterator[Counted]:
    label = context.label_before_colon(case, sentence)
    if label is None:
        return
    listed = tuple(items(case, label[1] + 1, sentence.end))
    if any(row.mention for row in listed):
        yield Counted(
            sentence=sentence,
            figure=None,
            label=case.low[label[0] : label[1]],
            label_span=label,
            list_span=(label[1] + 1, sentence.end),
            items=listed,
            attending=True,
            open_ended=False,
        )


def _bulleted(case: Case) -> Iterator[Counted]:
    """Yield lists of one name a line, under "Members:" or "17 members"."""
    blocks = case.reading.blocks
    number = 0
    while number < len(blocks) - 1:
        last = number + 1
        while last < len(blocks) and blocks[last].kind == "bullet":
            last += 1
        rows = blocks[number + 1 : last]
        if blocks[number].kind != "bullet" and len(rows) > 1:
            yield from _under_label(case, blocks[number], rows)
        number = last


def _under_label(case: Case, lead: Block, rows: tuple[Block, ...]) -> Iterator[Counted]:
    whole = case.low[lead.start : lead.end].rstrip(": ")
    if len(whole) > 90 or rows[-1].end - rows[0].start > MOST:
        return
    listed = [tuple(items(case, row.start, row.end)) for row in rows]
    if sum(len(row) == 1 and row[0].mention is not None for row in listed) * 2 < len(
        rows
    ):
        return
    figure = next(numbers(case.low, lead.start, lead.end), None)
    label = whole
    if figure:
        ends = lead.start + len(whole)
        label = f"{case.low[lead.start : figure.start]} {case.low[figure.end : ends]}"
        label = " ".join(label.strip(" ()").split())
    if figure is None and not context.is_label(whole):
        return
    if not _means_parties(case, label):
        return
    yield Counted(
        sentence=case.reading.sentence_at(lead.start),
        figure=figure,
        label=label,
        label_span=(lead.start, lead.start + len(whole)),
        list_span=(rows[0].start, rows[-1].end),
        items=tuple(item for row in listed for item in row),
        attending=True,
        open_ended=False,
    )


def subcounts(case: Case, group: Counted) -> Iterator[tuple[Figure, str]]:
    """Yield counts within a group's bracket: "(13 states and four organisations)"."""
    bracket = _bracket_at(case, group.label_span[1])
    if bracket is None or group.items:
        return
    for figure in numbers(case.low, *bracket):
        found = _LABEL.match(case.low, figure.end, bracket[1])
        if found:
            yield figure, _trimmed(found[0])


def _trimmed(label: str) -> str:
    return _AND.sub("", label).strip(" -")


def _means_parties(case: Case, label: str) -> bool:
    return groups.group(label, case.record) is not None or groups.counts_persons(label)


def _bracket_at(case: Case, place: int) -> tuple[int, int] | None:
    """Return the inside of the bracket that opens here."""
    while place < len(case.text) and case.text[place] == " ":
        place += 1
    closes = case.reading.brackets.get(place)
    if closes is None or closes - place > MOST:
        return None
    return place + 1, closes


def _is_open(case: Case, bracket: tuple[int, int] | None) -> bool:
    if bracket is None:
        return False
    begins = case.low[bracket[0] : bracket[0] + 20].lstrip()
    ends = case.low[max(bracket[0], bracket[1] - 16) : bracket[1]]
    return begins.startswith(
        ("including", "among", "e.g", "such as", "for example")
    ) or ("others" in ends or "etc" in ends)


def _opens_clause(case: Case, sentence: Sentence, place: int) -> bool:
    before = case.low[max(sentence.start, place - 24) : place].strip()
    return not before or before.endswith(
        (",", ";", ":", "and", "total of", "the", "all")
    )
