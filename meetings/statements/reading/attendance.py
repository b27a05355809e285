"""Who attended, as the text tells it: its sentences, bullets and labelled lists."""

import re

from meetings.statements.recognise import Mention, Recogniser

from . import capacities, delegates, phrases
from .event import Event
from .groups import Group
from .layout import Block, Page
from .lists import Lists, parties
from .proposal import Doubt
from .sheet import Listed, Rows, Sheet, enter, raise_levels

_MOST_LISTED_BLOCKS = 120
_LONGEST_LIST = 8000


def read(page: Page, recogniser: Recogniser, limit: int, event: Event) -> Rows:
    """Return who attended. A sentence that is not plainly about it gives nothing.

    Before ``limit``, where the first section begins, a counted list needs no verb.
    """
    reader = _Reader(page, Lists(page, recogniser), limit, event)
    skip = 0
    for place, block in enumerate(page.blocks):
        if block.start >= skip:
            skip = reader.block(place)
    raise_levels(reader.sheet)
    return reader.sheet.told()


class _Reader:
    def __init__(self, page: Page, lists: Lists, limit: int, event: Event) -> None:
        self.sheet = Sheet(page)
        self._page = page
        self._text = page.clean
        self._lists = lists
        self._limit = limit
        self._event = event

    def block(self, place: int) -> int:
        """Read a block; return where a list that it begins ends, 0 if it begins none."""
        return self._labelled(place) or self._told(place)

    def _labelled(self, place: int) -> int:
        """Read a block such as "Observers: A and B"."""
        block = self._page.blocks[place]
        label = phrases.label(self._text, block.start, block.end)
        if label is None or not phrases.is_list_label(label.words):
            return 0
        groups, end = self._groups(label.end, block.end), block.end
        if label.alone:
            groups, end = self._following(place)
        absent = phrases.absent(label.words)
        if label.alone and not (parties(groups) or (absent and groups)):
            return 0
        if not label.alone and not _mostly_parties(groups):
            return 0
        self._enter_labelled(label, block.start, groups)
        return end

    def _enter_labelled(
        self, label: phrases.Label, start: int, groups: list[Group]
    ) -> None:
        if label.says is not None:
            whole = Group(label.words, start, label.end, label.says)
            whole.items = [item for group in groups for item in group.items]
            groups = [whole]
        present = not phrases.absent(label.words)
        enter(self.sheet, Listed(groups, label.words, present))

    def _inline(self, start: int, stop: int) -> bool:
        """Read a sentence of a paragraph that is a labelled list: "Observers: A, B."."""
        words = self._text[start:stop]
        begin = start + len(words) - len(words.lstrip())
        label = phrases.label(self._text, begin, stop)
        if label is None or label.alone or ":" not in self._text[begin : label.end]:
            return False
        groups = self._lists.read(label.end, stop)
        if not phrases.is_list_label(label.words) or not _mostly_parties(groups):
            return False
        self._enter_labelled(label, begin, groups)
        return True

    def _told(self, place: int) -> int:
        """Read the sentences of a block."""
        ends = 0
        for start, end in self._page.sentences(self._page.blocks[place]):
            ends = max(
                ends, self._sentence(place, start, min(end, start + _LONGEST_LIST))
            )
        return ends

    def _sentence(self, place: int, start: int, stop: int) -> int:
        """Read a sentence; return where a list after it ends, 0 if it has none."""
        if self._inline(start, stop):
            return 0
        if beside := phrases.WITH.search(self._text, start, stop):
            self._beside(beside)
        elif lead := phrases.LEAD.search(self._text, start, stop):
            other = self._event.is_other(start, lead.start(), stop)
            if not other and (not lead["together"] or start < self._limit):
                return self._led(place, start, lead, stop)
        elif not self._followed(place, start, stop) and start < self._limit:
            self._counted(start, stop)
        return 0

    def _led(self, place: int, start: int, lead: re.Match[str], end: int) -> int:
        """Read a sentence whose list comes after: "was attended by A and B"."""
        self._beside_chairs(start, end)
        if delegates.read(self._page, self._lists, self.sheet, lead.end(), end):
            return 0
        stop = self._cut(lead.end(), end)
        label = lead[0] if lead["label"] else ""
        if lead["main"] and "observed" in lead[0].casefold():
            label = "observers"
        groups, ends = self._lists.read(lead.end(), stop), 0
        if not self._text[lead.end() : stop].strip(" .:\n\t"):
            groups, ends = self._following(place)
            if not groups and self._persons_follow(place):
                return self._page.blocks[place + 1].end
        if "representing" in lead[0]:  # "Over 100 participants attended, representing"
            self._told_figures(start, lead.start())
        if label and not _mostly_parties(groups):
            return 0
        if start >= self._limit and not any(group.items for group in groups):
            return 0  # figures of another event in a later section
        present = not lead["regrets"]
        enter(self.sheet, Listed(groups, label, present, not lead["more"]))
        return ends

    def _persons_follow(self, place: int) -> bool:
        following = self._page.blocks[place + 1 : place + 2]
        return any(
            delegates.read(self._page, self._lists, self.sheet, row.start, row.end)
            for row in following
        )

    def _told_figures(self, start: int, end: int) -> None:
        groups = self._lists.read(start, end)
        enter(self.sheet, Listed([row for row in groups if row.says is not None]))

    def _beside(self, beside: re.Match[str]) -> None:
        """Read "the members met, with A and B also in attendance"."""
        groups = self._lists.read(*beside.span("names"))
        if _only_parties(groups, self._lists.mentions(*beside.span("names"))):
            enter(self.sheet, Listed(groups))

    def _beside_chairs(self, start: int, end: int) -> None:
        beside = phrases.BESIDE_CHAIRS.search(self._text, start, end)
        if beside:
            self.sheet.beside_chairs = self._page.quote(*beside.span())

    def _followed(self, place: int, start: int, end: int) -> bool:
        """Read a sentence whose names come first: "A and B attended as observers"."""
        post = phrases.POST.search(self._text, start, end)
        mentions = self._lists.mentions(start, post.start()) if post else []
        if post is None:
            return False
        if not mentions:
            return start < self._limit and self._some(start, post, end)
        rest = phrases.after(post, self._text, end)
        groups = self._lists.read(start, post.start())
        if rest is None or not _only_parties(groups, mentions):
            return False
        if post["level"]:
            level = capacities.level(post["rank"])
            told = (parties(groups), level, self._page.quote(start, end))
            self.sheet.levels.append(told)
        else:
            if rest.joined is not None:
                groups += self._lists.read(rest.joined, self._cut(rest.joined, end))
            label = "observers" if "observ" in post[0].casefold() else rest.label
            # "C also attended", after the list: in what capacity is not told.
            more = "also" in post[0].casefold() and bool(self.sheet.rows)
            held = Listed(
                groups, label, not post["absent"], level=rest.level, more=more
            )
            enter(self.sheet, held)
        if rest.more is not None:
            self._sentence(place, rest.more, end)
        return True

    def _some(self, start: int, post: re.Match[str], end: int) -> bool:
        """Read "Nineteen member countries took part", and those that it names of them."""
        if post["there"] is None or self._event.is_other(start, post.start()):
            return False
        if including := phrases.INCLUDING.match(self._text, post.end(), end):
            groups = self._lists.read(including.end(), self._cut(including.end(), end))
            for group in groups:
                group.partial = bool(including["part"])
            enter(self.sheet, Listed(groups))
        elif self._lists.mentions(start, end) or not phrases.after(
            post, self._text, end
        ):
            return False
        self._told_figures(start, post.start() if including else end)
        return True

    def _counted(self, start: int, end: int) -> None:
        """Read "Fifteen members took part (A, B and C), with two observers (D and E)"."""
        first = self._lists.counted(start, end)
        if first is not None:
            enter(self.sheet, Listed(self._lists.read(first, self._cut(first, end))))

    def _cut(self, start: int, end: int) -> int:
        """Return where the list ends: before a clause that tells something else."""
        depth, counted = 0, start
        mentions = self._lists.mentions(start, end)
        for found in phrases.CUT.finditer(self._text, start, end):
            between = self._text[counted : found.start()]
            depth += sum(map(between.count, "([")) - sum(map(between.count, ")]"))
            counted = found.start()
            if depth > 0 or any(
                row.start < found.end() - 1 < row.end for row in mentions
            ):
                continue
            if found["except"]:
                why = "Those named after this did not attend, or not in this way."
                quote = self._page.quote(found.start(), end)
                self.sheet.doubts.append(Doubt("exception", quote, why))
            return found.start()
        return end

    def _following(self, place: int) -> tuple[list[Group], int]:
        """Read the list in the blocks that follow; return its groups and its end."""
        groups: list[Group] = []
        end = 0
        later = self._page.blocks[place + 1 : place + 1 + _MOST_LISTED_BLOCKS]
        bulleted = bool(later) and later[0].kind == "bullet"
        for block in later:
            if bulleted and block.kind != "bullet":
                break
            label = phrases.label(self._text, block.start, block.end)
            if label and (label.alone or block.kind != "bullet"):
                break
            if phrases.LEAD.match(self._text, block.start, block.end):
                break
            read = self._groups(label.end if label else block.start, block.end)
            if not _listed(read, block):
                break
            for group in read if label else ():
                group.label = group.label or (label.words if label else "")
            groups += read
            end = block.end
        return groups, end

    def _groups(self, start: int, end: int) -> list[Group]:
        """Read a block, by its lines if each of them is one name."""
        end = min(end, start + _LONGEST_LIST)
        rows = [row for row in self._text[start:end].split("\n") if row.strip()]
        if len(rows) > 1:
            groups = self._lists.read(start, end, lines=True)
            if sum(len(group.items) for group in groups) == len(rows):
                return groups
        return self._lists.read(start, end)


def _listed(groups: list[Group], block: Block) -> bool:
    return bool(groups) if block.kind == "bullet" else _mostly_parties(groups)


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
