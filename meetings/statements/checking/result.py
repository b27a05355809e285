"""What a check says, and the sheet on which the checks write it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from .reading import Reading


class Kind(StrEnum):
    """What a finding is about."""

    COUNT = "count"
    NAME = "name"
    """A name on a list that the record has not there."""
    MISSING = "missing"
    """A party that the record has, and the list has not."""
    CAPACITY = "capacity"
    ABSENT = "absent"
    """A party that takes part in the text, and did not attend."""
    APOLOGIES = "apologies"
    LEVEL = "level"
    DATE = "date"
    WEEKDAY = "weekday"
    VENUE = "venue"
    FORMAT = "format"
    ORDINAL = "ordinal"
    THEME = "theme"
    PERSON = "person"
    HONORIFIC = "honorific"
    TITLE = "title"
    CHAIR = "chair"
    HOST = "host"
    BODY = "body"
    PLAN = "plan"
    OUTCOME = "outcome"
    ABBREVIATION = "abbreviation"
    SPELLING = "spelling"


_OF_WORDS = {
    Kind.ABBREVIATION,
    Kind.ABSENT,
    Kind.DATE,
    Kind.ORDINAL,
    Kind.PLAN,
    Kind.SPELLING,
    Kind.THEME,
    Kind.VENUE,
}
"""Kinds of which the record's own words may hold some."""
_AROUND = 25


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that the record does not bear out, or that is at odds with the rest.

    ``start`` and ``end`` are offsets in the text as it was given; ``suggestion`` is what
    to put in their place, None where only a person can tell.
    """

    kind: Kind
    severity: Literal["error", "warning"]
    start: int
    end: int
    says: str
    record: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many factual claims were recognised, and how many the record could answer."""

    claims: int
    checked: int


@dataclass(frozen=True, slots=True)
class Checked:
    findings: tuple[Finding, ...]
    coverage: Coverage


class Sheet:
    """Claims and findings, by the places of the reading; each place and kind once."""

    def __init__(self, reading: Reading, own_words: str = "") -> None:
        self._reading = reading
        self._own_words = own_words
        self._claims: dict[tuple[str, int, int], bool] = {}
        self._findings: dict[tuple[Kind, int, int], Finding] = {}

    def claim(self, kind: Kind, start: int, end: int, *, checked: bool = True) -> None:
        """Note a factual claim; checked if any check could compare it."""
        key = (kind.value, start, end)
        self._claims[key] = checked or self._claims.get(key, False)

    def error(
        self,
        kind: Kind,
        span: tuple[int, int],
        record: str,
        suggestion: str | None = None,
        *,
        says: str = "",
    ) -> bool:
        """Note a finding; False if the words are the record's own."""
        if kind in _OF_WORDS and self._is_taken_over(*span):
            return False
        start, end = self._reading.source(*span)
        says = says or self._words(span)
        self._note(Finding(kind, "error", start, end, says, record, suggestion))
        return True

    def warning(
        self,
        kind: Kind,
        span: tuple[int, int],
        record: str,
        suggestion: str | None = None,
        *,
        says: str = "",
    ) -> bool:
        """Note a finding; False if the words are the record's own."""
        if kind in _OF_WORDS and self._is_taken_over(*span):
            return False
        start, end = self._reading.source(*span)
        says = says or self._words(span)
        self._note(Finding(kind, "warning", start, end, says, record, suggestion))
        return True

    def checked(self) -> Checked:
        """Return what was noted, in the order of the text."""
        return Checked(
            tuple(sorted(self._findings.values(), key=_place)),
            Coverage(len(self._claims), sum(self._claims.values())),
        )

    def _is_taken_over(self, start: int, end: int) -> bool:
        """Tell words that stand in the record just so: no slip of the text."""
        low = self._reading.low
        sentence = self._reading.sentence_at(start)
        before = low[max(sentence.start, start - _AROUND) : end]
        after = low[start : min(sentence.end, end + _AROUND)].rstrip(".;")
        return any(
            len(words) > end - start + 10 and words in self._own_words
            for words in (before, after)
        )

    def _words(self, span: tuple[int, int]) -> str:
        words = " ".join(self._reading.text[span[0] : span[1]].split())
        return words if len(words) <= 200 else f"{words[:200].rstrip()} …"

    def _note(self, finding: Finding) -> None:
        key = finding.kind, finding.start, finding.end
        self._findings.setdefault(key, finding)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.kind


def told(names: Iterable[str], most: int = 12) -> str:
    """Return names for a finding: "A, B and C", cut where there are very many."""
    listed = list(names)
    if len(listed) > most:
        return f"{', '.join(listed[:most])} and {len(listed) - most} more"
    *rest, last = listed or ["none"]
    return f"{', '.join(rest)} and {last}" if rest else last
