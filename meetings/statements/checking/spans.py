"""Whether a date in a text is that of a meeting, and how the text would write the right one."""

from datetime import date, timedelta

from meetings.statements import prose

from .calendar import Dated
from .case import Case
from .record import Span


def fits(dated: Dated, span: Span) -> bool | None:
    """Tell whether a date is that of a span; None where the record is too vague."""
    if dated.first is None or dated.last is None:
        return None
    stated = dated.first, dated.last
    if "year" in {dated.precision, span.precision}:
        return _fits_roughly(dated, [day.year for day in stated], span)
    if "month" in {dated.precision, span.precision}:
        return _fits_roughly(dated, [_month(day) for day in stated], span)
    if dated.loose:
        about = timedelta(days=1)
        return span.first - about <= dated.last and dated.first - about <= span.last
    if dated.is_range:
        return stated == (span.first, span.last)
    return span.first <= dated.first <= span.last


def _fits_roughly(dated: Dated, stated: list[int], span: Span) -> bool | None:
    """Compare by year or by month, the coarser of what text and record say."""
    by_year = "year" in {dated.precision, span.precision}
    held = [day.year if by_year else _month(day) for day in (span.first, span.last)]
    if dated.precision == "day" or (by_year and dated.precision == "month"):
        return None if held[0] <= stated[0] <= stated[1] <= held[1] else False
    return stated == held or (stated[0] == stated[1] and stated[0] in held)


def _month(day: date) -> int:
    """Return a month's place in the run of all months."""
    return day.year * 12 + day.month


def written_like(case: Case, dated: Dated, span: Span) -> str | None:
    """Return the days of a span in the manner of the date in the text."""
    written = case.text[dated.start : dated.end]
    if dated.weekdays or dated.precision == "year" or dated.loose:
        return None
    if written[:4].isdigit():
        days = dict.fromkeys(
            (span.first, span.last) if dated.is_range else (span.first,)
        )
        return " to ".join(day.isoformat() for day in days)
    if dated.precision == "month":
        return prose.when(span.first, span.last, "month")
    if span.precision != "day":
        return prose.when(span.first, span.last, span.precision)
    joined = next((sign for sign in ("–", "-", " and ") if sign in written), " to ")
    told = prose.span(span.first, span.last, joined_by=joined)
    if not dated.year_given:
        told = told.removesuffix(f" {span.last.year}")
    return told
