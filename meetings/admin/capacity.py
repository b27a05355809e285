"""In what capacity each party attends a meeting, read against its first day."""

from datetime import date

from django.db.models import Q, QuerySet

from meetings.facts import BALI_PROCESS, Capacity, derive_capacity
from meetings.models import Body, Meeting, Membership, Party
from meetings.models.attendance import CAPACITIES

NAMES = dict(CAPACITIES)


class Capacities:
    """The derived capacities of a meeting's parties, with two queries for all of them."""

    def __init__(self, meeting: Meeting):
        convening = Body.objects.filter(
            Q(convenings__meeting=meeting.pk)
            | Q(lends_members_to__convenings__meeting=meeting.pk)
        )
        self._load(meeting.starts_on, convening)

    @classmethod
    def on(cls, day: date | None, bodies: list[int]) -> "Capacities":
        """Those at a meeting not yet recorded, which ``bodies`` convene on ``day``."""
        found = cls.__new__(cls)
        lent = Q(pk__in=bodies) | Q(lends_members_to__in=bodies)
        found._load(day, Body.objects.filter(lent))
        return found

    def _load(self, day: date | None, convening: QuerySet[Body]) -> None:
        self._day = day
        self._convening = frozenset(convening.values_list("abbreviation", flat=True))
        self._statuses: dict[int, list[tuple[str, str]]] = {}
        if self._day:
            self._read(Membership.objects.on(self._day))

    def _read(self, memberships) -> None:
        deciding = memberships.filter(
            body__abbreviation__in=self._convening | {BALI_PROCESS}
        )
        for party, *status in deciding.values_list(
            "party", "body__abbreviation", "status"
        ):
            self._statuses.setdefault(party, []).append(tuple(status))

    def of(self, party: Party) -> str:
        """Return the words for the capacity of ``party``; "" without a first day."""
        if not self._day:
            return ""
        derived = derive_capacity(
            kind=party.kind,
            statuses=self._statuses.get(party.pk, ()),
            convening=self._convening,
        )
        return NAMES[Capacity(derived).value]
