"""Dates and spans of days in English text, in the orders in which statements write them.

A day is read only where day, month and year are said, the year perhaps once for both
ends. "December 2025" says no day, so it gives none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = [
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
_SHORT = {month[:3]: place for place, month in enumerate(_MONTHS, start=1)}

_MONTH = (
    r"(?i:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?"
)
_WEEKDAY = r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day),?\s+(?:the\s+)?)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_TO = (
    rf"\s*(?:[\u2010-\u2015\u2212-]|(?i:to|and|until|till|through)(?!\w))\s*{_WEEKDAY}"
)
_GAP = r"(?:\s+of)?\s+"
_YEAR = r"(?:,?\s*(?P<{name}>(?:19|20)\d\d)(?!\d))"


def _year(name: str) -> str:
    return _YEAR.format(name=name)


_FORMS = (
    # 30 December 2025 to 2 January 2026; 30 April - 1 May 2018
    re.compile(
        rf"(?<![\w/.])(?P<d1>{_DAY}){_GAP}(?P<m1>{_MONTH}){_year('y1')}?{_TO}"
        rf"(?P<d2>{_DAY}){_GAP}(?P<m2>{_MONTH}){_year('y2')}?"
    ),
    # 18 to 20 November 2024; 2-3 May 2024; 29 and 30 August 2022
    re.compile(
        rf"(?<![\w/.])(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY}){_GAP}(?P<m2>{_MONTH}){_year('y2')}?"
    ),
    # 3, 4 and 5 December 2024
    re.compile(
        rf"(?<![\w/.])(?P<d1>{_DAY})(?:,\s*{_DAY}){{1,4}},?{_TO}(?P<d2>{_DAY}){_GAP}(?P<m2>{_MONTH}){_year('y2')}?"
    ),
    # 23 March 2016
    re.compile(rf"(?<![\w/.])(?P<d1>{_DAY}){_GAP}(?P<m1>{_MONTH}){_year('y1')}?"),
    # February 28 - March 2, 2002
    re.compile(
        rf"(?<!\w)(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}){_year('y1')}?{_TO}"
        rf"(?P<m2>{_MONTH})\s+(?P<d2>{_DAY}){_year('y2')}?"
    ),
    # February 27-28, 2002
    re.compile(
        rf"(?<!\w)(?P<m2>{_MONTH})\s+(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY}){_year('y2')}?"
    ),
    # March 23, 2016
    re.compile(rf"(?<!\w)(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?!\w){_year('y1')}?"),
    # 2016-03-23
    re.compile(r"(?<![\w-])(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?![\w-])"),
)
_DATED = re.compile(rf"(?<!\w){_MONTH}(?!\w)|(?:19|20)\d\d-\d\d-\d\d")
_ANY = re.compile(rf"(?<!\w)(?:{_DAY}(?!\w)|{_MONTH}(?!\w)|(?:19|20)\d\d-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class DateRead:
    """Days in a text; without a year, ``first`` and ``last`` are in the year 4.

    Year 4 is a leap year, so that every day of a calendar can be held.
    """

    start: int
    end: int
    first: date
    last: date

    @property
    def has_year(self) -> bool:
        return self.last.year > 4

    def in_year(self, year: int) -> "DateRead | None":
        try:
            first, last = self.first.replace(year=year), self.last.replace(year=year)
        except ValueError:  # 29 February of another year
            return None
        return DateRead(self.start, self.end, first, last)


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateRead]:
    """Yield the dates in ``text``, in order, the longest form at each place."""
    stop = len(text) if end is None else end
    place = start if _DATED.search(text, start, stop) else stop
    while found := _ANY.search(text, place, stop):
        read = _at(text, found.start(), stop)
        if read:
            yield read
        place = read.end if read else found.end()


def _at(text: str, start: int, stop: int) -> DateRead | None:
    for form in _FORMS:
        found = form.match(text, start, stop)
        read = _date(found) if found else None
        if read:
            return read
    return None


def _date(found: re.Match[str]) -> DateRead | None:
    said = found.groupdict()
    last_year = said.get("y2") or said.get("y1")
    first_year = said.get("y1") or last_year
    last_month = said.get("m2") or said["m1"]
    first_month = said.get("m1") or last_month
    first = _day(said["d1"], first_month, first_year)
    last = _day(said.get("d2") or said["d1"], last_month, last_year)
    if first is None or last is None or last < first:
        return None
    return DateRead(found.start(), found.end(), first, last)


def _day(day: str, month: str | None, year: str | None) -> date | None:
    if month is None:
        return None
    number = int(month) if month.isdecimal() else _SHORT[month[:3].casefold()]
    digits = re.match(r"\d+", day)
    try:
        return date(int(year or 4), number, int(digits[0]) if digits else 0)
    except ValueError:
        return None
