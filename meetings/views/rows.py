"""What lists show of a meeting, and no more than the user may see of it."""

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery

from meetings.models import Attendance, Convening, Meeting


def as_rows(meetings: QuerySet[Meeting], user) -> QuerySet[Meeting]:
    """Prepare meetings for ``components/meeting_table.html``.

    ``delegations`` counts the parties present (None for an empty list) and is to be shown
    only where ``attendance_open`` holds.
    """
    present = (
        Attendance.objects.visible_to(user)
        .filter(meeting=OuterRef("pk"), presence=Attendance.Presence.PRESENT)
        .order_by()
    )
    counted = present.values("meeting").annotate(n=Count("pk")).values("n")
    opened = Meeting.objects.seen_at(user, "attendance_visibility")
    return (
        meetings.select_related("country")
        .prefetch_related(Prefetch("convenings", convened_by()))
        .annotate(
            delegations=Subquery(counted),
            attendance_open=Exists(opened.filter(pk=OuterRef("pk"))),
        )
    )


def convened_by() -> QuerySet[Convening]:
    """The bodies that convene a meeting, the leading one first."""
    return Convening.objects.select_related("body").order_by("position", "pk")
