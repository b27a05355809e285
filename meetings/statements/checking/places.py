"""City, country and format of the meetings."""

import re
from collections.abc import Iterator, Mapping

from meetings.facts import MeetingFacts, PartyFact
from meetings.statements.prose import bare

from .calendar import dates
from .case import Case, Reference
from .days import is_heading_date
from .elsewhen import is_elsewhen
from .reading import Block, Sentence, fold
from .references import references
from .result import Kind

_PLACE = r"(?:the )?[A-Z][\w'.]*(?:[ -](?:[A-Z][\w'.]*|al|de|la))*"
_IN = re.compile(rf" (?:in|at) ({_PLACE})(?:, ({_PLACE}))?(?! ?\()")
_HELD = re.compile(
    r"\b(?:held|met|convened|took place|taking place|gathered|hosted|hosting|hospitality|co-chair|co-chaired|attended|organi[sz]ed|assembled|reconvened|opened|concluded|ran|brought|assembled|came together)\b"
)
_PAIR = re.compile(rf"\b({_PLACE}), ({_PLACE})")
_EVENT = re.compile(
    r"(?:\b(?:meetings?|events?|week|weeks|conference|dialogue|workshop|roundtable|gathering|forum|symposium|visits?|held|met|convened|place|gathered|"
    r"hosted|together|sessions|consultations?|training|exercise|partnership|series|delegates|participants|virtually|person|format|mode|\d{4})|[*\"'])$"
)
_NO_PLACE = re.compile(
    r"(?:the )?(?:bali process|asia|south|north|east|west|central|pacific|persons|people|trafficking|person|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"english|partnership|cooperation|collaboration|plenary|parallel|session|part|room|ballroom|hall|hotel|senior|"
    r"working|task|annual|regional|co-chair|region|mekong|middle|online|adelaide strategy|"
    r"ministry|department|government|centre|center|convention|embassy|headquarters|secretariat|invitation|indo)\b"
)
_CAPITAL = re.compile(r" (?:capital|city|port)\b(?: city)?(?: of)?,?")
_IN_APPOSITION = re.compile(rf" ({_PLACE})(?:, ({_PLACE}))?(?! ?\()")
_ROOM = re.compile(r"\b(?:room|ballroom|hall|hotel|cent(?:re|er)|building|auditorium)$")
_FORMATS = (
    ("hybrid", re.compile(r"\b(?:hybrid (?:meeting|event|format|gathering)|in (?:a )?hybrid|both in[- ]person and (?:online|virtual\w*))\b")),
    ("virtual", re.compile(r"\b(?:virtually|virtual (?:meeting|event|format|gathering|session)|by video ?conference|via video ?conference|via videolink|(?:held|met|ran|convened|conducted|gathered|took place|hosted) (?:entirely |fully )?online|online (?:meeting|format|event))\b")),
    ("in_person", re.compile(r"\b(?:in[- ]person)\b")),
)  # fmt: skip
_ELSEWHEN = re.compile(
    r"\b(?:next|will|to be held|future|forthcoming|upcoming|recall\w*|previous\w*|earlier|last (?:year|month)|offer\w*|"
    r"since (?:19|20)\d\d|established|outcomes? of|looks? forward|looked forward)\b"
)
_FIRST = re.compile(r"\bfirst (?:meeting|time|held|met)\b")
_MEETS = re.compile(r"\b(?:week|events?|meetings?|host\w*)\b")
_WEEK = re.compile(r"\b(?:weeks?|meetings?)$")
_TOLD = {"virtual": "a virtual", "hybrid": "a hybrid", "in_person": "an in-person"}
_WORDS = {"virtual": "virtually", "in_person": "in person"}
_PROPER = re.compile(rf"({_PLACE})(?:, ({_PLACE}))?,? ?(?:-|,|$)? ?$")


def check_places(case: Case) -> None:
    if not any(row.city or row.country for row in case.record.week):
        return
    for block in case.reading.blocks:
        if case.is_heading(block):
            _check_dateline(case, block)
            _check_pairs(case, block)
    opening = _opening(case)
    if opening:
        _check_pairs(case, opening)
    for sentence in case.running:
        _check_sentence(case, sentence, opening=sentence == opening)


