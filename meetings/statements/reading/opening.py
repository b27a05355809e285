"""Title, ordinal, bodies, days and place, from the head and the opening sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.facts import BALI_PROCESS, BodyFact
from meetings.statements.recognise import Recogniser

from . import phrases
from .dates import DateRead, dates
from .layout import Block, Page
from .proposal import Doubt, Quote, Said

_VERB = re.compile(
    r"(?<![\w-])(?:held|hosted|(?:re)?convened|came\s+together|assembled|co\s?-?\s?chaired|co-chair(?=\s+(?:the|this|a)(?!\w))|met|took\s+place|gathered"
    r"|attended|co-hosted|organi[sz]ed|chaired)(?![\w-])",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"location:\s*(?P<place>[^\n]*?)\s*date:\s*(?P<date>[^\n]*)", re.IGNORECASE
)
_RECALLS = re.compile(
    r"(?<!\w)(?:since|ahead\s+of|prior\s+to|recall\w*|reflect\w*|review\w*|prepar\w+\s+for)(?!\w)",
    re.IGNORECASE,
)
_JOINTLY = re.compile(
    r"(?:jointly\s+(?:hosted|held|organi[sz]ed|convened)|co-hosted)\s+with\s+(?P<whom>[^.;]{3,160})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the text's head ends and its first telling sentence stands."""

    head: tuple[Block, ...]
    start: int
    end: int
    limit: int
    """Where the first section begins."""
    chairs: int
    """Where it stops to tell of the event as a whole: at a section or at bullets."""


def find(page: Page) -> Opening:
    """Return the opening: the first sentence that tells of an event held."""
    for place, block in enumerate(page.blocks):
        if block.kind == "heading":
            continue
        for start, end in page.sentences(block):
            if _tells(page.clean[start:end]):
                limit = _limit(page, place)
                later = page.blocks[place + 1 :]
                bullets = [row.start for row in later if row.kind == "bullet"]
                whole = min([limit, *bullets[:1]])
                return Opening(page.blocks[:place], start, end, limit, whole)
    return Opening(page.blocks[:6], 0, 0, 0, 0)


def _tells(sentence: str) -> bool:
    words = sentence.split()
    return (
        len(words) > 7
        and sentence.rstrip()[-1:] in ".:;"
        and bool(_VERB.search(sentence))
    )


def _limit(page: Page, place: int) -> int:
    headings = [
        block.start for block in page.blocks[place + 1 :] if block.kind == "heading"
    ]
    labelled = [
        start for start in headings if not phrases.label(page.clean, start, start + 60)
    ]
    return labelled[0] if labelled else len(page.clean)


def bodies(
    page: Page, opening: Opening, titled: Said[str] | None, recogniser: Recogniser
) -> tuple[tuple[Said[BodyFact], ...], tuple[Doubt, ...]]:
    """Return the bodies that convened; one that co-hosted is a doubt, no convener."""
    ranges = [(opening.start, scope(page, opening))]
    if titled:
        ranges.insert(0, (titled.quote.start, titled.quote.end))
    told: dict[str, Said[BodyFact]] = {}
    mentions = recogniser.bodies(page.clean)
    heads = [(block.start, block.end) for block in opening.head]
    for start, end in [*ranges, *heads]:
        if (start, end) in heads and set(told) - {BALI_PROCESS}:
            break
        for row in mentions:
            if start <= row.start and row.end <= end:
                quoted = page.quote(row.start, row.end)
                told.setdefault(row.body.abbreviation, Said(row.body, quoted))
    if len(told) > 1:
        told.pop(BALI_PROCESS, None)
    return tuple(told.values()), tuple(_cohosts(page, opening, told, recogniser))


def scope(page: Page, opening: Opening) -> int:
    """Return where the opening sentence stops to tell of the event itself."""
    ends = [
        form.search(page.clean, opening.start, opening.end)
        for form in (phrases.LEAD, _RECALLS)
    ]
    return min((found.start() for found in ends if found), default=opening.end)


def _cohosts(
    page: Page,
    opening: Opening,
    told: dict[str, Said[BodyFact]],
    recogniser: Recogniser,
) -> Iterator[Doubt]:
    joint = _JOINTLY.search(
        page.clean, opening.start, min(opening.limit, opening.end + 1500)
    )
    if joint is None:
        return
    met = {*told, BALI_PROCESS}
    for row in recogniser.bodies(joint["whom"]):
        if row.body.abbreviation not in met:
            met.add(row.body.abbreviation)
            why = f"{row.body.abbreviation} hosted jointly; it was not read as a convener."
            yield Doubt("co-host", page.quote(*joint.span()), why)


def days(page: Page, opening: Opening) -> tuple[DateRead | None, tuple[Doubt, ...]]:
    """Return the days of the event, and a doubt if head and text disagree."""
    head = _head_date(page, opening)
    told = next(dates(page.clean, opening.start, opening.end), None)
    if told and not told.has_year:
        year = head.last.year if head and head.has_year else _year(page, opening)
        told = told.in_year(year) if year else None
    if told is None:
        dated = head if head and head.has_year else None
        return dated or _next(page, opening), ()
    if head and head.has_year:
        within = head.first <= told.first and told.last <= head.last
        if not within:
            why = f"The head says {_span(head)}, the text {_span(told)}."
            return told, (Doubt("dates", page.quote(told.start, told.end), why),)
    return told, ()


def _head_date(page: Page, opening: Opening) -> DateRead | None:
    found = [
        row
        for block in opening.head
        for row in dates(page.clean, block.start, block.end)
    ]
    return next((row for row in found if row.has_year), None)


def _next(page: Page, opening: Opening) -> DateRead | None:
    """Return the date of the sentences after the opening one, in its own paragraph."""
    near = min(opening.limit, opening.end + 400)
    dated = next(dates(page.clean, opening.end, near), None)
    place = _VERB.search(page.clean, opening.end, near)
    return (
        dated
        if dated and dated.has_year and place and place.start() < dated.start
        else None
    )


def _year(page: Page, opening: Opening) -> int | None:
    years = {
        int(found[0])
        for block in opening.head
        for found in re.finditer(
            r"(?<!\d)(?:19|20)\d\d(?!\d)", page.clean[block.start : block.end]
        )
    }
    return years.pop() if len(years) == 1 else None


def _span(read: DateRead) -> str:
    if read.first == read.last:
        return read.first.isoformat()
    return f"{read.first.isoformat()} to {read.last.isoformat()}"


def quote(page: Page, read: DateRead) -> Quote:
    return page.quote(read.start, read.end)
