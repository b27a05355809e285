"""Persons: spelling, honorific, office and title on the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from meetings.facts import AppointmentFact, OfficialFact
from meetings.statements.prose import bare

from .case import Case
from .lexicon import Mention
from .reading import fold, plain
from .result import Kind
from .titles import check_title

_HONORIFIC = re.compile(
    r"(?<!\w)(?:(?:his|her) excellency,? |h\.e\.? ?|the hon(?:ourable|\.)? |hon\.? )?(?:(mr|ms|mrs|miss|mx|dr|prof|professor|ambassador|senator|sir|dame|pak|ibu)\.? )?$"
)
_ANY_HONORIFIC = re.compile(r"([MDPIH](?:r|s|rs|iss|ak|bu|\.E))\.? (?=[A-Z])")
_AFTER_WORDS = re.compile(r" [A-Z][\w'-]+")
_OWNER = re.compile(r"'s? $")
_OF_STATE = re.compile(r"(?: \(| of | from |, )(?:the )?(?=\w)")
_NAME = re.compile(r"[A-Z][\w'.-]+(?: (?:[A-Z][\w'.-]*|bin|binti|de|van|al)){0,6}")
_GENTLE = {
    "mr": "m",
    "pak": "m",
    "sir": "m",
    "ms": "f",
    "mrs": "f",
    "miss": "f",
    "ibu": "f",
    "dame": "f",
}
_WRITTEN = {"mr": "Mr", "ms": "Ms", "mrs": "Mrs", "miss": "Miss", "dr": "Dr"}
_LEARNED = {"dr", "prof", "professor"}
_MOST_NAMES = 120


@dataclass(frozen=True, slots=True)
class Said:
    """A person named in the text."""

    start: int
    end: int
    official: OfficialFact
    honorific: tuple[int, int] | None
    titles: tuple[AppointmentFact, ...]
    """The titles held on the day; none where the record has none."""


def check_people(case: Case) -> None:
    for said in _named(case):
        case.sheet.claim(Kind.PERSON, said.start, said.end)
        _check_honorific(case, said)
        _check_state(case, said)
        check_title(case, said.start, said.end, said.official, said.titles)
    _check_unknown(case)
    _check_nearly(case)
    _check_co_chairs(case)


def _named(case: Case) -> Iterator[Said]:
    for mention in case.mentions.all:
        if mention.name.official:
            yield Said(
                mention.start,
                mention.end,
                mention.name.official,
                _honorific_before(case, mention.start),
                tuple(titles_on_the_day(case, mention.name.official)),
            )
    yield from _by_surname(case)


def _by_surname(case: Case) -> Iterator[Said]:
    """ "Ms Haigh": an honorific and the last part of a known name."""
    surnames: dict[str, list[OfficialFact]] = {}
    for official in case.lexicon.officials:
        surnames.setdefault(fold(official.name).split()[-1], []).append(official)
    present = {person.name for person in case.record.people}
    for found in _honorifics(case):
        name = _NAME.match(case.text, found.end())
        if not name or case.mentions.at(found.end()):
            continue
        known = surnames.get(fold(name[0]), [])
        here = [row for row in known if row.name in present] or known
        if len(here) == 1:
            yield Said(name.start(), name.end(), here[0], found.span(1), ())


def _honorifics(case: Case) -> Iterator[re.Match[str]]:
    for found in _ANY_HONORIFIC.finditer(case.text):
        if not case.text[found.start() - 1 : found.start()].isalnum():
            yield found


def _honorific_before(case: Case, place: int) -> tuple[int, int] | None:
    begins = max(0, place - 30)
    found = _HONORIFIC.search(case.low[begins:place])
    if not found or not found[1]:
        return None
    return begins + found.start(1), begins + found.end(1)


def titles_on_the_day(case: Case, official: OfficialFact) -> Iterator[AppointmentFact]:
    """Yield what the record calls a person on the days of the meetings."""
    told = [
        AppointmentFact(person.title, person.unit, person.ministry)
        for person in case.record.people
        if person.name == official.name and person.title
    ]
    yield from told
    if told:
        return
    day = case.record.first_day
    for row in official.appointments:
        after = row.since is None or (day is not None and row.since <= day)
        before = row.until is None or (day is not None and day <= row.until)
        if after and before and row.title:
            yield row


def _check_honorific(case: Case, said: Said) -> None:
    if said.honorific is None:
        return
    start, end = said.honorific
    recorded = said.official.honorific.rstrip(".").lower()
    written = case.low[start:end]
    case.sheet.claim(Kind.HONORIFIC, start, end, checked=bool(recorded))
    if not recorded or written == recorded:
        return
    right = _GENTLE.get(recorded)
    wrong = _GENTLE.get(written)
    record = f"The record has {said.official.honorific} {said.official.name}."
    if right and wrong and (right != wrong or {written, recorded} & {"mrs", "miss"}):
        case.sheet.error(
            Kind.HONORIFIC, (start, end), record, said.official.honorific,
            says=case.text[start : said.end],
        )  # fmt: skip
    elif {written, recorded} & _LEARNED and (right or wrong):
        case.sheet.warning(
            Kind.HONORIFIC, (start, end), record, said.official.honorific,
            says=case.text[start : said.end],
        )  # fmt: skip


def _check_state(case: Case, said: Said) -> None:
    """ "Indonesia's Mr A", "Mr A (Indonesia)", "Mr A of Indonesia": whose official A is."""
    begins = said.honorific[0] if said.honorific else said.start
    owner = _OWNER.search(case.low, max(0, begins - 4), begins)
    mention = case.mentions.before(owner.start()) if owner else None
    if mention is None or mention.end != (owner.start() if owner else -1):
        after = _OF_STATE.match(case.low, said.end)
        mention = case.mention_at(after.end()) if after else None
    if mention is None or not mention.entity.is_state or mention.name.official:
        return
    case.sheet.claim(Kind.TITLE, mention.start, mention.end)
    party = said.official.party
    if mention.entity.key != party.name:
        case.sheet.error(
            Kind.TITLE,
            (mention.start, mention.end),
            f"{said.official.name} is an official of {party.running_name}.",
            bare(case.party(party)),
        )


def _check_unknown(case: Case) -> None:
    """Report a name that is nearly that of an official, and not it."""
    compared = 0
    for found in _honorifics(case):
        name = _NAME.match(case.text, found.end())
        if not name or case.mentions.around(found.end()) or " " not in name[0]:
            continue
        compared += 1
        if compared > _MOST_NAMES:
            return
        written = fold(name[0][:80]).rstrip(".")
        likeliest = _nearest(case, written)
        case.sheet.claim(Kind.PERSON, *name.span(), checked=likeliest is not None)
        if likeliest:
            end = name.start() + len(written)
            case.sheet.error(
                Kind.PERSON,
                (name.start(), end),
                f"The record has {likeliest.name}.",
                likeliest.name,
            )


def _check_nearly(case: Case) -> None:
    """Report those of these meetings of whose names all but one word stand in the text."""
    for person in case.record.people:
        words = plain(person.name).split()
        if len(words) < 2:
            continue
        rest, last = " ".join(words[:-1]), words[-1]
        for found in _next_to(case, rest):
            written = fold(found[1])
            alike = SequenceMatcher(None, written, fold(last), autojunk=False).ratio()
            if written == fold(last) or alike < 0.6:
                continue
            case.sheet.error(
                Kind.PERSON,
                (found.start(), found.end()),
                f"The record has {person.name}.",
                person.name,
            )


def _next_to(case: Case, words: str) -> Iterator[re.Match[str]]:
    """Yield where the words stand with a capitalised one after them, of no known name."""
    place = case.text.find(words)
    while place >= 0:
        found = _AFTER_WORDS.match(case.text, place + len(words))
        alone = not case.text[place - 1 : place].isalnum()
        if found and alone and case.mentions.around(place) is None:
            whole = re.compile(rf"{re.escape(words)} ([A-Z][\w'-]+)")
            yield from filter(None, [whole.match(case.text, place)])
        place = case.text.find(words, place + len(words))


def _nearest(case: Case, written: str) -> OfficialFact | None:
    best, ratio = None, 0.72
    words = set(written.split())
    present = {person.name for person in case.record.people}
    for official in case.lexicon.officials:
        name = fold(official.name)
        shared = words & set(name.split())
        if not shared and name[0] != written[0]:
            continue
        found = SequenceMatcher(None, name, written, autojunk=False).ratio()
        # A first name in common and a seat at these meetings: hardly somebody else.
        if len(shared) * 2 >= len(name.split()) and official.name in present:
            found = max(found, 0.8)
        if found > ratio:
            best, ratio = official, found
    return best


_CO_CHAIRS = re.compile(
    r"\b(?:(senior official|business) )?co-chairs?(?: of the [^,.;]{1,80}?)?,? (?=(?:were )?(?:mr|ms|mrs|miss|dr|h\.e|ambassador|pak) ?\.? ?[a-z])"
)


def _check_co_chairs(case: Case) -> None:
    """Whoever stands under "Co-Chairs" chairs one of the bodies, or spoke as such."""
    chairs = {
        row.person.name
        for meeting in case.record.week
        for row in meeting.chairs
        if row.person
    }
    speaking = {
        row.person.name
        for meeting in case.record.week
        for session in meeting.sessions
        for row in session.contributions
        if row.person and row.as_role
    }
    for found in _CO_CHAIRS.finditer(case.low):
        sentence = case.reading.sentence_at(found.start())
        mention = case.mentions.after(found.end())
        if (
            mention is None
            or mention.name.official is None
            or mention.start - found.end() > 16
            or mention.end > sentence.end
        ):
            continue
        known = bool(chairs) and not found[1]
        case.sheet.claim(Kind.CHAIR, *found.span(), checked=known)
        if known and mention.name.official.name not in chairs | speaking:
            _say_chair(case, mention, chairs)


def _say_chair(case: Case, mention: Mention, chairs: set[str]) -> None:
    case.sheet.error(
        Kind.CHAIR,
        (mention.start, mention.end),
        f"The record has {' and '.join(sorted(chairs))} as Co-Chairs.",
    )
