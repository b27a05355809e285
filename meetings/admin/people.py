from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate

from meetings.models import Appointment, Person, PersonAlias

from .awaiting import waiting
from .base import SOURCES, RecordAdmin
from .merging import MergingMixin
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


class UnverifiedTitle(admin.BooleanFieldListFilter):
    """Appointments have no list of their own: they are rows of their person."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = "unverified title"


@admin.register(Person)
class PersonAdmin(MergingMixin, RecordAdmin):
    list_display = ["name", "honorific", "party", "title_today", "spellings", "doubt"]
    list_display_links = ["name"]
    list_filter = [
        "unverified",
        ("appointments__unverified", UnverifiedTitle),
        ("party", admin.RelatedOnlyFieldListFilter),
    ]
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
        found = super().get_queryset(request).annotate(held=title)
        return found.prefetch_related("aliases")

    def waiting(self, request):
        yield from super().waiting(request)
        rows = Person.objects.filter(appointments__unverified=True).distinct()
        words = "People with an unverified title"
        group = "Not yet verified"
        query = {"appointments__unverified__exact": 1}
        yield waiting(Person, group, words, rows, **query)

    @admin.display(description="other spellings")
    def spellings(self, person: Person) -> str:
        return ", ".join(alias.name for alias in person.aliases.all())

    @admin.display(description="title today", empty_value="none recorded")
    def title_today(self, person: Person) -> str | None:
        return person.held
