"""Counts that stand behind what they count: "A, B and C (three states)"."""

import re

from . import groups
from .case import Case
from .counted import means_parties
from .figures import Figure, number_like, numbers
from .reading import Sentence
from .result import Kind, told
from .runs import Item, items

_TALLIED = re.compile(r"[(\[]\S|\b(?:in all|in total|altogether|all told)\b")
_LABEL = re.compile(r" ([a-z][a-z -]{2,60})")
_IN_ALL = re.compile(r" (?:in all|in total|altogether|all told)\b")
_SUM = re.compile(
    r"\b(?:number|total) of (?P<label>[a-z][a-z -]{2,40}?)(?: present| represented| attending| there)? "
    r"(?:to|was|reached|rose to|came to|stood at) (?=[\da-z])"
)
_BOUNDS = ":;()[]."


def check_tallies(case: Case) -> None:
    for sentence in case.sentences:
        if _TALLIED.search(case.low, sentence.start, sentence.end):
            _check_counts(case, sentence)
        for found in _SUM.finditer(case.low, sentence.start, sentence.end):
            _check_sum(case, found["label"], found.end(), sentence.end)


def _check_counts(case: Case, sentence: Sentence) -> None:
    since = sentence.start
    for figure in numbers(case.low, sentence.start, sentence.end):
        if not _in_bracket(case, since, figure):
            _in_all(case, since, figure)
        since = figure.end


def _in_bracket(case: Case, since: int, figure: Figure) -> bool:
    """Check "(13 states)" against the names before it; tell whether it is one."""
    opens = figure.start - 1
    closes = case.reading.brackets.get(opens)
    label = _LABEL.fullmatch(case.low, figure.end, closes) if closes else None
    if not label or not means_parties(case, label[1]):
        return False
    ends = opens - 1
    named = case.mentions.before(ends)
    if named is None or named.end != ends:
        return False
    _compare(case, since, figure, ends, label[1])
    return True


def _in_all(case: Case, since: int, figure: Figure) -> None:
    """Check "A, B and C, three in all"."""
    comma = figure.start - 2
    if _IN_ALL.match(case.low, figure.end) and case.text[comma : comma + 1] in {
        ",",
        "-",
    }:
        _compare(case, since, figure, comma, "")


def _compare(case: Case, since: int, figure: Figure, ends: int, label: str) -> None:
    listed = _before(case, since, ends)
    known = sum(item.mention is not None for item in listed)
    if known < 2 or known < len(listed) - 1:
        return
    case.sheet.claim(Kind.COUNT, figure.start, figure.end)
    if figure.value == len(listed):
        return
    meant = groups.group(label, case.record)
    borne_out = meant and figure.value in {len(choice) for choice in meant.choices}
    right = number_like(
        case.text[figure.start : figure.end], len(listed), word=figure.word
    )
    names = (case.text[item.start : item.end] for item in listed)
    case.sheet.error(
        Kind.COUNT,
        (figure.start, figure.end),
        f"{len(listed)} are named before it: {told(names, 20)}.",
        None if borne_out else right,
        says=f"{case.text[figure.start : figure.end]} {label or 'in all'}",
    )


def _before(case: Case, since: int, ends: int) -> list[Item]:
    """Return the names in a row that end here, from the last colon, bracket or count."""
    place = ends
    while place > since:
        bound = max(case.text.rfind(sign, since, place) for sign in _BOUNDS)
        if bound < 0:
            break
        inside = case.mentions.around(bound)
        if inside is None:
            place = bound + 1
            break
        place = inside.start
    else:
        place = since
    begins = place if place < ends else since
    found = list(items(case, begins, ends))
    if found and found[0].mention is None:
        # "They were joined by Cambodia, ..."
        last = case.mentions.before(found[0].end)
        if last and last.end == found[0].end:
            found[0] = Item(last.start, last.end, last)
    while found and found[0].mention is None:
        found.pop(0)
    return found


def _check_sum(case: Case, label: str, place: int, end: int) -> None:
    """Check "bringing the number of states to 22" against the record."""
    figure = next(numbers(case.low, place, min(end, place + 20)), None)
    meant = groups.group(label, case.record)
    if figure is None or figure.start != place or meant is None:
        return
    known = case.record.complete and bool(case.record.present)
    case.sheet.claim(Kind.COUNT, figure.start, figure.end, checked=known)
    sizes = {len(choice) for choice in meant.choices}
    if known and figure.value not in sizes:
        right = len(meant.choices[0])
        case.sheet.error(
            Kind.COUNT,
            (figure.start, figure.end),
            f"The record has {right}: {told(sorted(meant.choices[0]), 30)}.",
            number_like(case.text[figure.start : figure.end], right, word=figure.word),
            says=f"{label}: {case.text[figure.start : figure.end]}",
        )
