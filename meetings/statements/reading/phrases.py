"""The phrases by which statements tell who was there."""

import re
from dataclasses import dataclass

from meetings.facts import Capacity, Level

from . import capacities

_EVENT = (
    r"(?:meetings?|events?|conferences?|dialogues?|forum|gatherings?|weeks?|sessions?"
    r"|workshops?|webinars?|roundtables?|symposium|exercise)"
)
_AT = rf"(?:\s+(?:(?:in|at)\s+)?(?:the|this|these|both|all)\s+(?:[\w\u2019'-]+\s+){{0,4}}?{_EVENT})"
_WERE = r"(?:(?:were|was|are|includes?|included|comprised|came)(?!\w))"

LEAD = re.compile(
    rf"""
    (?P<regrets>(?:written\s+)?(?:apologies|regrets)\s+(?:for\s+absence\s+)?{_WERE}\s+
        (?:also\s+)?(?:received|sent|noted|given|conveyed|tendered)(?:\s+(?:by|from))?
      |(?:apologies|regrets)(?:\s+(?:received|sent))?\s*(?:from|:)
      |unable\s+to\s+attend\s+(?:{_WERE})(?=\s))
    |(?P<more>also\s+in\s+attendance\s*(?::|{_WERE})
      |(?:additional|further|other)\s+attendees\s+{_WERE}
      |also\s+(?:present|attending)\s*(?::|{_WERE}))
    |(?P<main>(?<![\w-])attended\s+by(?!\s+(?:video|phone))
      |in\s+attendance(?:\s+at\s+the\s+[\w\s]{{1,30}}?)?\s*(?::|{_WERE})
      |(?:was|were)\s+(?:also\s+)?(?:observed|joined)\s+by
      |(?:those\s+)?(?:attending|taking\s+part|participating|present)(?:\s+at\s+the\s+[\w-]+)?\s+(?:were|included)(?!\w)
      |(?<!\w)(?:delegat(?:es|ions)|representatives|participants|officials)\s+came\s+from(?=\s)
      |following\s[^.:]{{0,80}}?(?:attended|participated|took\s+part|were\s+(?:present|represented))[^.:]{{0,40}}:
      |with\s+(?:the\s+)?(?:participants|participation|attendance|representatives)\s+(?:from|of)
      |attended(?:\s+the\s+[\w\s'-]{{1,40}}?)?,?\s+representing\s+(?:the\s+)?(?:governments?\s+of(?=\s))?
      |(?:the|this)\s+(?:[\w\u2019'-]+\s+){{0,5}}?{_EVENT}\s+(?P<together>brought\s+together)(?!\w))
    |(?P<label>(?<![\w-])(?:(?:bali\s+process|member|observer|organi[sz]ational|organi[sz]ation|country|other
        |participating|attending|international|civil\s+society|private\s+sector|regional|the)\s+){{0,4}}
      (?:participants|members|observers|countries|states|organi[sz]ations|delegations|guests|attendees
        |workstreams|agencies)
      (?:\s+(?:attending|present|participating|represented|in\s+attendance))?\s+{_WERE}(?:\s+also)?
      (?=\s+(?:(?:representatives\s+|officials\s+|delegates\s+)?(?:from|of)\s+)?(?:the\s+)?(?-i:[A-Z]))
      (?:\s+(?:representatives\s+|officials\s+|delegates\s+)?(?:from|of)(?=\s))?)
    """,
    re.IGNORECASE | re.VERBOSE,
)
POST = re.compile(
    r"""
    (?<![\w-])(?:(?P<absent>(?:were|was)\s+(?:unable\s+to\s+(?:attend|participate|join|be\s+present)
          |(?:an\s+)?apolog(?:y|ies)|absent|not\s+(?:able\s+to\s+attend|present|represented))
        |(?:could|did)\s+not\s+(?:attend|participate|join)
        |(?:sent|tendered|conveyed|extended|gave)\s+(?:(?:its|their|her|his)\s+)?(?:apologies|regrets))
      |(?P<level>(?:was|were)\s+(?:all\s+|both\s+|each\s+)?represented\s+(?:by|at)\s+(?P<rank>[^.;]{1,80}))
      |(?P<there>(?:also\s+|both\s+|all\s+)?(?:attended|participated|took\s+part|joined|observed
        |(?:were|was)\s+(?:an?\s+)?(?:bali\s+process\s+)?observers?(?=\s*[.;])
        |(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance|represented(?=\s*[.;,:])))(?:\s+also)?))
    """,
    re.IGNORECASE | re.VERBOSE,
)
REST = re.compile(
    rf"""{_AT}?(?:\s+(?:virtually|online|remotely|in\s+person|also))*
    (?P<observers>\s+(?:as|in\s+the\s+capacity\s+of)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}?observers?
      (?:\s+(?:of|to|from|at)\s+the\s+(?:bali\s+process|meeting))?)?
    (?P<level>\s+at\s+(?:(?:the\s+)?[\w\s-]{{3,30}}\s+level(?!\s+of)|(?:the\s+)?level\s+of\s+[\w\s-]{{3,40}}?(?=[.;,:])))?{_AT}?
    \s*(?P<end>,\s+(?P<did>as\s+did|alongside|together\s+with|along\s+with|as\s+well\s+as)(?=\s)|[.;,:]|(?<=\s)and(?=\s+(?:representatives|officials|delegates|participants)\s)
      |(?<=\s)(?P<with>together\s+with|along\s+with|alongside|as\s+well\s+as)(?=\s)
      |(?<=\s)(?:while|whereas|but)(?=\s)|(?<=observer\s)and(?=\s)|(?<=observers\s)and(?=\s)|$)""",
    re.IGNORECASE | re.VERBOSE,
)
ABSENT_REST = re.compile(
    rf"{_AT}?\s*(?:[.;,:]|$|(?:due|owing|because|on\s+this\s+occasion)(?!\w))",
    re.IGNORECASE,
)
WITH = re.compile(
    r"(?<=,)\s+with\s+(?P<names>[^.;]{3,900}?)\s+(?:also\s+)?(?:in\s+attendance|present|attending)(?!\w)",
    re.IGNORECASE,
)
INCLUDING = re.compile(
    rf"{_AT}?(?:,?\s+(?P<part>including)\s+|,?\s+namely\s*:?\s*|\s*:\s*)", re.IGNORECASE
)
BESIDE_CHAIRS = re.compile(
    r"\b(?:in\s+addition\s+to|besides|apart\s+from|along\s+with|together\s+with)\s+the\s+co-?chairs",
    re.IGNORECASE,
)
CUT = re.compile(
    r"""[,;]?\s+(?:(?P<except>except|excluding|other\s+than|apart\s+from|with\s+the\s+exception)|who|which|whose|where|whom|while|and\s+(?:was|were|focus\w*|discuss\w*|held|took)
    |as\s+the\s+(?:\w+\s+)?(?:most|main|host|only|key|new)|to\s+(?:discuss|review|consider|share|exchange|take|reflect|commemorate|examine)
    |on\s+(?:the\s+)?\d|in\s+order|with\s+(?:a|the)\s+(?:aim|view|theme|purpose)
    |across\s|working\s+across|during|(?<!the\s)following|under\s+the|responsible\s+for)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL_LINE = re.compile(
    r"""(?:(?:list\s+of\s+|the\s+|other\s+|[\w\u2019'/-]+\s+){0,5}?)
    (?:participants?|members?|observers?|attendees|apologies|regrets|organi[sz]ations?|countries|states
      |delegations?|workstreams?|work\s+streams|working\s+groups|agencies|civil\s+society|private\s+sector
      |academia|guests|regional\s+(?:fora|forums?)|not\s+(?:represented|attending|present)|absent)(?!\w)
    (?:\s+(?:received|(?:present|attending|participating|joining)(?:\s+(?:online|virtually|remotely|in\s+person))?|represented|in\s+attendance|as\s+observers?
      |(?:of|to)\s+the\s+bali\s+process|(?:received\s+)?from)){0,2}
    (?:\s*\((?P<says>\d{1,3})\))?\s*(?=:|[\u2013\u2014]|-\s|$)""",
    re.IGNORECASE | re.VERBOSE,
)
CHAIRS_LABEL = re.compile(
    r"(?:Co-?\s?)?Chair(?:s|ed\s+by)?[ \t]*:[ \t]*", re.IGNORECASE
)
_AFTER_LABEL = re.compile(r"\s*(?::|[\u2013\u2014]|\s-\s)\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that stands before a list: "Organisational members:"."""

    words: str
    end: int
    says: int | None
    alone: bool
    """Whether nothing follows on its line."""


def label(text: str, start: int, end: int) -> Label | None:
    """Return the label with which a block begins, if it begins with one."""
    found = _LABEL_LINE.match(text, start, min(end, start + 120))
    if not found:
        return None
    words = text[start : found.end()].strip()
    after = _AFTER_LABEL.match(text, found.end(), end)
    says = int(found["says"]) if found["says"] else None
    if not after:
        return Label(words, end, says, alone=True) if found.end() == end else None
    return Label(words, after.end(), says, alone=after.end() >= end)


def is_list_label(words: str) -> bool:
    """Whether words can stand over a list of those who came, or of those who did not."""
    return absent(words) or capacities.is_label(words)


def absent(words: str) -> bool:
    """Whether a label is that of those who did not come."""
    return bool(
        re.search(
            r"\bapolog|\bregret|\bunable to attend|\bnot\s+(?:represented|attending|present)|\babsent",
            words,
            re.IGNORECASE,
        )
    )


def capacity(words: str) -> Capacity | None:
    return None if absent(words) else capacities.worded(words)


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands after "A and B attended": as what, and at what level."""

    label: str = ""
    level: Level | None = None
    more: int | None = None
    """Where a further clause begins: "... as observers and officials from C joined"."""
    joined: int | None = None
    """Where the list goes on: "A and B attended together with C"."""


def after(post: re.Match[str], text: str, end: int) -> Rest | None:
    """Return what follows a verb of attending; None where the sentence tells of more
    than this event ("participated in a panel")."""
    if post["level"]:
        return Rest()
    if post["absent"]:
        return Rest() if ABSENT_REST.match(text, post.end(), end) else None
    rest = REST.match(text, post.end(), end)
    if rest is None or (rest["end"] == "," and not rest["observers"]):
        return None
    return Rest(
        rest["observers"] or "",
        capacities.level(rest["level"]) if rest["level"] else None,
        rest.end() if rest["end"].isalpha() and not rest["with"] else None,
        rest.end() if rest["with"] or rest["did"] else None,
    )


RANKED = re.compile(
    r"\s*(?:(?:the|by|also|both)\s+)*(?:(?P<rank>(?:foreign\s+)?ministers|senior\s+officials|experts)"
    r"|(?:other\s+)?(?:officials|representatives|delegates|delegations|participants))"
    r"\s+(?:from|of|representing)(?!\w)",
    re.IGNORECASE,
)
"""How a list says of what level those are that follow, or that it no longer says."""
