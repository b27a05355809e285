"""Ordinals of meetings: "10th Annual Meeting", "Tenth Annual Meeting"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from meetings.facts import MeetingFacts

from .case import Case
from .elsewhen import is_elsewhen
from .figures import Figure, ordinal_like, ordinals
from .reading import Sentence, fold
from .references import body_at, in_title, leads_to, nouns_of, numbered
from .result import Kind

_ELSEWHEN = re.compile(
    r"\b(?:next|future|forthcoming|upcoming|previous|last|past|earlier|former|prior|will|since|recall\w*|following the|"
    r"building on|follow(?:s|ed|ing)?(?:-up)?|ahead of|lead-?up|looking forward|looked forward|as agreed|outcomes? of the|mandate\w*|"
    r"established|preceding|until|before|prepar\w+|after the|adopted at|endorsed at|host the|decided|"
    r"welcom\w+ the (?:offer|outcome)|report\w* (?:of|from) the)\b"
)
_LATER = re.compile(
    r"(?: of the [\w -]{3,60}?)?(?:,? (?:which )?(?:will|is to|to be held)\b|,? (?:held |held in |hosted )?(?:in |of )(?:\w+,? )?(\d{4})\b)"
)
_ANNIVERSARY = re.compile(r" anniversary\b")
_TIME = re.compile(r" time\b(?! since)")
_MET = re.compile(r"\b(?:met|convened|gathered|assembled|came together) for the $")
_WITHIN = 90


def check_ordinals(case: Case) -> None:
    for sentence in case.sentences:
        for figure in ordinals(case.low, sentence.start, sentence.end):
            if case.mentions.around(figure.start) or figure.start in case.answered:
                continue
            stop = min(sentence.end, figure.end + _WITHIN)
            if _ANNIVERSARY.match(case.low, figure.end):
                _check_anniversary(case, figure)
            elif figure.value > 1 and _TIME.match(case.low, figure.end):
                _check_time(case, sentence, figure)
            else:
                _check_number(case, sentence, figure, stop)


def _check_anniversary(case: Case, figure: Figure) -> None:
    """An anniversary is never computed: titles of the week may have it."""
    told = {
        number
        for meeting in case.record.week
        if "anniversary" in meeting.title.lower()
        for number in numbered(meeting) - {meeting.number}
    }
    case.sheet.claim(Kind.ORDINAL, figure.start, figure.end, checked=bool(told))
    if told and figure.value not in told:
        _say(case, figure, figure.end + len(" anniversary"), told)


def _check_time(case: Case, sentence: Sentence, figure: Figure) -> None:
    """ "The Experts Group met for the eighth time", where a text opens."""
    before = case.low[max(sentence.start, figure.start - 90) : figure.start]
    numbers = [row.number for row in case.record.covered if row.number]
    if sentence not in case.running[:2] or len(numbers) != 1:
        return
    if not _MET.search(before):
        return
    case.sheet.claim(Kind.ORDINAL, figure.start, figure.end)
    if figure.value != numbers[0]:
        _say(case, figure, figure.end + len(" time"), numbers)


def _check_number(case: Case, sentence: Sentence, figure: Figure, stop: int) -> None:
    begins = sentence.start
    found = _meant(case, begins, figure, stop)
    if found is None:
        return
    meetings, end = found
    told = {number for row in meetings for number in numbered(row)}
    right = figure.value in told
    checked = bool(told) and (right or not _is_of_other(case, sentence, figure, end))
    case.sheet.claim(Kind.ORDINAL, figure.start, figure.end, checked=checked)
    if checked and not right:
        _say(case, figure, end, told)


def _is_of_other(case: Case, sentence: Sentence, figure: Figure, end: int) -> bool:
    """Tell an ordinal of a meeting before or after these."""
    begins = max(sentence.start, figure.start - 60)
    before = case.words_without_names(begins, figure.start)
    return (
        _ELSEWHEN.search(before) is not None
        or _is_of_other_year(case, end)
        or is_elsewhen(case, sentence, figure.start)
    )


def _is_of_other_year(case: Case, end: int) -> bool:
    """Tell "the 9th Annual Meeting in 2023", and one that will be held."""
    found = _LATER.match(case.low, end)
    years = {row.starts_on.year for row in case.record.week if row.starts_on}
    return found is not None and (found[1] is None or int(found[1]) not in years)


def _meant(
    case: Case, begins: int, figure: Figure, stop: int
) -> tuple[tuple[MeetingFacts, ...], int] | None:
    """Return the meetings that the words after an ordinal speak of, and where they end."""
    found: list[tuple[int, bool, tuple[MeetingFacts, ...], int]] = []
    for kind in {meeting.kind for meeting in case.record.week}:
        noun = nouns_of(kind).search(case.low, figure.end, stop)
        if noun is None or not leads_to(case, figure.end, noun.start()):
            continue
        end = noun.end()
        body = body_at(case, begins, figure.start, end, stop + 80)
        held = [row for row in case.record.week if row.kind == kind]
        meetings = _of_body(case, held, body)
        if meetings:
            unnumbered = not any(map(numbered, meetings))
            found.append((end, unnumbered, meetings, noun.start()))
    if not found:
        return _by_title(case, figure)
    end, _, meetings, _ = min(found, key=lambda row: (row[0], row[1], row[3]))
    return meetings, end


def _by_title(
    case: Case, figure: Figure
) -> tuple[tuple[MeetingFacts, ...], int] | None:
    """Return the meetings whose titles go on after their ordinal as the text does."""
    for meeting in case.record.week:
        for rest in _after_ordinals(meeting.title):
            if case.low.startswith(rest, figure.end):
                return (meeting,), figure.end + len(rest)
    return None


@lru_cache(maxsize=1000)
def _after_ordinals(title: str) -> tuple[str, ...]:
    """Return how a title goes on after each of its ordinals."""
    words = fold(title)
    ends = (words[own.end :].split(" (")[0] for own in in_title(title))
    return tuple(rest for rest in ends if len(rest) > 12)


def _of_body(
    case: Case, held: list[MeetingFacts], body: str
) -> tuple[MeetingFacts, ...]:
    if body:
        return tuple(
            row
            for row in held
            if body in {one.body.abbreviation for one in row.convenings}
        )
    slugs = {row.slug for row in case.record.covered}
    covered = tuple(row for row in held if row.slug in slugs and numbered(row))
    if not covered:
        return tuple(held)
    # Another body's meeting of the week is told with its name.
    ours = {_convening(row) for row in covered}
    return tuple(
        row
        for row in held
        if row in covered or any(_convening(row) >= bodies for bodies in ours)
    )


def _convening(meeting: MeetingFacts) -> frozenset[str]:
    return frozenset(
        row.body.abbreviation for row in meeting.convenings if row.convenes
    )


def _say(case: Case, figure: Figure, end: int, told: Iterable[int]) -> None:
    written = case.text[figure.start : figure.end]
    right = [ordinal_like(written, number, word=figure.word) for number in sorted(told)]
    case.sheet.error(
        Kind.ORDINAL,
        (figure.start, figure.end),
        f"The record has the {' or the '.join(right)}.",
        right[0] if len(right) == 1 else None,
        says=case.text[figure.start : end],
    )
