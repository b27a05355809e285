"""One item of a list: a party with the words around its name, or a name not known."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from meetings.facts import Level, PartyFact
from meetings.statements.recognise import Mention, Recogniser

from . import capacities, world

_LEAD = re.compile(
    r"(?:\s|(?:the|a|an|also|by|from|of|with|both|namely|including|included|includes|such\s+as"
    r"|were|was|representing|representatives?|officials?|participants?|people|persons|delegat(?:es|ions?)"
    r"|senior(?:\s+officials?)?|experts?|ministers?|heads?|members\s+of|those)(?![\w-])"
    r"|[-\u2013\u2014:,*])+",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the\s+)?(?:(?:director|secretary)[\s-]general|(?:(?:assistant|deputy)\s+)?high\s+commissioner(?:\s+for\s+\w+)?(?!\w)|executive\s+(?:director|secretary)"
    r"|(?:assistant|deputy|acting)(?:\s+(?:director|secretary)[\s-]general)?"
    r"|regional\s+director|representatives?|embassy|high\s+commission|permanent\s+mission"
    r"|(?:royal\s+)?governments?|delegations?|secretariat|office|state|republic"
    r"|foreign\s+ministers?|ministers?(?:\s+for\s+foreign\s+affairs)?|ambassadors?"
    r"|bali\s+process|host|co-chairs?)(?:\s+(?:of|from|for|to))?(?:\s+the)?\s*",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:\s|[-.,;:*\u2013\u2014\u2019']|(?:program(?:me)?|secretariat|co[\s-]?managers?"
    r"|co[\s-]?chairs?|delegations?|representatives?|officials?|government|initiative"
    r"|project|office|(?:high\s+)?(?:representative|commissioner|envoy|coordinator)\s+(?:for|on|to)\s+[^,;()]{3,80}|as\s+(?:the\s+)?co-?chairs?|also|both|all|respectively|virtually|online|remotely|as\s+host"
    r"|as\s+(?:an?\s+)?(?:bali\s+process\s+)?observers?(?:\s+of\s+the\s+bali\s+process)?"
    r"|from\s+(?:civil\s+society|the\s+private\s+sector|academia)|s|each|too|in\s+person|\d{1,2})(?![\w-]))+",
    re.IGNORECASE,
)
_AS_OBSERVERS = re.compile(
    r"\bas\s+(?:an?\s+)?(?:[\w-]+\s+)?observers?\b", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:including|such\s+as|among\s+others|inter\s+alia)\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]?")
_ABBREVIATION = re.compile(r"[(\[]\s*[A-Z][\w./-]{0,11}\s*[)\]]")
_SAR = re.compile(r"\s*[(\[][^()\[\]]{0,40}\bSAR\b[^()\[\]]{0,20}[)\]]")
_LABEL_WORD = re.compile(
    r"\b(?:members?|observers?|organi[sz]ations?|organi[sz]ational|countr(?:y|ies)"
    r"|work\s?streams?|civil|private|academic|regional|guests?|agenc(?:y|ies)|other)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 14
_NAME = re.compile(
    r"(?!(?:In|As|At|On|During|After|Before|Following|This|These|Those|It|They|We|All|Both"
    r"|Each|Other|Many|Some|Members?|Participants?|Delegates?|Delegations?|Ministers?"
    r"|Observers?|Heads?|States?|Governments?|Officials?|Co-?Chairs?|Representatives?|Senior|Additional|Given|When|While)(?!\w))"
    r"[A-Z\u00c0-\u00de0-9]"
)


_NOBODY = re.compile(
    r"(?:(?:north|south|east|west|central|latin|south-?\s?east|northern|southern|eastern|western)\s+)?"
    r"(?:africa|america|asia|europe|pacific|oceania|middle\s+east|asia[-\s]pacific)(?:\s+region)?"
    r"|(?:ambassadors|ministers|heads|directors|experts|officials|members|representatives)\s+(?:of|from)(?!\w).*"
    r"|.*(?:member|participating|other)\s+(?:countries|states|economies|organi[sz]ations)",
    re.IGNORECASE,
)
"""Words that stand in lists and name nobody."""


@dataclass(frozen=True, slots=True)
class Item:
    """A name on a list. Without a party it is one that the record does not know."""

    start: int
    end: int
    party: PartyFact | None
    doubt: Literal["", "spelling", "ambiguous", "state"] = ""
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a piece of a list says."""

    items: tuple[Item, ...] = ()
    label: str = ""
    partial: bool = False
    as_observers: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int
    flat: str
    """The piece with what stands in brackets made blank."""


