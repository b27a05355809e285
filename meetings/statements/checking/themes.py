"""Themes of the meetings, as the text quotes them."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from meetings.facts import MeetingFacts

from .case import Case
from .reading import Sentence, fold
from .result import Kind

_THEME = re.compile(
    r"\b(?:under the theme|on the theme|following the theme|the theme(?: of| was| is)?|(?:its|their|whose) theme (?:was|is)|with the theme|themed|entitled|titled)(?: of)?[:,]? [\"']?"
)
_EVENT = re.compile(r"\b(?:joint )?regional event(?: on|:)? (?=[\"'*]|\w)")
_GOES_ON = re.compile(
    r"(?:and|in|with|was|were|held|as|of|at|to|from|took|brought|co-hosted|hosted|jointly|which|that|for|by|saw|focus\w*)\b|the \w+(?:-\w+)? \d|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_END = re.compile(r"[\"]|' |'$|, | - | in [A-Z]|[.;()](?: |$)|[.;()]$")
_LONGEST = 300
_MOST = 60
"""Comparisons in a text: a text of nothing but themes must not take all day."""


def check_themes(case: Case) -> None:
    themes = {fold(row.theme): row for row in case.record.week if row.theme}
    if not themes:
        _uncheckable(case)
        return
    compared = 0
    for sentence in case.sentences:
        for start, end, sure in _quoted(case, sentence):
            compared += 1
            if compared > _MOST:
                return
            _compare(case, start, end, themes, sure=sure)


def _uncheckable(case: Case) -> None:
    for sentence in case.sentences:
        found = _THEME.search(case.low, sentence.start, sentence.end)
        if found:
            case.sheet.claim(Kind.THEME, *found.span(), checked=False)


def _quoted(case: Case, sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Yield where a theme is quoted, and whether it is said to be one."""
    for found in _THEME.finditer(case.low, sentence.start, sentence.end):
        yield found.end(), _end(case, found.end(), sentence.end), True
    for found in _EVENT.finditer(case.low, sentence.start, sentence.end):
        start = found.end()
        if case.text[start : start + 1] in {'"', "'"}:
            start += 1
        if _GOES_ON.match(case.low, start):
            continue
        slanted = case.slanted.around(start)
        marked = (slanted is not None and slanted[0] == start) or start != found.end()
        colon = case.low[found.start() : found.end()].rstrip().endswith(":")
        yield start, _end(case, start, sentence.end), marked or colon


def _end(case: Case, start: int, stop: int) -> int:
    slanted = case.slanted.around(start)
    if slanted and slanted[0] <= start + 1:
        return slanted[1]
    stop = min(stop, start + _LONGEST)
    found = _END.search(case.text, start, stop)
    return found.start() if found else stop


def _compare(
    case: Case, start: int, end: int, themes: dict[str, MeetingFacts], *, sure: bool
) -> None:
    for theme in themes:
        if case.low.startswith(theme, start):
            case.sheet.claim(Kind.THEME, start, start + len(theme))
            return
    written = case.low[start:end].strip(" .\"'")
    if not written:
        return
    longest = _longest(case, start, themes)
    best, ratio, stop = "", 0.0, end
    for theme in themes:
        for candidate in {end, longest(theme)}:
            matcher = SequenceMatcher(
                None, case.low[start:candidate], theme, autojunk=False
            )
            if matcher.real_quick_ratio() > ratio and matcher.ratio() > ratio:
                best, ratio, stop = theme, matcher.ratio(), candidate
    if ratio < (0.3 if sure else 0.6):
        if sure and len(written) > 15 and case.slanted.around(start):
            case.sheet.claim(Kind.THEME, start, end, checked=False)
        return
    case.sheet.claim(Kind.THEME, start, stop)
    if fold(case.text[start:stop]).strip(" .\"'") == best:
        return
    case.sheet.error(
        Kind.THEME,
        (start, stop),
        f"The record has “{themes[best].theme}”.",
        themes[best].theme,
    )


def _longest(case: Case, start: int, themes: dict[str, MeetingFacts]):  # type: ignore[no-untyped-def]
    """Return where a theme would end that has the last word of the recorded one."""

    def end_of(theme: str) -> int:
        last = theme.rsplit(maxsplit=1)[-1]
        place = case.low.find(last, start, start + len(theme) + 40)
        while 0 <= place < start + len(theme) - 25:
            place = case.low.find(last, place + 1, start + len(theme) + 40)
        return place + len(last) if place > start else start + len(theme)

    return end_of
