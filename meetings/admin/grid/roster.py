"""What the grid is made of: meetings, parties, capacities on the day, recorded rows.

As many queries for sixty parties as for one, and for five meetings as for one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Prefetch
from django.utils.functional import cached_property

from meetings.facts import (
    BALI_PROCESS,
    AttendanceFact,
    Capacity,
    ConveningFact,
    Level,
    MeetingFacts,
    PartyFact,
    Vocabulary,
)
from meetings.gather import Capacities, bodies_of, body_fact, party_fact
from meetings.models import (
    Attendance,
    Body,
    Convening,
    Gathering,
    Meeting,
    Party,
)

from .cells import PRESENT, Cell, Cells, Key, whole

_ORDER = {capacity: place for place, capacity in enumerate(Capacity)}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row of the record, and what would be lost with it."""

    row: Attendance
    cell: Cell
    delegates: int


def cell_of(row: Attendance) -> Cell:
    """Return a row of the record as a cell."""
    size = row.delegation_size
    return Cell(
        presence=row.presence,
        level=row.level,
        mode=row.mode,
        size="" if size is None else str(size),
        capacity=row.capacity_override,
        reason=row.override_reason,
    )


def meetings_of(target: Meeting | Gathering):
    """Return the meetings that a grid has as its columns."""
    if isinstance(target, Gathering):
        return Meeting.objects.filter(gathering=target)
    return Meeting.objects.filter(pk=target.pk)


def recorded(meetings: Iterable[Meeting]) -> dict[Key, Recorded]:
    """Return what the record now says of who attended."""
    rows = (
        Attendance.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
        .annotate(named=Count("delegates"))
        .order_by("pk")
    )
    return {
        (row.party_id, row.meeting_id): Recorded(row, cell_of(row), row.named)
        for row in rows
    }


class Roster:
    def __init__(self, target: Meeting | Gathering):
        self.target = target
        convenings = Convening.objects.select_related("body")
        found = meetings_of(target).prefetch_related(
            Prefetch("convenings", convenings.order_by("position", "pk"))
        )
        self.meetings = sorted(
            found, key=lambda held: (held.starts_on or date.max, held.pk)
        )
        self.parties = {
            party.pk: party for party in Party.objects.prefetch_related("aliases")
        }
        self.facts: dict[int, PartyFact] = {
            key: party_fact(party) for key, party in self.parties.items()
        }
        self.recorded = recorded(self.meetings)
        self._capacities = Capacities(
            body for meeting in self.meetings for body in bodies_of(meeting)
        )

    @property
    def cells(self) -> dict[Key, Cell]:
        return {key: held.cell for key, held in self.recorded.items()}

    @property
    def is_week(self) -> bool:
        return isinstance(self.target, Gathering)

    def vocabulary(self) -> Vocabulary:
        """Return the names of the parties, for reading what was pasted."""
        bodies = Body.objects.prefetch_related("names")
        return Vocabulary(
            parties=tuple(
                replace(
                    self.facts[key],
                    aliases=tuple(alias.name for alias in party.aliases.all()),
                )
                for key, party in self.parties.items()
            ),
            bodies=tuple(
                replace(
                    body_fact(body), names=tuple(row.name for row in body.names.all())
                )
                for body in bodies
            ),
        )

    def capacity(self, party: int, meeting: Meeting) -> Capacity:
        """Return the capacity that follows from the memberships on the first day."""
        return self._capacities.of(
            self.parties[party], bodies_of(meeting), meeting.starts_on
        )

    def best_capacity(self, party: int) -> Capacity:
        """Return the first of its capacities in the order of statements."""
        held = [self.capacity(party, meeting) for meeting in self.meetings]
        return min(held, key=_ORDER.__getitem__)

    @cached_property
    def expected(self) -> set[int]:
        """Return the parties of the convening bodies and of the forum on the days."""
        found = set()
        for meeting in self.meetings:
            convening = self._capacities.convening(bodies_of(meeting))
            for party in self._capacities.parties:
                held = self._capacities.statuses(party, meeting.starts_on)
                if (BALI_PROCESS, "member") in held or any(
                    body in convening for body, _ in held
                ):
                    found.add(party)
        return found

    def in_groups(self, parties: Iterable[int]) -> list[tuple[Capacity, list[int]]]:
        """Return the parties by derived capacity, in the order of statements."""
        groups: dict[Capacity, list[int]] = defaultdict(list)
        for party in sorted(parties, key=lambda key: self.facts[key].order):
            groups[self.best_capacity(party)].append(party)
        return [
            (capacity, groups[capacity]) for capacity in Capacity if groups[capacity]
        ]

    def meeting_facts(self, cells: Cells) -> tuple[MeetingFacts, ...]:
        """Return the meetings as they would be attended if ``cells`` were saved."""
        return tuple(
            MeetingFacts(
                slug=meeting.slug,
                title=meeting.title,
                kind=meeting.kind,
                starts_on=meeting.starts_on,
                ends_on=meeting.ends_on,
                convenings=tuple(
                    ConveningFact(
                        body_fact(row.body), row.role == Convening.Role.CONVENES
                    )
                    for row in meeting.convenings.all()
                ),
                attendance=tuple(
                    self._fact(key[0], cell, meeting)
                    for key, cell in cells.items()
                    if key[1] == meeting.pk
                ),
            )
            for meeting in self.meetings
        )

    def _fact(self, party: int, cell: Cell, meeting: Meeting) -> AttendanceFact:
        return AttendanceFact(
            party=self.facts[party],
            capacity=Capacity(cell.capacity)
            if cell.capacity
            else self.capacity(party, meeting),
            present=cell.presence == PRESENT,
            level=Level(cell.level) if cell.level else None,
            mode=cell.mode,
            delegation_size=whole(cell.size),
            override_reason=cell.reason,
        )
