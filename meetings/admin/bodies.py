from django.contrib import admin
from django.utils.timezone import localdate

from meetings.models import Body, BodyName, ChairTerm, Convening, Membership

from .base import SOURCES, InForceFilter, RecordAdmin, count_of
from .rows import Rows

PERIOD = "Both days count. Leave one empty when it is not known or not yet come."


class NameRows(Rows):
    model = BodyName
    verbose_name = "other name"
    verbose_name_plural = "names it is or was known by"
    fields = ["name", "since", "until"]


class ChairTermRows(Rows):
    model = ChairTerm
    related = ("body", "party", "person__party")
    fields = ["party", "person", "role", "since", "until", "unverified", "more"]
    autocomplete_fields = ["party", "person"]
    readonly_fields = ["more"]


class MembershipRows(Rows):
    model = Membership
    related = ("body", "party")
    verbose_name = "member or observer"
    verbose_name_plural = "members and observers: a change of status is a new row"
    fields = ["party", "status", "since", "until", "unverified", "more"]
    autocomplete_fields = ["party"]
    readonly_fields = ["more"]


@admin.register(Body)
class BodyAdmin(RecordAdmin):
    list_display = [
        "abbreviation",
        "name",
        "parent",
        "members_today",
        "meetings_held",
        "doubt",
    ]
    list_display_links = ["abbreviation", "name"]
    list_filter = ["unverified"]
    list_select_related = ["parent"]
    search_fields = ["abbreviation", "name", "short_name", "names__name"]
    autocomplete_fields = ["parent", "members_from", "party"]
    prepopulated_fields = {"slug": ["abbreviation"]}
    save_on_top = True
    inlines = [ChairTermRows, MembershipRows, NameRows]
    fieldsets = [
        (None, {"fields": ["abbreviation", "name", "short_name", "slug"]}),
        ("Its place", {"fields": ["parent", "members_from", "party"]}),
        ("What it is for", {"fields": ["mandate", "established", "ended"]}),
        SOURCES,
    ]

    def get_queryset(self, request):
        members = Membership.objects.filter(status=Membership.Status.MEMBER)
        return (
            super()
            .get_queryset(request)
            .annotate(
                members=count_of(members.on(localdate()), "body"),
                held=count_of(Convening.objects.all(), "body"),
            )
        )

    def label(self, record) -> str:
        return f"{record.abbreviation} – {record.name}"

    @admin.display(ordering="members")
    def members_today(self, body: Body) -> int:
        return body.members

    @admin.display(ordering="held", description="meetings")
    def meetings_held(self, body: Body) -> int:
        return body.held


class PeriodAdmin(RecordAdmin):
    """Party in a body from a day to a day: memberships and chair terms."""

    date_hierarchy = "since"
    list_display_links = ["party"]
    search_fields = [
        "party__name",
        "party__abbreviation",
        "party__aliases__name",
        "body__abbreviation",
        "body__name",
    ]


@admin.register(Membership)
class MembershipAdmin(PeriodAdmin):
    list_display = ["party", "body", "status", "since", "until", "doubt"]
    list_filter = [
        InForceFilter,
        "status",
        ("body", admin.RelatedOnlyFieldListFilter),
        "unverified",
        ("party", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["party", "body"]
    label_related = ("party", "body")
    autocomplete_fields = ["party", "body"]
    fieldsets = [
        (None, {"fields": ["body", "party", "status"]}),
        ("Period", {"fields": [("since", "until")], "description": PERIOD}),
        SOURCES,
    ]


@admin.register(ChairTerm)
class ChairTermAdmin(PeriodAdmin):
    list_display = ["party", "body", "role", "person", "since", "until", "doubt"]
    list_filter = [
        InForceFilter,
        "role",
        ("body", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["party", "body", "person__party"]
    label_related = ("party", "body")
    search_fields = [*PeriodAdmin.search_fields, "person__name"]
    autocomplete_fields = ["party", "body", "person"]
    fieldsets = [
        (None, {"fields": ["body", "party", "person", "role"]}),
        ("Period", {"fields": [("since", "until")], "description": PERIOD}),
        SOURCES,
    ]
