"""Parties that the prose says took part: they must have attended."""

import re

from .case import Case
from .lexicon import Mention
from .reading import Sentence
from .result import Kind
from .roll import check_present
from .runs import opens_clause, run_after, run_before

_ADVERB = r"(?:(?:also|then|both|each|jointly|further|together|in turn|respectively|additionally|subsequently|briefly|in particular|in addition),? )*"
_DID = re.compile(
    r",? " + _ADVERB + r"(?:"
    r"presented|co-presented|spoke|shared|moderated|co-moderated|facilitated|co-facilitated|briefed|updated|outlined|intervened|attended|participated|"
    r"took part|took the floor|reported|showcased|highlighted|demonstrated|described|explained|summari[sz]ed|"
    r"emphasi[sz]ed|underlined|underscored|stressed|noted|reflected|commented|elaborated|detailed|recounted|"
    r"chaired|co-chaired|delivered|gave|provided|offered|made (?:a |an )?(?:presentation|intervention|statement|remarks)|"
    r"led (?:a|an|the) (?:\w+ ){0,3}(?:panel|discussion|session|workshop|exercise|dialogue|group|presentation)|"
    r"hosted (?:a|an|the) (?:\w+ ){0,3}(?:session|side event|reception|meeting|event|visit|dinner)|"
    r"opened (?:the|with)|closed the|introduced (?:a|an|the|its|their) (?:\w+ ){0,3}(?:session|panel|speaker|paper|concept|topic)|"
    r"joined (?:the|a|an|in)|contributed to (?:the|a) (?:\w+ ){0,2}(?:discussion|session|panel|meeting|dialogue)|"
    r"(?:was|were) (?:also )?(?:represented|in attendance|present)|"
    r"observed(?=[.,;]|$)|discussed|exchanged|announced|informed|expressed|proposed|agreed|recalled|told"
    r")\b"
)
_WEAK = re.compile(
    r"(?:noted|announced|agreed|proposed|expressed|recalled|informed|demonstrated|provided|offered|reported|highlighted|delivered|gave|stressed|discussed)$"
)
_SPEECH = re.compile(
    r" (?:\w+ ){0,4}?(?:presentations?|updates?|address(?:es)?|remarks|overviews?|briefings?|case stud\w+|keynotes?|talks?|examples?|"
    r"insights|perspectives|experiences?|statements?|speech(?:es)?|reports?)\b"
)
_AGENT = re.compile(
    r"\b(?:(?:co-)?moderated|(?:co-)?facilitated|presented|delivered|given|(?:co-)?led|(?:co-)?chaired|shared|opened|closed|introduced|"
    r"addressed|presentations?|interventions?|remarks|briefings?|updates?|contributions?|keynotes?|address(?:es)?|case stud(?:y|ies)|"
    r"panels?|panell?ists|speakers?|presenters?|moderators?|facilitators?|discussants?|rapporteurs?|statements?|perspectives|insights|"
    r"(?:was|were) (?:reported|described|outlined|explained)|experts|practitioners|delegates|delegations?|representatives|officials|participants|interjections?|reflections|demonstrations?|heard)"
    r"(?: (?:of \w+ \w+|provided|given|delivered|made|shared))? (?:by|from|between)(?: both)? (?=\w)"
)
_OF_THOSE = re.compile(
    r"\b(?:speakers|panell?ists|panel|presenters|moderators|discussants|experts) (?:of|included|including|comprised|were|comprising|featured|featuring|with)(?: representatives (?:of|from))? (?=\w)"
)
_BEHALF = re.compile(r"\bon behalf of (?=\w)")
_AGENTS = (
    (_AGENT, (" by ", " from ", " between ")),
    (
        _OF_THOSE,
        ("panel", "speakers", "presenters", "moderators", "discussants", "experts"),
    ),
    (_BEHALF, ("behalf",)),
)
_INVITED = re.compile(
    r"\b(?:invited|thanked|asked|called on|called upon) (?:the )?(?=\w)"
)
_INVITED_TO = re.compile(
    r" to (?:present|share|speak|brief|update|give|deliver|lead|moderate|outline)\b"
)
_LED = re.compile(
    r"-(?:led|moderated|facilitated|chaired|hosted)\b(?= (?:panel|session|discussion|presentation|workshop|side|small|breakout|table|roundtable|dialogue|exercise|simulation|group))"
)
_AS_CHAIR = re.compile(
    r" \(as (?:the )?([^()]{2,80}?) (?:senior official )?(co-chair|co-manager|chair)s?\)"
)
_OFFICE = re.compile(
    r"(?:'s?)? (?:co-managers?|delegations?|representatives?|delegates?)\b"
)
_NOT_THEN = re.compile(
    r"\b(?:will|would|plans? to|is to|are to|next year|previous(?:ly)?|earlier (?:this|in)|last year|in the past|research|report (?:by|of)|study by|"
    r"commissioned|in 19\d\d|since (?:19|20)\d\d|had|has|have|victims?|nationals?|workers? from|citizens)\b"
)


def check_participation(case: Case) -> None:
    for sentence in case.sentences:
        block = case.block_of(sentence)
        if block is None:
            continue
        _subjects(case, sentence)
        _agents(case, sentence)
        _invited(case, sentence)
    for mention in case.mentions.all:
        if _LED.match(case.low, mention.end):
            _took_part(case, mention)


