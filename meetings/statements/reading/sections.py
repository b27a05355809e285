"""The sections of a statement: its headings, with day and text."""

from . import phrases
from .dates import dates
from .layout import Page
from .opening import Opening
from .proposal import SectionRead


def sections(page: Page, opening: Opening) -> tuple[SectionRead, ...]:
    """Return the sections after the opening, each to the next heading."""
    headings = [
        block
        for block in page.blocks
        if block.kind == "heading"
        and block.start >= opening.limit
        and opening.end
        and not phrases.label(page.clean, block.start, block.end)
    ]
    ends = [*(block.start for block in headings[1:]), len(page.text)]
    told: list[SectionRead] = []
    for heading, end in zip(headings, ends, strict=False):
        text = page.quote(heading.end, end)
        day = next(
            (
                row
                for row in dates(page.clean, heading.start, heading.end)
                if row.has_year
            ),
            None,
        )
        if text.words:
            told.append(
                SectionRead(
                    page.quote(heading.start, heading.end),
                    text,
                    day.first if day else None,
                    day.last if day else None,
                )
            )
    return tuple(told)
