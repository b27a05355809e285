"""The title, unit and ministry that follow a name, against those held on the day."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from meetings.facts import AppointmentFact, OfficialFact
from meetings.statements.prose import bare

from .case import Case
from .reading import fold, plain
from .result import Kind

_WORD = re.compile(r"[\w'&-]+")
_GLUE = re.compile(
    r",? ?(?:\(|(?:of|at|in|from|for|with|to|and|his|her|currently|as)(?= ))?(?: the)? ?"
)
_OF = re.compile(r",? (?:of|for) (?:the )?")
_SMALL = {
    "of",
    "the",
    "for",
    "and",
    "to",
    "on",
    "in",
    "against",
    "at",
    "with",
    "de",
    "&",
}
_HEADS = re.compile(
    r"\b(?:minister|ambassador|director|secretary|commissioner|deputy|assistant|head|chief|counsellor|manager|"
    r"co-manager|coordinator|attorney|superintendent|officer|undersecretary|adviser|advisor|chair|chairman|senator|"
    r"general|president|representative|envoy|consul|attache|diplomat|specialist|chargé|inspector|colonel|governor|first|second|acting|former)\b"
)
_ROLE = re.compile(r"(?:the )?(?:[\w-]+ ){0,4}?(?:co-)?(?:chairs?|managers?)\b")
"""What somebody was at the meeting: no title of an office."""
_UNITS = re.compile(
    r"\b(?:division|branch|directorate|bureau|unit|section|office|department|ministry|agency|service|mission|embassy)\b"
)
_BEFORE = re.compile(r"((?:[A-Z][\w'-]*|of|for|the|and|to|on) )+$")
_MOST = 60


def check_title(
    case: Case,
    start: int,
    end: int,
    official: OfficialFact,
    titles: tuple[AppointmentFact, ...],
) -> None:
    """Compare the apposition after a name with the titles of the day."""
    place = _apposition(case, end)
    if place is None:
        return
    stop = min(case.reading.sentence_at(start).end, place + 400)
    following = case.mentions.after(place)
    while following and following.name.official is None:
        following = case.mentions.after(following.end)
    if following:
        stop = min(stop, following.start)
    if not _HEADS.search(case.low, place, min(stop, place + 90)) and not any(
        _consumed(case, place, stop, row, official) for row in titles
    ):
        return
    if not titles:
        case.sheet.claim(Kind.TITLE, place, stop, checked=False)
        return
    slips = [list(_slips(case, place, stop, row, official)) for row in titles]
    best = min(slips, key=lambda rows: (len(rows), sum(b - a for a, b, _, _ in rows)))
    case.sheet.claim(Kind.TITLE, place, place + 1)
    for begins, ends, right, recorded in best:
        case.sheet.error(
            Kind.TITLE,
            (begins, ends),
            f"{official.name} is recorded on the day as {recorded}.",
            right,
        )


def _apposition(case: Case, end: int) -> int | None:
    """Return where a title begins that follows a name at ``end``."""
    for opening in (", ", " (", ", the ", " as the ", " as "):
        if case.low.startswith(opening, end):
            place = end + len(opening)
            if case.low.startswith("the ", place):
                place += 4
            if case.text[place : place + 1].isupper():
                return place
    return None


def _parts(row: AppointmentFact, official: OfficialFact) -> list[str]:
    return [part for part in (row.title, row.unit, row.ministry) if part]


def _consumed(
    case: Case, place: int, stop: int, row: AppointmentFact, official: OfficialFact
) -> bool:
    return _taken(case, _skip_adjective(case, place, official), stop, row.title) > 0


def _slips(
    case: Case, place: int, stop: int, row: AppointmentFact, official: OfficialFact
) -> Iterator[tuple[int, int, str, str]]:
    """Yield what the text has otherwise, with what belongs there."""
    left = _parts(row, official)
    recorded = ", ".join(left)
    fillers = [
        name
        for name in (
            official.party.formal_name,
            official.party.running_name,
            official.party.name,
            *official.party.aliases,
        )
        if name
    ]
    first = True
    while place < stop:
        begins = _skip_adjective(case, place, official)
        if case.low.endswith(" as ", 0, begins) and _ROLE.match(case.low, begins):
            return
        taken = _first_taken(case, begins, stop, left)
        if taken:
            part, place = taken
            del left[: left.index(part) + 1]
        elif filler := max(
            (_taken(case, begins, stop, name) for name in fillers), default=0
        ):
            place = filler
        else:
            if not first and not case.text[begins : begins + 1].isupper():
                return
            end = _stated_end(case, begins, stop, left)
            if end <= begins:
                return
            right = _likeliest(case.low[begins:end], left)
            if right is None:
                # Words beyond the record: a unit that nobody recorded is no slip.
                if not first or not _HEADS.search(case.low, begins, end):
                    return
                right = row.title
            yield begins, end, right, recorded
            if right in left:
                del left[: left.index(right) + 1]
            place = end
        elsewhere = _other_party(case, place, stop, official)
        if elsewhere:
            name = official.party.formal_name or official.party.running_name
            yield (
                *elsewhere,
                bare(name),
                f"an official of {official.party.running_name}",
            )
            return
        first = False
        glue = _GLUE.match(case.low, place, stop)
        moved = glue.end() if glue else place
        if moved == place or not case.text[moved : moved + 1].isupper():
            return
        place = moved


def _other_party(
    case: Case, place: int, stop: int, official: OfficialFact
) -> tuple[int, int] | None:
    """Return the state that a ministry is said to be of, if it is not the person's."""
    found = _OF.match(case.low, place, stop)
    mention = case.mention_at(found.end()) if found else None
    if mention is None or not mention.entity.is_state:
        return None
    own = mention.entity.key == official.party.name
    return None if own else (mention.start, mention.end)


