"""Days, years, words and look-ups as the pages write them."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from meetings.models.attendance import CAPACITIES, LEVELS
from meetings.models.meetings import MeetingKind
from meetings.statements import prose

register = template.Library()

WORDS = dict(CAPACITIES) | dict(LEVELS) | dict(MeetingKind.choices)


@register.filter
def days(record) -> str:
    """ "18 to 20 November 2024": the days of a meeting, its facts or a gathering."""
    if record.starts_on is None:
        return "date to be fixed"
    precision = getattr(record, "precision", "day")
    return prose.when(record.starts_on, record.ends_on, precision)


@register.filter
def day(when) -> str:
    return prose.day(when)


@register.filter
def period(record) -> str:
    """ "since 3 May 2019", "1 May 2019 to 2 June 2022": either end may be open."""
    since, until = record.since, record.until
    if since and until:
        return prose.span(since, until)
    if since:
        return f"since {prose.day(since)}"
    if until:
        return f"until {prose.day(until)}"
    return "no dates on record"


@register.filter
def years(record) -> str:
    """ "2024–2026", "from 2023": the years of a plan or strategy."""
    if record.until_year is None:
        return f"from {record.since_year}"
    if record.until_year == record.since_year:
        return str(record.since_year)
    return f"{record.since_year}–{record.until_year}"


@register.filter
def item(mapping, key):
    """The value of a mapping under a key that a template only knows by its variable."""
    return mapping.get(key, "") if mapping else ""


@register.filter
def words(code) -> str:
    """The words for a code of the facts: a capacity, level or kind of meeting."""
    return WORDS.get(code, code)


@register.filter
def is_link(source: str) -> bool:
    return source.startswith(("https://", "http://"))


@register.filter
def source_name(address: str) -> str:
    """An address without what nobody reads: "baliprocess.net/event/…"."""
    bare = address.split("://", 1)[-1].removeprefix("www.").split("?", 1)[0]
    return bare.rstrip("/")


@register.filter
def unbroken(text: str) -> SafeString:
    """Keep abbreviations such as TEG-RR on one line."""
    kept = re.sub(
        r"\b[A-Z]{2,}(?:-[A-Z]{2,})+\b",
        r'<span class="nowrap">\g<0></span>',
        escape(text),
    )
    return mark_safe(kept)  # noqa: S308 escaped above
