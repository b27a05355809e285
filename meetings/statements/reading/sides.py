"""For which party a person stands, as a text tells it or the record knows."""

import re
from collections.abc import Iterator

from meetings.facts import PartyFact, Vocabulary
from meetings.statements.gazetteer import Gazetteer
from meetings.statements.recognise import Recogniser

from .layout import Page
from .people import Person

_OPENS = re.compile(r"\s*\(\s*(?:represented\s+by\s+)?")
_NEAR = 20


class Sides:
    """The parties of one page, and whose its persons are."""

    def __init__(
        self, page: Page, recogniser: Recogniser, vocabulary: Vocabulary
    ) -> None:
        self._page = page
        self._text = page.clean
        self._parties = recogniser.parties(page.clean)
        self._officials = recogniser.officials(page.clean)
        self._by_name = {party.name: party for party in vocabulary.parties}
        self.adjectives = Gazetteer(
            (party.adjective, 0, party)
            for party in vocabulary.parties
            if party.adjective
        )

    def party(self, person: Person) -> PartyFact | None:
        """Return whom a person chairs for: by the title, or as the record knows."""
        told = list(self.named(person.title_start, person.title_end))
        told += self._bracketed(max(person.end, person.title_end))
        known = self._known(person)
        if outer := self._outer(person):
            return outer
        names = {party.name for party, _, _ in told}
        if known and (known.name in names or (not names and self._spelled(known))):
            return known
        if len(names) == 1:
            return told[0][0]
        opening = [row for row in told if row[1] - person.title_start < 3]
        if opening:
            return opening[0][0]
        of = [
            row
            for row in told
            if re.search(
                r"\bof\s+(?:the\s+)?$", self._text[max(0, row[1] - 8) : row[1]]
            )
        ]
        return of[-1][0] if of else None

    def _outer(self, person: Person) -> PartyFact | None:
        """Return the party before whose bracket a person stands: "Fiji (Ms A, Director)"."""
        for row in self._parties:
            if row.end <= person.start <= row.end + _NEAR:
                between = self._text[row.end : person.start]
                return row.party if _OPENS.fullmatch(between) else None
        return None

    def _known(self, person: Person) -> PartyFact | None:
        """Return the party that the record has for an official of that name."""
        for row in self._officials:
            if person.start <= row.start < person.end:
                party = row.official.party
                return self._by_name.get(party.name, party)
        return None

    def _bracketed(self, end: int) -> Iterator[tuple[PartyFact, int, int]]:
        """Yield the party that a bracket after a person holds, and nothing else."""
        for row in self._parties:
            around = self._text[max(end, row.start - 1) : row.end + 1]
            if end < row.start <= end + 8 and around[:1] + around[-1:] == "()":
                yield row.party, row.start, row.end

    def _spelled(self, party: PartyFact) -> bool:
        return any(row.party.name == party.name for row in self._parties)

    def named(self, start: int, end: int) -> Iterator[tuple[PartyFact, int, int]]:
        """Yield the parties named between two places, by name or by adjective."""
        named = [
            (row.party, row.start, row.end)
            for row in self._parties
            if start <= row.start and row.end <= end
        ]
        covered = [(first, last) for _, first, last in named]
        for hit in self.adjectives.find(self._text[start:end]):
            first, last = start + hit.start, start + hit.end
            if self._text[last:].lstrip()[:6] == "Taipei":  # no adjective of a state
                continue
            if len(hit.values) == 1 and not any(a <= first < b for a, b in covered):
                named.append((hit.values[0], first, last))
        yield from sorted(named, key=lambda row: row[1])
