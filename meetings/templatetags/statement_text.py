"""Light markup in templates, as on paper."""

from django import template
from django.utils.safestring import mark_safe

from meetings.documents import markup

register = template.Library()


@register.filter
def printed(text: str) -> str:
    """Return a passage as it prints; whatever is no light markup is shown as typed."""
    return mark_safe(markup.html(text))  # noqa: S308 cleaned of all other HTML
