"""Finds the parties, bodies and officials of the record in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from meetings.facts import BodyFact, OfficialFact, PartyFact, Vocabulary

from .gazetteer import Found, Gazetteer

_TEXTS = 32


@dataclass(frozen=True, slots=True)
class Mention:
    """A party's name in a text, without article and without possessive."""

    start: int
    end: int
    party: PartyFact
    as_printed: str


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body's name in a text, by any of its names."""

    start: int
    end: int
    body: BodyFact
    as_printed: str


@dataclass(frozen=True, slots=True)
class OfficialMention:
    """An official's name in a text, by any of its spellings."""

    start: int
    end: int
    official: OfficialFact
    as_printed: str


class Recogniser:
    """What a text names: parties, bodies and officials of the record."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        full = {
            party.abbreviation: party.name
            for party in vocabulary.parties
            if party.abbreviation and not party.is_state
        }
        self._parties = Gazetteer(
            (variant, rank, party)
            for party in vocabulary.parties
            for spelling, rank in party_spellings(party)
            for variant in _written_out(spelling, full)
        )
        # A body that attends as a workstream is also known by the body's names.
        bodies = {body.abbreviation: body for body in vocabulary.bodies}
        for party in vocabulary.parties:
            body = bodies.get(party.abbreviation)
            if party.kind == "workstream" and body:
                for spelling, rank in body_spellings(body):
                    self._parties.add(spelling, rank + 3, party)
        self._bodies = Gazetteer(
            (spelling, rank, body)
            for body in vocabulary.bodies
            for spelling, rank in body_spellings(body)
        )
        self._officials = Gazetteer(
            (spelling, rank, official)
            for official in vocabulary.officials
            for rank, spelling in enumerate([official.name, *official.aliases])
        )
        # A page is asked for its names by each of its readers: found once, told often.
        self._parties_in = lru_cache(maxsize=_TEXTS)(self._find_parties)
        self._bodies_in = lru_cache(maxsize=_TEXTS)(self._find_bodies)

    def also(self, spelling: str, rank: int, party: PartyFact) -> None:
        """Know a party by a further spelling, where no better rank claims it."""
        self._parties.add(spelling, rank, party)
        self._parties_in.cache_clear()

    def parties(self, text: str) -> tuple[Mention, ...]:
        """Return the parties named, in order; a spelling of two parties names neither."""
        return self._parties_in(text)

    def _find_parties(self, text: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(hit.start, hit.end, hit.values[0], text[hit.start : hit.end])
            for hit in self._parties.find(text)
            if len(hit.values) == 1
        )

    def ambiguous(self, text: str) -> tuple[Found[PartyFact], ...]:
        """Return the spellings that stand for several parties alike."""
        return tuple(hit for hit in self._parties.find(text) if len(hit.values) > 1)

    def bodies(self, text: str) -> tuple[BodyMention, ...]:
        return self._bodies_in(text)

    def _find_bodies(self, text: str) -> tuple[BodyMention, ...]:
        return tuple(
            BodyMention(hit.start, hit.end, hit.values[0], text[hit.start : hit.end])
            for hit in self._bodies.find(text)
            if len(hit.values) == 1
        )

    def officials(self, text: str) -> tuple[OfficialMention, ...]:
        return tuple(
            OfficialMention(
                hit.start, hit.end, hit.values[0], text[hit.start : hit.end]
            )
            for hit in self._officials.find(text)
            if len(hit.values) == 1
        )


def party_spellings(party: PartyFact) -> Iterator[tuple[str, int]]:
    """Yield every spelling of a party and its rank: names, then short forms, then aliases."""
    for rank, names in enumerate(
        [
            (party.name, party.running_name, party.formal_name),
            (party.abbreviation,),
            party.aliases,
        ]
    ):
        for name in filter(None, names):
            yield from ((spelling, rank) for spelling in _variants(name))


def body_spellings(body: BodyFact) -> Iterator[tuple[str, int]]:
    """Yield every spelling of a body, also without the forum's name before its own."""
    for rank, names in enumerate([(body.name, body.abbreviation), body.names]):
        for name in filter(None, names):
            yield from ((spelling, rank) for spelling in _variants(name))
            own = name.removeprefix("Bali Process ")
            if own != name and " " in own and not own.startswith("on "):
                yield own, 2


def _written_out(spelling: str, full: dict[str, str]) -> Iterator[str]:
    """Yield the spelling, also with its first word in full: "ASEAN Secretariat"."""
    yield spelling
    first, _, rest = spelling.partition(" ")
    if rest and first in full:
        yield f"{full[first]} {rest}"
        yield f"{full[first]} {rest}".replace("Southeast", "South-East")
    if "Southeast" in spelling:
        yield spelling.replace("Southeast", "South-East")


def _variants(name: str) -> Iterator[str]:
    """Yield the name without article, its bracket split off, and "UN" for the whole."""
    bare = re.sub(r"^(?:the|The|THE)\s+", "", name.strip())
    yield bare
    if bare.startswith("United Nations "):
        yield f"UN {bare.removeprefix('United Nations ')}"
    inverted = re.fullmatch(r"(\w[^()]*?) \((\w[^()]*? of)\)", bare)
    if inverted:  # "Iran (Islamic Republic of)"
        yield f"{inverted[2]} {inverted[1]}"
        yield inverted[1]
        return
    short = re.fullmatch(r"(\w[^()]*?) \(([^()]*)\)(.*)", bare)
    if short:  # "Australia-ASEAN Counter Trafficking (ASEAN-ACT) program"
        yield f"{short[1]}{short[3]}"
        yield short[1]
