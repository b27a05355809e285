"""Any HTML into light markup: headings, paragraphs, bullets, bold, italic and links.

Everything else becomes plain words. The words themselves never change: where markup would
be read as another text than it is to say, it is left away.
"""

from itertools import groupby

from meetings.statements import prose

from . import markup
from .blocks import Block, Line, Run, read

_QUOTES = str.maketrans("‘’“”", "''\"\"")


def lighten(html: str) -> str:
    """Return ``html`` in light markup, "" if there are no words in it. Never raises."""
    text, last = "", ""
    for block in read(html):
        if text:
            text += "\n" if block.kind == last == "item" else "\n\n"
        text += _written(block)
        last = block.kind
    return f"{text}\n" if text else ""


def canonical(text: str) -> str:
    """Return the one spelling of all texts in light markup that print the same.

    Quotation marks are straight in it and all spaces ordinary ones.
    """
    return lighten(markup.html(text).translate(_QUOTES).replace("&nbsp;", " "))


def _written(block: Block) -> str:
    """Return a block in light markup, with as much of its looks as can be read back."""
    plain = [
        [run._replace(bold=False, italic=False) for run in line] for line in block.lines
    ]
    for lines in (block.lines, plain):
        if _is_read(block, lines):
            return _marked(block.lead, block, lines)
    bare = [[run._replace(link="") for run in line] for line in plain]
    return _marked(block.lead, block, bare)


def _is_read(block: Block, lines: list[Line]) -> bool:
    """Whether a reader of the light markup finds just these lines in it."""
    lead = {"heading": block.lead, "item": "- "}.get(block.kind, "")
    found = read(markup.html(_marked(lead, block, lines)))
    return [_seen(one) for one in found] == [_seen(Block(block.kind, lead, lines))]


def _seen(block: Block) -> list[tuple[str, list[tuple[bool, bool, bool]]]]:
    """Return what a reader sees: the text, and the look of all that is not a space."""
    return [
        (
            "".join(run.text for run in line).translate(_QUOTES),
            [
                (run.bold, run.italic, run.link != "")
                for run in line
                for sign in run.text
                if not sign.isspace()
            ],
        )
        for line in block.lines
    ]


def _marked(lead: str, block: Block, lines: list[Line]) -> str:
    told = [_line(line) for line in lines]
    if block.kind == "heading":
        return lead + told[0]
    indent = " " * len(lead)
    first = indent if block.kind == "rest" else lead
    return first + f"\\\n{indent}".join(map(prose.escape_start, told))


def _line(runs: Line) -> str:
    return "".join(
        _wrapped(
            "**",
            "".join(
                _wrapped("*", "".join(map(_words, slanted)), on=italic)
                for italic, slanted in groupby(heavy, lambda run: run.italic)
            ),
            on=bold,
        )
        for bold, heavy in groupby(runs, lambda run: run.bold)
    )


def _wrapped(sign: str, text: str, *, on: bool) -> str:
    """Put signs around the words, not around the spaces that begin or end them."""
    words = text.strip()
    if not on or not words:
        return text
    before, after = text.split(words, 1)[0], text[len(text.rstrip()) :]
    return f"{before}{sign}{words}{sign}{after}"


def _words(run: Run) -> str:
    told = prose.escape_signs(run.text)
    if not run.link or not run.text.strip():
        return told
    words = told.strip()
    before, after = told[: len(told) - len(told.lstrip())], told[len(told.rstrip()) :]
    return f"{before}[{words}]({run.link}){after}"
