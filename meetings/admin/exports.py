"""Attendance as a spreadsheet: what the list shows, filtered as its address says."""

from collections.abc import Mapping

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.timezone import localdate

from meetings.exchange.export import FORMATS, attendance_file
from meetings.gather import meetings_facts
from meetings.models import Attendance, Meeting

from .capacity import NAMES


class AttendanceExport:
    """Adds the address that exports what the list of attendance would show."""

    def get_urls(self):
        page = self.admin_site.admin_view(self.export_view)
        address = path(
            "export/<str:file_format>/", page, name="meetings_attendance_export"
        )
        return [address, *super().get_urls()]

    def lookup_allowed(self, lookup, value, request):
        weeks = lookup == "meeting__gathering__id__exact"
        return weeks or super().lookup_allowed(lookup, value, request)

    def export_view(self, request, file_format: str):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if file_format not in FORMATS:
            raise Http404
        try:
            rows = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse("admin:meetings_attendance_changelist"))
        rows = Attendance.objects.filter(pk__in=rows.order_by().values("pk"))
        rows = rows.order_by("meeting__starts_on", "meeting_id", "party__sort_key")
        content = attendance_file(rows, file_format, capacities(rows))
        name = f"attendance-{localdate():%Y-%m-%d}.{file_format}"
        return HttpResponse(
            content,
            content_type=FORMATS[file_format],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def capacities(rows: QuerySet[Attendance]) -> Mapping[int, str]:
    """Return the words for the capacity of each row, by its key."""
    meetings = Meeting.objects.filter(pk__in=rows.order_by().values("meeting"))
    words = {
        (meeting.slug, fact.party.name): NAMES[fact.capacity.value]
        for meeting in meetings_facts(meetings, None)
        for fact in meeting.attendance
    }
    keys = rows.values_list("pk", "meeting__slug", "party__name")
    return {pk: words.get((slug, party), "") for pk, slug, party in keys}
