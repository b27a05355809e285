"""What every check works with: the text, the names in it, the record, the sheet."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from meetings.facts import HeldFact, MeetingFacts, PartyFact, StatementFacts, Vocabulary
from meetings.statements import events
from meetings.statements.prose import bare

from .lexicon import Entity, Lexicon, Mention, Mentions
from .reading import Block, Reading, Sentence, fold
from .record import Record, Span
from .result import Sheet

_SHORTEST = 10
_ENDING = (".", ":", ";", ",", "!", "?")


class Spans:
    """Stretches of a text that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.all: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if not self.all or start >= self.all[-1][1]:
                self.all.append((start, end))
        self._starts = [start for start, _ in self.all]

    def around(self, place: int) -> tuple[int, int] | None:
        """Return the stretch that this place is part of."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and self.all[number][1] > place:
            return self.all[number]
        return None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a meeting; several where they do not tell which."""

    start: int
    end: int
    meetings: tuple[MeetingFacts, ...]


class Case:
    """One text and one record."""

    def __init__(
        self,
        text: str,
        facts: StatementFacts | tuple[MeetingFacts, ...],
        vocabulary: Vocabulary,
    ) -> None:
        self.reading = Reading(text)
        self.record = Record(facts)
        self.lexicon = Lexicon(vocabulary, self.record.week)
        self.others = _others(vocabulary, self.record)
        """Meetings on record that the text does not cover."""
        self.mentions = Mentions(self.lexicon.mentions(self.reading))
        self.sheet = Sheet(self.reading, self.record.own_words)
        self.slanted = Spans(self.reading.slanted)
        self.titled = _titled(self.record)
        """Meetings by their titles, as a reading has them."""
        self.titles = Spans(self._titles())
        """Where titles of meetings stand that say more than kind and number."""
        self.sentences = tuple(
            row for row in self.reading.sentences if row.end - row.start >= _SHORTEST
        )
        """The sentences that are long enough to tell anything."""
        self.running = tuple(self._running())
        """Those of them that are no headings."""
        self.leads = _leads(self.reading.blocks)
        """By block: the last before it that is no bullet."""
        self._first_mentions = {
            row.entity.key: row
            for row in reversed(self.mentions.all)
            if not row.is_common
        }
        # What was found, by place: a sentence is asked the same by several checks.
        self.references: dict[tuple[int, int], list[Reference]] = {}
        self.triggers: dict[int, re.Match[str] | None] = {}
        self.holding: dict[int, bool] = {}
        # What the checks of attendance tell those that follow.
        self.attendees: list[Mention] = []
        """Where the text says that a party attended."""
        self.answered: set[int] = set()
        """Where dates, ordinals and places begin that are of other meetings."""
        self.passed: set[str] = set()
        """Parties that are named within lists of attendance, be it by an office of theirs."""
        self.strange = False
        """Whether somebody is told of as attending whom the record has not."""
        self.reported: set[str] = set()
        """Names of parties that a list was already found to lack."""

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def low(self) -> str:
        return self.reading.low

    @property
    def attending(self) -> set[str]:
        return {mention.entity.key for mention in self.attendees}

    def days(self, start: int = 0, end: int = 0) -> tuple[Span, ...]:
        """Return the spans of the whole; the week's where the text speaks of all of it.

        Another body's meeting may be meant where it, or the body, is named: anywhere, or
        from ``start`` to ``end`` if the body has a hand in these meetings too.
        """
        bodies = self._bodies_beside
        beside = {
            row.entity.body.abbreviation
            for row in self.mentions.all_from(start, end)
            if row.entity.body
        }
        return self.record.days(whole_week=self._week_is_told or bool(bodies & beside))

    @cached_property
    def _bodies_beside(self) -> set[str]:
        rows = self.record.neighbours
        return {held.body.abbreviation for row in rows for held in row.convenings}

    @cached_property
    def _week_is_told(self) -> bool:
        others = self._bodies_beside - self.record.bodies
        return any(
            row.entity.body and row.entity.body.abbreviation in others
            for row in self.mentions.all
        ) or any(fold(row.title) in self.low for row in self.record.neighbours)

    def attend(self, mention: Mention) -> None:
        self.attendees.append(mention)

    def words_without_names(self, start: int, end: int) -> str:
        """Return what stands here but for names: "Preparedness" prepares nothing."""
        words = self.low[start:end]
        for mention in self.mentions.all_from(start, end):
            first, last = (
                max(mention.start, start) - start,
                min(mention.end, end) - start,
            )
            words = f"{words[:first]}{'_' * (last - first)}{words[last:]}"
        return words

    def block_of(self, sentence: Sentence) -> Block | None:
        blocks = self.reading.blocks
        return blocks[sentence.block] if blocks else None

    def is_heading(self, block: Block) -> bool:
        """Tell a heading, marked as one or standing alone without an end."""
        if block.kind == "heading":
            return True
        short = block.end - block.start <= 250
        told = self.reading.block_text(block)
        return block.kind == "paragraph" and short and not told.endswith(_ENDING)

    def called(self, entity: Entity, *, listed: bool = False) -> str:
        """Return what the text calls a party, or else its running name."""
        mention = self._first_mentions.get(entity.key)
        if mention:
            told = self.text[mention.start : mention.end]
            article = entity.is_state and not listed
            return self._with_article(entity, told) if article else told
        return bare(entity.running) if listed else entity.running

    def party(self, party: PartyFact, *, listed: bool = False) -> str:
        entity = self.lexicon.by_key.get(party.name)
        if entity:
            return self.called(entity, listed=listed)
        return bare(party.running_name) if listed else party.running_name

    def mention_at(self, place: int) -> Mention | None:
        """Return the party or body named here; persons are another matter."""
        mention = self.mentions.at(place)
        return mention if mention and mention.name.official is None else None

    def _running(self) -> Iterable[Sentence]:
        for sentence in self.sentences:
            block = self.block_of(sentence)
            if block and not self.is_heading(block):
                yield sentence

    def _with_article(self, entity: Entity, told: str) -> str:
        return f"the {told}" if entity.running.startswith("the ") else told

    def _titles(self) -> Iterable[tuple[int, int]]:
        for meeting in self.record.week:
            for title in {meeting.title, events.name(meeting), meeting.theme}:
                told = fold(title)
                if len(told) < 12 or not re.search(r"\w \w+ \w", told):
                    continue
                yield from _places(self.low, told)


def _leads(blocks: tuple[Block, ...]) -> list[int]:
    leads: list[int] = []
    for number, block in enumerate(blocks):
        leads.append(leads[-1] if block.kind == "bullet" and leads else number)
    return leads


def _others(vocabulary: Vocabulary, record: Record) -> tuple[HeldFact, ...]:
    week = {meeting.slug for meeting in record.week}
    return tuple(row for row in vocabulary.held if row.slug not in week)


def _titled(record: Record) -> dict[str, tuple[MeetingFacts, ...]]:
    found: dict[str, tuple[MeetingFacts, ...]] = {}
    for meeting in record.week:
        for title in dict.fromkeys([meeting.title, events.name(meeting)]):
            told = fold(title)
            if len(told) > 12:
                found[told] = (*found.get(told, ()), meeting)
    return found


def _places(low: str, told: str) -> Iterable[tuple[int, int]]:
    place = low.find(told)
    while place >= 0:
        yield place, place + len(told)
        place = low.find(told, place + len(told))