def _skip_adjective(case: Case, place: int, official: OfficialFact) -> int:
    adjective = fold(official.party.adjective)
    names = [fold(official.party.running_name), fold(official.party.name)]
    for start in (place, place + 4 if case.low.startswith("the ", place) else place):
        for told in [
            adjective,
            *(f"{name}'s" for name in names),
            *(f"{name}'" for name in names),
        ]:
            if told and case.low.startswith(f"{told} ", start):
                return start + len(told) + 1
    return place + 4 if case.low.startswith("the ", place) else place


def _first_taken(
    case: Case, place: int, stop: int, left: Iterable[str]
) -> tuple[str, int] | None:
    for part in left:
        end = _taken(case, place, stop, part)
        if end:
            return part, end
    return None


def _taken(case: Case, place: int, stop: int, part: str) -> int:
    """Return where a part ends that stands here word for word, else 0.

    Commas and articles are no words; a name may be written short, or introduced.
    """
    given = _WORD.finditer(case.low, place, stop)
    end = 0
    for word in _tokens(fold(part)):
        found = next(given, None)
        while found and found[0] == "the":
            found = next(given, None)
        if not found or found[0] != word:
            return _taken_canonically(case, place, stop, part)
        end = found.end()
    return end


def _taken_canonically(case: Case, place: int, stop: int, part: str) -> int:
    """Match a part in which the text names a body otherwise than the record does."""
    low, spelled = fold(part), plain(part)
    for name in case.lexicon.named_in(spelled)[:3]:
        text, entity = name.text, name.entity
        at = low.find(fold(text))
        before = low[:at].removesuffix("the ")
        start = place
        if before and not case.low.startswith(before, start):
            continue
        start += len(before)
        start += 4 if case.low.startswith("the ", start) else 0
        mention = case.mentions.at(start)
        if not mention or mention.entity != entity:
            continue
        end = mention.end
        if case.text.startswith(" (", end):
            end = case.reading.brackets.get(end + 1, end - 1) + 1
        rest = low[at + len(fold(text)) :]
        if case.low.startswith(rest, end) and end + len(rest) <= stop:
            return end + len(rest)
    return 0


def _tokens(folded: str) -> Iterator[str]:
    return (word for word in _WORD.findall(folded) if word != "the")


def _stated_end(case: Case, begins: int, stop: int, left: list[str]) -> int:
    """Return where the words of a title end that is not the recorded one."""
    for part in left:
        words = part.split()
        if len(words) < 2:
            continue
        place = case.low.find(
            fold(" ".join(words[-2:])), begins, min(stop, begins + len(part) + _MOST)
        )
        if place > begins and _alike(case.low[begins:place], part) > 0.3:
            return place + len(fold(" ".join(words[-2:])))
    end = last = begins
    for found in _WORD.finditer(case.text, begins, stop):
        gap = case.text[last : found.start()].strip()
        if gap or not (found[0][:1].isupper() or found[0] in _SMALL):
            break
        last = found.end()
        if found[0][:1].isupper():
            end = last
    return end


def _likeliest(written: str, left: list[str]) -> str | None:
    """Return the part of the title that the words stand for."""
    if not left:
        return None
    best = max(left, key=lambda part: _alike(written, part))
    if _alike(written, best) >= 0.45:
        return best
    if _UNITS.search(written):
        return next((part for part in left if _UNITS.search(fold(part))), None)
    return left[0] if _HEADS.search(written) else None


@lru_cache(maxsize=1000)
def _alike(written: str, part: str) -> float:
    return SequenceMatcher(
        None, written[:160], fold(part)[:160], autojunk=False
    ).ratio()
