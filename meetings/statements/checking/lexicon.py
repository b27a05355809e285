"""The names that the record knows, and where they stand in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from meetings.facts import (
    BALI_PROCESS,
    BodyFact,
    MeetingFacts,
    OfficialFact,
    PartyFact,
    Vocabulary,
)
from meetings.statements.prose import bare
from meetings.statements.states import also_called

from .reading import Reading, fold, plain

_WORD = re.compile(r"\w+")
_LED = re.compile(
    r"-(?:led|hosted|moderated|chaired|co-chaired|facilitated|supported|funded|commissioned|based|run|convened|organi[sz]ed)\b"
)
_COMMON = {"working group", "task force", "taskforce", "experts group", "forum"}
"""Short names that several bodies share: the text means its own."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A party, a body, or a body that elsewhere attends as a party."""

    key: str
    party: PartyFact | None = None
    body: BodyFact | None = None

    @property
    def is_state(self) -> bool:
        return self.party is not None and self.party.is_state

    @property
    def is_forum(self) -> bool:
        return self.body is not None and self.body.abbreviation == BALI_PROCESS

    @property
    def running(self) -> str:
        """The name for a sentence of ours."""
        if self.party:
            return self.party.running_name
        return f"the {self.body.name}" if self.body else self.key


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an entity. ``form`` says which of its names it is."""

    text: str
    entity: Entity
    form: str
    exact: bool
    """Only in this very case: "ADD" is no verb."""
    official: OfficialFact | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    entity: Entity
    name: Name

    @property
    def is_common(self) -> bool:
        return self.name.form == "common"


@dataclass(slots=True)
class _Gathering:
    """An entity while its names are gathered."""

    party: PartyFact | None = None
    body: BodyFact | None = None
    names: dict[str, str] = field(default_factory=dict)

    def add(self, form: str, *names: str) -> None:
        for name in names:
            told = bare(plain(name))
            if len(told) > 1:
                self.names.setdefault(told, form)


class Lexicon:
    """All names of the record, those of the facts themselves included."""

    def __init__(
        self, vocabulary: Vocabulary, meetings: Iterable[MeetingFacts]
    ) -> None:
        meetings = tuple(meetings)
        self._own = {
            body.abbreviation
            for meeting in meetings
            for body in (row.body for row in meeting.convenings)
        }
        self.by_key: dict[str, Entity] = {}
        self.by_short: dict[str, Entity] = {}
        """By abbreviation."""
        self.officials = _officials(vocabulary, meetings)
        self._buckets: dict[str, list[tuple[str, Name, int]]] = {}
        self._names: list[Name] = []
        self._named_in: dict[str, tuple[Name, ...]] = {}
        for gathered in _gathered(vocabulary, meetings):
            self._enter(gathered)
        for person in self.officials:
            self._enter_person(person)
        for bucket in self._buckets.values():
            bucket.sort(key=lambda row: (-len(row[0]), row[1].form == "alias"))

    def mentions(self, reading: Reading) -> Iterator[Mention]:
        """Yield each name in the text, the longest where several begin at one place."""
        free = 0
        for word in _WORD.finditer(reading.low):
            if word.start() < free:
                continue
            for folded, name, lead in self._buckets.get(word[0], ()):
                start = word.start() - lead
                end = start + len(folded)
                if (
                    start >= free
                    and reading.low.startswith(folded, start)
                    and _stands(reading, start, end, name)
                ):
                    yield Mention(start, end, name.entity, name)
                    free = end
                    break

    def named_in(self, told: str) -> tuple[Name, ...]:
        """Return the names that a title of the record has in it, the longest first."""
        if told not in self._named_in:
            found = [name for name in self._names if name.text in told]
            self._named_in[told] = tuple(sorted(found, key=lambda row: -len(row.text)))
        return self._named_in[told]

    def _enter(self, gathered: _Gathering) -> None:
        party, body = gathered.party, gathered.body
        key = party.name if party else body.name if body else ""
        entity = Entity(key, party, body)
        self.by_key[key] = entity
        for short in (party and party.abbreviation, body and body.abbreviation):
            if short:
                self.by_short.setdefault(plain(short), entity)
        if body:
            self.by_key.setdefault(body.abbreviation, entity)
        for told, given in gathered.names.items():
            folded = fold(told)
            form = "common" if folded in _COMMON else given
            if form == "common" and not (body and body.abbreviation in self._own):
                continue
            name = Name(told, entity, form, _is_acronym(told))
            self._names.append(name)
            self._put(folded, name)

    def _enter_person(self, person: OfficialFact) -> None:
        entity = Entity(person.party.name, person.party)
        for told in (person.name, *person.aliases):
            name = Name(plain(told), entity, "person", exact=False, official=person)
            self._put(fold(told), name)

    def _put(self, folded: str, name: Name) -> None:
        first = _WORD.search(folded)
        # A name that opens with a sign is found by the word that follows it.
        if first:
            found = folded, name, first.start()
            self._buckets.setdefault(first[0], []).append(found)


class Mentions:
    """The mentions of one text, in order."""

    def __init__(self, found: Iterable[Mention]) -> None:
        self.all = tuple(found)
        self._starts = [mention.start for mention in self.all]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return those that begin from ``start`` and end by ``end``."""
        rows = self.all[
            bisect_left(self._starts, start) : bisect_left(self._starts, end)
        ]
        return tuple(row for row in rows if row.end <= end)

    def all_from(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return those of which any part stands between the two places."""
        first = max(0, bisect_right(self._starts, start) - 1)
        rows = self.all[first : bisect_left(self._starts, end)]
        return tuple(row for row in rows if row.end > start)

    def at(self, place: int) -> Mention | None:
        """Return the mention that begins at this place."""
        number = bisect_left(self._starts, place)
        if number < len(self.all) and self._starts[number] == place:
            return self.all[number]
        return None

    def around(self, place: int) -> Mention | None:
        """Return the mention that this place is part of."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and self.all[number].end > place:
            return self.all[number]
        return None

    def before(self, place: int) -> Mention | None:
        """Return the last mention that ends by this place."""
        number = bisect_right(self._starts, place) - 1
        while number >= 0 and self.all[number].end > place:
            number -= 1
        return self.all[number] if number >= 0 else None

    def after(self, place: int) -> Mention | None:
        number = bisect_left(self._starts, place)
        return self.all[number] if number < len(self.all) else None


def _is_acronym(name: str) -> bool:
    return len(name) <= 12 and name.upper() == name and any(map(str.isalpha, name))


def _stands(reading: Reading, start: int, end: int, name: Name) -> bool:
    """Tell a name from the same letters within another word or a compound."""
    text = reading.text
    if name.exact and text[start:end] != name.text:
        return False
    first = text[start]
    if first.isalpha() and not first.isupper() and name.text[0].isupper():
        return False
    if start and (text[start - 1] == "-" or text[start - 1].isalnum()):
        return False
    after = text[end : end + 1]
    if after == "-":
        return (
            _LED.match(reading.low, end) is not None or text[end + 1 : end + 2] == " "
        )
    return not (after.isalnum() or after == "_")


def _gathered(
    vocabulary: Vocabulary, meetings: tuple[MeetingFacts, ...]
) -> Iterable[_Gathering]:
    """Return each entity with its names. A workstream and its body are one."""
    by_party: dict[str, _Gathering] = {}
    by_body: dict[str, _Gathering] = {}
    for party in (*vocabulary.parties, *_parties(meetings)):
        row = by_party.setdefault(party.name, _Gathering(party=party))
        row.add("name", party.name, party.running_name)
        row.add("formal", party.formal_name)
        row.add("abbreviation", party.abbreviation)
        row.add("alias", *party.aliases)
        for told in (party.name, *party.aliases):
            if told.startswith("United Nations "):
                row.add("everyday", f"UN {told.removeprefix('United Nations ')}")
        if party.is_state:
            known = (party.name, party.formal_name, *party.aliases)
            row.add("everyday", *_everyday(known))
        if party.abbreviation and party.kind in {"workstream", "regional_forum"}:
            by_body.setdefault(party.abbreviation, row)
    for body in (*vocabulary.bodies, *_bodies(meetings)):
        row = by_body.setdefault(body.abbreviation, _Gathering())
        row.body = row.body or body
        row.add("name", body.name)
        row.add("abbreviation", body.abbreviation)
        row.add("alias", body.short_name, *body.names)
    rows = {id(row): row for row in (*by_party.values(), *by_body.values())}
    return tuple(rows.values())


@lru_cache(maxsize=500)
def _everyday(known: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that the record does not have: "the UK", "U.S.", "PNG"."""
    return tuple(name for name in also_called(known) if name not in known)


def _parties(meetings: tuple[MeetingFacts, ...]) -> Iterator[PartyFact]:
    for meeting in meetings:
        yield from (row.party for row in meeting.attendance)
        yield from (row.party for row in meeting.chairs)
        if meeting.country:
            yield meeting.country
        for session in meeting.sessions:
            yield from (row.party for row in session.contributions if row.party)
        for outcome in meeting.outcomes:
            yield from outcome.asked_of


def _bodies(meetings: tuple[MeetingFacts, ...]) -> Iterator[BodyFact]:
    for meeting in meetings:
        yield from (row.body for row in meeting.convenings)
        for session in meeting.sessions:
            yield from (row.as_body for row in session.contributions if row.as_body)


def _officials(
    vocabulary: Vocabulary, meetings: tuple[MeetingFacts, ...]
) -> tuple[OfficialFact, ...]:
    known = {(row.name, row.party.name): row for row in vocabulary.officials}
    for meeting in meetings:
        people = [row.person for row in meeting.chairs]
        for session in meeting.sessions:
            people += [row.person for row in session.contributions]
        for person in filter(None, people):
            known.setdefault(
                (person.name, person.party.name),
                OfficialFact(
                    person.name, person.party, person.honorific, person.aliases
                ),
            )
    return tuple(known.values())
