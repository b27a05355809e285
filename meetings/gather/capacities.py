"""In what capacity parties attend, read against memberships that are fetched once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from meetings.facts import BALI_PROCESS, Capacity, derive_capacity
from meetings.models import Body, Meeting, Membership, Party

from .convert import in_force


def bodies_of(meeting: Meeting) -> list[Body]:
    """Return the bodies that convene or co-host a meeting."""
    return [row.body for row in meeting.convenings.all()]


class Capacities:
    """The capacities at whatever ``bodies`` convene or co-host; one query for all."""

    def __init__(self, bodies: Iterable[Body]):
        wanted = {key for body in bodies for key in (body.pk, body.members_from_id)}
        deciding = Membership.objects.filter(
            Q(body__in=wanted - {None}) | Q(body__abbreviation=BALI_PROCESS)
        )
        self._abbreviations: dict[int, str] = {}
        self._memberships: dict[int, list] = defaultdict(list)
        for row in deciding.values_list(
            "party",
            "body",
            "body__abbreviation",
            "status",
            "since",
            "until",
            named=True,
        ):
            self._abbreviations[row.body] = row.body__abbreviation
            self._memberships[row.party].append(row)

    @property
    def parties(self) -> Iterable[int]:
        """The keys of all who are or were member or observer of a body that decides."""
        return self._memberships.keys()

    def of(self, party: Party, bodies: Iterable[Body], on: date | None) -> Capacity:
        """Return the capacity of ``party`` at what ``bodies`` convene from the day ``on``."""
        return derive_capacity(
            kind=party.kind,
            statuses=self.statuses(party.pk, on),
            convening=self.convening(bodies),
        )

    def statuses(self, party: int, on: date | None) -> list[tuple[str, str]]:
        """Return (body, status) for each membership in force; none without a day."""
        return [
            (row.body__abbreviation, row.status)
            for row in self._memberships.get(party, ())
            if on and in_force(row, on)
        ]

    def convening(self, bodies: Iterable[Body]) -> frozenset[str]:
        """Return the abbreviations of ``bodies`` and of those whose members they share."""
        shared = {body.members_from_id for body in bodies} & self._abbreviations.keys()
        return frozenset(
            {body.abbreviation for body in bodies}
            | {self._abbreviations[key] for key in shared}
        )
