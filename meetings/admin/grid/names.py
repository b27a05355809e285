"""Names as people paste them: a party a line, or several, in any spelling of the record.

A name that is not known for certain is asked about. "University of Indonesia" is not
Indonesia, and nothing is ever made of a name alone.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from meetings.exchange.alike import alike
from meetings.facts import Vocabulary
from meetings.statements.recognise import Recogniser, party_spellings

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦]|\(?\d{1,3}[.)](?=\s)|\d{1,3}\t)\s*")
_BETWEEN = re.compile(r"(?:[\W\d_]|\b(?:and|the)\b)*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[;,\t]|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is not known, and the parties it might be, likeliest first."""

    text: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamesRead:
    known: tuple[str, ...]
    """List names, in order, each once."""
    asked: tuple[Asked, ...]
    repeated: tuple[str, ...] = ()
    """Those that were written more than once."""


class NameReader:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._recogniser = Recogniser(vocabulary)
        self._listed = [party.name for party in vocabulary.parties]
        found: dict[str, set[str]] = defaultdict(set)
        for party in vocabulary.parties:
            for spelling, _ in party_spellings(party):
                found[_fold(spelling)].add(party.name)
            for alias in (party.name, *party.aliases):
                found[_fold(alias)].add(party.name)
        self._names = {key: sorted(names) for key, names in found.items() if key}

    def read(self, text: str) -> NamesRead:
        """Return the parties that ``text`` names, and the names that must be asked about."""
        known: dict[str, None] = {}
        asked: dict[str, Asked] = {}
        repeated: dict[str, None] = {}
        for line in text.splitlines():
            name = " ".join(_BULLET.sub("", line, count=1).split())
            if not any(map(str.isalpha, name)):
                continue
            found, unknown = self._line(name)
            repeated |= {party: None for party in found if party in known}
            known |= dict.fromkeys(found)
            asked |= {item.text: item for item in unknown}
        return NamesRead(tuple(known), tuple(asked.values()), tuple(repeated))

    def _line(self, line: str) -> tuple[list[str], list[Asked]]:
        if found := self._certain(line):
            return found, []
        parts = [part for part in _PARTS.split(line) if part]
        read = [self._certain(part) for part in parts]
        # "Ministry of Justice, Thailand" is one name; two known ones make it a list.
        if sum(map(bool, read)) < 2:
            return [], [self._ask(line)]
        unknown = [
            self._ask(part)
            for part, found in zip(parts, read, strict=True)
            if not found
        ]
        return [name for found in read for name in found], unknown

    def _certain(self, text: str) -> list[str]:
        """Return the parties that ``text`` consists of, none if there is any doubt."""
        exact = self._names.get(_fold(text), [])
        if exact:
            return exact if len(exact) == 1 else []
        mentions = self._recogniser.parties(text)
        if not mentions:
            return []
        rest, at = [], 0
        for mention in mentions:
            rest.append(text[at : mention.start])
            at = mention.end
        gaps = [*rest, text[at:]]
        certain = all(map(_BETWEEN.fullmatch, gaps))
        return [mention.party.name for mention in mentions] if certain else []

    def _ask(self, text: str) -> Asked:
        return Asked(text, tuple(dict.fromkeys(self._suggestions(text))))

    def _suggestions(self, text: str) -> Iterator[str]:
        yield from self._names.get(_fold(text), [])
        for mention in self._recogniser.parties(text):
            yield mention.party.name
        for found in self._recogniser.ambiguous(text):
            yield from (party.name for party in found.values)
        for close in get_close_matches(_fold(text), self._names, n=3, cutoff=0.75):
            yield from self._names[close]
        yield from alike(text, self._listed)


def _fold(text: str) -> str:
    """Return ``text`` without case, accents, signs and article, to compare names by."""
    decomposed = unicodedata.normalize("NFKD", text).replace("&", " and ")
    letters = "".join(
        sign if sign.isalnum() else " "
        for sign in decomposed
        if not unicodedata.combining(sign) and sign not in "'’.‘"
    )
    words = letters.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
