"""Names in a text: introduced in full where they first stand, short afterwards.

While a text is written, a name with an abbreviation is only marked. Once the text is
whole it is known whether the name comes again, and the marks are resolved: full form and
abbreviation at the first mention, abbreviation afterwards, full form alone for a name
that is used once. Source: the UN correspondence manual, and both house styles.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from meetings.facts import (
    BALI_PROCESS,
    BodyFact,
    HouseStyle,
    NameForm,
    PartyFact,
    PersonFact,
)

from .prose import bare, listing, literal

# Private use characters: no keyboard types them, and ``literal`` text is freed of them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+):(\\w+){_CLOSE}")


class Form(StrEnum):
    """How a mention takes its article and its abbreviation."""

    RUNNING = "running"
    """With the article: "the Regional Support Office (RSO)", later "the RSO"."""
    BARE = "bare"
    """Without: "(Bali Process) Working Group ... (WG-TIP)", later "WG-TIP"."""
    FREE = "free"
    """In text typed without an article: in full it takes one, shortened none."""
    LISTED = "listed"
    """Within a bracketed list."""


@dataclass(frozen=True, slots=True)
class _Name:
    full: str
    short: str
    short_takes_article: bool


class Names:
    """The names of one text in one house style."""

    def __init__(
        self,
        style: HouseStyle,
        parties: Iterable[PartyFact] = (),
        bodies: Iterable[BodyFact] = (),
        form: NameForm = NameForm.EVERYDAY,
    ) -> None:
        self._style = style
        self._formal = form == NameForm.FORMAL
        self._names: list[_Name] = []
        self._places: dict[str, int] = {}
        self._introduced: set[PersonFact] = set()
        spellings: dict[str, int] = {}
        # Parties first: a workstream's running name is shorter than its formal one.
        for party in parties:
            if party.abbreviation and not party.is_state:
                place = self._place_of(party)
                spellings |= {
                    party.abbreviation: place,
                    party.name: place,
                    bare(party.running_name): place,
                }
        for body in bodies:
            if body.abbreviation != BALI_PROCESS:
                place = self._place_of_body(body)
                spellings |= {body.abbreviation: place, body.name: place}
        self._spellings = {literal(text): place for text, place in spellings.items()}
        longest_first = sorted(self._spellings, key=len, reverse=True)
        self._known = re.compile(
            rf"(?<![\w-])(the )?({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])"
        )

    def party(self, party: PartyFact, form: Form = Form.RUNNING) -> str:
        """Return the party's name for a place of that ``form``, marked if it has a short
        one. States have no short form: their running name is as short as it gets."""
        if self._formal and party.is_state and form == Form.LISTED:
            return literal(self._whole(party.formal_name or party.running_name, form))
        if party.is_state or not party.abbreviation:
            return literal(self._whole(party.running_name, form))
        return self._mark(self._place_of(party), form)

    def body(self, body: BodyFact, form: Form = Form.RUNNING) -> str:
        """Return a body's name likewise. The forum itself goes by its short name."""
        if body.abbreviation == BALI_PROCESS:
            name = literal(body.short_name)
            return name if form == Form.BARE else f"the {name}"
        return self._mark(self._place_of_body(body), form)

    def parties(self, parties: Iterable[PartyFact], form: Form = Form.RUNNING) -> str:
        return listing([self.party(party, form) for party in parties])

    def free(self, text: str) -> str:
        """Return typed text, literally, with the names in it that are known marked."""
        return self._known.sub(self._recognised, literal(text))

    def knows(self, person: PersonFact) -> bool:
        """Return whether the text has introduced the person already."""
        return person in self._introduced

    def people(self, people: Sequence[PersonFact]) -> str:
        """Return the people's names, titled at their first mention, ready for a verb.

        "Mr A, Director, Ministry of B, and Ms C, Ambassador," or later "Mr A and Ms C".
        """
        told = ""
        apposed = False
        for place, person in enumerate(people):
            if place:
                glue = " and " if place == len(people) - 1 else ", "
                told += f",{glue}" if apposed and glue == " and " else glue
            name = literal(f"{person.honorific} {person.name}".strip())
            title = "" if person in self._introduced else _title(person)
            self._introduced.add(person)
            apposed = bool(title)
            told += f"{name}, {self.free(title)}" if title else name
        return f"{told}," if apposed else told

    def resolve(self, sentences: Iterable[str]) -> list[str]:
        """Return the sentences, in the order of the text, with every mark replaced."""
        sentences = list(sentences)
        uses = Counter(
            int(place) for text in sentences for place, _ in _MARK.findall(text)
        )
        met: set[int] = set()

        def name(mark: re.Match[str]) -> str:
            place, form = int(mark[1]), Form(mark[2])
            held = self._names[place]
            if place in met:
                return self._short(held, form)
            met.add(place)
            full = literal(self._whole(held.full, form))
            return self._with_short(full, held.short, form) if uses[place] > 1 else full

        return [_MARK.sub(name, text) for text in sentences]

    def _whole(self, name: str, form: Form) -> str:
        if form == Form.BARE:
            return bare(name)
        # The 2024 statement lists names without articles, that of 2025 with them.
        if form == Form.LISTED and self._style == HouseStyle.PARAGRAPH:
            return bare(name)
        return name

    def _short(self, name: _Name, form: Form) -> str:
        takes = name.short_takes_article and form in {Form.RUNNING, Form.LISTED}
        if form == Form.LISTED and self._style == HouseStyle.PARAGRAPH:
            takes = False
        return f"the {literal(name.short)}" if takes else literal(name.short)

    def _with_short(self, full: str, short: str, form: Form) -> str:
        if form == Form.LISTED and self._style == HouseStyle.PARAGRAPH:
            return f"{full} \\[{literal(short)}\\]"
        return f"{full} ({literal(short)})"

    def _place_of(self, party: PartyFact) -> int:
        return self._place(
            party.abbreviation, party.running_name, article=party.kind == "workstream"
        )

    def _place_of_body(self, body: BodyFact) -> int:
        return self._place(body.abbreviation, f"the {body.name}", article=True)

    def _place(self, short: str, full: str, *, article: bool) -> int:
        """A body and the party that it is elsewhere share an abbreviation, so a name."""
        if short not in self._places:
            self._places[short] = len(self._names)
            self._names.append(_Name(full, short, article))
        return self._places[short]

    def _mark(self, place: int, form: Form) -> str:
        return f"{_OPEN}{place}:{form}{_CLOSE}"

    def _recognised(self, found: re.Match[str]) -> str:
        place = self._spellings[found[2]]
        if found[1]:
            return f"the {self._mark(place, Form.BARE)}"
        return self._mark(place, Form.FREE)


def _title(person: PersonFact) -> str:
    """Return title, unit and ministry with the state they serve.

    "Director for Peace, Ministry of Foreign Affairs of the Republic of Indonesia";
    "First Assistant Secretary, Australian Attorney-General's Department".
    """
    if not person.title:
        return ""
    title, ministry, party = person.title, person.ministry, person.party
    if ministry.startswith("Ministry "):
        ministry = f"{ministry} of {party.formal_name or party.running_name}"
    elif ministry and party.adjective:
        ministry = f"{party.adjective} {ministry}"
    elif not ministry and party.adjective:
        title = f"{party.adjective} {title}"
    return ", ".join(part for part in (title, person.unit, ministry) if part)