def check_formats(case: Case) -> None:
    opening = _opening(case)
    for sentence in case.sentences:
        found = references(case, sentence.start, sentence.end)
        if not found and sentence != opening:
            continue
        for told, pattern in _FORMATS:
            match = pattern.search(case.low, sentence.start, sentence.end)
            bracket = match and case.low[match.start() - 1] == "("
            if match and (
                bracket or _HELD.search(case.low, sentence.start, sentence.end)
            ):
                _compare_format(case, told, match.span(), found)
                break


def _opening(case: Case) -> Sentence | None:
    """Return the first sentence that says where and when."""
    held = (row for row in case.running if _HELD.search(case.low, row.start, row.end))
    return next(held, None)


def _compare_format(
    case: Case, told: str, span: tuple[int, int], found: list[Reference]
) -> None:
    meetings = _named(case, found)
    formats = {row.format for row in meetings if row.format}
    case.sheet.claim(Kind.FORMAT, *span, checked=bool(formats))
    if formats and told not in formats:
        right = min(formats)
        same = case.low[span[0] : span[1]] in {"virtually", "in person"}
        case.sheet.error(
            Kind.FORMAT,
            span,
            f"The record has {_TOLD.get(right, right)} meeting.",
            _WORDS.get(right) if same else None,
        )


def _check_sentence(case: Case, sentence: Sentence, *, opening: bool) -> None:
    if not _HELD.search(case.low, sentence.start, sentence.end):
        _check_week(case, sentence)
        return
    if _ELSEWHEN.search(case.low, sentence.start, sentence.end):
        return
    found = references(case, sentence.start, sentence.end)
    if not found and _FIRST.search(case.low, sentence.start, sentence.end):
        return
    told = bool(found) or opening
    if not told and not _MEETS.search(case.low, sentence.start, sentence.end):
        return
    for match in _IN.finditer(case.text, sentence.start, sentence.end):
        if is_elsewhen(case, sentence, match.start()):
            return
        if _follows_event(case, sentence, match.start(), found):
            _compare(case, match, found)


def _check_pairs(case: Case, part: Block | Sentence) -> None:
    """ "Bali, Indonesia", where a text says where it was: half of it tells what is meant."""
    cities = {fold(bare(row.city)) for row in case.record.week if row.city}
    countries = {row.country.name for row in case.record.week if row.country}
    for match in _PAIR.finditer(case.text, part.start, part.end):
        city, country = (_trim(case, match.span(number)) for number in (1, 2))
        state = case.mention_at(_article(case, country[0]))
        if state is None or not state.entity.is_state:
            continue
        at_home = fold(bare(case.low[city[0] : city[1]])) in cities
        if at_home == (state.entity.key in countries):
            continue
        if isinstance(part, Sentence) and is_elsewhen(case, part, city[0]):
            continue
        if at_home or case.mentions.around(city[0]) is None:
            _compare(case, match, [])


def _check_week(case: Case, sentence: Sentence) -> None:
    """ "one week in Manila", where a text opens or closes."""
    if sentence not in (*case.running[:2], *case.running[-3:]):
        return
    for match in _IN.finditer(case.text, sentence.start, sentence.end):
        if _WEEK.search(
            case.low, max(sentence.start, match.start() - 12), match.start()
        ):
            _compare(case, match, [])


def _follows_event(
    case: Case, sentence: Sentence, place: int, found: list[Reference]
) -> bool:
    """Tell whether the words before " in X" are an event, its theme or its date."""
    if any(row.end == place for row in found) or case.titles.around(place - 1):
        return True
    slanted = case.slanted.around(place - 1)
    if slanted and slanted[1] == place:
        return True
    before = case.low[max(sentence.start, place - 40) : place]
    mention = case.mentions.around(place - 1)
    if mention and mention.end == place:
        # "was hosted by Malaysia in Putrajaya", "hosted with the TFPP in Bangkok"
        return bool(
            re.search(
                r"\bhosted (?:by|with) (?:the )?(?:government of )?(?:the )?$",
                case.low[max(sentence.start, mention.start - 40) : mention.start],
            )
        )
    return bool(_EVENT.search(before))


