"""Who chairs, who hosts, and which bodies convene."""

import re
from collections.abc import Iterable

from meetings.facts import MeetingFacts, PartyFact
from meetings.statements import events

from .case import Case
from .elsewhen import is_elsewhen
from .lexicon import Mention
from .reading import Sentence
from .references import references
from .result import Kind, told
from .runs import Run, opens_clause, run_after, run_before

_CHAIRED_BY = re.compile(
    r"\b(?:(?:co-?chaired|chaired) (?:jointly )?by|co-chair(?:ing|person|man)?ship of) (?=\w)"
)
_CHAIRED = re.compile(
    r",? (?:jointly )?(?:co-?chaired|chaired) (?:the|this|its|both|all)(?: \w+){0,5}? (?:meetings?|events?|dialogue|conference|week|workshop|forum)\b"
)
_IN_CHAIR = re.compile(
    r",? (?:(?:jointly )?presided(?: over)?|(?:was|were) in the chair|(?:was|were) the co-?chairs?)\b"
)
_WITH_CHAIRS = re.compile(r",? (?:as|serving as|acting as) (?:the )?co-chairs\b")
_WITH = re.compile(
    r"\b(?:jointly hosted with|co-?hosted with|co-?hosted by|held jointly with|hosted jointly with|jointly held with|jointly convened with|"
    r"organi[sz]ed jointly with|in (?:partnership|cooperation|conjunction) with|jointly organi[sz]ed with|back-to-back with)"
    r" (?:the )?(?:bali process )?(?:the )?"
)
_HELD = re.compile(
    r"(?: \([^()]{1,30}\)| \[[^\[\]]{1,30}\])? (?:jointly )?(?:held|convened|met|hosted|organi[sz]ed)\b(?! (?:its|their) (?:preparatory|own))"
)
_HOSTING = re.compile(
    r"\b(?:for (?:\w+ ){0,8}?(?:hosting|its hospitality|their hospitality|his hospitality)|as (?:the )?hosts?|hospitality)\b"
)
_THANKED = re.compile(
    r"\b(?:thank\w*|appreciation|grateful|gratitude|acknowledg\w*|commend\w*)\b"
)
_GOVERNMENT = re.compile(
    r"\bgovernment of (?:the )?(?:republic of |kingdom of )?(?:the )?(?=\w)"
)
_HOSTED_BY = re.compile(
    r"(?<!co-)\bhosted by (?:the )?(?:governments? of )?(?:the )?(?=\w)"
)


def check_convening(case: Case) -> None:
    for sentence in case.sentences:
        _check_chairs(case, sentence)
        _check_joined(case, sentence)
        _check_convenes(case, sentence)
        _check_host(case, sentence)


def _check_chairs(case: Case, sentence: Sentence) -> None:
    for found in _CHAIRED_BY.finditer(case.low, sentence.start, sentence.end):
        run = run_after(case, found.end(), sentence.end)
        if not run or _is_session(case, sentence, found.start()):
            continue
        if not _is_of_other_body(case, found.start()):
            _compare_chairs(case, sentence, run)
    for pattern in (_CHAIRED, _WITH_CHAIRS, _IN_CHAIR):
        _check_subjects(case, sentence, pattern)


def _check_subjects(case: Case, sentence: Sentence, pattern: re.Pattern[str]) -> None:
    for found in pattern.finditer(case.low, sentence.start, sentence.end):
        subject = run_before(case, found.start(), sentence.start)
        if subject and opens_clause(case, subject, sentence.start):
            _compare_chairs(case, sentence, subject)


def _is_session(case: Case, sentence: Sentence, place: int) -> bool:
    """A session, panel or another body's meeting may have other chairs."""
    before = case.low[max(sentence.start, place - 60) : place]
    return bool(
        re.search(
            r"\b(?:panel|session|discussion|group|workstream|working group|body)s?,? (?:was |were |is |are )?$",
            before,
        )
    )


def _is_of_other_body(case: Case, place: int) -> bool:
    """Tell "the Working Group on Disruption (co-chaired by ...)" in another's text."""
    if case.low.endswith("(", 0, place) and not references(case, place - 40, place):
        return True
    before = case.mentions.before(place)
    body = before.entity.body if before else None
    if before is None or body is None or body.abbreviation in case.record.bodies:
        return False
    return case.low[before.end : place].strip() in {"(", ",", ""}


