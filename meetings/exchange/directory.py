"""The names that the record knows, loaded once: parties, their people, their titles."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meetings.models import Appointment, Party, PartyAlias, Person, PersonAlias

from .alike import alike
from .text import fold, squeeze

FEW = 3
BLOCK = 500


@dataclass(frozen=True, slots=True)
class Found:
    """What a name in a file stands for, or what it may stand for."""

    party: Party | None = None
    loosely: bool = False
    """Whether only a part of the words was the name."""
    perhaps: tuple[Party, ...] = ()


class Parties:
    """All parties by every name they are known as, in two queries."""

    def __init__(self):
        self.by_key: dict[int, Party] = {}
        self._names: dict[str, set[int]] = defaultdict(set)
        for party in Party.objects.order_by("sort_key"):
            self.by_key[party.pk] = party
            for name in (
                party.name,
                party.abbreviation,
                party.running_name,
                party.formal_name,
            ):
                self._learn(name, party.pk)
        for name, party in PartyAlias.objects.values_list("name", "party"):
            self._learn(name, party)
        self._remembered: dict[str, Found] = {}

    def _learn(self, name: str, party: int) -> None:
        if key := squeeze(name):
            self._names[key].add(party)

    def find(self, text: str) -> Found:
        """Return the one party called ``text``; otherwise those it may mean."""
        if text not in self._remembered:
            self._remembered[text] = self._find(text)
        return self._remembered[text]

    def _find(self, text: str) -> Found:
        whole = self._known(text)
        if len(whole) == 1:
            return Found(self.by_key[whole.pop()])
        parts = self._known(*_parts(text)) if not whole else set()
        if len(parts) == 1:
            return Found(self.by_key[parts.pop()], loosely=True)
        return Found(perhaps=self._perhaps(text, whole | parts))

    def _known(self, *names: str) -> set[int]:
        keys = filter(None, map(squeeze, names))
        return {party for key in keys for party in self._names.get(key, ())}

    def _perhaps(self, text: str, found: set[int]) -> tuple[Party, ...]:
        key = squeeze(text)
        if not found:
            # "IOM – Regional Office" has a word that is a name by itself.
            words = filter(None, map(squeeze, fold(text).split()))
            found = {party for each in words for party in self._names.get(each, ())}
        if not found and len(key) > 2:
            near = difflib.get_close_matches(key, self._names, FEW, 0.75)
            found = {party for each in near for party in self._names[each]}
        if not found:
            within = [each for each in self._names if len(each) > 3 and each in key]
            found = {party for each in within for party in self._names[each]}
        if not found and len(key) > 3:
            around = [each for each in self._names if key in each]
            found = {party for each in around for party in self._names[each]}
        if not found:
            names = alike(text, (party.name for party in self.by_key.values()))
            found = {party for each in names for party in self._names[squeeze(each)]}
        ordered = [party for pk, party in self.by_key.items() if pk in found]
        return tuple(ordered[:FEW])


def _parts(text: str) -> list[str]:
    """Return what a name and a remark about it may be: "Indonesia (Co-Chair)*"."""
    outside, bracket, inside = text.partition("(")
    parts = [outside, *inside.split(")")] if bracket else [outside]
    return [part.strip(" *†‡:.0123456789") for part in parts]


class People:
    """The people of some parties by name, alias and order of words."""

    def __init__(self, parties: Iterable[int]):
        self._exact: dict[tuple[int, str], Person] = {}
        self._any_order: dict[tuple[int, str], set[Person]] = defaultdict(set)
        self._elsewhere: dict[str, Person] = {}
        wanted = set(parties)
        if not wanted:
            return
        people = {each.pk: each for each in Person.objects.select_related("party")}
        for person in people.values():
            self._learn(person.name, person, wanted)
        for name, key in PersonAlias.objects.values_list("name", "person"):
            self._learn(name, people[key], wanted)

    def _learn(self, name: str, person: Person, wanted: set[int]) -> None:
        folded = fold(name)
        self._elsewhere.setdefault(folded, person)
        if person.party_id in wanted:
            self._exact.setdefault((person.party_id, folded), person)
            self._any_order[person.party_id, person_key(name)].add(person)

    def find(self, party: int, *names: str) -> Person | None:
        """Return the person called one of ``names``, in whatever order of words."""
        for name in names:
            if person := self._exact.get((party, fold(name))):
                return person
        found = self._any_order.get((party, person_key(names[0])), set())
        return next(iter(found)) if len(found) == 1 else None

    def elsewhere(self, party: int, name: str) -> Person | None:
        """Return somebody of that name from another party."""
        person = self._elsewhere.get(fold(name))
        return person if person and person.party_id != party else None


def person_key(name: str) -> str:
    """Return a name's words in an order of their own: family names come first or last."""
    return " ".join(sorted(fold(name).split()))


class Titles:
    """The appointments of some people, in one query for each few hundred of them."""

    def __init__(self, people: Iterable[int]):
        self._rows: dict[int, list[Appointment]] = defaultdict(list)
        keys = sorted(set(people))
        for start in range(0, len(keys), BLOCK):
            few = keys[start : start + BLOCK]
            for row in Appointment.objects.filter(person__in=few):
                self._rows[row.person_id].append(row)

    def on(self, person: int, day: date | None) -> str:
        """Return the title held on ``day``, "" if none is recorded."""
        for row in self._rows.get(person, ()):
            if day and (row.since or day) <= day <= (row.until or day):
                return str(row)
        return ""