def item(
    text: str,
    start: int,
    end: int,
    mentions: list[Mention],
    recogniser: Recogniser,
) -> Reading:
    """Read one piece of a list, commas and conjunctions already gone."""
    flat = _BRACKETED.sub(lambda found: " " * len(found[0]), text[start:end])
    outer = [
        row for row in mentions if flat[row.start - start : row.end - start].strip()
    ]
    if outer:
        return _named(_Piece(text, start, end, flat), outer, mentions)
    words = flat
    lead = _LEAD.match(words)
    name_start = start + (lead.end() if lead else 0)
    name = text[name_start:end].strip(" \t\r\n.;:,-\u2013\u2014*")
    if not name or (name[0].islower() and not capacities.is_label(name)):
        return Reading(partial=bool(_PART.search(words)))
    if mentions and len({row.party.name for row in mentions}) == 1:
        return Reading(
            (Item(name_start, _end(text, end), mentions[0].party, "spelling"),)
        )
    if any(row.end - row.start >= len(name) - 4 for row in recogniser.bodies(name)):
        return Reading()  # "the Steering Group", before its members
    if _is_only_label(words):
        return Reading(label=words.strip())
    return Reading(_unknown(text, name_start, name, recogniser))


def _named(piece: _Piece, outer: list[Mention], mentions: list[Mention]) -> Reading:
    text, end = piece.text, piece.end
    before = piece.flat[: outer[0].start - piece.start]
    after = piece.flat[outer[-1].end - piece.start :]
    label = before.strip() if _labels(before) else ""
    if not _beside(piece, outer):
        return Reading(label=label)
    if outer[0].party.kind == "workstream" and _LABEL_WORD.search(after):
        return Reading(label=piece.flat.strip())  # "TIPWG member countries"
    if region := _SAR.match(text, outer[-1].end, end):  # "China (Macau SAR)"
        return _region(piece, outer[0], mentions, region)
    if not _fits(before, label) or not _trails(after):
        return _odd(text, piece.start, end, label)
    observers = bool(_AS_OBSERVERS.search(after))
    chosen = _instead(text, end, outer, mentions, after)
    if chosen:
        return Reading((chosen,), label, as_observers=observers)
    items = tuple(
        Item(row.start, _with_region(text, row, mentions, end), row.party)
        for row in outer
    )
    return Reading(items, label, bool(_PART.search(before)), observers)


def _region(
    piece: _Piece, row: Mention, mentions: list[Mention], region: re.Match[str]
) -> Reading:
    """Return the region that a bracket after its state names, known or not."""
    inner = {
        found.party.name: found.party for found in mentions if found.start > row.end
    }
    party = next(iter(inner.values())) if len(inner) == 1 else None
    return Reading((Item(row.start, region.end(), party),))


def _labels(before: str) -> bool:
    stripped = (
        _OFFICE.sub("", before)
        if re.search(r"govern", before, re.IGNORECASE)
        else before
    )
    return bool(_LABEL_WORD.search(stripped)) and capacities.is_label(stripped)


def _fits(before: str, label: str) -> bool:
    """Whether the words before a name leave it what it is ("the Government of Japan")."""
    if label or not before.strip():
        return True
    lead = _LEAD.match(before)
    rest = before[lead.end() :] if lead else before
    while rest:
        office = _OFFICE.match(rest) or _LEAD.match(rest)
        if office is None or office.end() == 0:
            return False
        rest = rest[office.end() :]
    return True


