from django.contrib import admin

from meetings.admin.base import SOURCES, RecordAdmin, count_of
from meetings.admin.rows import Rows
from workplans.models import Strategy, StrategyArea, WorkPlan


class AreaRows(Rows):
    model = StrategyArea
    verbose_name = "area"
    verbose_name_plural = "areas of cooperation, numbered as printed"
    fields = ["number", "text"]


@admin.register(Strategy)
class StrategyAdmin(RecordAdmin):
    list_display = ["title", "body", "since_year", "until_year", "plans", "doubt"]
    list_filter = [("body", admin.RelatedOnlyFieldListFilter), "unverified"]
    list_select_related = ["body"]
    search_fields = ["title", "body__abbreviation", "body__name"]
    autocomplete_fields = ["body", "endorsed_at"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [AreaRows]
    fieldsets = [
        (None, {"fields": ["title", "slug", "body"]}),
        (
            "When",
            {
                "fields": [("since_year", "until_year"), "endorsed_at"],
                "description": "Both years count. Leave the last one empty while open.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        plans = count_of(WorkPlan.objects.all(), "strategy")
        return super().get_queryset(request).annotate(plans_counted=plans)

    @admin.display(ordering="plans_counted", description="work plans")
    def plans(self, strategy: Strategy) -> int:
        return strategy.plans_counted
