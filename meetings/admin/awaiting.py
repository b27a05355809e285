"""What awaits somebody's hand: told on the first page, and found by the same conditions.

Each admin tells its own (``waiting``): a count, and the filter of its list that shows
those counted. Count and list share one condition, so that they cannot differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from meetings.models import Attendance, Convening, Gathering, Meeting, Session

HELD = Meeting.Status.HELD
OF_LATE = timedelta(days=2 * 365)
"""Older gaps are those of the sources: nobody is going to fill them soon."""
AFTER = timedelta(days=180)
"""How long after an annual meeting the next one is to be planned."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many records of a kind that await something, and where they are listed."""

    group: str
    words: str
    count: int
    address: str


def waiting(model, group: str, words: str, rows: QuerySet, **query) -> Waiting:
    """Return what waits: ``query`` filters the list of ``model`` down to ``rows``."""
    opts = model._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return Waiting(group, words, rows.count(), f"{address}?{urlencode(query)}")


def unattended(meetings: QuerySet) -> QuerySet:
    """Those of the meetings that were held and have nobody recorded as present."""
    present = Attendance.objects.filter(
        meeting=OuterRef("pk"), presence=Attendance.Presence.PRESENT
    )
    return meetings.filter(~Exists(present), status=HELD)


def unconvened(meetings: QuerySet) -> QuerySet:
    """Those of the meetings that no body convenes."""
    rows = Convening.objects.filter(
        meeting=OuterRef("pk"), role=Convening.Role.CONVENES
    )
    return meetings.filter(~Exists(rows))


def past_but_planned(meetings: QuerySet) -> QuerySet:
    """Those of the meetings that are called planned though their days are over."""
    return meetings.filter(status=Meeting.Status.PLANNED, ends_on__lt=localdate())


def unprogrammed(meetings: QuerySet) -> QuerySet:
    """Those of the meetings, planned or held of late, of which no session is recorded."""
    sessions = Session.objects.filter(meeting=OuterRef("pk"))
    late = Q(status=HELD, starts_on__gte=localdate() - OF_LATE)
    return meetings.filter(
        late | Q(status=Meeting.Status.PLANNED), ~Exists(sessions)
    ).exclude(kind=Meeting.Kind.SITE_VISIT)


def unfollowed(meetings: QuerySet) -> QuerySet:
    """Those of the annual meetings whose next one is due to be planned, and is not."""
    later = Meeting.objects.filter(
        series=OuterRef("series"), starts_on__gt=OuterRef("starts_on")
    ) | Meeting.objects.filter(series=OuterRef("series"), starts_on=None)
    return meetings.filter(
        ~Exists(later),
        kind=Meeting.Kind.ANNUAL_MEETING,
        series__isnull=False,
        starts_on__gte=localdate() - OF_LATE,
        starts_on__lte=localdate() - AFTER,
    )


def incomplete(gatherings: QuerySet) -> QuerySet:
    """Those of the gatherings with a meeting held whose attendance is to be entered."""
    listed = Meeting.objects.exclude(list_status=Meeting.ListStatus.NONE)
    return gatherings.filter(
        Exists(unattended(listed).filter(gathering=OuterRef("pk")))
    )


class MissingFilter(admin.SimpleListFilter):
    """Records by what they lack; each choice a condition on the rows."""

    title = "what is missing"
    parameter_name = "missing"
    conditions: dict = {}

    def lookups(self, request, model_admin):
        return [(key, words) for key, (words, _) in self.conditions.items()]

    def queryset(self, request, queryset):
        _, condition = self.conditions.get(self.value(), ("", None))
        return condition(queryset) if condition else queryset


class MissingOfMeetings(MissingFilter):
    conditions = {
        "attendance": ("Held, nobody recorded as present", unattended),
        "body": ("No convening body", unconvened),
        "outcome": ("Days are over, still planned", past_but_planned),
        "sessions": ("Planned or held of late, no session", unprogrammed),
        "next": ("Annual, the next one is not planned", unfollowed),
    }


class MissingOfGatherings(MissingFilter):
    conditions = {"attendance": ("Attendance of a meeting held", incomplete)}


class AwaitedMeetings:
    """What awaits at meetings, for their admin."""

    def waiting(self, request) -> Iterator[Waiting]:
        yield from super().waiting(request)
        for status, words in (
            ("complete", "Meetings held, attendance not entered"),
            ("partial", "Meetings held, attendance known in part, none entered"),
            ("none", "Meetings held of which no list was published"),
        ):
            yield waiting(
                Meeting,
                "Attendance",
                words,
                unattended(Meeting.objects.filter(list_status=status)),
                missing="attendance",
                list_status__exact=status,
            )
        for key, words in (
            ("outcome", "Meetings still called planned though their days are over"),
            ("body", "Meetings that no body convenes"),
            ("sessions", "Meetings, planned or held of late, without a session"),
            ("next", "Annual meetings whose next one is not planned"),
        ):
            _, condition = MissingOfMeetings.conditions[key]
            rows = condition(Meeting.objects.all())
            yield waiting(Meeting, "Meetings", words, rows, missing=key)


class AwaitedGatherings:
    """What awaits at gatherings, for their admin."""

    def waiting(self, request) -> Iterator[Waiting]:
        yield from super().waiting(request)
        yield waiting(
            Gathering,
            "Attendance",
            "Gatherings with a meeting to enter attendance for",
            incomplete(Gathering.objects.all()),
            missing="attendance",
        )
