"""What was posted, handed on from page to page until it is saved."""

import copy

from django.http import HttpRequest, QueryDict

from .tables import Table

OPENED = "opened"
"""What the form showed when it was opened, signed, in the page."""
SEEN = "seen"
"""What the record said when the two versions were shown beside each other."""
CHOICE = "choice:"
ALL = "choose-all"
OURS = {OPENED, SEEN, ALL, "csrfmiddlewaretoken"}


def as_get(request: HttpRequest) -> HttpRequest:
    """Return the request as one that asks for the form, so that the form is unbound."""
    asked = copy.copy(request)
    asked.method = "GET"
    return asked


def kept(data: QueryDict, *without: str) -> list[tuple[str, str]]:
    """Return every entry of the form itself, to be posted again."""
    return [
        (name, value)
        for name, values in data.lists()
        if name not in OURS | {*without} and not name.startswith(CHOICE)
        for value in values
    ]


def files_of(request: HttpRequest, tables: list[Table]) -> list[tuple[str, str, str]]:
    """Return name, label and file name of what was uploaded: no page can keep that."""
    labels = {
        name: table.labels[field]
        for table in tables
        for field in table.fields
        for name in request.FILES
        if name == field or (table.prefix and name.startswith(f"{table.prefix}-"))
        if name.endswith(field)
    }
    return [
        (name, labels.get(name, "File"), file.name)
        for name, file in request.FILES.items()
    ]
