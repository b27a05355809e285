"""City and country of an event."""

import re
from collections.abc import Iterator
from itertools import islice

from meetings.facts import PartyFact
from meetings.statements.recognise import Mention, Recogniser

from .dates import dates
from .layout import Page
from .opening import Opening, own, telling
from .proposal import Said

_WORD = r"[A-Z\u00c0-\u1ef9](?:[\w\u2019'-]|\.(?=\s[A-Z]\w+,))*"
_SPACE = r"(?:[ \t]+|[ \t]*\r?\n[ \t]*)"
_CITY = rf"{_WORD}(?:{_SPACE}(?:(?:de|da|del|la){_SPACE})?{_WORD}){{0,3}}"
_IN = re.compile(rf"(?<!\w)(?:in|at)\s+(?P<city>{_CITY}(?:,\s+{_CITY})?)")
_AFTER_DATE = re.compile(rf",\s+(?P<city>{_CITY})(?=,)")
_FOLLOWS = re.compile(
    r"\s*(?:[.,;:()]|$|(?:on|from|over|between|with|to|and\s+(?:was|virtually|online)|during|for)(?!\w))"
)
_LABELLED = re.compile(
    # A page's own label, its value on the same line or on the next.
    r"(?:^|(?<=\n)|(?<=  )|(?<=\t))[ \t]*(?:location|place|(?P<venue>venue))[ \t]*(?::[ \t]*|\n[ \t]*)"
    r"(?P<house>(?:[^\n,:]{2,40},[ \t]*){0,2}?)(?P<city>[^\n,:]{2,40}?)"
    r"(?:,[ \t]*(?P<country>[^\n:,]{3,40}?))?[ \t]*(?:date:|\n|$)",
    re.IGNORECASE,
)
_HEAD_LINE = re.compile(
    rf"(?P<city>{_CITY})(?:,\s*(?:the\s+)?(?P<country>{_CITY}))?\s*[,|\u2022\u00b7(\u2013\u2014-]?\s*$"
)
_TAIL = re.compile(
    # After the day on its line: "19-21 July 2022 | Bangkok, Thailand and online".
    rf"[ \t]*[|\u2022\u00b7,\u2013\u2014-][ \t]*(?P<city>{_CITY})(?:,[ \t]*(?:the[ \t]+)?(?P<country>{_CITY}))?"
    r"[ \t]*(?:(?:and|/)[ \t]+online|\([\w ]+\))?[ \t]*(?=\n|$)"
)
_PLACE_LINE = re.compile(
    rf"^[ \t]*(?:[^\n]{{4,40}}\d{{4}}[ \t]*[\u2022\u00b7|\u2013\u2014,-][ \t]*)?(?P<city>{_CITY}),"
    r"[ \t]*(?P<country>[^\n,]{3,40})$",
    re.MULTILINE,
)
_LONGEST_PLACE = 120
_NO_CITY = frozenset(
    {
        "on",
        "from",
        "over",
        "between",
        "persons",
        "person",
        "attendance",
        "english",
        "annex",
        "addition",
        "march",
        "may",
    }
    | {"january", "february", "april", "june", "july", "august", "september", "october"}
    | {"november", "december", "virtual", "online", "webex", "zoom", "partnership"}
    | {"event", "events", "news", "article", "media", "hybrid"}
    | {"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun"}
    | {"asia", "southeast asia", "the", "asia-pacific", "pacific", "this", "co-chairs"}
)


def place(
    page: Page, opening: Opening, recogniser: Recogniser
) -> tuple[Said[str] | None, Said[PartyFact] | None]:
    """Return city and country, as the opening says them, else as the head does."""
    reader = _Places(page, recogniser)
    told = reader.told(opening)
    head = reader.head(opening)
    if told is None:
        return head or (None, None)
    city, country = told
    if head and country is None and head[1] and _same(city, head[0]):
        return city, head[1]
    return city, country


def _same(one: Said[str] | None, other: Said[str] | None) -> bool:
    return bool(one and other and one.value.casefold() == other.value.casefold())


