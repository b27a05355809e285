from django.contrib import admin
from django.utils.timezone import localdate

from meetings.admin.awaiting import MissingFilter, waiting
from meetings.admin.base import SOURCES, RecordAdmin
from meetings.admin.links import page_link
from meetings.admin.rows import Rows, RowsFormSet
from workplans.models import ActionItem, ProgressUpdate
from workplans.models.items import Status

STATUSES = dict(Status.choices)


class ItemFormSet(RowsFormSet):
    """Rows that offer the areas of their version, read once for all of them."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "area" in form.fields:
            form.fields["area"].choices = self._areas

    @property
    def _areas(self) -> list[tuple]:
        if not hasattr(self, "_read_areas"):
            rows = self.instance.areas.all() if self.instance.pk else ()
            self._read_areas = [("", "none"), *((row.pk, str(row)) for row in rows)]
        return self._read_areas


class ItemRows(Rows):
    model = ActionItem
    formset = ItemFormSet
    verbose_name = "item"
    verbose_name_plural = "action items: updates and links on each one's own page"
    fields = [
        "position",
        "number",
        "area",
        "text",
        "leads",
        "partners",
        "due",
        "measure",
        "status",
    ]
    readonly_fields = ["status"]
    autocomplete_fields = ["leads", "partners"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_status()
        return rows.prefetch_related("leads", "partners")

    def status(self, item: ActionItem) -> str:
        return page_link(item, STATUSES[item.status]) if item.pk else ""


class UpdateRows(Rows):
    model = ProgressUpdate
    verbose_name = "update"
    verbose_name_plural = "progress: the latest update gives the status"
    fields = [
        "reported_on",
        "reported_at",
        "reported_by",
        "status",
        "text",
        "unverified",
        "more",
    ]
    autocomplete_fields = ["reported_at", "reported_by"]
    readonly_fields = ["more"]


class MissingOfItems(MissingFilter):
    conditions = {
        "report": (
            "Not reported since the last meeting",
            lambda rows: rows.unreported(localdate()),
        )
    }


@admin.register(ActionItem)
class ActionItemAdmin(RecordAdmin):
    list_display = ["number", "text", "version", "status", "due_on", "doubt"]
    list_display_links = ["number", "text"]
    list_filter = [
        MissingOfItems,
        ("version__plan__body", admin.RelatedOnlyFieldListFilter),
        ("leads", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["version__plan__body"]
    label_related = ("version__plan__body",)
    date_hierarchy = "due_on"
    search_fields = [
        "text",
        "=number",
        "version__plan__title",
        "version__plan__body__abbreviation",
        "leads__name",
        "leads__aliases__name",
    ]
    autocomplete_fields = [
        "version",
        "area",
        "leads",
        "partners",
        "continues",
        "sessions",
        "outcomes",
    ]
    inlines = [UpdateRows]
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["version", "area", ("number", "position"), "text"]}),
        ("Who", {"fields": ["leads", "partners"]}),
        ("By when, and how one will know", {"fields": ["due", "due_on", "measure"]}),
        (
            "What advanced it",
            {
                "fields": ["sessions", "outcomes", "continues"],
                "description": "The sessions and outcomes of meetings that moved it on.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_status()

    def waiting(self, request):
        yield from super().waiting(request)
        yield waiting(
            ActionItem,
            "Work plans",
            "Action items not reported since the body's last meeting",
            ActionItem.objects.unreported(localdate()),
            missing="report",
        )

    def label(self, record) -> str:
        return f"{record} – {record.version}"

    def view_on_site(self, item: ActionItem) -> str:
        return item.get_absolute_url()

    @admin.display(ordering="status")
    def status(self, item: ActionItem) -> str:
        return STATUSES[item.status]


@admin.register(ProgressUpdate)
class ProgressUpdateAdmin(RecordAdmin):
    list_display = ["item", "status", "reported_on", "reported_by", "reported_at"]
    list_filter = [
        "status",
        ("item__version__plan__body", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["item", "reported_by", "reported_at"]
    label_related = ("item",)
    date_hierarchy = "reported_on"
    search_fields = [
        "text",
        "item__text",
        "reported_by__name",
        "reported_by__aliases__name",
    ]
    autocomplete_fields = ["item", "reported_at", "reported_by"]
    fieldsets = [
        (None, {"fields": ["item", "status", "reported_on", "text"]}),
        ("By whom, and where", {"fields": ["reported_by", "reported_at"]}),
        SOURCES,
    ]
