"""Years in forms: which are accepted, and the field they are typed into."""

from django import forms

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Dates beyond these are slips of the keyboard."""


def year_input() -> forms.TextInput:
    """Return a field that, unlike one for numbers, shows again what was mistyped."""
    return forms.TextInput(attrs={"inputmode": "numeric", "size": 4})
