"""What the record says of last year's meetings, read once for all of them."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from meetings.models import (
    ChairTerm,
    Convening,
    Gathering,
    Meeting,
    Session,
)

from .proposing import comes_back, fold


@dataclass(slots=True)
class Source:
    """A meeting, and what of it the next one may have."""

    meeting: Meeting
    convenings: list[Convening]
    sessions: list[tuple[Session, bool]] = field(default_factory=list)
    """In order, each with whether it comes back every year."""
    later: Meeting | None = None
    """The next of its series, if that is recorded already."""

    @property
    def bodies(self) -> str:
        """A text that changes when the bodies do."""
        return " ".join(f"{row.body_id}:{row.role}" for row in self.convenings)


def sources_of(target: Meeting | Gathering) -> list[Source]:
    """Return the meetings that the next one, or the next week, is made from."""
    week = isinstance(target, Gathering)
    chosen = {"gathering": target} if week else {"pk": target.pk}
    meetings = list(
        Meeting.objects.filter(**chosen)
        .select_related("series")
        .prefetch_related("bodies")
    )
    meetings.sort(key=lambda row: (row.starts_on or date.max, row.pk))
    keys = [row.pk for row in meetings]
    rows = Convening.objects.filter(meeting__in=keys).select_related("body")
    convenings = list(rows.order_by("position", "pk"))
    sessions = list(Session.objects.filter(meeting__in=keys).order_by("position", "pk"))
    earlier = _earlier_titles(meetings, convenings)
    later = _later(meetings)
    return [
        Source(
            meeting,
            [row for row in convenings if row.meeting_id == meeting.pk],
            [
                (row, comes_back(row.title, earlier[meeting.pk]))
                for row in sessions
                if row.meeting_id == meeting.pk
            ],
            later.get(meeting.pk),
        )
        for meeting in meetings
    ]


def _earlier_titles(
    meetings: list[Meeting], convenings: list[Convening]
) -> dict[int, set[str]]:
    """Return the titles of sessions at earlier meetings of the same kind or series."""
    bodies: dict[int, set[int]] = {meeting.pk: set() for meeting in meetings}
    for row in convenings:
        bodies[row.meeting_id].add(row.body_id)
    alike = Q(meeting__series__in=[row.series_id for row in meetings if row.series_id])
    alike |= Q(
        meeting__kind__in={row.kind for row in meetings},
        meeting__bodies__in=set().union(*bodies.values()),
    )
    rows = Session.objects.filter(alike).values_list(
        "title",
        "meeting",
        "meeting__series",
        "meeting__kind",
        "meeting__bodies",
        "meeting__starts_on",
    )
    found: dict[int, set[str]] = {meeting.pk: set() for meeting in meetings}
    for title, held, series, kind, body, day in rows:
        for meeting in meetings:
            same = (series and series == meeting.series_id) or (
                kind == meeting.kind and body in bodies[meeting.pk]
            )
            before = day and meeting.starts_on and day < meeting.starts_on
            if same and before and held != meeting.pk:
                found[meeting.pk].add(fold(title))
    return found


def _later(meetings: list[Meeting]) -> dict[int, Meeting]:
    numbered = [row for row in meetings if row.series_id and row.number]
    wanted = Q(pk__in=[])
    for row in numbered:
        wanted |= Q(series=row.series_id, number=row.number + 1)
    there = {(row.series_id, row.number): row for row in Meeting.objects.filter(wanted)}
    return {
        row.pk: there[row.series_id, row.number + 1]
        for row in numbered
        if (row.series_id, row.number + 1) in there
    }


def seats(
    bodies: list[int], days: set[date]
) -> dict[tuple[int, date], list[ChairTerm]]:
    """Return who chairs each body on each of the days."""
    terms = (
        ChairTerm.objects.filter(body__in=bodies)
        .select_related("party", "person")
        .order_by("body", "party__sort_key", "pk")
    )
    found: dict[tuple[int, date], list[ChairTerm]] = {}
    for term in terms:
        for day in days:
            if (term.since is None or term.since <= day) and (
                term.until is None or day <= term.until
            ):
                found.setdefault((term.body_id, day), []).append(term)
    return found
