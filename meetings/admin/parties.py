from django.contrib import admin
from django.db.models import Exists, OuterRef

from meetings.models import Attendance, Membership, Party, PartyAlias

from .base import SOURCES, RecordAdmin, count_of
from .links import list_link
from .merging import MergingMixin
from .rows import Rows


class AliasRows(Rows):
    model = PartyAlias
    verbose_name = "other spelling"
    verbose_name_plural = "other spellings that sources use"
    fields = ["name"]


@admin.register(Party)
class PartyAdmin(MergingMixin, RecordAdmin):
    list_display = [
        "name",
        "running_name",
        "abbreviation",
        "kind",
        "un",
        "spellings",
        "meetings_attended",
        "doubt",
    ]
    list_filter = ["kind", "un_system", "unverified"]
    search_fields = [
        "name",
        "running_name",
        "formal_name",
        "abbreviation",
        "aliases__name",
        "iso_code",
    ]
    prepopulated_fields = {"slug": ["name"], "sort_key": ["name"]}
    inlines = [AliasRows]
    readonly_fields = ["record"]
    fieldsets = [
        (None, {"fields": ["kind", "name", "running_name", "abbreviation"]}),
        (
            "Other forms of the name",
            {"fields": ["formal_name", "adjective", "sort_key", "slug"]},
        ),
        ("What it is", {"fields": ["iso_code", "un_system", "record"]}),
        SOURCES,
    ]

    def get_queryset(self, request):
        present = Attendance.objects.filter(presence=Attendance.Presence.PRESENT)
        return (
            super()
            .get_queryset(request)
            .annotate(attended=count_of(present, "party"))
            .prefetch_related("aliases")
        )

    def get_search_results(self, request, queryset, search_term):
        """Where a party is chosen, the one of exactly that name or alias comes first."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        if self.choosing(request) and search_term:
            named = Party.objects.known_as(search_term).filter(pk=OuterRef("pk"))
            found = found.annotate(named=Exists(named)).order_by("-named", "sort_key")
        return found, doubled

    def label(self, record) -> str:
        if record.abbreviation and record.kind != Party.Kind.STATE:
            return f"{record.abbreviation} – {record.name}"
        return record.name

    @admin.display(description="other spellings")
    def spellings(self, party: Party) -> str:
        return ", ".join(alias.name for alias in party.aliases.all())

    @admin.display(ordering="un_system", description="UN system")
    def un(self, party: Party) -> str:
        return "UN" if party.un_system else ""

    @admin.display(ordering="attended", description="meetings attended")
    def meetings_attended(self, party: Party) -> int:
        return party.attended

    @admin.display(description="elsewhere in the record")
    def record(self, party: Party) -> str:
        if party.pk is None:
            return "Nothing yet."
        return list_link(
            (Attendance, "attendance", {"party__id__exact": party.pk}),
            (Membership, "memberships", {"party__id__exact": party.pk}),
        )
