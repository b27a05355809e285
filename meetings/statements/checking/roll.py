"""Who is told of as attending without a count, and who is left out."""

import re

from meetings.facts import AttendanceFact, Capacity, PartyFact
from meetings.statements import prose

from . import context, groups
from .apologies import check_apologies_whole, told_apologies
from .case import Case, Spans
from .counted import Counted
from .lexicon import Mention
from .reading import Sentence
from .result import Kind, told
from .runs import items, run_before

_OBSERVED = re.compile(
    r"(?:,)? (?:also )?(?:attended|participated|took part|joined|were present|was present|were in attendance)"
    r"(?: the \w+)?(?: in the \w+)? (?:as|in the capacity of) (?:an )?observers?\b"
)
_STOP = re.compile(
    r"\b(?:which|who|where|while|whose|to discuss|to consider|to share|to commemorate|to mark|focus\w*|"
    r"discuss\w*|consider\w*|held|hosted|in order|on the|highlight\w*|recogni\w+|under the|spoke|shared|presented|told|reported|noted|asked|gave|were given|were told)\b"
)
_ITEM_BEFORE = re.compile(
    r"(?:[,;:(\[]| -|\band|\bor|\bas well as|\bby|\bincluded|\bincluding|\bfrom|\bof|\bwere|\bwas|\bwith|\balongside|\bboth|\bnamely|"
    r"\bcomprised|\bcomprising|\brepresenting|\btogether)"
    r"(?: both)?(?: representatives| officials| delegates| delegations| participants| members| observers| experts)?"
    r"(?: of| from)?(?: ?the)?(?: governments? of)?(?: the)? ?$"
)
_FROM = re.compile(r"(\w+) (?:from|of)(?: the)? ?$")
_STREAMS = re.compile(r"\b(?:other )?(?:bali process )?work ?streams\b(?! \()")
_SENDERS = {
    "representatives", "representative", "officials", "delegates", "delegations", "participants",
    "members", "observers", "experts", "governments", "government", "participation", "attendance",
    "consisted", "attendees", "also", "were", "was", "came", "coming", "only", "colleagues", "delegation", "ministers", "and", "as", "present",
}  # fmt: skip
_ITEM_AFTER = re.compile(
    r"(?:[,;.)\]:(\[]|$| \(| \[| and\b| as\b| program| also\b| other\b| plus\b| [-–—]| co-managers?\b| delegations?\b| together\b| at\b| (?:were|was)(?= (?:also )?(?:present|represented|in attendance))| attended\b| in\b| representing\b)"
)


def check_roll(case: Case, counted: list[Counted]) -> None:
    taken = Spans((group.start, group.end) for group in counted if group.items)
    sent: set[str] = set()
    for sentence in case.sentences:
        apologies = told_apologies(case, sentence)
        if apologies is not None:
            sent |= apologies
            continue
        _check_observed(case, sentence)
        region = _region(case, sentence)
        if region:
            _check_region(case, region, taken)
    check_apologies_whole(case, sent)
    _check_left_out(case, counted)


def _region(case: Case, sentence: Sentence) -> tuple[int, int] | None:
    """Return where the sentence lists those who attended."""
    found = context.trigger(case, sentence)
    if found:
        begins = found.end()
    elif context.lead_of(case, sentence):
        begins = sentence.start
    else:
        return None
    stop = _STOP.search(case.low, begins, sentence.end)
    return begins, stop.start() if stop else sentence.end


def _check_region(case: Case, region: tuple[int, int], taken: Spans) -> None:
    seen: set[str] = set()
    for mention in case.mentions.within(*region):
        case.passed.add(mention.entity.key)
        if taken.around(mention.start) or not _is_attendee(case, mention, region):
            continue
        check_present(case, mention)
        case.attend(mention)
        case.strange |= mention.entity.key not in case.record.present
        if mention.entity.key in seen and not _in_bracket(case, mention):
            case.sheet.error(
                Kind.NAME,
                (mention.start, mention.end),
                "This name is among those who attended already.",
            )
        seen.add(mention.entity.key)


def _in_bracket(case: Case, mention: Mention) -> bool:
    return case.text[mention.start - 1 : mention.start] in {"(", "["}


def _is_attendee(case: Case, mention: Mention, region: tuple[int, int]) -> bool:
    if mention.name.official or mention.is_common or mention.entity.party is None:
        return False
    window = case.low[max(region[0] - 30, mention.start - 60) : mention.start]
    sender = _FROM.search(window)
    if sender and sender[1] not in _SENDERS:
        return False
    first = mention.start - region[0] <= 12
    return bool(first or _ITEM_BEFORE.search(window)) and bool(
        _ITEM_AFTER.match(case.low, mention.end)
    )


