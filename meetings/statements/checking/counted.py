"""Groups that a text counts, lists, or both: "17 members (A, B and C)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import context, groups
from .case import Case
from .figures import Figure, numbers
from .reading import Sentence
from .runs import Item, items
from .unbracketed import list_after

_LABEL = re.compile(r"[^,.;:()\[\]\n\"]{1,140}")
_HEAD = re.compile(
    r" (?:from|to|in|on|who|which|that|with|at|for|attend\w*|participat\w*|took|were|was|"
    r"are|is|joined|shared|presented|gathered|met|spoke|discussed|representing|namely|came|observed|also|comprising|including)\b| - "
)
_ATTENDED = re.compile(
    r" (?:attended|participated|took part|were represented|gathered|met|joined)\b"
)
_AS = re.compile(
    r"(?: [a-z-]+){1,8}? as (?:the )?(?P<role>members|observers)\b|(?: \([^()]*\))? (?P<did>observed)(?=[.,;]|$)"
)
_OTHERS = re.compile(r"\b(another|additional|(?:a )?further|other) $")
_JOINED = re.compile(
    r"(?: (?:attended|participated|took part)(?: as \w+)?)?,? ?(?:and |as well as |together with |along with |with them |also )*"
)
_AND = re.compile(r",? and $|,$")
MOST = 8000
"""No list is longer than this; a bracket that is, is no list."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, a list, or both, with what it says that they are."""

    sentence: Sentence
    figure: Figure | None
    label: str
    label_span: tuple[int, int]
    list_span: tuple[int, int] | None
    items: tuple[Item, ...]
    attending: bool
    open_ended: bool
    """"including A and B": the list is not whole."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(row.mention.entity.key for row in self.items if row.mention)

    @property
    def start(self) -> int:
        return self.figure.start if self.figure else self.label_span[0]

    @property
    def end(self) -> int:
        if self.list_span is None:
            return self.label_span[1]
        return (
            max(self.sentence.end, self.list_span[1])
            if (self.list_span[0] > self.sentence.end)
            else min(self.list_span[1] + 1, self.sentence.end)
        )


def counted_in(case: Case, sentence: Sentence) -> Iterator[Counted]:
    figures = [
        row
        for row in numbers(case.low, sentence.start, sentence.end)
        if not case.mentions.around(row.start) and not 1900 <= row.value <= 2100
    ]
    found: list[Counted] = []
    parts: list[Counted] = []
    """Within a list: "17 members (13 states (A and B) and four organisations (C))"."""
    for place, figure in enumerate(figures):
        listed = found[-1].list_span if found else None
        within = bool(listed and listed[0] <= figure.start < listed[1])
        stop = figures[place + 1].start if place + 1 < len(figures) else sentence.end
        group = _one(case, sentence, figure, stop)
        if group and not within:
            found.append(group)
        elif group and group.items:
            parts.append(replace(group, attending=False))
    yield from _together(case, found)
    yield from parts


def _together(case: Case, found: list[Counted]) -> list[Counted]:
    """Carry over to their neighbours that groups attended: "17 members and 3 observers"."""
    rows = list(found)
    for place, row in enumerate(rows[1:], start=1):
        before = rows[place - 1]
        if before.attending and not row.attending and _is_joined(case, before, row):
            rows[place] = replace(row, attending=True)
    for place in range(len(rows) - 2, -1, -1):
        row, after = rows[place], rows[place + 1]
        if after.attending and not row.attending and _is_joined(case, row, after):
            rows[place] = replace(row, attending=True)
    return rows


def _is_joined(case: Case, one: Counted, other: Counted) -> bool:
    ends = one.end
    if one.list_span and one.list_span[0] > other.start:
        ends = one.label_span[1]  # both are listed further on
    between = case.low[ends : other.start]
    return len(between) < 60 and bool(_JOINED.fullmatch(between))


def _one(case: Case, sentence: Sentence, figure: Figure, stop: int) -> Counted | None:
    found = _LABEL.match(case.low, figure.end, stop)
    if not found or not case.low.startswith((" ", "-"), figure.end):
        return None
    if _is_tally(case, figure):
        return None
    whole, bracket = _trimmed(found[0]), _bracket_at(case, found.end())
    head = _HEAD.search(whole)
    label = whole[: head.start()] if head else whole
    if not label:
        return None
    ends = figure.end + 1 + len(label)
    others = _OTHERS.search(
        case.low, max(sentence.start, figure.start - 16), figure.start
    )
    label = f"other {label}" if others else label
    role = _AS.match(case.low, ends, sentence.end)
    if role and groups.is_of_parties(label):
        label = f"{label} {role['role'] or 'observers'}"
    if not means_parties(case, label):
        return None
    attended = bool(head and bracket and _ATTENDED.match(whole, head.start()))
    after = bracket[1] + 1 if bracket else ends
    if bracket is None:
        meant = groups.group(label, case.record)
        bracket = list_after(case, ends, sentence.end, meant)
        if bracket and not context.attends_after(case, sentence, after):
            after = bracket[1] + case.low.startswith(",", bracket[1])
    listed = tuple(items(case, bracket[0], bracket[1])) if bracket else ()
    if not any(row.mention for row in listed):
        listed = ()
    return Counted(
        sentence=sentence,
        figure=figure,
        label=label,
        label_span=(figure.start, min(found.end(), ends)),
        list_span=bracket if listed else None,
        items=listed,
        attending=attended
        or context.attends_before(case, sentence, figure.start)
        or (
            _opens_clause(case, sentence, figure.start)
            and context.attends_after(case, sentence, after)
        ),
        open_ended=_is_open(case, bracket),
    )


def _is_tally(case: Case, figure: Figure) -> bool:
    """Tell the count behind a list: "A, B and C (three states)"."""
    opens = figure.start - 1
    before = case.mentions.before(opens) if opens in case.reading.brackets else None
    return before is not None and before.end == opens - 1


def subcounts(case: Case, group: Counted) -> Iterator[tuple[Figure, str]]:
    """Yield counts within a group's bracket: "(13 states and four organisations)"."""
    bracket = _bracket_at(case, group.label_span[1])
    if bracket is None or group.items:
        return
    for figure in numbers(case.low, *bracket):
        found = _LABEL.match(case.low, figure.end, bracket[1])
        if found:
            yield figure, _trimmed(found[0])


