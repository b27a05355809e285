"""Dates and weekdays against the meetings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from meetings.facts import MeetingFacts
from meetings.statements import prose

from .calendar import WEEKDAYS, Dated, dates
from .case import Case, Reference
from .elsewhen import is_elsewhen
from .reading import Block, Sentence
from .record import Span, span_of
from .references import references
from .result import Kind
from .spans import fits, written_like

_HELD = re.compile(
    r"\b(?:held|met|convened|reconvened|came together|took place|taking place|hosted|gathered|organi[sz]ed|attended|co-chaired|chaired|"
    r"conducted|visited|assembled|meeting|convening)\b"
)
_OPENS = re.compile(r"(?:on|from|between|in|over|during)(?: the)? ?$")
_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|since|after|no later than|due|dated|adopted|endorsed on|signed|entered into force on|"
    r"as of|published|expir\w+|deadline of|circulated|submitted|issued|launched) (?:on |in |the )?$"
)
_BETWEEN = re.compile(
    r"(?: (?:of|with|for) (?:the )?_+)?(?: \(_+\))?,?(?: (?:which|that))?(?: (?:was|were))?"
    r"(?: (?:held|convened|hosted|took place|taking place))?(?: in _*[\w ]{0,30})?,? ?(?:on |\(on |\()?"
)
_FAR = 160
_PUT_UP = re.compile(r"\b(?:posted|published|updated)(?: on)?:? $")
_FILED = re.compile(
    r" ?\| ?(?:events?|news|media releases?|press releases?|articles?)\b"
)
"""When a page was put up: "posted on 20 October 2023", "01 February 2025 | Event"."""
_EVENTS = re.compile(
    r"\b(?:meetings?|conferences?|events?|dialogues?|workshops?|roundtables?|round tables?|trainings?|visits?|sessions?|"
    r"forums?|symposium|consultations?|week|gatherings?|exercises?|summit|course|webinar|report|declaration|strategy|plan|statement|resolution)\b"
)


def check_days(case: Case) -> None:
    first = case.record.first_day
    opened = False
    for sentence in case.sentences:
        block = case.block_of(sentence)
        year = first.year if first else None
        for dated in dates(case.low, sentence.start, sentence.end, year):
            _check_calendar(case, dated)
            if block is None or dated.first is None or dated.start in case.answered:
                continue
            if _is_of_page(case, dated):
                continue
            if case.is_heading(block):
                _check_heading(case, block, dated)
            elif _check_sentence(case, sentence, dated, opening=not opened):
                opened = True
            else:
                opened = opened or _is_of_week(case, dated)


def _is_of_page(case: Case, dated: Dated) -> bool:
    before = case.low[max(0, dated.start - 20) : dated.start]
    return bool(_PUT_UP.search(before) or _FILED.match(case.low, dated.end))


def _is_of_week(case: Case, dated: Dated) -> bool:
    """Tell a whole date of the meetings: what opens a text is behind it."""
    spans = _week(case)
    return dated.precision == "day" and any(fits(dated, span) for span in spans)


def _check_calendar(case: Case, dated: Dated) -> None:
    """Report weekdays that are another's, and days that do not exist."""
    if dated.first is None:
        case.sheet.claim(Kind.DATE, dated.start, dated.end)
        case.sheet.error(Kind.DATE, (dated.start, dated.end), "There is no such day.")
    for start, end, day in dated.weekdays:
        case.sheet.claim(Kind.WEEKDAY, start, end)
        right = WEEKDAYS[day.weekday()]
        written = case.text[start:end]
        if case.low[start:end] != right:
            case.sheet.error(
                Kind.WEEKDAY,
                (start, end),
                f"{prose.day(day)} is a {right.capitalize()}.",
                right.upper() if written.isupper() else right.capitalize(),
                says=case.text[dated.start : dated.end],
            )


def _check_heading(case: Case, block: Block, dated: Dated) -> None:
    """A heading's date is that of the meeting it names, or of the whole."""
    found = references(case, block.start, block.end)
    named = _meetings(found)
    expected = _spans(named) or _week(case)
    allowed = list(expected)
    if len(found) != 1 or dated.is_range or dated.precision != "day":
        allowed += [*case.days(block.start, block.end), *_spans([], whole=named)]
    _compare(case, dated, allowed, expected or list(case.days()))


@dataclass(frozen=True, slots=True)
class _Told:
    """A date within its sentence."""

    dated: Dated
    sentence: Sentence
    references: list[Reference]
    initial: bool
    """Whether the sentence opens with it: "On 1 December ..."."""
    held: bool
    """Whether the sentence says that something was held."""
    opening: bool
    """Whether no sentence before told a date of the meetings."""


