"""In what capacity a text lists somebody, by the words of the list."""

import re
from functools import lru_cache

from meetings.facts import Capacity, Level, PartyFact

_BY_WORDS: tuple[tuple[Capacity, re.Pattern[str]], ...] = tuple(
    (capacity, re.compile(words, re.IGNORECASE))
    for capacity, words in (
        (
            Capacity.CIVIL_SOCIETY,
            r"civil[\s-]+society|non[\s-]?government|\bngos?\b",
        ),
        (
            Capacity.PRIVATE_SECTOR,
            r"private[\s-]+sector|\bbusiness(?:es)?\b|\bcompan(?:y|ies)\b|\bindustry\b",
        ),
        (Capacity.ACADEMIC, r"academi|universit|\bresearch\b"),
        (
            Capacity.WORKSTREAM,
            r"work[\s-]*streams?|other\s+(?:bali\s+process\s+)?working\s+groups?",
        ),
        (
            Capacity.REGIONAL_FORUM,
            r"regional\s+(?:for(?:a|ums?)|bod(?:y|ies)|organi[sz]ations?|programm?es?)",
        ),
        (
            Capacity.BALI_PROCESS_MEMBER,
            r"(?:additional|other)\s+(?:bali\s+process\s+)?(?:members?|participants?)\b"
            r"|members?\b[^()]*\bas\s+(?:an?\s+)?observers?"
            r"|observ\w+\b[^()]*\bbali\s+process\s+members?"
            r"|additional\b[^()]*\bmembers?\b",
        ),
        (
            Capacity.BALI_PROCESS_OBSERVER,
            r"observers?\s+(?:of|to|from|at)\s+the\s+bali\s+process"
            r"|bali\s+process\s+observers?",
        ),
    )
)
_OBSERVER = re.compile(r"\bobserv(?:er|ers|ed|ing)\b", re.IGNORECASE)
_MEMBER = re.compile(
    r"\bmembers?\b|\bmembership\b|\bparticipants?\b|\bparticipating\b|\bcountr(?:y|ies)\b"
    r"|\bstates?\b|\beconom(?:y|ies)\b|\bgovernments?\b",
    re.IGNORECASE,
)
_ORGANISATIONS = re.compile(
    r"\borgani[sz]ations?\b|\bagenc(?:y|ies)\b|\brepresentatives?\b|\bdelegat",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\bother\s+participants?\b|\bguests?\b|\bothers?\b", re.IGNORECASE
)
_LEVELS = (
    (Level.MINISTER, re.compile(r"\bminist(?:ers?|erial)\b", re.IGNORECASE)),
    (
        Level.SENIOR_OFFICIAL,
        re.compile(r"\bsenior[\s-]+officials?['\u2019]?\b", re.IGNORECASE),
    ),
    (Level.OFFICIAL, re.compile(r"\bofficials?\b", re.IGNORECASE)),
    (Level.EXPERT, re.compile(r"\bexperts?\b", re.IGNORECASE)),
)
_BY_KIND = {
    "state": Capacity.MEMBER,
    "international_organisation": Capacity.MEMBER,
    "civil_society": Capacity.CIVIL_SOCIETY,
    "private_sector": Capacity.PRIVATE_SECTOR,
    "academic": Capacity.ACADEMIC,
    "regional_forum": Capacity.REGIONAL_FORUM,
    "workstream": Capacity.WORKSTREAM,
}


@lru_cache(maxsize=512)
def worded(label: str) -> Capacity | None:
    """Return the capacity that the words of a list say, None if they say none.

    Plain "observers" are taken for observers of the Bali Process: see ``is_plain``.
    """
    flat = " ".join(label.split())
    for capacity, words in _BY_WORDS:
        if words.search(flat):
            return capacity
    if _OBSERVER.search(flat):
        return Capacity.BALI_PROCESS_OBSERVER
    if _OTHERS.search(flat):
        return None
    return Capacity.MEMBER if _MEMBER.search(flat) else None


def is_plain(label: str) -> bool:
    """Whether the words say "observers" and leave open of what."""
    flat = " ".join(label.split())
    return not any(words.search(flat) for _, words in _BY_WORDS) and bool(
        _OBSERVER.search(flat)
    )


def is_label(words: str) -> bool:
    """Whether words without a name can stand over a list of names."""
    return worded(words) is not None or bool(
        _ORGANISATIONS.search(words) or _OTHERS.search(words)
    )


def listed(party: PartyFact, worded_as: Capacity | None, *, main: bool) -> Capacity:
    """Return the capacity of a party on a list.

    A workstream is one on whatever list it stands. Where the words say nothing, states
    and intergovernmental organisations on the main list are its members.
    """
    if party.kind == "workstream":
        return Capacity.WORKSTREAM
    if worded_as is not None:
        return worded_as
    by_kind = _BY_KIND.get(party.kind, Capacity.OTHER)
    return by_kind if main or by_kind != Capacity.MEMBER else Capacity.OTHER


def level(words: str) -> Level | None:
    """Return the level that words name, None for none, or for one between two."""
    if re.search(r"\b(?:vice|deputy|assistant)[\s-]+minist", words, re.IGNORECASE):
        return None
    return next((level for level, form in _LEVELS if form.search(words)), None)
