"""Whom a typed name means: a party, a group of delegates, or a person on the day."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from django.utils.functional import cached_property

from meetings.admin.grid.names import NameReader
from meetings.facts import Vocabulary
from meetings.gather import party_fact
from meetings.models import Contribution, Party, Person

from . import lines

GROUPS = {words.casefold(): value for value, words in Contribution.Group.choices}
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means; else why nobody."""

    value: Party | Person | None = None
    why: str = ""


class Names:
    """The parties and people of the record, read once for all rows."""

    def __init__(self, on: date | None) -> None:
        self._on = on
        self.parties = {
            party.name: party for party in Party.objects.prefetch_related("aliases")
        }
        people = Person.objects.select_related("party").prefetch_related(
            "aliases", "appointments"
        )
        self.people = list(people)
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            spellings = {person.name, *(alias.name for alias in person.aliases.all())}
            for spelling in {_fold(each) for each in spellings}:
                self._by_name[spelling].append(person)

    # Parties

    @cached_property
    def _reader(self) -> NameReader:
        return NameReader(
            Vocabulary(
                parties=tuple(
                    replace(
                        party_fact(party),
                        aliases=tuple(alias.name for alias in party.aliases.all()),
                    )
                    for party in self.parties.values()
                )
            )
        )

    def party(self, text: str) -> Found:
        """Return the one party that ``text`` names in any usual spelling."""
        if party := self.parties.get(text):
            return Found(party)
        known, unknown = self.several(text)
        if len(known) > 1:
            return Found(why="This names several parties: write one a row.")
        return Found(why=unknown[0]) if unknown else Found(known[0])

    def several(self, text: str) -> tuple[list[Party], list[str]]:
        """Return the parties that ``text`` names, and what is to be said of the rest."""
        parts = [" ".join(part.split()) for part in text[:LONGEST].split(";")]
        known = [part for part in parts if part in self.parties]
        # A list name may hold commas, at which the reader would look for several names.
        rest = [part for part in parts if part and part not in self.parties]
        asked = []
        if rest:
            read = self._reader.read("\n".join(rest))
            known += read.known
            asked = [_unknown(item.text, item.suggestions) for item in read.asked]
            if not (read.known or asked):  # no letter in it
                asked = [_unknown(text)]
        return [self.parties[name] for name in dict.fromkeys(known)], asked

    # People

    def person(self, text: str, party: Party | None) -> Found:
        """Return the person of ``party``, or of any when none is given, of that name."""
        found = self._people_named(text)
        name, _, rest = text.partition(" (")
        if not found and rest:
            found = [
                person
                for person in self._people_named(name)
                if person.party.name == rest.rstrip(")")
            ]
        ours = [row for row in found if party is None or row.party_id == party.pk]
        if len(ours) == 1:
            return Found(ours[0])
        if ours:
            parties = " and ".join(sorted(row.party.name for row in ours))
            return Found(why=f"There is one in {parties}: give the party.")
        if found:
            others = " and ".join(sorted(row.party.name for row in found))
            return Found(why=f"A person of that name belongs to {others}.")
        close = get_close_matches(_fold(text), self._by_name, n=3, cutoff=0.75)
        told = dict.fromkeys(
            person.name for match in close for person in self._by_name[match]
        )
        perhaps = f" Is it {' or '.join(told)}?" if told else ""
        return Found(why=f"No person of this name is in the record.{perhaps}")

    def _people_named(self, text: str) -> list[Person]:
        folded = _fold(text)
        found = self._by_name.get(folded)
        if not found:  # with the honorific in front
            _, _, rest = folded.partition(" ")
            found = [
                person
                for person in self._by_name.get(rest, ())
                if person.honorific and _fold(f"{person.honorific} {rest}") == folded
            ]
        return found

    def name_of(self, person: Person) -> str:
        """Return the name by which one finds this very person."""
        alike = self._by_name.get(_fold(person.name), ())
        return person.name if len(alike) < 2 else str(person)

    def offered(self) -> dict[Party, list[tuple[str, str]]]:
        """Return, by party, each person's name and the title held on the day."""
        found: dict[Party, list[tuple[str, str]]] = defaultdict(list)
        for person in self.people:
            told = [self.title(person), person.party.name]
            words = ", ".join(filter(None, told))
            found[person.party].append((self.name_of(person), words))
        return dict(found)

    def title(self, person: Person) -> str:
        held = (row.title for row in person.appointments.all() if self._held(row))
        return next(held, "")

    def _held(self, row) -> bool:
        on = self._on
        return bool(
            on
            and (row.since is None or row.since <= on)
            and (row.until is None or on <= row.until)
        )

    # Lines

    def spoken(self, line: str) -> list[dict[str, str]]:
        """Return whom a line names: a group, a person, or one or several parties."""
        if line.casefold() in GROUPS:
            return [{"party": line}]
        if person := self.person(line, None).value:
            return [{"party": person.party.name, "person": line}]
        parties, unknown = self.several(line)
        if parties and not unknown:
            return [{"party": party.name} for party in parties]
        pair = lines.named(line)
        if pair and (party := self.party(pair[1]).value):
            return [{"party": party.name, "person": pair[0]}]
        return [{"party": line}]


def _unknown(text: str, suggestions: tuple[str, ...] = ()) -> str:
    perhaps = f" Is it {' or '.join(suggestions[:3])}?" if suggestions else ""
    return f"No party is known as “{text[:60]}”.{perhaps}"


def _fold(text: str) -> str:
    return " ".join(text.replace(".", " ").casefold().split())
