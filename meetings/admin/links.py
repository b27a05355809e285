"""Links from one record to the lists and pages of others."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import mark_safe


def list_link(*lists: tuple) -> str:
    """Return links to lists: each a model, its words and the filter to apply."""
    return format_html_join(
        mark_safe(" · "),
        '<a href="{}?{}">{}</a>',
        (
            (_address(model, "changelist"), urlencode(query), words)
            for model, words, query in lists
        ),
    )


def page_link(record, words: str) -> str:
    """Return a link to a record's own page in the admin."""
    return format_html(
        '<a href="{}">{}</a>', _address(type(record), "change", record.pk), words
    )


def _address(model, page: str, *args) -> str:
    opts = model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)
