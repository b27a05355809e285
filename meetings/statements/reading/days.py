"""The days of an event, from the head and from the sentences that tell of it."""

import re

from .dates import DateRead, dates
from .layout import Page
from .opening import Opening, own, telling
from .proposal import Doubt, Quote

_POSTED = re.compile(
    r"\|\s*(?:event|news|article|source|media|press|blog|story|update)s?(?!\w)"
    r"|(?<!\w)(?:published|posted|updated|uploaded)(?!\w)",
    re.IGNORECASE,
)
"""A line that tells when a page was put up, which is no day of the event."""

_ON = re.compile(r"(?:On|From|Over|Between)\s+")
_NEAR_DATE = 60


def find(page: Page, opening: Opening) -> tuple[DateRead | None, tuple[Doubt, ...]]:
    """Return the days of the event, and a doubt if head and text disagree."""
    head = _head_date(page, opening)
    told = _told_date(page, opening, head)
    if told and not told.has_year:
        year = head.last.year if head and head.has_year else _year(page, opening)
        told = told.in_year(year) if year else None
    if told is None:
        dated = head if head and head.has_year else None
        dated = dated or _later_date(page, opening) or _earlier_date(page, opening)
        return dated, ()
    if head and head.has_year:
        within = head.first <= told.first and told.last <= head.last
        if not within:
            why = f"The head says {_span(head)}, the text {_span(told)}."
            return told, (Doubt("dates", page.quote(told.start, told.end), why),)
    return told, ()


def _head_date(page: Page, opening: Opening) -> DateRead | None:
    found = [
        row
        for block in opening.head
        for row in dates(page.clean, block.start, block.end)
        if not _POSTED.search(_line(page.clean, row.start))
    ]
    return next((row for row in found if row.has_year), None)


def _line(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def _told_date(page: Page, opening: Opening, head: DateRead | None) -> DateRead | None:
    """Return the first date of the opening, or the one that the head bears out."""
    found = list(dates(page.clean, opening.start, own(page, opening)))
    if head and len(found) > 1:
        for row in found:
            same = row if row.has_year else row.in_year(head.last.year)
            if same and head.first <= same.first and same.last <= head.last:
                return row
    return found[0] if found else None


def _later_date(page: Page, opening: Opening) -> DateRead | None:
    """Return the date of a later sentence that tells of the event as a whole."""
    for start, end in telling(page, opening):
        for row in dates(page.clean, start, end):
            if row.has_year:
                return row
    return None


def _earlier_date(page: Page, opening: Opening) -> DateRead | None:
    """Return the date with which a sentence before the opening begins: "On 1 May 2018"."""
    for block in page.blocks:
        if block.start >= opening.start:
            return None
        begins = _ON.match(page.clean, block.start, block.end)
        near = block.start + _NEAR_DATE
        read = next(dates(page.clean, begins.end(), near), None) if begins else None
        if begins and read and read.has_year and read.start == begins.end():
            return read
    return None


def _year(page: Page, opening: Opening) -> int | None:
    years = {
        int(found[0])
        for block in opening.head
        for found in re.finditer(
            r"(?<!\d)(?:19|20)\d\d(?!\d)", page.clean[block.start : block.end]
        )
    }
    return years.pop() if len(years) == 1 else None


def _span(read: DateRead) -> str:
    if read.first == read.last:
        return read.first.isoformat()
    return f"{read.first.isoformat()} to {read.last.isoformat()}"


def quote(page: Page, read: DateRead) -> Quote:
    return page.quote(read.start, read.end)