def _compare(case: Case, match: re.Match[str], found: list[Reference]) -> None:
    meetings = _named(case, found)
    cities = {fold(bare(row.city)): row for row in meetings if row.city}
    countries = {row.country.name: row.country for row in meetings if row.country}
    first, last = _trim(case, match.span(1)), _trim(case, match.span(2))
    low = fold(bare(case.low[first[0] : first[1]]))
    if _NO_PLACE.match(low) or _ROOM.search(low) or first[0] in case.answered:
        return
    if _capital_of(case, first, found):
        return
    mention = case.mention_at(_article(case, first[0]))
    if mention and mention.entity.is_state:
        _compare_country(case, first, mention.entity.key, countries)
        return
    if mention is not None:
        return
    case.sheet.claim(Kind.VENUE, *first, checked=bool(cities))
    known = any(low == city or low in city or city in low for city in cities)
    if cities and not known:
        right = next(iter(cities.values())).city
        case.sheet.error(
            Kind.VENUE, first, f"The record has {_places(meetings)}.", right
        )
    if last[1] > last[0]:
        other = case.mention_at(_article(case, last[0]))
        if other and other.entity.is_state:
            _compare_country(case, last, other.entity.key, countries)


def _capital_of(case: Case, span: tuple[int, int], found: list[Reference]) -> bool:
    """Check the city that follows "in the Malaysian capital"; tell whether one does."""
    capital = _CAPITAL.match(case.low, span[1])
    if capital is None:
        return False
    city = _IN_APPOSITION.match(case.text, capital.end())
    if city:
        _compare(case, city, found)
    return True


def _compare_country(
    case: Case, span: tuple[int, int], name: str, countries: Mapping[str, PartyFact]
) -> None:
    case.sheet.claim(Kind.VENUE, *span, checked=bool(countries))
    if countries and name not in countries:
        right = case.lexicon.by_key[next(iter(countries))]
        case.sheet.error(
            Kind.VENUE, span, f"The record has {right.running}.", case.called(right)
        )


def _check_dateline(case: Case, block: Block) -> None:
    """ "Manila, the Philippines, 1 December 2025": a place before a date."""
    found = references(case, block.start, block.end)
    for dated in dates(case.low, block.start, block.end, None):
        match = _PROPER.search(
            case.text, max(block.start, dated.start - 60), dated.start
        )
        begins = match.start() if match else block.start
        lone = match and (
            begins == block.start
            or case.text[begins - 2 : begins].strip(" ") in {",", "-", "–", ":"}
            or case.low.endswith("in ", block.start, begins)
        )
        if match and lone and is_heading_date(case, dated):
            _compare_dateline(case, match, found)
        return
    last = _IN.search(case.text, block.start, block.end)
    if last and last.end() == block.end and found:
        _compare(case, last, found)


def _compare_dateline(case: Case, match: re.Match[str], found: list[Reference]) -> None:
    first = _trim(case, match.span(1))
    low = fold(bare(case.low[first[0] : first[1]]))
    event = re.search(
        r"\b(?:meeting|event|dialogue|statement|conference|visits?|day|workshop|forum|conclusion|summary|group|process)\b",
        low,
    )
    body = case.mentions.around(first[0])
    if event or case.titles.around(first[0]) or (body and not body.entity.is_state):
        return
    _compare(case, match, found)


def _named(case: Case, found: list[Reference]) -> tuple[MeetingFacts, ...]:
    rows = {row.slug: row for one in found for row in one.meetings}
    return tuple(rows.values()) or case.record.week


def _places(meetings: tuple[MeetingFacts, ...]) -> str:
    return " or ".join(dict.fromkeys(_told(meetings)))


def _told(meetings: tuple[MeetingFacts, ...]) -> Iterator[str]:
    for row in meetings:
        country = row.country.running_name if row.country else ""
        told = ", ".join(part for part in (row.city, country) if part)
        if told:
            yield told


def _trim(case: Case, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while end > start and case.text[end - 1] in " .'":
        end -= 1
    return (start, end) if start >= 0 else (0, 0)


def _article(case: Case, place: int) -> int:
    return place + 4 if case.low.startswith("the ", place) else place
