"""Lists that follow their count without brackets: "four organisations, namely A and B"."""

import re

from .case import Case
from .record import Group
from .runs import Item, items

_OPENS = re.compile(
    r"(?P<clause>[^.:;,()\[\]\d]{0,70}?)"
    r"(?:(?P<sure>:| -|,? (?:namely|i\.e\.|viz\.|that is|those being|being|among them|including):?),? (?:namely |those (?:of|from) )?|, (?:those (?:of|from) )?)"
)
_PERSON = re.compile(
    r"(?:mr|ms|mrs|miss|dr|h\.e|ambassador|minister|professor|senator)\b"
)
_SMALL = {"of", "the", "and", "for", "in", "on", "against", "to"}
MOST = 8000
"""No list is longer than this; a bracket that is, is no list."""


def list_after(
    case: Case, place: int, end: int, meant: Group | None
) -> tuple[int, int] | None:
    """Return the list of names that a count at ``place`` announces, if one does.

    It goes on while names follow each other; where states are counted, it ends before
    the first organisation.
    """
    opens = _OPENS.match(case.low, place, end)
    if opens is None or (opens["clause"].strip() and not opens["sure"]):
        return None
    between = case.mentions.within(place, opens.end())
    if meant is None or any(row.entity.body is None for row in between):
        return None
    begins, last, known = opens.end(), opens.end(), 0
    strange = False
    for item in items(case, begins, min(end, begins + MOST)):
        if not known and opens["sure"] and _is_state_before(item, meant):
            begins = item.end
            continue
        if strange:
            strange = False
            if item.mention is None:
                break
        if not _goes_on(case, item, meant):
            if item.mention or not known or not _may_be_name(case, item):
                break
            strange = True  # a slip, if names go on after it
            continue
        begins = begins if known else item.start
        last = item.end
        known += item.mention is not None
    alone = case.text[last : last + 1] in {",", ".", ")", ";"}
    few = 1 if opens["sure"] or alone else 2
    return (begins, last) if known >= few else None


def _may_be_name(case: Case, item: Item) -> bool:
    told = case.text[item.start : item.end]
    return told[:1].isupper() and len(told.split()) <= 3


def _is_state_before(item: Item, meant: Group) -> bool:
    """Tell the states that stand before the organisations that are counted."""
    return (
        meant.states is False
        and item.mention is not None
        and item.mention.entity.is_state
    )


def _goes_on(case: Case, item: Item, meant: Group) -> bool:
    """Tell a name, be it misspelt, from the words with which the sentence goes on."""
    if item.mention is None:
        person = case.mentions.at(item.start) or _PERSON.match(case.low, item.start)
        words = case.text[item.start : item.end].split()
        return (
            not person
            and len(words) <= 8
            and all(word[:1].isupper() or word in _SMALL for word in words)
        )
    entity = item.mention.entity
    if entity.party is None and entity.body is None:
        return False
    return meant.states is None or meant.states == entity.is_state
