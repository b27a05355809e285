"""Other meetings that a text tells of in passing: their days and places are on record too.

"Since the Fifth Ministerial Conference, held in Bali on 2 April 2013": whether the record
has it so. It runs before the checks of the meetings themselves and tells them which dates
and ordinals are answered for.
"""

import re
from collections.abc import Iterator

from meetings.facts import HeldFact
from meetings.statements import prose

from .calendar import Dated, dates
from .case import Case
from .figures import Figure, ordinal_like, ordinals
from .reading import Sentence, fold
from .record import Span, span_of
from .references import body_at, leads_to, nouns_of, numbered
from .result import Kind
from .spans import fits, written_like

_OF_ONE_BODY = (
    "ministerial_conference",
    "senior_officials",
    "steering_group",
    "ad_hoc_group",
)
"""Kinds that only one body has: their ordinals need no name beside them."""
_Numbered = dict[tuple[str, int], list[HeldFact]]
_NEAR = 90
_FAR = 160
_TITLE = 24
_BETWEEN = re.compile(
    r"(?: of the)?[\s_,]*(?:\([^()]{1,30}\))?,?(?: (?:which|that))?(?: was| were)?(?: also)?"
    r"(?: (?:held|convened|hosted|took place))?"
    r"(?:,? (?:in|at) (?P<city>[\w' -]{2,40}?)(?:, [\w' -]{2,40}?)?)?,?"
    r" ?(?:\((?:(?P<told>[\w' -]{2,40}?),(?: [\w' -]{2,40}?,)?)? ?)?"
    r"(?:on|from|between|over|in|of|during)?(?: the)? ?"
)


def check_others(case: Case) -> None:
    if not case.others:
        return
    titles = list(_titles(case))
    known = _numbered(case)
    for sentence in case.sentences:
        for figure in ordinals(case.low, sentence.start, sentence.end):
            if not case.mentions.around(figure.start):
                _by_ordinal(case, sentence, figure, known)
        for held, title in titles:
            place = case.low.find(title, sentence.start, sentence.end)
            if place >= 0:
                _check(case, sentence, (place, place + len(title)), held)


def _by_ordinal(
    case: Case, sentence: Sentence, figure: Figure, known: _Numbered
) -> None:
    """Check the one meeting of that kind, body and ordinal, if it is another."""
    stop = min(sentence.end, figure.end + _NEAR)
    since = case.low.endswith("since the ", 0, figure.start)
    for kind in (*_OF_ONE_BODY, "annual_meeting"):
        held = known.get((kind, figure.value), [])
        last = since and kind in _OF_ONE_BODY
        if not (held or last):
            continue
        noun = nouns_of(kind).search(case.low, figure.end, stop)
        if noun is None or not leads_to(case, figure.end, noun.start()):
            continue
        body = body_at(case, sentence.start, figure.start, noun.end(), stop + 80)
        if not body and noun[0].startswith("meeting"):
            continue
        found = [
            row
            for row in held
            if (body in row.bodies or (not body and kind in _OF_ONE_BODY))
        ]
        if last:
            before = _last_before(case, kind, known)
            _check_since(case, before, figure, noun.end())
        if len(found) == 1:
            _check(case, sentence, (figure.start, noun.end()), found[0])
            return


def _last_before(case: Case, kind: str, known: _Numbered) -> int:
    """Return the number of the last of its kind before these meetings; 0 without one."""
    first = case.record.first_day
    return max(
        (
            number
            for (of, number), held in known.items()
            if of == kind and first and any(row.starts_on < first for row in held)
        ),
        default=0,
    )


def _check_since(case: Case, before: int, figure: Figure, end: int) -> None:
    """ "Since the Ninth Ministerial Conference": one that was held by then."""
    if not before:
        return
    case.sheet.claim(Kind.ORDINAL, figure.start, figure.end)
    if figure.value > before:
        written = case.text[figure.start : figure.end]
        last = ordinal_like(written, before, word=figure.word)
        case.sheet.error(
            Kind.ORDINAL,
            (figure.start, figure.end),
            f"The last before these meetings was the {last}.",
            last,
            says=case.text[figure.start : end],
        )


def _numbered(case: Case) -> _Numbered:
    found: _Numbered = {}
    for held in case.others:
        for number in numbered(held):
            found.setdefault((held.kind, number), []).append(held)
    return found


def _titles(case: Case) -> Iterator[tuple[HeldFact, str]]:
    """Yield titles that stand in the text and are like no meeting's of the week."""
    week = [fold(meeting.title) for meeting in case.record.week]
    for held in case.others:
        title = fold(held.title)
        if len(title) < _TITLE or title not in case.low:
            continue
        if not any(title in own or own in title for own in week):
            yield held, title


def _check(
    case: Case, sentence: Sentence, name: tuple[int, int], held: HeldFact
) -> None:
    begins, end = name
    stop = min(sentence.end, end + _FAR)
    dated = next(dates(case.low, end, stop, held.starts_on.year), None)
    if dated is None or dated.first is None:
        return
    between = _BETWEEN.fullmatch(case.words_without_names(end, dated.start))
    if between is None:
        return
    span = Span(held.starts_on, held.ends_on, held.precision)
    borne_out = fits(dated, span)
    ours = [*(span_of([row]) for row in case.record.week), *case.days()]
    if not borne_out and any(row and fits(dated, row) for row in ours):
        return  # our own meeting, with another's ordinal
    case.answered |= {begins, dated.start}
    case.sheet.claim(Kind.DATE, dated.start, dated.end, checked=borne_out is not None)
    if borne_out is False:
        _say(case, dated, span, case.text[begins:end])
    for part in ("city", "told"):
        if between[part] and held.city:
            place = end + between.start(part)
            _check_city(case, place, place + len(between[part]), held)


def _say(case: Case, dated: Dated, span: Span, name: str) -> None:
    when = prose.when(span.first, span.last, span.precision)
    case.sheet.error(
        Kind.DATE,
        (dated.start, dated.end),
        f"The record has {when} for the {name}.",
        written_like(case, dated, span),
    )


def _check_city(case: Case, start: int, end: int, held: HeldFact) -> None:
    told, city = case.low[start:end], fold(held.city)
    if "_" in case.words_without_names(start, end) or not case.text[start].isupper():
        return
    case.answered.add(start)
    case.sheet.claim(Kind.VENUE, start, end)
    if told not in city and city not in told:
        case.sheet.error(
            Kind.VENUE, (start, end), f"The record has {held.city}.", held.city
        )
