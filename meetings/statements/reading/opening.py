"""The opening of a text: its head, its first telling sentence, and who convened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.facts import BALI_PROCESS, BodyFact
from meetings.statements.recognise import BodyMention, Recogniser

from . import phrases
from .layout import BANNER_INSIDE, Block, Page
from .proposal import Doubt, Said

_VERB = re.compile(
    r"(?<![\w-])(?:held|hosted|(?:re)?convened|came\s+together|assembled|co\s?-?\s?chaired|co-chair(?=\s+(?:the|this|a)(?!\w))|met|took\s+place|gathered"
    r"|attended|occurred|brought\s+together|(?<=was\s)conducted|co-hosted|organi[sz]ed|chaired)(?![\w-])",
    re.IGNORECASE,
)
_OTHERS = (
    r"since|ahead\s+of|prior\s+to|pursuant\s+to|(?<!the\s)following|outcomes?\s+of|building\s+on"
    r"|as\s+(?:agreed|approved|decided|directed|endorsed|mandated|requested|tasked|announced)"
    r"|in\s+preparation\s+for|held\s+back-to-back\s+with"
    r"|(?:established|decided|endorsed|agreed|adopted|presented|reported|launched|announced)\s+(?:at|by|to)"
)
_OTHER_EVENT = re.compile(rf"(?<!\w)(?:{_OTHERS})(?!\w)", re.IGNORECASE)
"""Words after which another event is told of, its number, days and place."""

_RECALLS = re.compile(
    rf"(?<!\w)(?:{_OTHERS}|(?:at|on|in)\s+the\s+(?:margins|sidelines)\s+of|recall\w*|reflect\w*|review\w*|prepar\w+\s+for)(?!\w)",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    rf"\s*(?:{_OTHERS}|as\s+part\s+of|further\s+to|in\s+(?:response|accordance|line|continuation|follow-up)"
    rf"|at\s+the\s+invitation|given|recalling)(?!\w)",
    re.IGNORECASE,
)
_MAIN = re.compile(
    r",\s+(?=(?:the|a|an|its|this|senior|officials|members|ministers|participants|co-?chairs)\s)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    # What a body does in general, or will do: "is co-chaired by", "has met regularly".
    r"(?<!\w)(?:has|have|will|would|shall|to\s+be|is|are)\s+(?:(?:be|been|also|currently|jointly|now|regularly)\s+)*$",
    re.IGNORECASE,
)
_FARTHEST = 3000
_LONGEST_HEAD = 60
_FUTURE = re.compile(
    r"(?<!\w)(?:will|would|shall|(?:is|are)\s+to|next\s+(?:meeting|conference|annual))(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:the|this|both|these)\s+(?:[\w\u2019'-]+\s+){0,5}?(?:meetings?|events?|conference|dialogue|forum|gathering"
    r"|workshop|webinar|roundtable|symposium|sessions?|week)(?!\w)|it\s",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?<!\w)(?:was|were|is|are|has|have|had|will|welcomed|noted|discussed|agreed|acknowledged"
    r"|expressed|highlighted|reaffirmed|recalled|considered|provided|led)(?!\w)"
)
_OFFICE, _SENIOR = "RSO", "SOM"
_JOINTLY = re.compile(
    r"(?:jointly\s+(?:hosted|held|organi[sz]ed|convened)|co-hosted)\s+with\s+(?P<whom>[^.;]{3,160})",
    re.IGNORECASE,
)


Told = tuple[Said[BodyFact], ...]


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
        if block.kind == "heading" or _is_list(page, block):
            continue
        for first, end in page.sentences(block):
            start = _begins(page, first, end)
            if _tells(page.clean[start:end]):
                limit = _limit(page, place)
                later = page.blocks[place + 1 :]
                bullets = [row.start for row in later if row.kind == "bullet"]
                whole = min([limit, *bullets[:1]])
                return Opening(_head(page, place), start, end, limit, whole)
    return Opening(_head(page, 6), 0, 0, 0, 0)


def _is_list(page: Page, block: Block) -> bool:
    label = phrases.label(page.clean, block.start, block.end)
    return label is not None and ":" in page.clean[block.start : label.end]


def _head(page: Page, place: int) -> tuple[Block, ...]:
    """Return the blocks before a place that are no sentences."""
    return tuple(
        block
        for block in page.blocks[:place]
        if len(page.clean[block.start : block.end].split()) <= _LONGEST_HEAD
        and not _is_sentence(page, block)
    )


def _is_sentence(page: Page, block: Block) -> bool:
    start, end = next(page.sentences(block), (block.start, block.start))
    words = page.clean[start:end].rstrip()
    return words.endswith((".", ";")) and _FINITE.search(words) is not None


def _begins(page: Page, start: int, end: int) -> int:
    """Return where a sentence begins to tell of the event: after a head that runs into
    it, and after what it recalls ("Pursuant to the decision of ..., the meeting was")."""
    banners = list(BANNER_INSIDE.finditer(page.clean, start, end))
    if banners:
        start = banners[-1].end()
    if _LEADS_IN.match(page.clean, start, end):
        main = _MAIN.search(page.clean, start, end)
        return main.end() if main else start
    return start


def _tells(sentence: str) -> bool:
    words = sentence.split()
    return (
        len(words) > 7
        and sentence.rstrip()[-1:] in ".:;"
        and verb(sentence, 0, len(sentence)) is not None
    )


def verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the verb by which words tell of an event held, if they do."""
    for found in _VERB.finditer(text, start, end):
        if is_future(text, start, found.start()):
            return None
        if not in_general(text, start, found.start()):
            other = _OTHER_EVENT.search(text, start, found.start())
            return None if other else found
    return None


