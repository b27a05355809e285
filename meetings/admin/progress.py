"""A page that grows while work goes on, for those who would otherwise wait in the dark.

It needs no scripts: lines are sent as they happen, and the last one leads on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html

HERE = "<!-- lines -->"
EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    words: str


@dataclass(frozen=True, slots=True)
class End:
    """Where to go when the work is done, or why it failed and where to go then."""

    address: str
    words: str
    failed: bool = False


def progress_page(request, context: dict, steps: Iterable[Line | End]):
    """Return a response that says line by line how far ``steps`` are.

    The work is done while the page is sent: the caller's steps must keep their own
    transaction, and catch their own errors.
    """
    page = render_to_string(
        "admin/meetings/import_progress.html", context | {"here": HERE}, request
    )
    before, _, after = page.partition(HERE)
    return StreamingHttpResponse(_sent(before, steps, after))


def _sent(before: str, steps: Iterable[Line | End], after: str) -> Iterator[str]:
    yield before
    for step in steps:
        match step:
            case Line(words):
                yield format_html("<li>{}</li>\n", words)
            case End(address, words, failed):
                yield _end(address, words, failed)
    yield after


def _end(address: str, words: str, failed: bool) -> str:
    if failed:
        return format_html(
            '</ol><p class="errornote">{}</p><p><a href="{}">Go back</a></p><ol hidden>',
            words,
            address,
        )
    return format_html(
        '</ol><p><a href="{}">{}</a></p>'
        '<meta http-equiv="refresh" content="1;url={}"><ol hidden>',
        address,
        words,
        address,
    )


def counted(steps: Iterable[tuple[int, int]], verb: str) -> Iterator[Line]:
    """Turn (done, all) into a line for every tenth of the way."""
    told = 0.0
    for done, whole in steps:
        if whole and done / whole >= told + EVERY:
            told = done / whole
            yield Line(f"{done:,} of {whole:,} records {verb}")
