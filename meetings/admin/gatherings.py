from django.contrib import admin
from django.db.models import F

from meetings.models import Gathering, Meeting, Series

from .addresses import RecordList
from .awaiting import AwaitedGatherings, MissingOfGatherings
from .base import SOURCES, RecordAdmin, count_of
from .checklist import GatheringChecklist
from .following.page import FollowingMixin
from .grid.page import GridMixin
from .links import list_link
from .programme.page import WeekProgrammeMixin


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    list_display = ["name", "meetings_held"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug"]

    def get_queryset(self, request):
        held = count_of(Meeting.objects.all(), "series")
        return super().get_queryset(request).annotate(held=held)

    @admin.display(ordering="held", description="meetings")
    def meetings_held(self, series: Series) -> int:
        return series.held


class LatestFirst(RecordList):
    """By a day that is computed, which ``ordering`` may not name."""

    def _get_default_ordering(self):
        return [F("starts_on").desc(nulls_first=True), "title"]


@admin.register(Gathering)
class GatheringAdmin(
    GridMixin,
    WeekProgrammeMixin,
    FollowingMixin,
    AwaitedGatherings,
    GatheringChecklist,
    RecordAdmin,
):
    list_display = ["title", "first_day", "last_day", "host", "meetings_held"]
    list_filter = [
        MissingOfGatherings,
        "unverified",
        ("host", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["host"]
    search_fields = ["title", "theme", "host__name", "host__aliases__name"]
    autocomplete_fields = ["host"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["meetings"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "slug", "host", "theme", "meetings"],
                "description": "A joint week. Its days and bodies follow from its "
                "meetings, which name it on their own pages.",
            },
        ),
        SOURCES,
    ]

    def get_changelist(self, request, **kwargs):
        return LatestFirst

    def get_queryset(self, request):
        held = count_of(Meeting.objects.all(), "gathering")
        return super().get_queryset(request).with_days().annotate(held=held)

    @admin.display(ordering="starts_on", empty_value="no dated meeting")
    def first_day(self, gathering: Gathering):
        return gathering.starts_on

    @admin.display(ordering="ends_on")
    def last_day(self, gathering: Gathering):
        return gathering.ends_on

    @admin.display(ordering="held", description="meetings")
    def meetings_held(self, gathering: Gathering) -> int:
        return gathering.held

    def meetings(self, gathering: Gathering) -> str:
        if gathering.pk is None:
            return "None yet."
        words = f"its meetings ({gathering.held})"
        return list_link((Meeting, words, {"gathering__id__exact": gathering.pk}))