def _trails(after: str) -> bool:
    rest = after.strip()
    trail = _TRAIL.match(rest)
    return not rest or (trail is not None and trail.end() == len(rest))


def _beside(piece: _Piece, outer: list[Mention]) -> bool:
    """Whether nothing but space, a stroke or a label lies between the names."""
    gaps = [
        piece.flat[one.end - piece.start : two.start - piece.start]
        for one, two in pairwise(outer)
    ]
    return all(
        gap.strip() in {"", "/", "the", "-"} or (_labels(gap) and _LEAD.search(gap))
        for gap in gaps
    )


def _odd(text: str, start: int, end: int, label: str) -> Reading:
    """A name with a known one in it is another ("Embassy Friends of Japan")."""
    words = text[start:end]
    lead = _LEAD.match(words)
    begin = start + (lead.end() if lead and not label else 0)
    name = text[begin:end].strip(" \t\r\n.;:,-\u2013\u2014")
    if label or not _may_name(name):
        return Reading(label=label)
    if re.search(r"\s(?:is|are|was|were|has|have|had|will|would)\s", name):
        return Reading()
    return Reading((Item(begin, begin + len(name), None),))


def _may_name(name: str) -> bool:
    """Whether words may be a name: no continent, no "All member countries"."""
    return (
        len(name.split()) <= _LONGEST_NAME
        and not re.match(r"\d+\s+[a-z]", name)
        and _NAME.match(name) is not None
        and _NOBODY.fullmatch(" ".join(name.split())) is None
    )


def _instead(
    text: str, end: int, outer: list[Mention], mentions: list[Mention], after: str
) -> Item | None:
    """ "the GABF Secretariat (Walk Free)" is Walk Free."""
    inner = [row for row in mentions if row.start >= outer[-1].end]
    if "ecretariat" in after and outer[0].party.kind == "workstream" and inner:
        return Item(outer[0].start, _end(text, end), inner[0].party, "spelling")
    return None


def _with_short(text: str, row: Mention, end: int) -> int:
    """Return the end of the name with the abbreviation in brackets after it."""
    rest = re.compile(r"\s*").match(text, row.end, end)
    short = _ABBREVIATION.match(text, rest.end(), end) if rest else None
    return short.end() if short else row.end


def _with_region(text: str, row: Mention, mentions: list[Mention], end: int) -> int:
    """Return the end of the name with the region of it after it: "France (New Caledonia)"."""
    stop = _with_short(text, row, end)
    for inner in mentions:
        if row.end < inner.start and text[row.end : inner.start].strip() == "(":
            close = text.find(")", inner.end, inner.end + 3)
            return close + 1 if close > 0 else stop
    return stop


def _end(text: str, end: int) -> int:
    return len(text[:end].rstrip(" \t\r\n.;:,"))


def _is_only_label(words: str) -> bool:
    stripped = words.strip()
    return capacities.is_label(stripped) and bool(
        re.fullmatch(
            r"(?:[\w\u2019'-]+\s+){0,6}?(?:members?|observers?|organi[sz]ations?"
            r"|participants?|countr(?:y|ies)|states?|agenc(?:y|ies)|representatives?"
            r"|work\s?streams?|sector|society|academia|business|delegat(?:es|ions))"
            r"(?:\s+(?:from|of|such\s+as|including|were|included|attending))*(?:\s+the)?",
            stripped,
            re.IGNORECASE,
        )
    )


def _unknown(
    text: str, start: int, name: str, recogniser: Recogniser
) -> tuple[Item, ...]:
    end = text.index(name, start) + len(name)
    start = end - len(name)
    bare = " ".join(_BRACKETED.sub(" ", name).split())
    if bare.casefold() in world.AMBIGUOUS:
        return (Item(start, end, None, "ambiguous"),)
    if recogniser.ambiguous(bare):
        return (Item(start, end, None, "ambiguous"),)
    for found in world.states(bare):
        if found.end - found.start < len(bare) - 4:
            continue
        return (Item(start, end, None, "state"),)
    if not _may_name(name):
        return ()
    return (Item(start, end, None),)
