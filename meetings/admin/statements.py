from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from meetings.models import Coverage, Revision, Statement
from meetings.workbench.awaiting import awaited_seats

from .addresses import AddressesMixin
from .awaiting import Waiting, waiting
from .base import SOURCES, RecordAdmin, count_of
from .links import page_link
from .rows import Rows

NOT_BACK = (
    "A statement does not go back: its state would go back as well. Its text has "
    "revisions of its own, on its desk."
)


class CoverageRows(Rows):
    model = Coverage
    related = ("meeting",)
    verbose_name = "meeting"
    verbose_name_plural = (
        "meetings covered: bodies, attendance and seats follow from them"
    )
    fields = ["meeting"]
    autocomplete_fields = ["meeting"]


class ReadOnly:
    """What may be read here and written by the record's own verbs alone."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RevisionRows(ReadOnly, Rows):
    model = Revision
    related = ("statement", "author")
    verbose_name_plural = "revisions of the text: never changed, never deleted"
    fields = ["number", "author", "created_at", "text_link"]
    readonly_fields = fields
    ordering = ["-number"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text", "facts")

    @admin.display(description="text")
    def text_link(self, revision: Revision) -> str:
        return page_link(revision, "Read")


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    list_display = ["title", "state", "published_on", "meetings_covered", "revised"]
    list_filter = ["state", "house_style", "unverified"]
    date_hierarchy = "published_on"
    search_fields = ["title", "slug", "meetings__title", "meetings__slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state", "published_on"]
    inlines = [CoverageRows, RevisionRows]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "slug",
                    ("house_style", "name_form"),
                    "annex",
                    ("state", "published_on"),
                ],
                "description": "The state follows from what is done with the statement. "
                "Once published it stays as it is: a correction is a new revision.",
            },
        ),
        SOURCES,
    ]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .annotate(
                covered=count_of(Coverage.objects.all(), "statement"),
                revisions_made=count_of(Revision.objects.all(), "statement"),
            )
        )

    def waiting(self, request):
        yield from super().waiting(request)
        for state, words in (
            ("drafting", "Drafts to finish and send to the co-chairs"),
            ("with_co_chairs", "Drafts with the co-chairs, to be cleared"),
            ("cleared", "Cleared statements to publish"),
        ):
            rows = Statement.objects.filter(state=state)
            yield waiting(Statement, "Statements", words, rows, state__exact=state)
        address = reverse("admin:meetings_statement_seats")
        words = "Seats whose clearance is awaited"
        yield Waiting("Statements", words, len(awaited_seats()), address)

    def get_urls(self):
        page = self.admin_site.admin_view(self.seats_view)
        name = "meetings_statement_seats"
        return [path("seats/", page, name=name), *super().get_urls()]

    def seats_view(self, request):
        """List the seats that the first page counts."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": "Seats whose clearance is awaited",
            "opts": self.opts,
            "seats": awaited_seats(),
        }
        return TemplateResponse(request, "admin/seats_awaited.html", context)

    def get_readonly_fields(self, request, obj=None):
        """What is published keeps its address, also while a correction is drafted."""
        fixed = ["slug"] if obj is not None and obj.published_on else []
        return [*fixed, *super().get_readonly_fields(request, obj)]

    def get_prepopulated_fields(self, request, obj=None):
        if obj is not None and obj.published_on:
            return {}
        return super().get_prepopulated_fields(request, obj)

    def has_change_permission(self, request, obj=None):
        published = obj is not None and obj.is_published
        return not published and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        # While a correction is drafted, its earlier edition stays published.
        published = obj is not None and obj.published_on is not None
        return not published and super().has_delete_permission(request, obj)

    def why_not_back(self, request, record) -> str:
        return NOT_BACK

    @admin.display(ordering="covered", description="meetings")
    def meetings_covered(self, statement: Statement) -> int:
        return statement.covered

    @admin.display(ordering="revisions_made", description="revisions")
    def revised(self, statement: Statement) -> int:
        return statement.revisions_made


@admin.register(Revision)
class RevisionAdmin(ReadOnly, AddressesMixin, admin.ModelAdmin):
    list_display = ["statement", "number", "author", "created_at"]
    list_select_related = ["statement", "author"]
    date_hierarchy = "created_at"
    search_fields = ["statement__title", "statement__slug", "text"]
    ordering = ["-created_at", "-number"]
    fields = ["statement", "number", "author", "created_at", "reading"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("facts")

    @admin.display(description="text")
    def reading(self, revision: Revision) -> str:
        return format_html('<div class="revision-text">{}</div>', revision.text)
