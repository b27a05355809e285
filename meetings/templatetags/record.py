"""Words of the record for templates: the same as statements use.

Each filter takes a meeting, as a model or as facts.
"""

from django import template

from meetings.statements import events, prose

register = template.Library()

_LISTS = {
    "complete": "Complete",
    "partial": "Partial",
    "none": "Not published",
    "withheld": "Withheld",
}


@register.filter
def days(meeting) -> str:
    """The days as far as they are known: "1 to 5 December 2025", "June 2010"."""
    return prose.when(meeting.starts_on, meeting.ends_on, meeting.precision)


@register.filter
def place(meeting) -> str:
    """City and country: "Manila, the Philippines"; "" for a virtual meeting."""
    return events.place(meeting)


@register.filter
def list_label(meeting) -> str:
    """What is known of the list of participants, in a word or two."""
    return _LISTS[meeting.list_status]


@register.filter
def column(meeting) -> str:
    """The meeting's name for the head of a narrow column."""
    return events.column(meeting)


@register.filter
def rows(text: str) -> int:
    """Lines that a field for this text should show, between 4 and 24."""
    lines = sum(1 + len(line) // 90 for line in text.splitlines())
    return min(max(lines + 1, 4), 24)