def check_present(case: Case, mention: Mention, kind: Kind = Kind.NAME) -> None:
    """Report a party that is told of as present, and is recorded otherwise."""
    record, name = case.record, mention.entity.key
    span = (mention.start, mention.end)
    row = record.rows.get(name)
    known = record.complete or row is not None
    case.sheet.claim(Kind.NAME, *span, checked=known and bool(record.present))
    if row and row.present:
        return
    if _convenes(case, mention) or not record.present:
        return
    if name in record.speakers:
        return
    who = prose.sentence_case(mention.entity.running)
    if row:
        case.sheet.error(Kind.APOLOGIES, span, f"{who} sent apologies.")
    elif record.complete and name in record.present_in_week:
        case.sheet.warning(
            kind, span, f"{who} attended another meeting of the week, not these."
        )
    elif record.complete:
        case.sheet.error(kind, span, f"{who} is not recorded as present.")


def _convenes(case: Case, mention: Mention) -> bool:
    body = mention.entity.body
    return body is not None and body.abbreviation in {
        row.body.abbreviation
        for meeting in case.record.week
        for row in meeting.convenings
    }


def _check_observed(case: Case, sentence: Sentence) -> None:
    """ "X and Y attended as observers": whoever is a member did not."""
    for found in _OBSERVED.finditer(case.low, sentence.start, sentence.end):
        for mention in _before(case, sentence, found.start()):
            check_present(case, mention)
            case.attend(mention)
            row = case.record.present.get(mention.entity.key)
            if row and row.capacity == Capacity.MEMBER:
                case.sheet.error(
                    Kind.CAPACITY,
                    (mention.start, mention.end),
                    f"{row.party.running_name} attended as a member.",
                    says=f"{row.party.name} as observer",
                )


def _before(case: Case, sentence: Sentence, place: int) -> list[Mention]:
    """Return the names before a verb: the whole sentence, if it is a list up to here."""
    run = run_before(case, place, sentence.start)
    found = [item.mention for item in items(case, sentence.start, place)]
    known = [mention for mention in found if mention]
    if len(known) > 3 and len(known) * 4 >= len(found) * 3:
        return known
    return list(run.mentions) if run else []


def _check_left_out(case: Case, counted: list[Counted]) -> None:
    """Report parties present that no list of attendance names, where most are named."""
    present = case.record.present
    named = case.attending & set(present)
    if len(named) < 2 or len(named) < 0.6 * len(present):
        return
    spared = case.reported | _spared(case, counted) | case.attending | case.passed
    lacking: dict[Mention, list[AttendanceFact]] = {}
    for name, row in present.items():
        if name not in spared:
            lacking.setdefault(_anchor(case, row.party), []).append(row)
    for anchor, rows in lacking.items():
        _say_left_out(case, anchor, rows)


def _spared(case: Case, counted: list[Counted]) -> set[str]:
    """Return those whom a text need not name: counted without a list, or "we" who speak."""
    spared: set[str] = set()
    for group in counted:
        meant = groups.group(group.label, case.record)
        if meant and group.attending and not group.items:
            spared |= _mostly_unnamed(meant.choices, case.attending)
    chairs = {party.name for party in case.record.chairs}
    if not chairs & case.attending:
        spared |= chairs
    others = {name for name, row in case.record.present.items() if _is_minor(row)}
    # A text may leave out the workstreams, or name them all in two words.
    if not others & (case.attending | case.passed):
        spared |= others
    if _STREAMS.search(case.low):
        spared |= {
            name
            for name in others
            if case.record.present[name].capacity == Capacity.WORKSTREAM
        }
    return spared


def _is_minor(row: AttendanceFact) -> bool:
    return row.capacity in {Capacity.WORKSTREAM, Capacity.OTHER}


def _mostly_unnamed(
    choices: tuple[frozenset[str], ...], attending: set[str]
) -> set[str]:
    """Return the group unless a list elsewhere in the text names most of it."""
    whole = set().union(*choices)
    return set() if len(whole & attending) > 0.5 * len(whole) else whole


def _say_left_out(case: Case, anchor: Mention, rows: list[AttendanceFact]) -> None:
    parties = [row.party for row in rows]
    names = ", ".join(case.party(party, listed=True) for party in parties)
    written = case.text[anchor.start : anchor.end]
    beside = case.record.present.get(anchor.entity.key)
    listed = (
        case.text[anchor.end : anchor.end + 2] == ", "
        and beside is not None
        and all(row.capacity == beside.capacity for row in rows)
    )
    minor = all(map(_is_minor, rows))
    who = told(party.running_name for party in parties)
    was, is_ = ("was", "is") if len(rows) == 1 else ("were", "are")
    (case.sheet.warning if minor else case.sheet.error)(
        Kind.MISSING,
        (anchor.start, anchor.end),
        f"{prose.sentence_case(who)} {was} present and {is_} "
        f"not named among those who attended.",
        f"{written}, {names}" if listed and not case.strange else None,
        says="the parties named as attending",
    )


def _anchor(case: Case, party: PartyFact) -> Mention:
    """Return the name after which a party would stand in the lists of the text."""
    rows = [
        mention
        for mention in case.attendees
        if mention.entity.party and mention.entity.party.is_state == party.is_state
    ] or case.attendees
    before = [
        mention
        for mention in rows
        if mention.entity.party
        and mention.entity.party.order < party.order
        and case.text[mention.end : mention.end + 2] == ", "
    ]
    return before[-1] if before else rows[0]