class _Places:
    def __init__(self, page: Page, recogniser: Recogniser) -> None:
        self._page = page
        self._recogniser = recogniser
        self._text = page.clean
        self._states = [
            row for row in recogniser.parties(page.clean) if row.party.is_state
        ]
        self._bodies = recogniser.bodies(page.clean)

    def told(
        self, opening: Opening
    ) -> tuple[Said[str] | None, Said[PartyFact] | None] | None:
        """Return the first place of the opening with its country, else the first, else
        that of a later sentence that tells of the same event."""
        found = list(self._candidates(opening.start, own(self._page, opening)))
        later = [
            row
            for start, end in telling(self._page, opening)
            for row in self._candidates(start, end)
        ]
        whole = [row for row in found if row[0] and row[1]]
        first = next(iter([*whole, *found]), None)
        if first is None or (whole and first is whole[0]):
            return first or next(iter(later), None)
        same = [row for row in later if row[1] and _same(row[0], first[0])]
        if first[0] is None:  # "in Indonesia"; later "held in Bali"
            same = [row for row in later if row[0]]
            return (same[0][0], same[0][1] or first[1]) if same else first
        return next(iter(same), first)

    def _candidates(
        self, start: int, end: int
    ) -> Iterator[tuple[Said[str] | None, Said[PartyFact] | None]]:
        for found in _IN.finditer(self._text, start, end):
            if any(
                row.start < found.end("city") and found.start() < row.end
                for row in self._bodies
            ):
                continue
            read = self._read(found.start("city"), found.end("city"), end)
            if read:
                yield read
        for row in islice(dates(self._text, start, end), 3):  # "5 May 2018, Suva, Fiji"
            after = _AFTER_DATE.match(self._text, row.end, end)
            read = self._read(*after.span("city"), end) if after else None
            if read and read[0] and read[1]:
                yield read

    def _read(
        self, start: int, end: int, limit: int
    ) -> tuple[Said[str] | None, Said[PartyFact] | None] | None:
        state = self._state(start, end, limit)
        if state and state.start <= start + 4:
            country = Said(state.party, self._page.quote(state.start, state.end))
            return (
                (None, country)
                if _FOLLOWS.match(self._text, state.end, limit)
                else None
            )
        stop = state.start if state else end
        words = re.sub(r",?\s*(?:the\s*)?$", "", self._text[start:stop])
        if state is None:
            words = words.split(",")[0]
        else:  # "Nusa Dua, Bali, Indonesia": the name next to the country
            start += words.rfind(",") + 1
            words = words.rsplit(",", 1)[-1]
            start += len(words) - len(words.lstrip())
            words = words.strip()
        flat = " ".join(words.split())
        if (
            not flat
            or flat.casefold() in _NO_CITY
            or flat.split()[0].casefold() in _NO_CITY
        ):
            return None
        if not state and not _FOLLOWS.match(self._text, start + len(words), limit):
            return None
        city = Said(_cased(flat), self._page.quote(start, start + len(words)))
        if state is None:
            return city, None
        return city, Said(state.party, self._page.quote(state.start, state.end))

    def _state(self, start: int, end: int, limit: int) -> Mention | None:
        """Return the state that the words hold, or that follows their comma."""
        for row in self._states:
            if row.start < start:
                continue
            if row.start >= limit or row.start > end + 8:
                return None
            between = self._text[start : row.start]
            if re.fullmatch(
                rf"(?:the\s+)?|{_CITY}(?:,\s+{_CITY})?,?\s+(?:the\s+)?", between
            ):
                apart = re.search(r",\s*(?:the\s+)?$", between)
                return row if row.start == start or apart else None
        return None

    def head(
        self, opening: Opening
    ) -> tuple[Said[str] | None, Said[PartyFact] | None] | None:
        for block in opening.head:
            labelled = _LABELLED.search(self._text, block.start, block.end)
            if labelled:
                pair = self._pair(labelled)
                # Of a house without its country nobody can tell which word is the city.
                sure = pair[1] or not (labelled["venue"] or labelled["house"])
                return pair if sure else None
            for row in dates(self._text, block.start, block.end):
                line = self._text.rfind("\n", block.start, row.start) + 1
                near = max(line, block.start, row.start - _LONGEST_PLACE)
                found = _HEAD_LINE.search(self._text, near, row.start)
                found = found or _TAIL.match(self._text, row.end, block.end)
                if found and (city := self._after_comma(found)):
                    return city, None
                if found and self._is_place(found):
                    return self._pair(found)
            for found in _PLACE_LINE.finditer(self._text, block.start, block.end):
                if self._recogniser.parties(found["country"]) and self._exactly(
                    found["country"]
                ):
                    return self._pair(found)
        return None

    def _after_comma(self, found: re.Match[str]) -> Said[str] | None:
        """Return the second name of a line where it is no state: "Preparedness, Suva"."""
        second = found["country"]
        if not second or self._recogniser.parties(second):
            return None
        flat = " ".join(second.split())
        if flat.casefold() in _NO_CITY or len(flat.split()) > 3:
            return None
        return Said(_cased(flat), self._page.quote(*found.span("country")))

    def _is_place(self, found: re.Match[str]) -> bool:
        city = found["city"].casefold()
        if any(
            row.start < found.end("city") and found.start("city") < row.end
            for row in self._bodies
        ):
            return False
        return city not in _NO_CITY and len(city.split()) <= 3

    def _exactly(self, words: str) -> bool:
        rows = self._recogniser.parties(words)
        return (
            len(rows) == 1
            and rows[0].party.is_state
            and len(words.strip()) - (rows[0].end - rows[0].start) <= 4
        )

    def _pair(
        self, found: re.Match[str]
    ) -> tuple[Said[str] | None, Said[PartyFact] | None]:
        flat = " ".join(found["city"].split())
        city = None
        if flat and flat.casefold() not in _NO_CITY:
            city = Said(_cased(flat), self._page.quote(*found.span("city")))
        country = None
        if city and not found["country"] and self._exactly(flat):
            state = self._recogniser.parties(flat)[0].party  # "Fiji, 10 June 2010"
            return None, Said(state, city.quote)
        states = self._recogniser.parties(found["country"] or "")
        if len(states) == 1 and states[0].party.is_state:
            start = found.start("country")
            country = Said(
                states[0].party,
                self._page.quote(start + states[0].start, start + states[0].end),
            )
        return city, country


def _cased(words: str) -> str:
    """Return "Bangkok" for a head's "BANGKOK"."""
    return words.title() if words.isupper() and len(words) > 3 else words
