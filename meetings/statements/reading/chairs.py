"""Who chaired: the parties, and the persons with their titles as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from meetings.facts import Vocabulary
from meetings.statements.recognise import Recogniser

from . import phrases
from .event import Event
from .layout import Page, joined
from .opening import in_general, is_future
from .people import Person, people
from .proposal import ChairRead, Doubt
from .sides import Sides

_CHAIRED = r"co\s?[-\u2010\u2011]?\s?(?:chaired|hosted)|chaired"
_BY = re.compile(
    rf"(?<!\w)(?:(?:{_CHAIRED})\s+(?:jointly\s+)?(?:at\s+[\w-]+(?:\s+level)?\s+)?by"
    r"|under\s+the\s+(?:co-?\s?)?chair(?:man)?ship\s+of)(?!\w)",
    re.IGNORECASE,
)
_DID = re.compile(rf"(?<!\w)(?:{_CHAIRED})(?!\w)(?!\s+(?:by|at)(?!\w))", re.IGNORECASE)
_WE = re.compile(r"(?<!\w)We,?\s+the\s+(?=[^.]{5,300}?co-?\s?chair)")
_OF = re.compile(
    r"(?P<whose>(?:[A-Z][\w-]*(?:\s+[A-Z][\w-]*)?(?:,\s+|\s+and\s+|\s+)){1,4})"
    r"Co-?Chairs?(?=\s+(?:of\s+the|held|hosted|convened|co-hosted))"
)
_CHAIRS = re.compile(
    r"(?<!\w)Co-?Chairs?(?:\s+of\s+the\s+[^,.;:()]{3,90}?)?(?:,|\s*[:(])\s*",
    re.IGNORECASE,
)
_SENIOR = re.compile(r"senior\s+officials?['\u2019]?\s*$", re.IGNORECASE)
_STOP = re.compile(
    r"[.;:](?:\s|$)|\)|,?\s+(?:with|attended|which|who|on\s+\d|under|during|from\s+\d|over\s+\d"
    r"|and\s+(?:was|were|attended|opened)|in\s+(?:the\s+)?[A-Z]|at\s+the|to\s+[a-z]+"
    r"|the\s+(?:\w+\s+)?(?:events?|meetings?|conference|dialogue))(?!\w)"
    # "Co-chaired by Fiji and Samoa, presentations were given by Tonga"
    r"|,\s+(?!(?:and|as|together|alongside|the|both|by)\s)[a-z]"
)
_JOINED = re.compile(
    # "... Director) and Australia (Mr B": the party may stand before its person.
    r"[\s,;)]*(?:(?:and|as\s+well\s+as|together\s+with|alongside)\s*)?"
    r"(?:(?:the\s+)?[A-Z][\w ]{2,40}\(\s*(?:represented\s+by\s+)?)?"
)
_AFTER_DATE = re.compile(r"^.*?\d{4},?\s+", re.DOTALL)
_MARKED = re.compile(r"\s*[(\[](?:as\s+)?co-?\s?chair[)\]]", re.IGNORECASE)
_OWN = re.compile(r"['\u2019]s\s+(?P<title>(?:[A-Z][\w-]*\s*){1,6}?)\s*,?\s*")
"""What may stand between a party and its person: "Fiji's Foreign Minister, Ms A"."""

_LONGEST_SUBJECT = 700
_LONGEST_OBJECT = 110


@dataclass(slots=True)
class _Found:
    parties: dict[str, ChairRead] = field(default_factory=dict)
    persons: list[ChairRead] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    """Persons named in the very sentence that tells who chaired."""


class Chairs:
    """Reads the chairs of one page."""

    def __init__(
        self,
        page: Page,
        recogniser: Recogniser,
        vocabulary: Vocabulary,
        event: Event,
    ) -> None:
        self._event = event
        self._page = page
        self._text = page.clean
        self._parties = recogniser.parties(page.clean)
        self._officials = recogniser.officials(page.clean)
        self._sides = Sides(page, recogniser, vocabulary)

    def read(self, limit: int) -> tuple[tuple[ChairRead, ...], tuple[Doubt, ...]]:
        """Return the chairs; those told after ``limit`` chair something else."""
        found = _Found()
        for block in self._page.blocks:
            if labelled := phrases.CHAIRS_LABEL.match(
                self._text, block.start, block.end
            ):
                self._labelled(found, labelled.end(), block.end)
            for start, end in self._page.sentences(block):
                if start < limit:
                    self._sentence(found, start, end)
                else:
                    self._did(found, start, end)
                self._introduced(found, start, end, limit)
        if not found.parties and not found.persons:
            self._marked(found)
        return tuple(self._joined(found)), tuple(found.doubts)

    def _marked(self, found: _Found) -> None:
        """Read "Fiji (Co-Chair)" on a list."""
        for row in self._parties:
            if _MARKED.match(self._text, row.end) and row.party.kind != "workstream":
                quote = self._page.quote(row.start, row.end)
                found.parties.setdefault(row.party.name, ChairRead(row.party, quote))

    def _labelled(self, found: _Found, start: int, end: int) -> None:
        """Read "Co-Chairs: Fiji and Samoa", where nothing but parties follows."""
        named = list(self._sides.named(start, end))
        rest = self._text[start:end]
        for _, first, last in named:
            rest = rest.replace(self._text[first:last], "", 1)
        others = any(party.kind == "workstream" for party, _, _ in named)
        if not others and not re.search(r"\w", re.sub(r"\b(?:and|the)\b", "", rest)):
            for party, first, last in named:
                quote = self._page.quote(first, last)
                found.parties.setdefault(party.name, ChairRead(party, quote))

    def _sentence(self, found: _Found, start: int, end: int) -> None:
        for begin, stop in self._ranges(start, end):
            persons = [
                self._apart(row)
                for row in people(self._text, begin, stop, self._officials)
            ]
            for person in persons:
                found.called.add(person.name)
                self._person(found, person, "co_chair")
            for party, first, last in self._sides.named(begin, stop):
                inside = any(
                    row.start <= first < max(row.end, row.title_end) for row in persons
                )
                if not inside and party.kind != "workstream":
                    quote = self._page.quote(first, last)
                    found.parties.setdefault(party.name, ChairRead(party, quote))

    def _did(self, found: _Found, start: int, end: int) -> None:
        """Read "Mr A, Director of B, and Ms C, Ambassador, co-chaired the meeting"."""
        did = self._chaired(start, end)
        if did is None:
            return
        begin = max(start, did.start() - _LONGEST_SUBJECT)
        persons = list(people(self._text, begin, did.start(), self._officials))
        if persons and not self._text[begin : persons[0].start].strip():
            for person in persons:
                self._person(found, person, "co_chair")

    def _ranges(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the sentence tells who chaired."""
        by = _BY.search(self._text, start, end)
        if by and in_general(self._text, start, by.start()):
            return  # "The group is co-chaired by Fiji": of what it does at all times
        if by and (
            self._event.is_other(start, by.start(), end)
            or is_future(self._text, start, by.start())
        ):
            return
        if by and self._text[by.start() - 1 : by.start()] not in {"(", "["}:
            yield by.end(), self._stop(by.end(), end)
        elif did := self._chaired(start, end):
            subject = max(start, did.start() - _LONGEST_SUBJECT)
            dated = _AFTER_DATE.match(self._text[subject : did.start()])
            yield subject + (dated.end() if dated else 0), did.start()
        if we := _WE.search(self._text, start, end):
            comma = self._text.find(",", we.end(), end)
            yield we.end(), comma if comma > 0 else self._stop(we.end(), end)
        if of := _OF.search(self._text, start, end):
            yield of.start("whose"), of.end("whose")

    def _chaired(self, start: int, end: int) -> re.Match[str] | None:
        """Return the verb of those who chaired, unless they chaired something else."""
        did = _DID.search(self._text, start, end)
        if did and self._event.is_other(
            max(start, did.end()), min(end, did.end() + _LONGEST_OBJECT)
        ):
            return None
        return did

    def _stop(self, start: int, end: int) -> int:
        """Return where the chairs end: not within a person's title."""
        persons = self._chain(start, end)
        last = max((row.title_end for row in persons), default=start)
        stop = _STOP.search(self._text, max(start, last), end)
        return stop.start() if stop else end

    def _introduced(self, found: _Found, start: int, end: int, limit: int) -> None:
        """Read "Co-Chairs, Mr A, Director of B, and Ms C, Ambassador, said"."""
        for chairs in _CHAIRS.finditer(self._text, start, end):
            persons = self._chain(chairs.end(), end)
            closed = self._text.find(")", chairs.end(), end)
            if "(" in chairs[0] and closed > 0 and start < limit:
                self._labelled(found, chairs.end(), closed)
            if not persons or persons[0].start - chairs.end() > 3:
                continue
            near = max(start, chairs.start() - 30)
            senior = _SENIOR.search(self._text, near, chairs.start())
            role = "senior_official_co_chair" if senior else "co_chair"
            for person in persons:
                self._person(found, person, role)

    def _chain(self, start: int, end: int) -> list[Person]:
        """Return the persons whom nothing but commas and "and" parts."""
        chain: list[Person] = []
        for person in people(self._text, start, end, self._officials):
            last = max(chain[-1].end, chain[-1].title_end) if chain else person.start
            if not _JOINED.fullmatch(self._text, last, person.start):
                break
            chain.append(person)
        return chain

    def _person(self, found: _Found, person: Person, role: str) -> None:
        if person.title_start == person.title_end:
            person = self._before(person)
        party = self._sides.party(person)
        first = min(person.start, person.title_start)
        quote = self._page.quote(first, max(person.end, person.title_end))
        if party is None:
            why = f"The text does not say for which party {person.name} chaired."
            found.doubts.append(Doubt("co-chair", quote, why))
            return
        title = joined(self._text[person.title_start : self._title_end(person)])
        if any(
            row.end - row.start == len(title)
            for row in self._parties
            if row.start == person.title_start
        ):
            title = ""  # "Ms A (Australia)"
        row = ChairRead(party, quote, person.name, title, role)
        before = {(held.person, held.party.name) for held in found.persons}
        if (row.person, party.name) not in before:
            found.persons.append(row)

    def _apart(self, person: Person) -> Person:
        """Return a person without the party that chairs beside: "Ms A, Director, and Fiji"."""
        words = self._text[person.title_start : person.title_end]
        beside = re.search(r",\s+and\s+(?:the\s+)?(?=[A-Z][\w\s]{2,40}$)", words)
        if beside:
            start = person.title_start + beside.end()
            for row in self._parties:
                if row.start == start and row.end == person.title_end:
                    return replace(
                        person, title_end=person.title_start + beside.start()
                    )
        return person

    def _title_end(self, person: Person) -> int:
        """Return where a title ends: before the party in brackets after it."""
        words = self._text[person.title_start : person.title_end]
        bracket = re.search(r"\s*\(([^()]+)\)$", words)
        if bracket and bracket.start():
            start = person.title_start + bracket.start(1)
            for row in self._parties:
                if row.start == start and row.end == start + len(bracket[1]):
                    return person.title_start + bracket.start()
        return person.title_end

    def _before(self, person: Person) -> Person:
        """Return a person whose title stands before: "Indonesian Foreign Minister, Dr A"."""
        for row in self._parties:
            own = _OWN.fullmatch(self._text, row.end, person.start)
            if own:
                return replace(
                    person, title_start=row.start, title_end=own.end("title")
                )
        near = max(0, person.start - 70)
        for hit in self._sides.adjectives.find(self._text[near : person.start]):
            words = self._text[near + hit.start : person.start].rstrip(" ,\n")
            if re.fullmatch(r"(?:[A-Z][\w-]*\s*){2,7}", words):
                start = near + hit.start
                return replace(person, title_start=start, title_end=start + len(words))
        return person

    def _joined(self, found: _Found) -> list[ChairRead]:
        """Return a row for each person, and one for a party without, as they are told."""
        named = {row.party.name for row in found.persons}
        alone = [row for name, row in found.parties.items() if name not in named]
        first: dict[str, int] = {}
        for row in [*found.parties.values(), *found.persons]:
            place = first.get(row.party.name, row.quote.start)
            first[row.party.name] = min(place, row.quote.start)
        for held in found.persons:
            called = held.party.name in found.parties or held.person in found.called
            if found.parties and not called:
                why = f"{held.party.name} is not among those that the text calls co-chairs."
                found.doubts.append(Doubt("co-chair", held.quote, why))
        return sorted([*alone, *found.persons], key=lambda row: first[row.party.name])
