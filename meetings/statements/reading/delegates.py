"""Those who attended, where a list names persons: "Ms A, Minister of B, and Mr C of D"."""

import re

from meetings.facts import Level
from meetings.statements.recognise import Mention

from . import capacities
from .groups import Group
from .items import Item
from .layout import Page
from .lists import Lists
from .people import Person, people
from .proposal import Doubt
from .sheet import Listed, Sheet, enter

_FIRST = 60
_MINISTER = re.compile(r"(?:(?:senior|foreign|prime)\s+)?minister(?!\w)", re.IGNORECASE)


def read(page: Page, lists: Lists, sheet: Sheet, start: int, end: int) -> bool:
    """Enter the parties of the persons named between two places, if it names persons."""
    named = list(people(page.clean, start, end, ()))
    if not named or page.clean[start : named[0].start].strip(" \t\r\n:-\u2022\u2013"):
        return False
    for person in named:
        quote = page.quote(person.start, max(person.end, person.title_end))
        mention = _party(page, lists, person)
        if mention is None:
            why = f"The text does not say for which party {person.name} came."
            sheet.doubts.append(Doubt("delegate", quote, why))
            continue
        group = Group(items=[Item(quote.start, quote.end, mention.party)])
        enter(sheet, Listed([group], level=_level(page, person)))
    return True


def _party(page: Page, lists: Lists, person: Person) -> Mention | None:
    """Return the party that a title names: the only one, or the first after "of"."""
    told = lists.mentions(person.title_start, person.title_end)
    if not told:  # "Mr A of UNHCR"
        near = lists.mentions(person.end, person.end + _FIRST)[:1]
        between = page.clean[person.end : near[0].start] if near else ""
        return (
            near[0] if re.fullmatch(r"\s*(?:of|from)\s+(?:the\s+)?", between) else None
        )
    if len({row.party.name for row in told}) == 1:
        return told[0]
    for row in told:
        before = page.clean[max(person.title_start, row.start - 8) : row.start]
        if re.search(r"\bof\s+(?:the\s+)?$", before):
            return row
    return None


def _level(page: Page, person: Person) -> Level | None:
    """Return the level of a minister; of what rank others are, a title does not say."""
    title = page.clean[person.title_start : person.title_end]
    return capacities.level("minister") if _MINISTER.match(title) else None
