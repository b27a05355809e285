"""Dates as texts write them: days, ranges, months and years, with or without a weekday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
WEEKDAYS = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]

_M = "|".join(sorted(_MONTHS, key=len, reverse=True))
_W = "|".join(WEEKDAYS)
_D = r"(\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(\d{4})"
_TO = r"(?: ?- ?| to | and | until | through |, )"
_OF = r"(?: of)? "
_DAY_FIRST = re.compile(
    rf"(?<![\w/.])(?:({_W}),? (?:the )?)?{_D}"
    rf"(?:(?:{_OF}({_M})\b\.?(?:,? {_Y})?)?((?:, \d{{1,2}}){{0,6}}{_TO})(?:({_W}),? )?{_D})?"
    rf"{_OF}({_M})\b\.?(?:,? {_Y}\b)?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w/.])(?:({_W}),? )?({_M})\.? {_D}(?:{_TO}{_D})?,? {_Y}\b"
)
_MONTH_ONLY = re.compile(
    rf"(?<![\w/.-])({_M})\b(?:(?:,? {_Y})?{_TO}({_M})\b)?,? {_Y}\b"
)
_YEAR_OPENS = re.compile(r"in (\d{4})(?:-(\d{4}))?(?=,? )")
_ISO = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or range in a text. ``first`` is None for a day that does not exist."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str = "day"
    weekdays: tuple[tuple[int, int, date], ...] = ()
    """Where a weekday is named, and the day that it is said of."""
    year_given: bool = True
    is_range: bool = False


def dates(low: str, start: int, end: int, year: int | None) -> Iterator[Dated]:
    """Yield the dates between two places; ``year`` is assumed where none is given."""
    free = start
    found = [
        *((match, _day_first) for match in _DAY_FIRST.finditer(low, start, end)),
        *((match, _month_first) for match in _MONTH_FIRST.finditer(low, start, end)),
        *((match, _iso) for match in _ISO.finditer(low, start, end)),
        *((match, _month_only) for match in _MONTH_ONLY.finditer(low, start, end)),
    ]
    opens = _YEAR_OPENS.match(low, start, end)
    if opens:
        found.append((opens, _year_only))
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    for match, read in found:
        if match.start() >= free:
            dated = read(match, year)
            if dated:
                free = match.end()
                yield dated


def _day_first(found: re.Match[str], year: int | None) -> Dated | None:
    weekday, first, month, first_year, _, weekday_2, last, last_month, last_year = (
        found.groups()
    )
    given = last_year or None
    years = int(given) if given else year
    if years is None:
        return None
    ends = _on(years, last_month, last or first)
    begins = (
        _on(int(first_year) if first_year else years, month or last_month, first)
        if last
        else ends
    )
    if begins and ends and begins > ends and month and not first_year:
        begins = _on(years - 1, month, first)
    told = tuple(
        (place, place + len(word), day)
        for place, word, day in (
            (found.start(1), weekday, begins),
            (found.start(6), weekday_2, ends),
        )
        if word and day
    )
    return Dated(
        found.start(),
        found.end(),
        begins if ends else None,
        ends if begins else None,
        weekdays=told,
        year_given=given is not None,
        is_range=last is not None,
    )


def _month_first(found: re.Match[str], year: int | None) -> Dated:
    weekday, month, first, last, written = found.groups()
    begins = _on(int(written), month, first)
    ends = _on(int(written), month, last) if last else begins
    told = ((found.start(1), found.end(1), begins),) if weekday and begins else ()
    return Dated(
        found.start(),
        found.end(),
        begins,
        ends,
        weekdays=told,
        is_range=last is not None,
    )


def _month_only(found: re.Match[str], year: int | None) -> Dated | None:
    month, first_year, last_month, written = found.groups()
    years = int(written)
    begins = _on(int(first_year) if first_year else years, month, "1")
    ends = _on(years, last_month, "1") if last_month else begins
    if begins is None or ends is None:
        return None
    return Dated(found.start(), found.end(), begins, ends, "month")


def _year_only(found: re.Match[str], year: int | None) -> Dated | None:
    begins = _on(int(found[1]), "january", "1")
    ends = _on(int(found[2] or found[1]), "january", "1")
    if begins is None or ends is None:
        return None
    return Dated(found.start(1), found.end(), begins, ends, "year")


def _iso(found: re.Match[str], year: int | None) -> Dated:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return Dated(found.start(), found.end(), None, None)
    return Dated(found.start(), found.end(), day, day)


def _on(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, _MONTHS[month.rstrip(".")], int(day))
    except ValueError:
        return None
