from django.contrib import admin

from meetings.models import Activity, ActivityFigure, TraineeCount

from .base import SOURCES, RecordAdmin, count_of
from .rows import Rows


class TraineeRows(Rows):
    model = TraineeCount
    related = ("party",)
    verbose_name = "state"
    verbose_name_plural = "practitioners trained, by state"
    fields = ["party", "practitioners"]
    autocomplete_fields = ["party"]


@admin.register(Activity)
class ActivityAdmin(RecordAdmin):
    list_display = ["title", "kind", "body", "year", "starts_on", "city", "states"]
    list_filter = [
        "kind",
        ("body", admin.RelatedOnlyFieldListFilter),
        "unverified",
        "year",
    ]
    list_select_related = ["body"]
    date_hierarchy = "starts_on"
    search_fields = ["title", "city", "body__abbreviation", "body__name"]
    autocomplete_fields = ["body", "meeting"]
    inlines = [TraineeRows]
    fieldsets = [
        (None, {"fields": ["body", "kind", "title", "meeting"]}),
        (
            "When and where",
            {
                "fields": ["year", ("starts_on", "ends_on"), "city"],
                "description": "The year is enough where the days are not known.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        states = count_of(TraineeCount.objects.all(), "activity")
        return super().get_queryset(request).annotate(states_trained=states)

    @admin.display(ordering="states_trained", description="states trained")
    def states(self, activity: Activity) -> int:
        return activity.states_trained


@admin.register(ActivityFigure)
class ActivityFigureAdmin(RecordAdmin):
    list_display = ["year", "qualifier", "value", "label", "body", "doubt"]
    list_display_links = ["year", "label"]
    list_filter = [("body", admin.RelatedOnlyFieldListFilter), "unverified", "year"]
    list_select_related = ["body"]
    search_fields = ["label", "body__abbreviation"]
    autocomplete_fields = ["body", "activity"]
    fieldsets = [
        (
            None,
            {
                "fields": ["body", "year", ("qualifier", "value"), "label", "activity"],
                "description": "A figure as the office states it, beside what the "
                "record counts.",
            },
        ),
        SOURCES,
    ]
