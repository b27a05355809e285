from django.contrib import admin
from django.db.models import Prefetch

from meetings.models import (
    Convening,
    Document,
    Meeting,
    StatedFigure,
)

from .attendance import AttendanceRows
from .awaiting import AwaitedMeetings, MissingOfMeetings
from .base import SOURCES, RecordAdmin
from .checklist import MeetingChecklist
from .following.page import FollowingMixin
from .grid.page import GridMixin
from .programme.page import ProgrammeMixin
from .reading import ReadingMixin
from .rows import Rows
from .sessions import OutcomeRows, SessionRows


class ConveningRows(Rows):
    model = Convening
    related = ("body", "meeting")
    verbose_name = "body"
    verbose_name_plural = "bodies that convene or co-host it"
    fields = ["body", "role", "position"]
    autocomplete_fields = ["body"]


class StatedFigureRows(Rows):
    model = StatedFigure
    verbose_name_plural = "figures that a source states: never a count of ours"
    classes = ["rows", "collapse"]
    fields = ["of", "qualifier", "value", "label", "source"]


class DocumentRows(Rows):
    model = Document
    classes = ["rows", "collapse"]
    fields = ["title", "kind", "url", "file", "dated_on", "visibility", "more"]
    readonly_fields = ["more"]


@admin.register(Meeting)
class MeetingAdmin(
    GridMixin,
    ProgrammeMixin,
    FollowingMixin,
    ReadingMixin,
    AwaitedMeetings,
    MeetingChecklist,
    RecordAdmin,
):
    list_display = [
        "title",
        "convened_by",
        "starts_on",
        "city",
        "country",
        "kind",
        "status",
        "present",
        "doubt",
    ]
    list_filter = [
        MissingOfMeetings,
        ("bodies", admin.RelatedOnlyFieldListFilter),
        "kind",
        "status",
        "list_status",
        "unverified",
        ("gathering", admin.RelatedOnlyFieldListFilter),
        ("country", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["country"]
    date_hierarchy = "starts_on"
    search_fields = [
        "title",
        "theme",
        "city",
        "country__name",
        "country__aliases__name",
        "bodies__abbreviation",
        "bodies__name",
        "slug",
    ]
    autocomplete_fields = ["series", "country", "gathering"]
    prepopulated_fields = {"slug": ["title"]}
    save_on_top = True
    inlines = [
        ConveningRows,
        AttendanceRows,
        SessionRows,
        OutcomeRows,
        DocumentRows,
        StatedFigureRows,
    ]
    fieldsets = [
        (None, {"fields": ["title", "kind", ("series", "number"), "theme", "slug"]}),
        (
            "When and where",
            {
                "fields": [
                    ("starts_on", "ends_on", "precision"),
                    ("city", "country"),
                    ("format", "status"),
                    "gathering",
                ],
                "description": "Days are calendar days at the venue. A meeting of one "
                "day has the same first and last day.",
            },
        ),
        (
            "What it was about",
            {"fields": ["summary", "list_status"]},
        ),
        (
            "Who may see it",
            {
                "fields": [
                    ("visibility", "attendance_visibility", "content_visibility")
                ],
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        convenings = Convening.objects.select_related("body")
        return (
            super()
            .get_queryset(request)
            .with_attendance_count()
            .prefetch_related(
                Prefetch("convenings", convenings.order_by("position", "pk"))
            )
        )

    def label(self, record) -> str:
        if record.starts_on is None:
            return record.title
        return f"{record.title}, {record.starts_on:%-d %b %Y}"

    @admin.display(description="bodies")
    def convened_by(self, meeting: Meeting) -> str:
        return ", ".join(row.body.abbreviation for row in meeting.convenings.all())

    @admin.display(ordering="attendance_count", description="parties present")
    def present(self, meeting: Meeting) -> int:
        return meeting.attendance_count
