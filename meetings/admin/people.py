from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate

from meetings.models import Appointment, Person, PersonAlias

from .base import SOURCES, RecordAdmin
from .rows import Rows


class AppointmentRows(Rows):
    model = Appointment
    verbose_name_plural = "appointments: a new title is a new row"
    fields = ["title", "unit", "ministry", "since", "until", "sources", "unverified"]


class AliasRows(Rows):
    model = PersonAlias
    verbose_name = "other spelling"
    verbose_name_plural = "other spellings that sources use"
    fields = ["name"]


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = ["name", "honorific", "party", "title_today", "doubt"]
    list_display_links = ["name"]
    list_filter = ["unverified", ("party", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["party"]
    label_related = ("party",)
    search_fields = [
        "name",
        "aliases__name",
        "party__name",
        "party__abbreviation",
        "party__aliases__name",
    ]
    autocomplete_fields = ["party"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AppointmentRows, AliasRows]
    fieldsets = [
        (None, {"fields": ["honorific", "name", "party", "slug"]}),
        SOURCES,
    ]

    def get_queryset(self, request):
        held = Appointment.objects.filter(person=OuterRef("pk")).on(localdate())
        title = Subquery(held.order_by("pk").values("title")[:1])
        return super().get_queryset(request).annotate(held=title)

    @admin.display(description="title today", empty_value="none recorded")
    def title_today(self, person: Person) -> str | None:
        return person.held
