"""Groups that a text lays out: under a label, in bullets, in the rows of a table."""

import re
from collections.abc import Iterator

from . import context
from .case import Case
from .counted import Counted, counted_in, means_parties
from .figures import Figure, numbers
from .reading import Block, Sentence
from .runs import items
from .unbracketed import MOST

_HEADED = re.compile(
    r"(?P<label>[a-z][^.,:;()\d|]{3,70}?) ?(?:\((?P<inside>\d{1,3})\)|: ?(?P<after>\d{1,3})\b)(?: ?[:.-])? ?"
)
"""A label with its number behind it: "Members (17): ...", "Observers: 3"."""
_SAYS = re.compile(r"\b(?:were|was|attended|shared|took|met|held|have|will)\b")
_LONGEST = 110


def counted_groups(case: Case) -> Iterator[Counted]:
    """Yield each group of the text, in order."""
    bulleted = {row.sentence.start: row for row in _bulleted(case)}
    for sentence in case.reading.sentences:
        if sentence.start in bulleted:
            yield bulleted[sentence.start]
            continue
        block = case.block_of(sentence)
        if block and block.kind == "row":
            yield from _row(case, sentence)
            continue
        headed = _headed(case, sentence)
        if headed:
            yield headed
            continue
        found = list(counted_in(case, sentence))
        yield from found
        if not any(group.items for group in found):
            yield from _labelled(case, sentence)


def _labelled(case: Case, sentence: Sentence) -> Iterator[Counted]:
    label = context.label_before_colon(case, sentence)
    if label is None:
        return
    group = _group(case, sentence, None, label, (label[1] + 1, sentence.end))
    if group.items:
        yield group


def _headed(case: Case, sentence: Sentence) -> Counted | None:
    """Return the group of "Members (17): A, B and C", with or without the list."""
    found = _HEADED.match(case.low, sentence.start, sentence.end)
    if found is None or _SAYS.search(found["label"]):
        return None
    if not means_parties(case, found["label"]):
        return None
    place = found.start("inside" if found["inside"] else "after")
    figure = next(numbers(case.low, place, found.end()), None)
    rest = (found.end(), sentence.end)
    if figure is None or (rest[0] < rest[1] and not _is_name_at(case, *rest)):
        return None
    return _group(case, sentence, figure, found.span("label"), rest)


def _is_name_at(case: Case, start: int, end: int) -> bool:
    first = next(items(case, start, end), None)
    return first is not None and first.mention is not None


def _row(case: Case, sentence: Sentence) -> Iterator[Counted]:
    """Yield the group of a table's row: a label, a number, names."""
    cells = list(_cells(case, sentence))
    labels = [row for row in cells if _is_label_cell(case, row)]
    known = [row for row in cells if case.mentions.within(*row) and row not in labels]
    figures = [
        figure
        for row in cells
        for figure in numbers(case.low, *row)
        if case.low[slice(*row)].strip("() ").isdigit()
    ]
    if labels and (known or figures):
        listed = max(known, key=lambda row: row[1] - row[0], default=(0, 0))
        figure = figures[0] if len(figures) == 1 else None
        yield _group(case, sentence, figure, labels[0], listed)


def _is_label_cell(case: Case, cell: tuple[int, int]) -> bool:
    named = any(row.entity.body is None for row in case.mentions.within(*cell))
    return not named and means_parties(case, case.low[slice(*cell)])


def _cells(case: Case, sentence: Sentence) -> Iterator[tuple[int, int]]:
    begins = sentence.start
    while begins < sentence.end:
        bar = case.text.find("|", begins, sentence.end)
        ends = bar if bar >= 0 else sentence.end
        told = case.text[begins:ends]
        start = begins + len(told) - len(told.lstrip())
        if told.strip():
            yield start, start + len(told.strip())
        begins = ends + 1


def _group(
    case: Case,
    sentence: Sentence,
    figure: Figure | None,
    label: tuple[int, int],
    listed: tuple[int, int],
) -> Counted:
    found = tuple(items(case, *listed))
    if not any(row.mention for row in found):
        found = ()
    return Counted(
        sentence=sentence,
        figure=figure,
        label=case.low[slice(*label)],
        label_span=label,
        list_span=listed if found else None,
        items=found,
        attending=True,
        open_ended=False,
    )


def _bulleted(case: Case) -> Iterator[Counted]:
    """Yield lists of one name a line, under "Members:", "17 members" or "Members (17)".

    The label may be a bullet itself, with the names in bullets under it.
    """
    blocks = case.reading.blocks
    number = 0
    while number < len(blocks):
        last = number + 1
        while last < len(blocks) and _is_entry(case, blocks[last]):
            last += 1
        if last - number > 2:
            group = _under_label(case, blocks[number], blocks[number + 1 : last])
            if group:
                yield group
        number = last


def _is_entry(case: Case, block: Block) -> bool:
    """Tell a bullet of one name from one that says something."""
    told = case.text[block.start : block.end]
    return (
        block.kind == "bullet"
        and len(told) <= _LONGEST
        and not context.is_label(told.lower())
        and ":" not in told
        and next(numbers(case.low, block.start, block.end), None) is None
        and ". " not in told
    )


def _under_label(case: Case, lead: Block, rows: tuple[Block, ...]) -> Counted | None:
    whole = case.low[lead.start : lead.end].rstrip(": ")
    if len(whole) > 90 or rows[-1].end - rows[0].start > MOST:
        return None
    named = case.mentions.within(lead.start, lead.end)
    if lead.kind == "bullet" and any(row.entity.body is None for row in named):
        return None  # it has a list of its own
    listed = [tuple(items(case, row.start, row.end)) for row in rows]
    known = sum(len(row) == 1 and row[0].mention is not None for row in listed)
    if known * 2 < len(rows):
        return None
    figure = next(numbers(case.low, lead.start, lead.end), None)
    label = whole
    if figure:
        ends = lead.start + len(whole)
        label = f"{case.low[lead.start : figure.start]} {case.low[figure.end : ends]}"
        label = " ".join(label.strip(" ()").split())
    if figure is None and not context.is_label(whole):
        return None
    if not means_parties(case, label):
        return None
    return Counted(
        sentence=case.reading.sentence_at(lead.start),
        figure=figure,
        label=label,
        label_span=(lead.start, lead.start + len(whole)),
        list_span=(rows[0].start, rows[-1].end),
        items=tuple(item for row in listed for item in row),
        attending=True,
        open_ended=False,
    )