def _check_sentence(
    case: Case, sentence: Sentence, dated: Dated, *, opening: bool
) -> bool:
    """Compare a date that the sentence gives its meetings; tell whether it does."""
    before = case.low[max(sentence.start, dated.start - 30) : dated.start]
    told = _Told(
        dated,
        sentence,
        references(case, sentence.start, sentence.end),
        initial=dated.start - sentence.start <= 9 and bool(_OPENS.search(before)),
        held=_tells_holding(case, sentence),
        opening=opening,
    )
    vague = dated.precision != "day"
    beside = () if vague or dated.is_range else _beside(case, told)
    if _DEADLINE.search(before) or not (beside or _is_linked(case, told)):
        return False
    if vague and not told.held:
        return False
    if not opening and is_elsewhen(case, sentence, dated.start):
        return False
    if beside:
        _compare(case, dated, _spans(beside), _spans(beside))
        return True
    named = _meetings(told.references)
    likeliest = _likeliest(case, named, opening=opening)
    if dated.is_range or vague:
        told_of = case.days(sentence.start, sentence.end)
        allowed = [*_spans(named), *_spans([], whole=named), *told_of]
        if not opening:
            allowed += _week(case)
        _compare(case, dated, allowed, likeliest)
    elif told.held and len(named) == 1:
        _compare(case, dated, _spans(named), _spans(named))
    else:
        whole = _week(case)
        _compare(case, dated, whole, likeliest or whole)
    return True


def _is_linked(case: Case, told: _Told) -> bool:
    """Tell a date of the meetings from one of a law, a report or another year."""
    start, sentence = told.dated.start, told.sentence
    if told.opening and (told.held or (told.initial and _tells_event(case, sentence))):
        return True
    if any(0 < start - row.end <= 12 for row in told.references):
        return True
    if told.initial and (told.references or told.held):
        return bool(told.references) or _is_near(case, told.dated)
    nouns = list(_EVENTS.finditer(case.low, max(sentence.start, start - 120), start))
    if nouns:
        last = nouns[-1]
        return start - last.end() < 70 and any(
            row.start <= last.start() < row.end for row in told.references
        )
    return told.initial and _is_near(case, told.dated)


def _beside(case: Case, told: _Told) -> tuple[MeetingFacts, ...]:
    """Return the meeting right before a date: "the Annual Meeting, held on 1 December"."""
    place = told.dated.start
    near = [row for row in told.references if row.end <= place][-1:]
    if not near or place - near[0].end > _FAR:
        return ()
    between = case.words_without_names(near[0].end, place)
    return near[0].meetings if _BETWEEN.fullmatch(between) else ()


def _tells_event(case: Case, sentence: Sentence) -> bool:
    return _EVENTS.search(case.low, sentence.start, sentence.end) is not None


def _tells_holding(case: Case, sentence: Sentence) -> bool:
    key = sentence.start
    if key not in case.holding:
        found = _HELD.search(case.low, sentence.start, sentence.end)
        case.holding[key] = found is not None
    return case.holding[key]


def _is_near(case: Case, dated: Dated) -> bool:
    """Tell a date of about the time of the meetings."""
    span = span_of(case.record.week)
    return (
        span is not None
        and dated.first is not None
        and abs((dated.first - span.first).days) <= 31
    )


def _week(case: Case) -> list[Span]:
    """Return the days of the week's meetings; vague ones tell nothing beside others."""
    spans = _spans(case.record.week)
    return [span for span in spans if span.precision == "day"] or spans


def _likeliest(
    case: Case, named: tuple[MeetingFacts, ...], *, opening: bool
) -> list[Span]:
    if named and not opening:
        return _spans([], whole=named)
    return list(case.days())


def _meetings(found: Iterable[Reference]) -> tuple[MeetingFacts, ...]:
    rows = {row.slug: row for reference in found for row in reference.meetings}
    return tuple(rows.values())


def _spans(
    meetings: Iterable[MeetingFacts], *, whole: Iterable[MeetingFacts] = ()
) -> list[Span]:
    """Return the days of each meeting, and those of ``whole`` together."""
    found = [span_of([meeting]) for meeting in meetings]
    found.append(span_of(whole))
    return list(dict.fromkeys(span for span in found if span))


def _compare(
    case: Case, dated: Dated, allowed: list[Span], likeliest: list[Span]
) -> None:
    answers = [fits(dated, span) for span in allowed]
    known = [answer for answer in answers if answer is not None]
    case.sheet.claim(Kind.DATE, dated.start, dated.end, checked=bool(known))
    if not known or any(answers) or len(known) < len(answers):
        return
    told = likeliest or allowed
    said = " or ".join(
        dict.fromkeys(
            prose.when(row.first, row.last, row.precision) for row in told[:3]
        )
    )
    case.sheet.error(
        Kind.DATE,
        (dated.start, dated.end),
        f"The record has {said}.",
        written_like(case, dated, told[0]),
    )


def is_heading_date(case: Case, dated: Dated) -> bool:
    """Tell a date that could be that of the meetings: of their year."""
    return any(
        row.starts_on
        and dated.first
        and abs(row.starts_on.year - dated.first.year) <= 1
        for row in case.record.week
    )
