"""Which meeting of the record a passage speaks of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from meetings.facts import HeldFact, MeetingFacts

from .case import Case, Reference
from .figures import Figure, ordinals
from .lexicon import Mention
from .reading import fold

_NOUNS = {
    "annual_meeting": r"annual meeting|meeting",
    "regional_event": r"(?:joint )?regional event",
    "commemorative_dialogue": r"commemorative dialogue|anniversary dialogue|(?:anniversary )?commemoration",
    "ministerial_conference": r"(?:regional )?ministerial conference|ministerial meeting|ministerial",
    "senior_officials": r"senior officials'? ?meeting|senior officials' conference",
    "steering_group": r"steering group(?: meeting)?",
    "ad_hoc_group": r"ad hoc group(?: senior officials'? ?meeting| of senior officials| meeting)?|senior officials'? ?meeting|meeting",
    "expert_group": r"experts?'? group|expert gathering|experts?'? gathering|policy experts?'? gathering|experts?'? meeting|meeting",
    "workshop": r"workshop",
    "roundtable": r"round ?table",
    "training": r"training(?: course| workshop)?",
    "consultation": r"consultations?|consultation mechanism|meeting",
    "forum": r"forum",
    "dialogue": r"(?:constructive )?dialogue",
    "engagement_function": r"engagement function",
    "joint_period_of_action": r"joint period of action",
    "tabletop_exercise": r"table ?top exercise",
    "site_visit": r"site visits?",
}
_KINDS = {kind: re.compile(rf"\b(?:{noun})s?\b") for kind, noun in _NOUNS.items()}
_SINGLE = {
    kind: re.compile(rf"\b(?:{noun.removesuffix('|meeting')})\b")
    for kind, noun in _NOUNS.items()
}
_ELSE = re.compile(
    r"\b(?:previous|last|next|following|earlier|past|future|forthcoming|upcoming|coming|"
    r"other|another|(?:19|20)\d\d|year's|first-ever|inaugural|since the|prior) (?:\w+ )?$"
)
_OF = re.compile(r" (?:of|for) (?:the )?(?:bali process )?(?:the )?")
_TAIL = re.compile(r"(?: \([^()]{1,40}\))? $")


def references(case: Case, start: int, end: int) -> list[Reference]:
    """Return the meetings that are spoken of between two places, in order."""
    if (start, end) in case.references:
        return case.references[start, end]
    found = list(_by_title(case, start, end))
    for kind in {meeting.kind for meeting in case.record.week}:
        found += _by_kind(case, kind, start, end)
    found.sort(key=lambda row: (row.start, -row.end))
    kept: list[Reference] = []
    for row in found:
        if not kept or row.start >= kept[-1].end:
            kept.append(row)
    case.references[start, end] = kept
    return kept


def _by_title(case: Case, start: int, end: int) -> Iterator[Reference]:
    for told, meetings in case.titled.items():
        place = case.low.find(told, start, end)
        if place >= 0:
            yield Reference(place, place + len(told), meetings)


def _by_kind(case: Case, kind: str, start: int, end: int) -> Iterator[Reference]:
    for found in _SINGLE.get(kind, _SINGLE["workshop"]).finditer(case.low, start, end):
        meetings = tuple(row for row in case.record.week if row.kind == kind)
        body = body_at(case, start, *found.span(), end)
        if body:
            ours = [
                row
                for row in meetings
                if body in {held.body.abbreviation for held in row.convenings}
            ]
            meetings = tuple(ours)
        meetings = _of_number(case, meetings, start, found.start())
        if meetings and not _ELSE.search(
            case.low, max(start, found.start() - 30), found.start()
        ):
            yield Reference(*found.span(), meetings)


def _of_number(
    case: Case, meetings: tuple[MeetingFacts, ...], begins: int, place: int
) -> tuple[MeetingFacts, ...]:
    """Return the meetings that an ordinal just before their kind leaves."""
    mention = case.mentions.before(place)
    if mention and mention.end + 1 == place:
        place = mention.start
    given = [
        figure
        for figure in ordinals(case.low, max(begins, place - 24), place)
        if figure.end + 1 == place
    ]
    if not given:
        return meetings
    return tuple(row for row in meetings if given[0].value in numbered(row))


def body_at(case: Case, begins: int, start: int, end: int, ends: int) -> str:
    """Return the body whose meeting it is: "the TEG-RR 8th Annual Meeting", "the 8th
    TEG-RR Annual Meeting", "the 8th Annual Meeting of the TEG-RR"."""
    within = case.mentions.within(start, end)
    before = _just_before(case, start, begins)
    after = _just_after(case, end, ends)
    for mention in (*within, before, after):
        if mention and mention.entity.body and not mention.entity.is_forum:
            return mention.entity.body.abbreviation
    return ""


def _just_before(case: Case, start: int, begins: int) -> Mention | None:
    mention = case.mentions.before(start)
    if mention is None or mention.start < begins:
        return None
    between = case.low[mention.end : start]
    ordinal = next(ordinals(case.low, mention.end, start), None)
    if ordinal and ordinal.end + 1 == start:
        between = case.low[mention.end : ordinal.start]
    if between.strip() in {"", "'s", "'"} or _TAIL.fullmatch(between):
        return mention
    return None


def _just_after(case: Case, end: int, ends: int) -> Mention | None:
    found = _OF.match(case.low, end, ends)
    return case.mentions.at(found.end()) if found else None


def numbered(meeting: MeetingFacts | HeldFact) -> set[int]:
    """Return the number of a meeting, and those that its title has."""
    own = {figure.value for figure in in_title(meeting.title)}
    return own | ({meeting.number} if meeting.number else set())


@lru_cache(maxsize=1000)
def in_title(title: str) -> tuple[Figure, ...]:
    """Return the ordinals of a title."""
    low = fold(title)
    return tuple(ordinals(low, 0, len(low)))


def nouns_of(kind: str) -> re.Pattern[str]:
    return _KINDS.get(kind, _KINDS["workshop"])


def leads_to(case: Case, start: int, end: int) -> bool:
    """Tell whether only a name stands between an ordinal and the noun it counts."""
    between = case.text[start:end].strip()
    words = between.split()
    small = {
        "of",
        "on",
        "the",
        "in",
        "and",
        "for",
        "to",
        "bali",
        "process",
        "ad",
        "hoc",
    }
    return (
        len(words) <= 14
        and all(
            word[:1].isupper() or word in small or not word[0].isalpha()
            for word in words
        )
        and not any(sign in between for sign in ".;:,")
        and next(ordinals(case.low, start, end), None) is None
    )