def is_future(text: str, start: int, verb_at: int) -> bool:
    """Whether words before a verb tell of what is yet to come: "The next will be held"."""
    return bool(_FUTURE.search(text, start, verb_at))


def in_general(text: str, start: int, verb_at: int) -> bool:
    """Whether a verb tells what is done at all times or will be, and of no event held."""
    return bool(_NOT_YET.search(text[max(start, verb_at - 40) : verb_at]))


def telling(page: Page, opening: Opening) -> Iterator[tuple[int, int]]:
    """Yield the parts of later sentences that tell of the same event as a whole."""
    limit = min(opening.limit, opening.end + _FARTHEST)
    for block in page.blocks:
        if block.end <= opening.end or block.start >= limit:
            continue
        for start, end in page.sentences(block):
            if start < opening.end or not _GOES_ON.match(
                page.clean, start + _indent(page.clean, start), end
            ):
                continue
            if verb(page.clean, start, end):
                yield start, _until(_OTHER_EVENT, page, start, end)


def _indent(text: str, start: int) -> int:
    near = text[start : start + 80]
    return len(near) - len(near.lstrip())


def own(page: Page, opening: Opening) -> int:
    """Return where the opening sentence stops to tell of days and place of the event."""
    return _until(_OTHER_EVENT, page, opening.start, opening.end)


def _until(form: re.Pattern[str], page: Page, start: int, end: int) -> int:
    found = form.search(page.clean, start, end)
    return found.start() if found else end


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
) -> tuple[Told, tuple[Doubt, ...]]:
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
            if (
                start <= row.start
                and row.end <= end
                and not _of_another(page, row, mentions)
            ):
                quoted = page.quote(row.start, row.end)
                told.setdefault(row.body.abbreviation, Said(row.body, quoted))
    for general in (BALI_PROCESS, _OFFICE):  # neither convenes beside another
        if len(told) > 1:
            told.pop(general, None)
    return tuple(told.values()), tuple(_cohosts(page, opening, told, recogniser))


def _of_another(
    page: Page, row: BodyMention, mentions: tuple[BodyMention, ...]
) -> bool:
    """Whether the senior officials who met are those of the body named before them."""
    return row.body.abbreviation == _SENIOR and any(
        other.end <= row.start and not page.clean[other.end : row.start].strip()
        for other in mentions
        if other.start < row.start <= other.end + 6
    )


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
