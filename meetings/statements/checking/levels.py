"""At what level parties were represented."""

import re

from meetings.facts import Level, PartyFact
from meetings.reports import at_level
from meetings.statements import prose

from .case import Case
from .lexicon import Mention
from .participation import check_twice
from .reading import Sentence
from .result import Kind, told
from .runs import items, run_after, run_before

_WORDS = {
    Level.MINISTER: r"(?:a |their |its )?(?:(?:foreign |deputy |cabinet )?ministers?|ministerial level|(?:the )?ministerial)",
    Level.SENIOR_OFFICIAL: r"(?:a |their |its |the )?(?:senior officials?|senior[- ]officials?(?:'s?)? level)",
    Level.EXPERT: r"(?:an |the )?(?:experts?|expert level|technical experts)",
    Level.OFFICIAL: r"(?:an |the )?(?:officials?|officials?(?:'s?)? level|working level)",
}
_ANY = "|".join(f"(?P<{level.name}>{words})" for level, words in _WORDS.items())
_REPRESENTED = re.compile(
    rf",? (?:(?:was|were|being) )?(?:each |all )?(?:represented|headed|led) (?:by|at)(?: the level of)?(?: the)? (?:{_ANY})\b"
)
_SENT = re.compile(rf",? (?:each |all )?(?:sent|dispatched) (?:{_ANY})\b")
_FROM = re.compile(
    r"\b(?:(?P<MINISTER>ministers)|(?P<SENIOR_OFFICIAL>senior officials))"
    r"(?: (?:from|of|represented)) (?=\w)"
)
_OPEN = re.compile(r"\w(?:,| and)(?: the)? $")
_PLURAL = {
    Level.MINISTER: ("a minister", "ministers"),
    Level.SENIOR_OFFICIAL: ("a senior official", "senior officials"),
    Level.OFFICIAL: ("an official", "officials"),
    Level.EXPERT: ("an expert", "experts"),
}


def check_levels(case: Case) -> None:
    for sentence in case.sentences:
        for pattern in (_REPRESENTED, _SENT):
            for found in pattern.finditer(case.low, sentence.start, sentence.end):
                _those_before(case, sentence, found)
        for found in _FROM.finditer(case.low, sentence.start, sentence.end):
            _those_from(case, sentence, found)


def _those_before(case: Case, sentence: Sentence, found: re.Match[str]) -> None:
    """ "A and B were represented by ...", "Two delegations (A and B) were led by ..."."""
    level = Level[found.lastgroup or "OFFICIAL"]
    words = found.span(found.lastgroup or 0)
    opens = case.reading.opens.get(found.start() - 1)
    if opens is not None:
        listed = list(items(case, opens + 1, found.start() - 1))
        named = tuple(item.mention for item in listed if item.mention)
        if len(named) > 1:
            _compare(case, named, level, words, whole=len(named) == len(listed))
            return
    run = run_before(case, found.start(), sentence.start)
    if run:
        _compare(case, run.mentions, level, words)


def _those_from(case: Case, sentence: Sentence, found: re.Match[str]) -> None:
    """ "Ministers from A and B attended": whoever sent one may be left out."""
    run = run_after(case, found.end(), sentence.end)
    if run and re.match(
        r",? (?:also )?(?:attended|participated|took part)", case.low[run.end :][:30]
    ):
        level = Level[found.lastgroup or "MINISTER"]
        _compare(case, run.mentions, level, found.span(found.lastgroup or 0))


def _compare(
    case: Case,
    mentions: tuple[Mention, ...],
    level: Level,
    words: tuple[int, int],
    *,
    whole: bool = True,
) -> None:
    """Compare those named with the record; not ``whole`` if a name is not understood."""
    rows = case.record.present
    known = any(row.level for row in rows.values())
    for mention in mentions:
        case.sheet.claim(Kind.LEVEL, mention.start, mention.end, checked=known)
    if not known:
        return
    recorded = at_level(rows.values(), level)
    names = {party.name for party in recorded}
    told_of = {mention.entity.key for mention in mentions}
    if not names & told_of and _is_other_level(case, told_of, level, words):
        return
    lacking = [party for party in recorded if party.name not in told_of]
    extra = [mention for mention in mentions if mention.entity.key not in names]
    if len(extra) == len(lacking) == 1:
        _say_other(case, extra[0], level, lacking[0])
        return
    for mention in extra:
        _say_other(case, mention, level)
    by_place: dict[Mention, list[PartyFact]] = {}
    for party in lacking:
        by_place.setdefault(_anchor(mentions, party), []).append(party)
    cut_short = _OPEN.search(
        case.text, max(0, mentions[0].start - 8), mentions[0].start
    )
    for anchor, parties in by_place.items():
        glue = " and " if len(mentions) == len(parties) == 1 else ", "
        # A name that is not understood may be one of them, misspelt: nothing to propose.
        _say_lacking(
            case, anchor, parties, level, glue if whole and not cut_short else ""
        )
    check_twice(case, mentions)


def _is_other_level(
    case: Case, told_of: set[str], level: Level, words: tuple[int, int]
) -> bool:
    """Report the level where the parties are those of another one."""
    for other in Level:
        if other == level:
            continue
        names = {party.name for party in at_level(case.record.present.values(), other)}
        if names and len(names & told_of) * 2 > len(names | told_of):
            one, several = _PLURAL[other]
            case.sheet.error(
                Kind.LEVEL,
                words,
                f"The record has {several} of these parties.",
                one if len(told_of) == 1 else several,
            )
            return True
    return False


def _say_other(
    case: Case, mention: Mention, level: Level, instead: PartyFact | None = None
) -> None:
    row = case.record.present.get(mention.entity.key)
    who = prose.sentence_case(mention.entity.running)
    if row is None:
        record = f"{who} is not recorded as present."
    elif row.level:
        record = f"{who} was represented by {_PLURAL[row.level][0]}."
    else:
        record = f"No {level} of {mention.entity.running} is recorded."
    if instead:
        record += f" {prose.sentence_case(instead.running_name)} sent one."
    article = case.low.endswith("the ", 0, mention.start)
    case.sheet.error(
        Kind.LEVEL,
        (mention.start, mention.end),
        record,
        case.party(instead, listed=article) if instead else None,
        says=f"{case.text[mention.start : mention.end]} represented by {_PLURAL[level][0]}",
    )


def _anchor(mentions: tuple[Mention, ...], party: PartyFact) -> Mention:
    """Return the name after which a party would stand."""
    before = [
        mention
        for mention in mentions[:-1]
        if mention.entity.party and mention.entity.party.order < party.order
    ]
    return before[-1] if before else mentions[0]


def _say_lacking(
    case: Case, anchor: Mention, parties: list[PartyFact], level: Level, glue: str
) -> None:
    """Report who is left out; the names follow the anchor after ``glue``, if there is one."""
    names = ", ".join(case.party(party) for party in parties)
    was = "was" if len(parties) == 1 else "were"
    who = prose.sentence_case(told(party.running_name for party in parties))
    case.sheet.error(
        Kind.LEVEL,
        (anchor.start, anchor.end),
        f"{who} too {was} represented by {_PLURAL[level][len(parties) > 1]}.",
        f"{case.text[anchor.start : anchor.end]}{glue}{names}" if glue else None,
        says=f"those represented by {_PLURAL[level][1]}",
    )
