"""Who attended, as the text tells it: its sentences, bullets and labelled lists."""

import re

from meetings.statements.recognise import Mention, Recogniser

from . import capacities, phrases
from .layout import Block, Page
from .lists import Group, Lists, parties
from .sheet import Listed, Rows, Sheet, enter, raise_levels

_MOST_LISTED_BLOCKS = 80


def read(page: Page, recogniser: Recogniser) -> Rows:
    """Return who attended. A sentence that is not plainly about it gives nothing."""
    lists = Lists(page, recogniser)
    sheet = Sheet(page)
    skip = 0
    for place, block in enumerate(page.blocks):
        if block.start < skip:
            continue
        skip = _labelled(sheet, lists, place) or _told(sheet, lists, place)
    raise_levels(sheet)
    return Rows(
        tuple(sheet.rows.values()),
        tuple(sheet.counts),
        tuple(sheet.doubts),
        tuple(sheet.unknown),
        sheet.beside_chairs,
    )


def _labelled(sheet: Sheet, lists: Lists, place: int) -> int:
    """Read a block such as "Observers: A and B"; return where its list ends, else 0."""
    page, block = sheet.page, sheet.page.blocks[place]
    label = phrases.label(page.clean, block.start, block.end)
    if label is None or not (
        phrases.absent(label.words) or capacities.is_label(label.words)
    ):
        return 0
    groups, end = _block(lists, page, label.end, block.end), block.end
    if label.alone:
        groups, end = _following(lists, page, place)
    if not _mostly_parties(groups):
        return 0
    if label.says is not None:
        whole = Group(label.words, block.start, label.end, label.says)
        whole.items = [item for group in groups for item in group.items]
        groups = [whole]
    present = not phrases.absent(label.words)
    enter(sheet, Listed(groups, label.words, present))
    return end


def _told(sheet: Sheet, lists: Lists, place: int) -> int:
    """Read the sentences of a block; return where a list in later blocks ends, else 0."""
    page, block = sheet.page, sheet.page.blocks[place]
    ends = 0
    for start, end in page.sentences(block):
        if lead := phrases.LEAD.search(page.clean, start, end):
            ends = max(ends, _led(sheet, lists, place, lead, end))
        else:
            _followed(sheet, lists, start, end)
    return ends


def _led(sheet: Sheet, lists: Lists, place: int, lead: re.Match[str], end: int) -> int:
    page = sheet.page
    if beside := phrases.BESIDE_CHAIRS.search(
        page.clean, max(0, lead.start() - 80), end
    ):
        sheet.beside_chairs = page.quote(beside.start(), beside.end())
    stop = _cut(page.clean, lead.end(), end, lists)
    label = lead[0] if lead["label"] else ""
    if lead["main"] and "observed" in lead[0].casefold():
        label = "observers"
    level = phrases.led_level(page.clean, lead.end(), stop)
    groups = lists.read(lead.end(), stop)
    ends = 0
    if page.clean[lead.end() : stop].strip(" .:\n\t") == "":
        groups, ends = _following(lists, page, place)
    if label and not _mostly_parties(groups):
        return 0
    present = not lead["regrets"]
    enter(sheet, Listed(groups, label, present, not lead["more"], level))
    return ends


def _followed(sheet: Sheet, lists: Lists, start: int, end: int) -> None:
    """Read a sentence in which the names come first: "A and B attended as observers"."""
    clean = sheet.page.clean
    post = phrases.POST.search(clean, start, end)
    if post is None or not lists.mentions(start, post.start()):
        return
    rest = phrases.REST.match(clean, post.end(), end)
    if post["there"] and (
        rest is None or (rest["end"] == "," and not rest["observers"])
    ):
        return
    groups = lists.read(start, post.start())
    if not _only_parties(groups, lists.mentions(start, post.start())):
        return
    if post["level"]:
        level = capacities.level(post["rank"])
        sheet.levels.append((parties(groups), level, sheet.page.quote(start, end)))
        return
    label = rest["observers"] if post["there"] and rest and rest["observers"] else ""
    told = capacities.level(rest["level"]) if rest and rest["level"] else None
    enter(sheet, Listed(groups, label, not post["absent"], level=told))


def _cut(text: str, start: int, end: int, lists: Lists) -> int:
    """Return where the list ends: before a clause that tells something else."""
    for found in phrases.CUT.finditer(text, start, end):
        before = text[start : found.start()]
        open_brackets = sum(map(before.count, "([")) - sum(map(before.count, ")]"))
        if open_brackets <= 0 and not any(
            row.start < found.end() - 1 < row.end for row in lists.mentions(start, end)
        ):
            return found.start()
    return end


def _following(lists: Lists, page: Page, place: int) -> tuple[list[Group], int]:
    """Read the list in the blocks that follow; return its groups and where it ends."""
    groups: list[Group] = []
    end = 0
    for block in page.blocks[place + 1 : place + 1 + _MOST_LISTED_BLOCKS]:
        label = phrases.label(page.clean, block.start, block.end)
        if label and (label.alone or block.kind != "bullet"):
            break
        if phrases.LEAD.match(page.clean, block.start, block.end):
            break
        start = label.end if label else block.start
        read = _block(lists, page, start, block.end)
        if not _listed(read, block):
            break
        if label:
            for group in read:
                group.label = group.label or label.words
        groups += read
        end = block.end
    return groups, end


def _listed(groups: list[Group], block: Block) -> bool:
    if block.kind == "bullet":
        return bool(groups)
    return block.end - block.start < 3000 and _mostly_parties(groups)


def _block(lists: Lists, page: Page, start: int, end: int) -> list[Group]:
    """Read a block, by its lines if each of them is one name."""
    rows = [row for row in page.clean[start:end].split("\n") if row.strip()]
    if len(rows) > 1:
        groups = lists.read(start, end, lines=True)
        if len([item for group in groups for item in group.items]) == len(rows):
            return groups
    return lists.read(start, end)


def _mostly_parties(groups: list[Group]) -> bool:
    items = [item for group in groups for item in group.items]
    return bool(items) and 2 * len(parties(groups)) > len(items)


def _only_parties(groups: list[Group], mentions: list[Mention]) -> bool:
    """Whether every name of the words is an item: then nothing else is told of them."""
    items = [item for group in groups for item in group.items]
    return bool(parties(groups)) and all(
        any(item.start <= row.start and row.end <= item.end for item in items)
        for row in mentions
    )
