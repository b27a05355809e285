"""The title of an event and its number in the series."""

import re
from collections.abc import Iterator

from meetings.statements.prose import sentence_case

from . import figures
from .dates import dates
from .layout import BANNER, Page, joined
from .opening import Opening, scope
from .proposal import Doubt, Said

_EVENT_NOUN = (
    r"(?:meetings?|conferences?|dialogues?|forum|gatherings?|events?|webinars?|roundtables?"
    r"|workshops?|symposium|exercise|session|consultation\s+mechanism|working\s+group"
    r"|technical\s+experts['\u2019]?\s+group|task\s?force|ad\s+hoc|steering\s+group)"
)
_NUMBERED = re.compile(
    rf"(?P<ordinal>{figures.ORDINAL})(?!\s+anniversary)\s+(?:[\w\u2019'-]+\s+){{0,6}}?{_EVENT_NOUN}(?!\w)",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"met\s+for\s+(?:the|its)\s+(?P<ordinal>{figures.ORDINAL})\s+time", re.IGNORECASE
)
_HELD = re.compile(
    r"(?<![\w-])(?:held|host(?:ed)?|convened|co\s?-?\s?chaired|co-chair|co-hosted|chaired)\s+(?:the\s+|a\s+|an\s+|its\s+)?"
    r"(?=[\w\u2018'\"])(?!by\s|for\s|in\s|on\s|from\s|over\s|between\s|with\s|virtually|at\s|to\s|and\s)",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?<!\w)(?:to\s+(?:co-?)?host|(?:co-?)?hosted)\s+(?:the|a|an|its)\s+",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    # "Co-chaired by Fiji and Samoa, the 8th Annual Meeting was held"
    r"\s*(?:(?:co-?\s?)?(?:chaired|hosted)|held|organi[sz]ed|convened)\s[^.;]*?,\s+(?=(?:the|its)\s)",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?<!\w)for\s+(?:the\s+|its\s+)(?={figures.ORDINAL}\s+(?:[\w'-]+\s+){{0,5}}?{_EVENT_NOUN})",
    re.IGNORECASE,
)
_WAS_HELD = re.compile(
    r"\s+(?:was|were)\s+(?:jointly\s+)?(?:held|convened|hosted|co-?chaired)(?!\w)|\s+(?:occurred|brought\s+together)(?!\w)"
    r"|\s+convened(?=\s+(?:to|in|at|on|over|from|virtually)(?!\w))|\s+took\s+place(?!\w)|,\s+held\s+(?:over|on|from|in)(?!\w)",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\s+(?:in|at)\s+(?!Persons?(?!\w))[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}"
    r"(?:,|\.|\s+(?:on|from|over|between)\s|\s*$)"
    r"|\s+(?:on|from|over|between)\s+(?:\w+day,?\s+)?\d|,?\s+(?:virtually|online)(?=[.,]|$)"
    r"|\s+(?:in|via)\s+(?:an?\s+)?(?:hybrid|virtual|online|in-person)(?!\w)"
    r"|\s+(?:ahead\s+of|at\s+the\s+margins)(?!\w)|,\s+(?:attended|(?:co-?)?(?:chaired|hosted)|with|under)(?!\w)|\.(?=\s|$)|;"
)
_ENDINGS = tuple(
    re.compile(rf"(?:{ending})$")
    for ending in (
        r",(?:\s+[A-Z][\w-]+){1,3}(?:,(?:\s+[A-Z][\w-]+){1,3})?,\s*",
        r"\s+[A-Z][\w-]+,\s*(?:[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?,\s*)?",
        r"\s+held\s+on\s*|,?\s+(?:on\s*)?|\s*[\u2013\u2014(-]\s*",
    )
)
"""What stands between a title and the day on its line: most often the place."""

_MONTH_AT_END = re.compile(
    r",?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?:19|20)\d\d$",
    re.IGNORECASE,
)
_OF_FORUM = re.compile(
    r",?\s+of\s+the\s+Bali\s+Process\s+on\s+People.*$", re.IGNORECASE
)
_FORUM = re.compile(
    r"(?:the\s+)?bali\s+process(?:\s+on\s+people\s+smuggling,?\s+trafficking\s+in\s+persons?\s+and\s+"
    r"related\s+transnational\s+crimes?)?(?:\s*\(bali\s+process\))?"
    r"|on\s+people\s+smuggling,?\s+trafficking\s+in\s+persons?\s+and\s+related\s+transnational\s+crimes?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"location:\s*(?P<place>[^\n]*?)\s*date:\s*(?P<date>[^\n]*)", re.IGNORECASE
)


_FRAME = re.compile(
    # "Co-Chairs' Statement of the First Meeting", "First Meeting, Co-Chairs' Statement"
    r"(?:(?:final|joint)\s+)?(?:(?:media|press|outcome|summary)\s+)?(?:(?:co-?\s?)?chair(?:man|person|s)?['\u2019]?s?['\u2019]?"
    r"\s+)?(?:statement|outcomes?|summary(?:\s+report)?|report|communiqu[e\u00e9]|transcript)"
    r"(?:\s+(?:by|from)\s+the\s+[^,]{3,60}?)?\s+(?:of|on|from|for)\s+the\s+",
    re.IGNORECASE,
)
_FRAMED = re.compile(
    r"(?:,|:|\s[\u2013\u2014-])\s*co-?\s?chairs?['\u2019]?s?['\u2019]?\s+(?:statement|summary|note)$"
    r"|\s+outcome\s+(?:statement|document)$"
    r"|\s+(?:of\s+the\s+bali\s+process\s+on|of\s+the|on|of|and)$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[,:&(]|\b(?:of|the|on|and|for|to|in|under))\s*$", re.IGNORECASE
)
_BODY_LINE = re.compile(
    r"\s*(?:the\s+)?(?:bali\s+process\s+)?(?:working\s+group|task\s?force|technical\s+experts|ad\s+hoc\s+group"
    r"|steering\s+group|government\s+and\s+business|disruption\s+working)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?<!\w)(?:organi[sz]ed|attended|that|which|who)(?!\w)", re.IGNORECASE
)
_LONGEST = 16
"""Words of a head's line that names no event."""

_ANY_EVENT = re.compile(
    r"(?:(?:the|a|an|this|our|virtual|hybrid|online|joint|annual|first|second)\s+)*"
    r"(?:meeting|event|workshop|conference|webinar|group|gathering|dialogue)s?",
    re.IGNORECASE,
)
"""Words that name no event: "the virtual meeting"."""


def title(page: Page, opening: Opening) -> Said[str] | None:
    """Return the title: the head's, if it names an event; else what was held."""
    heads = list(_titles(page, opening))
    events = [row for row in heads if re.search(_EVENT_NOUN, row.value, re.IGNORECASE)]
    meetings = [row for row in events if _names_event(row.value)]
    told = _told_title(page, opening)
    others = [row for row in [*events, *heads] if len(row.value.split()) <= _LONGEST]
    return next(iter([*meetings, *([told] if told else []), *others]), None)


def _names_event(words: str) -> bool:
    """Whether words name what was held, and not only the group that held it."""
    return bool(
        re.search(
            r"meeting|conference|event|dialogue|forum|gather|webinar|roundtable|workshop|symposium|activation",
            words,
            re.IGNORECASE,
        )
    )


def _titles(page: Page, opening: Opening) -> Iterator[Said[str]]:
    for block in opening.head:
        start = block.start
        held: list[tuple[int, int]] = []
        for line in page.clean[block.start : block.end].split("\n"):
            end = start + len(line)
            if held and _begins_body(page.clean[held[0][0] : held[-1][1]], line):
                break
            if _is_title(line) and not _LABELLED.search(line):
                held.append((start, end))
            elif held:
                break
            start = end + 1
        if held:
            said = _titled(page, held[0][0], held[-1][1])
            if said:
                yield said


def _begins_body(held: str, line: str) -> bool:
    """Whether a line under a whole title names the bodies that met."""
    whole = _names_event(held) and not _UNFINISHED.search(held)
    return whole and bool(_BODY_LINE.match(line)) and not _names_event(line)


def _is_title(line: str) -> bool:
    flat = " ".join(line.split()).strip(" .,-\u2013*")
    if len(flat) < 8 or BANNER.fullmatch(flat) or _FORUM.fullmatch(flat):
        return False
    dated = list(dates(flat))
    rest = flat
    for row in reversed(dated):
        rest = rest[: row.start] + rest[row.end :]
    if (
        re.fullmatch(r"(?i)(?:[a-z]+\s+)?(?:19|20)\d\d", flat)
        or "image" in flat.casefold()
    ):
        return False
    if _MONTH_AT_END.search(flat) and len(flat.split()) <= 7:
        return False
    # A line of place and day is no title.
    short = len(rest.split()) <= 5 and not (
        _names_event(rest) and len(rest.split()) > 2
    )
    return not (dated and short) and not re.fullmatch(r"[A-Z][\w ]+, [A-Z][\w ]+", flat)


def _titled(page: Page, start: int, end: int) -> Said[str] | None:
    """Return the words without the place and day that a title line may end with."""
    first = next(dates(page.clean, start, end), None)
    if first and first.start - start > 20:
        before = page.clean[start : first.start]
        found = filter(None, (form.search(before) for form in _ENDINGS))
        cut = next((row for row in found if not _names_event(row[0])), None)
        end = start + (cut.start() if cut else len(before))
    quote = page.quote(start, end)
    words = joined(page.clean[quote.start : quote.end]).strip(" *,")
    forum = _FORUM.match(words)
    if forum and len(words) - forum.end() > 12 and forum.end() > 40:
        words = words[forum.end() :].strip(" ,:\u2013")
    return Said(_unframed(words), quote) if words else None


def _unframed(words: str) -> str:
    """Return a title without the kind of text that a head may name with it."""
    frame = _FRAME.match(words)
    inner = words[frame.end() :] if frame else words
    bare = _FRAMED.sub("", inner)
    return sentence_case(bare) if len(bare.split()) > 1 else words


def _told_title(page: Page, opening: Opening) -> Said[str] | None:
    text = page.clean
    subject = _WAS_HELD.search(text, opening.start, opening.end)
    if (
        subject
        and subject.start() - opening.start > 12
        and (
            "convened" not in subject[0]
            or _names_event(text[opening.start : subject.start()])
        )
    ):
        start, end = opening.start, subject.start()
        apart = _PARTICIPLE.match(text, start, end)
        start = apart.end() if apart else start
        host = _HOST.search(text, start, end)  # "X was glad to host the meeting, held"
        start = host.end() if host else start
        start += len(text[start:end]) - len(
            re.sub(r"^\s*(?:(?:the|a)\s+)?", "", text[start:end], flags=re.IGNORECASE)
        )
    else:
        held = _HELD.search(text, opening.start, opening.end) or _FOR.search(
            text, opening.start, opening.end
        )
        if not held:
            return None
        ends = _TITLE_END.search(text, held.end(), opening.end)
        start, end = held.end(), ends.start() if ends else opening.end
    quote = page.quote(start, end)
    words = joined(text[quote.start : quote.end]).strip(" .,*")
    words = _OF_FORUM.sub("", _dateless(words))
    named = len(words) > 8 and not (
        _ANY_EVENT.fullmatch(words) or _CLAUSE.search(words)
    )
    return Said(_unframed(words), quote) if named else None


def ordinal(
    page: Page, opening: Opening, titled: Said[str] | None
) -> tuple[Said[int] | None, tuple[Doubt, ...]]:
    """Return the number in its series, and a doubt if title and text disagree."""
    ranges = [(opening.start, scope(page, opening))]
    if titled:
        ranges.insert(0, (titled.quote.start, titled.quote.end))
    said = [row for start, end in ranges for row in _numbers(page, start, end)]
    heads = [(block.start, block.end) for block in opening.head]
    said = said or [row for start, end in heads for row in _numbers(page, start, end)]
    if not said:
        return None, ()
    first = said[0]
    others = sorted({row.value for row in said} - {first.value})
    if others:
        why = f"The text gives other numbers too: {first.value} was read, not {others[0]}."
        return first, (Doubt("ordinal", first.quote, why),)
    return first, ()


def _dateless(words: str) -> str:
    """Return the words without a day that they begin with: "On 1 May 2018, the ..."."""
    first = next(dates(words), None)
    if first is None or len(words[: first.start].split()) > 2:
        return words
    return re.sub(r"^,?\s*(?:the\s+)?", "", words[first.end :])


def _numbers(page: Page, start: int, end: int) -> Iterator[Said[int]]:
    found = [
        *_NUMBERED.finditer(page.clean, start, end),
        *_MET.finditer(page.clean, start, end),
    ]
    annual = [row for row in found if "annual" in row[0].casefold()]
    for row in annual or found:
        quote = page.quote(row.start(), row.end())
        yield Said(figures.ordinal(row["ordinal"]), quote)
