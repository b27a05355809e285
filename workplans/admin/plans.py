from django.contrib import admin

from meetings.admin.base import SOURCES, RecordAdmin, count_of
from meetings.admin.links import page_link
from meetings.admin.rows import Rows
from workplans.models import ActionItem, PlanVersion, PriorityArea, WorkPlan

from .items import ItemRows


class VersionRows(Rows):
    model = PlanVersion
    related = ("plan__body", "adopted_at")
    verbose_name = "version"
    verbose_name_plural = "versions: an amendment is the next version, not an edit"
    fields = ["number", "adopted_on", "adopted_at", "reason", "items"]
    readonly_fields = ["items"]
    autocomplete_fields = ["adopted_at"]

    def get_queryset(self, request):
        counted = count_of(ActionItem.objects.all(), "version")
        return super().get_queryset(request).annotate(items_counted=counted)

    @admin.display(description="areas and items")
    def items(self, version: PlanVersion) -> str:
        if version.pk is None:
            return ""
        items = "item" if version.items_counted == 1 else "items"
        return page_link(version, f"Open ({version.items_counted} {items})")


@admin.register(WorkPlan)
class WorkPlanAdmin(RecordAdmin):
    list_display = [
        "title",
        "body",
        "since_year",
        "until_year",
        "endorsed_at",
        "versions",
        "doubt",
    ]
    list_filter = [("body", admin.RelatedOnlyFieldListFilter), "unverified"]
    list_select_related = ["body", "endorsed_at"]
    label_related = ("body",)
    search_fields = ["title", "body__abbreviation", "body__name"]
    autocomplete_fields = ["body", "strategy", "endorsed_at"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [VersionRows]
    fieldsets = [
        (None, {"fields": ["title", "slug", "body"]}),
        (
            "When",
            {
                "fields": [("since_year", "until_year"), "endorsed_at", "strategy"],
                "description": "Both years count. Leave the last one empty while open.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        versions = count_of(PlanVersion.objects.all(), "plan")
        return super().get_queryset(request).annotate(versions_counted=versions)

    @admin.display(ordering="versions_counted")
    def versions(self, plan: WorkPlan) -> int:
        return plan.versions_counted


class AreaRows(Rows):
    model = PriorityArea
    fields = ["number", "text"]


@admin.register(PlanVersion)
class PlanVersionAdmin(RecordAdmin):
    list_display = ["plan", "number", "adopted_on", "adopted_at", "items", "doubt"]
    list_filter = [("plan__body", admin.RelatedOnlyFieldListFilter), "unverified"]
    list_select_related = ["plan__body", "adopted_at"]
    label_related = ("plan__body",)
    date_hierarchy = "adopted_on"
    search_fields = ["plan__title", "plan__body__abbreviation", "reason"]
    autocomplete_fields = ["plan", "adopted_at"]
    save_on_top = True
    inlines = [AreaRows, ItemRows]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("plan", "number"),
                    ("adopted_on", "adopted_at"),
                    "reason",
                ],
                "description": "Save new priority areas before items name them.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        counted = count_of(ActionItem.objects.all(), "version")
        return super().get_queryset(request).annotate(items_counted=counted)

    def view_on_site(self, version: PlanVersion) -> str:
        return version.plan.get_absolute_url()

    @admin.display(ordering="items_counted")
    def items(self, version: PlanVersion) -> int:
        return version.items_counted


@admin.register(PriorityArea)
class PriorityAreaAdmin(RecordAdmin):
    list_display = ["number", "text", "version", "items"]
    list_display_links = ["text"]
    list_filter = [("version__plan__body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["version__plan__body"]
    label_related = ("version__plan__body",)
    search_fields = [
        "text",
        "version__plan__title",
        "version__plan__body__abbreviation",
    ]
    autocomplete_fields = ["version"]
    fields = ["version", "number", "text"]

    def get_queryset(self, request):
        counted = count_of(ActionItem.objects.all(), "area")
        return super().get_queryset(request).annotate(items_counted=counted)

    def label(self, record) -> str:
        return f"{record} – {record.version}"

    @admin.display(ordering="items_counted")
    def items(self, area: PriorityArea) -> int:
        return area.items_counted