def _subjects(case: Case, sentence: Sentence) -> None:
    """ "A, B and C presented ...", at the beginning of a clause."""
    for mention in case.mentions.within(sentence.start, sentence.end):
        end = _past_bracket(case, mention, sentence)
        did = _DID.match(case.low, end, sentence.end)
        if not did or mention.name.official:
            continue
        run = run_before(case, mention.end, sentence.start)
        if run is None:
            continue
        if not opens_clause(case, run, sentence.start):
            continue
        check_twice(case, run.mentions if run else ())
        for named in run.mentions:
            if not _is_other_time(case, sentence, did):
                _took_part(case, named)
            if (
                re.search(
                    r"\b(?:attended|participated|took part|present|represented|observed)$",
                    did[0],
                )
                and named.entity.party
            ):
                case.attend(named)


def check_twice(case: Case, mentions: tuple[Mention, ...]) -> None:
    """Report a name that stands in a row twice."""
    seen: set[str] = set()
    for mention in mentions:
        if mention.entity.key in seen:
            case.sheet.error(
                Kind.NAME,
                (mention.start, mention.end),
                "This name stands in the row already.",
            )
        seen.add(mention.entity.key)


def _is_other_time(case: Case, sentence: Sentence, did: re.Match[str]) -> bool:
    """Tell what a state noted or announced some other day from what it said here."""
    return (
        _WEAK.search(did[0]) is not None
        and _SPEECH.match(case.low, did.end(), sentence.end) is None
        and _NOT_THEN.search(case.low, sentence.start, sentence.end) is not None
    )


def _agents(case: Case, sentence: Sentence) -> None:
    """ "moderated by A", "presentations from B and C", "panellists included D"."""
    words = case.low[sentence.start : sentence.end]
    for pattern, hints in _AGENTS:
        if not any(hint in words for hint in hints):
            continue  # a search for all of the words takes its time
        free = sentence.start
        for found in pattern.finditer(case.low, sentence.start, sentence.end):
            if found.end() < free or _is_report(case, found.start()):
                continue
            run = run_after(case, found.end(), sentence.end)
            free = run.end if run else found.end()
            # What a body of the forum leads may go on elsewhere.
            leads = found[0].startswith(("led", "co-led", "chaired", "co-chaired"))
            if found[0].startswith(("was ", "were ")) and run and len(run.mentions) < 3:
                continue  # "cases were reported by ..."
            for mention in run.mentions if run else ():
                if not (leads and mention.entity.body):
                    _took_part(case, mention)
            check_twice(case, run.mentions if run else ())


def _invited(case: Case, sentence: Sentence) -> None:
    """ "invited UNODC to present ... and the Philippines to share ..."."""
    found = _INVITED.search(case.low, sentence.start, sentence.end)
    if not found:
        return
    for mention in case.mentions.within(found.end(), sentence.end):
        if _INVITED_TO.match(case.low, mention.end):
            _took_part(case, mention)


def _is_report(case: Case, place: int) -> bool:
    """Tell a paper that was presented elsewhere: "a report presented by"."""
    before = case.low[max(0, place - 30) : place]
    return bool(
        re.search(
            r"\b(?:research|studies|study|guidelines|resolution|law|legislation) $",
            before,
        )
    )


def _past_bracket(case: Case, mention: Mention, sentence: Sentence) -> int:
    office = _OFFICE.match(case.low, mention.end, sentence.end)
    if office:
        return office.end()
    opens = mention.end + 1
    if case.text[mention.end : opens] == " " and opens < sentence.end:
        closes = case.reading.brackets.get(opens)
        if closes is not None and closes < sentence.end and closes - opens < 100:
            return closes + 1
    return mention.end


def _took_part(case: Case, mention: Mention) -> None:
    entity = mention.entity
    if entity.party is None or mention.is_common or mention.name.official:
        return
    if case.slanted.around(mention.start) and case.titles.around(mention.start):
        return
    if case.low.startswith(" secretariat", mention.end):
        return
    check_present(case, mention, Kind.ABSENT)
    _check_office(case, mention)


def _check_office(case: Case, mention: Mention) -> None:
    """ "New Zealand (as DWG Co-Chair)": the capacity of the contribution."""
    found = _AS_CHAIR.match(case.low, mention.end)
    if not found:
        return
    named = case.mentions.within(found.start(1), found.end(1))
    spoke_as = {
        row.as_body.abbreviation: row.as_body
        for meeting in case.record.week
        for session in meeting.sessions
        for row in session.contributions
        if row.as_body and row.party and row.party.name == mention.entity.key
    }
    chairs = {
        row.body
        for meeting in case.record.week
        for row in meeting.chairs
        if row.party.name == mention.entity.key
    }
    bodies = {row.entity.body.abbreviation for row in named if row.entity.body}
    case.sheet.claim(
        Kind.CAPACITY,
        *found.span(1),
        checked=bool(bodies and (spoke_as or bodies & chairs)),
    )
    if not bodies or not spoke_as or bodies & (set(spoke_as) | chairs):
        return
    recorded = next(iter(spoke_as))
    case.sheet.error(
        Kind.CAPACITY,
        found.span(1),
        f"{mention.entity.party.running_name if mention.entity.party else ''} spoke for the {recorded}.",
        recorded,
    )
