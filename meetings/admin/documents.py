from django.contrib import admin

from meetings.models import Document, Publication

from .base import SOURCES, RecordAdmin


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    list_display = ["title", "kind", "meeting", "dated_on", "visibility", "doubt"]
    list_filter = [
        "kind",
        "visibility",
        ("meeting__bodies", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["meeting"]
    date_hierarchy = "dated_on"
    search_fields = ["title", "meeting__title", "meeting__slug", "url"]
    autocomplete_fields = ["meeting"]
    fieldsets = [
        (None, {"fields": ["meeting", "title", "kind", "dated_on"]}),
        (
            "Where it is",
            {"fields": ["url", "file"], "description": "Give an address or a file."},
        ),
        ("Who may see it", {"fields": ["visibility"]}),
        SOURCES,
    ]

    def view_on_site(self, document: Document) -> str:
        return document.meeting.get_absolute_url()


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = ["title", "kind", "body", "year", "launched_at", "doubt"]
    list_filter = [
        "kind",
        ("body", admin.RelatedOnlyFieldListFilter),
        "unverified",
        "year",
    ]
    list_select_related = ["body", "launched_at"]
    search_fields = ["title", "body__abbreviation", "body__name"]
    autocomplete_fields = ["body", "launched_at"]
    fieldsets = [
        (None, {"fields": ["title", "kind", "body", "year", "url", "launched_at"]}),
        SOURCES,
    ]
