"""The event that a text is of, and what of a text tells of another."""

import re

from meetings.statements.recognise import Recogniser

from .dates import DateRead
from .layout import Page
from .opening import Opening, Told

_ANOTHER = re.compile(
    r"\s*(?:an?|another|several|some|two|three|many|other|earlier|previous|past)\s+"
    r"(?:[\w\u2019'-]+\s+){0,6}?(?:meetings?|events?|workshops?|trainings?|courses?|dialogues?|roundtables?"
    r"|webinars?|exercises?|conferences?|sessions?|panels?|seminars?|symposi(?:um|a))(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_IN_YEAR = re.compile(r"(?<!\w)in\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)[.;]?\s*$")
_GENERAL = frozenset({"BP", "RSO"})


class Event:
    """What the opening told of the event."""

    def __init__(
        self,
        page: Page,
        opening: Opening,
        bodies: Told,
        days: DateRead | None,
        recogniser: Recogniser,
    ) -> None:
        self._text = page.clean
        self._begun = opening.end
        self._bodies = {said.value.abbreviation for said in bodies}
        self._years = {days.first.year, days.last.year} if days else set()
        self._mentions = recogniser.bodies(page.clean)

    def is_other(self, start: int, end: int, stop: int | None = None) -> bool:
        """Whether words after the opening, before or after a verb, tell of another event:
        "A workshop", "The dialogue of May 2019", "the Disruption Working Group".

        ``stop`` is where the whole sentence ends, which may say in what year.
        """
        if start < self._begun:
            return False
        words = self._text[start:end]
        if stop is not None and (dated := _IN_YEAR.search(self._text, end, stop)):
            words = f"{words} {dated[1]}"
        years = {int(found[0]) for found in _YEAR.finditer(words)}
        if _ANOTHER.match(words) or (self._years and years - self._years):
            return True
        named = {
            row.body.abbreviation
            for row in self._mentions
            if start <= row.start and row.end <= end
        } - _GENERAL
        return bool(self._bodies and named) and not named & self._bodies
