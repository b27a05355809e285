"""In what capacity each party attends a meeting, in words for the pages of the admin."""

from collections.abc import Iterable
from datetime import date

from meetings import gather
from meetings.models import Body, Meeting, Party
from meetings.models.attendance import CAPACITIES

NAMES = dict(CAPACITIES)


class Capacities:
    """The derived capacities of a meeting's parties, with two queries for all of them."""

    def __init__(self, meeting: Meeting):
        self._load(
            meeting.starts_on, Body.objects.filter(convenings__meeting=meeting.pk)
        )

    @classmethod
    def on(cls, day: date | None, bodies: list[int]) -> "Capacities":
        """Those at a meeting not yet recorded, which ``bodies`` convene on ``day``."""
        found = cls.__new__(cls)
        found._load(day, Body.objects.filter(pk__in=bodies))
        return found

    def _load(self, day: date | None, bodies: Iterable[Body]) -> None:
        self._day = day
        if day:
            self._bodies = list(bodies)
            self._capacities = gather.Capacities(self._bodies)

    def of(self, party: Party) -> str:
        """Return the words for the capacity of ``party``; "" without a first day."""
        if not self._day:
            return ""
        return NAMES[self._capacities.of(party, self._bodies, self._day).value]
