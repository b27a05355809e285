"""Dates as texts write them: days, ranges, months and years, with or without a weekday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

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
    rf"(?<![\w/.])(?:(?:(?P<pair>{_W})(?: and | to | ?- ?))?(?P<weekday>{_W}),? (?:the )?)?{_D}"
    rf"(?:(?:{_OF}({_M})\b\.?(?:,? {_Y})?)?((?:, \d{{1,2}}){{0,6}}{_TO})(?:(?P<weekday_2>{_W}),? )?{_D})?"
    rf"{_OF}({_M})\b\.?(?:,? {_Y}\b)?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w/.])(?:({_W}),? )?({_M})\.? {_D}(?:{_TO}{_D})?,? {_Y}\b"
)
_MONTH_ONLY = re.compile(
    rf"(?<![\w/.-])({_M})\b(?:(?:,? {_Y})?{_TO}({_M})\b)?,? {_Y}\b"
)
_YEAR_OPENS = re.compile(r"in (\d{4})(?:-(\d{4}))?(?=,? )")
_ISO_DAY = r"(\d{4})-(\d{2})-(\d{2})(?![\w-])"
_ISO = re.compile(rf"(?<![\w/.-]){_ISO_DAY}(?:(?: to | - | and |/){_ISO_DAY})?")
_WEEK_OF = re.compile(
    rf"(?<![\w/.-])(first|second|third|fourth|last|1st|2nd|3rd|4th) week (?:of|in) ({_M})\b(?:,? {_Y})?"
)
_WEEKS = {"first": 1, "1st": 1, "second": 8, "2nd": 8, "third": 15, "3rd": 15, "fourth": 22, "4th": 22, "last": 24}  # fmt: skip
"""On which day of a month its weeks begin, as far as anybody counts them."""


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
    loose: bool = False
    """"the first week of December": about these days."""


def dates(low: str, start: int, end: int, year: int | None) -> Iterator[Dated]:
    """Yield the dates between two places; ``year`` is assumed where none is given."""
    free = start
    found = [
        *((match, _day_first) for match in _DAY_FIRST.finditer(low, start, end)),
        *((match, _month_first) for match in _MONTH_FIRST.finditer(low, start, end)),
        *((match, _iso) for match in _ISO.finditer(low, start, end)),
        *((match, _week_of) for match in _WEEK_OF.finditer(low, start, end)),
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
    _, _, first, month, first_year, _, _, last, last_month, last_year = found.groups()
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
    pair = found["pair"]  # "Thursday and Friday, 4 and 5 December"
    said = [
        ("pair", begins),
        ("weekday", ends if pair else begins),
        ("weekday_2", ends),
    ]
    told = tuple(
        (*found.span(name), day)
        for name, day in said
        if found[name] and day and not (pair and not last)
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
    numbers = [int(number) for number in found.groups() if number]
    try:
        begins = date(*numbers[:3])
        ends = date(*numbers[3:]) if len(numbers) > 3 else begins
    except ValueError:
        return Dated(found.start(), found.end(), None, None)
    return Dated(found.start(), found.end(), begins, ends, is_range=len(numbers) > 3)


def _week_of(found: re.Match[str], year: int | None) -> Dated | None:
    years = int(found[3]) if found[3] else year
    if years is None:
        return None
    begins = _on(years, found[2], str(_WEEKS[found[1]]))
    if begins is None:
        return None
    ends = begins + timedelta(days=6)
    return Dated(
        *found.span(), begins, ends, year_given=found[3] is not None, loose=True
    )


def _on(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, _MONTHS[month.rstrip(".")], int(day))
    except ValueError:
        return None
