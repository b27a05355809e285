"""Where records are, for pages that speak of many kinds of them."""

from django import template
from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, reverse

register = template.Library()


@register.simple_tag
def admin_page(row) -> str:
    """Return the address of a record's page in the admin, "" if it has none."""
    try:
        name = row.label.replace(".", "_")
        return reverse(f"admin:{name}_change", args=[quote(row.pk)])
    except NoReverseMatch:
        return ""