def _compare_chairs(case: Case, sentence: Sentence, run: Run) -> None:
    parties = [row for row in run.mentions if row.entity.party]
    allowed = _allowed_chairs(case, sentence)
    for mention in parties:
        case.sheet.claim(Kind.CHAIR, mention.start, mention.end, checked=bool(allowed))
    names = frozenset(row.entity.key for row in parties)
    if not allowed or not names or names in {frozenset(row) for row in allowed}:
        return
    nearest = max(
        allowed, key=lambda row: len(names & set(row)) - len(set(row) - names) / 10
    )
    extra = [row for row in parties if row.entity.key not in nearest]
    lacking = [party for name, party in nearest.items() if name not in names]
    record = f"The record has {told(party.running_name for party in nearest.values())}."
    if extra:
        for place, mention in enumerate(extra):
            instead = case.party(lacking[place]) if place < len(lacking) else None
            if instead and case.low.endswith("the ", 0, mention.start):
                instead = instead.removeprefix("the ")
            case.sheet.error(Kind.CHAIR, (mention.start, mention.end), record, instead)
    elif lacking:
        anchor = parties[0]
        glue = " and " if len(parties) == 1 else ", "
        case.sheet.error(
            Kind.CHAIR,
            (anchor.start, anchor.end),
            record,
            f"{case.text[anchor.start : anchor.end]}{glue}{told(case.party(party) for party in lacking)}",
            says=f"co-chaired by {told(case.text[row.start : row.end] for row in parties)}",
        )


def _allowed_chairs(case: Case, sentence: Sentence) -> list[dict[str, PartyFact]]:
    """Return the sets of chairs that a sentence may mean."""
    groups: list[Iterable[MeetingFacts]] = [case.record.covered, case.record.week]
    found = references(case, sentence.start, sentence.end)
    groups += [row.meetings for row in found]
    for mention in case.mentions.within(sentence.start, sentence.end):
        body = mention.entity.body
        if body and body.abbreviation not in case.record.bodies:
            groups.append(case.record.of_body(body.abbreviation))
    sets = [_chairs(meetings) for meetings in groups]
    return [row for row in sets if row]


def _chairs(meetings: Iterable[MeetingFacts]) -> dict[str, PartyFact]:
    return {party.name: party for party in events.chairing(meetings)}


def _check_joined(case: Case, sentence: Sentence) -> None:
    """ "jointly hosted with the TFPP": a body that convenes or co-hosts."""
    for found in _WITH.finditer(case.low, sentence.start, sentence.end):
        run = run_after(case, found.end(), sentence.end)
        for mention in run.mentions if run else ():
            body = mention.entity.body
            if body is None or mention.is_common:
                continue
            named = [
                row.meetings for row in references(case, sentence.start, found.start())
            ]
            bodies = _joined(meeting for rows in named for meeting in rows)
            bodies = bodies or _joined(case.record.week)
            case.sheet.claim(Kind.BODY, mention.start, mention.end)
            if body.abbreviation not in bodies:
                _say_body(case, mention, bodies)


def _joined(meetings: Iterable[MeetingFacts]) -> dict[str, str]:
    return {
        row.body.abbreviation: row.body.name
        for meeting in meetings
        for row in meeting.convenings
    }


def _check_convenes(case: Case, sentence: Sentence) -> None:
    """ "the Working Group ... held": a body that convened one of the meetings."""
    if not references(case, sentence.start, sentence.end):
        return
    for found in _HELD.finditer(case.low, sentence.start, sentence.end):
        run = run_before(case, found.start(), sentence.start)
        for mention in run.mentions if run else ():
            body = mention.entity.body
            if body is None or mention.is_common or mention.entity.is_forum:
                continue
            if is_elsewhen(case, sentence, mention.start):
                continue
            bodies = _joined(case.record.week)
            case.sheet.claim(Kind.BODY, mention.start, mention.end)
            if body.abbreviation not in bodies:
                _say_body(case, mention, bodies)


def _say_body(case: Case, mention: Mention, bodies: dict[str, str]) -> None:
    case.sheet.error(
        Kind.BODY,
        (mention.start, mention.end),
        f"The record has {told(bodies.values())}.",
        next(iter(bodies.values())) if len(bodies) == 1 else None,
    )


def _check_host(case: Case, sentence: Sentence) -> None:
    hosting = _HOSTING.search(case.low, sentence.start, sentence.end)
    if hosting and _THANKED.search(case.low, sentence.start, hosting.start()):
        for found in _GOVERNMENT.finditer(case.low, sentence.start, hosting.start()):
            _compare_host(case, case.mention_at(found.end()))
    by = _HOSTED_BY.search(case.low, sentence.start, sentence.end)
    opens = by is not None and by.start() == sentence.start
    if by and (opens or references(case, sentence.start, by.start())):
        _compare_host(case, case.mention_at(by.end()))


def _compare_host(case: Case, mention: Mention | None) -> None:
    if mention is None or not mention.entity.is_state:
        return
    hosts = {row.country.name for row in case.record.week if row.country}
    if case.record.host:
        hosts.add(case.record.host.name)
    hosts |= (
        {party.name for party in case.record.chairs} if not case.record.host else set()
    )
    case.sheet.claim(Kind.HOST, mention.start, mention.end, checked=bool(hosts))
    if not hosts or mention.entity.key in hosts:
        return
    host = case.record.host or next(
        (row.country for row in case.record.covered if row.country), None
    )
    if host is None:
        return
    name = case.party(host)
    if case.low.endswith("the ", 0, mention.start):
        name = name.removeprefix("the ")
    case.sheet.error(
        Kind.HOST,
        (mention.start, mention.end),
        f"The record has {host.running_name} as host.",
        name,
    )