def _trimmed(label: str) -> str:
    return _AND.sub("", label).strip(" -")


def means_parties(case: Case, label: str) -> bool:
    """Tell a label of parties, or of the persons whom they sent."""
    return groups.group(label, case.record) is not None or groups.counts_persons(label)


def _bracket_at(case: Case, place: int) -> tuple[int, int] | None:
    """Return the inside of the bracket that opens here."""
    while place < len(case.text) and case.text[place] == " ":
        place += 1
    closes = case.reading.brackets.get(place)
    if closes is None or closes - place > MOST:
        return None
    return place + 1, closes


def _is_open(case: Case, bracket: tuple[int, int] | None) -> bool:
    if bracket is None:
        return False
    begins = case.low[bracket[0] : bracket[0] + 20].lstrip()
    if case.low.endswith(("including ", "among them "), 0, bracket[0]):
        return True
    ends = case.low[max(bracket[0], bracket[1] - 16) : bracket[1]]
    return begins.startswith(
        ("including", "among", "e.g", "such as", "for example")
    ) or ("others" in ends or "etc" in ends)


def _opens_clause(case: Case, sentence: Sentence, place: int) -> bool:
    before = case.low[max(sentence.start, place - 24) : place].strip()
    return not before or before.endswith(
        (",", ";", ":", "and", "total of", "the", "all", "as well as", "plus")
    )
