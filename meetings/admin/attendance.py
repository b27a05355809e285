from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from meetings.models import Attendance, Delegate

from .base import RecordAdmin, count_of
from .capacity import Capacities
from .exports import AttendanceExport
from .links import page_link
from .rows import Rows, RowsFormSet

CAPACITY = (
    "Follows from the memberships in force on the meeting's first day, and is worked "
    "out when you save."
)


class AttendanceFormSet(RowsFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.instance.capacities = self

    def capacity(self, attendance: Attendance) -> str:
        return self._capacities.of(attendance.party)

    @cached_property
    def _capacities(self) -> Capacities:
        return Capacities(self.instance)


class AttendanceRows(Rows):
    model = Attendance
    related = ("party", "meeting")
    formset = AttendanceFormSet
    verbose_name = "party"
    verbose_name_plural = "attendance"
    classes = ["rows", "rows-compact"]
    fields = [
        "party",
        "capacity",
        "presence",
        "level",
        "mode",
        "delegation_size",
        "capacity_override",
        "override_reason",
        "note",
        "delegates",
    ]
    readonly_fields = ["capacity", "delegates"]
    autocomplete_fields = ["party"]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.annotate(named=count_of(Delegate.objects.all(), "attendance"))

    @admin.display(description="capacity on the day")
    def capacity(self, attendance: Attendance) -> str:
        if attendance.pk is None:
            return "shown once saved"
        words = attendance.capacities.capacity(attendance)
        return words or "known once the meeting has a day"

    @admin.display(description="named delegates")
    def delegates(self, attendance: Attendance) -> str:
        if attendance.pk is None:
            return ""
        return page_link(
            attendance, f"{attendance.named} named" if attendance.named else "Name them"
        )


class DelegateFormSet(RowsFormSet):
    def clean(self):
        super().clean()
        for form in self._kept():
            # The delegation of a party entered just now has no key to be compared by.
            if form.instance.person.party_id != self.instance.party_id:
                error = ValidationError("This person belongs to another party.")
                form.add_error("person", error)


class DelegateRows(Rows):
    model = Delegate
    related = ("person__party",)
    formset = DelegateFormSet
    verbose_name_plural = "named delegates: never shown to the public"
    fields = ["person", "role"]
    autocomplete_fields = ["person"]


@admin.register(Attendance)
class AttendanceAdmin(AttendanceExport, RecordAdmin):
    list_display = [
        "party",
        "meeting",
        "day",
        "presence",
        "level",
        "delegation_size",
        "capacity_override",
    ]
    list_display_links = ["party"]
    list_filter = [
        "presence",
        "level",
        "capacity_override",
        ("meeting__bodies", admin.RelatedOnlyFieldListFilter),
        ("party", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["party", "meeting"]
    label_related = ("party", "meeting")
    date_hierarchy = "meeting__starts_on"
    search_fields = [
        "party__name",
        "party__abbreviation",
        "party__aliases__name",
        "meeting__title",
    ]
    autocomplete_fields = ["meeting", "party"]
    inlines = [DelegateRows]
    readonly_fields = ["capacity"]
    fieldsets = [
        (None, {"fields": ["meeting", "party", "presence", "level", "mode"]}),
        ("Delegation", {"fields": ["delegation_size", "note"]}),
        (
            "Capacity",
            {
                "fields": ["capacity", "capacity_override", "override_reason"],
                "description": CAPACITY,
            },
        ),
    ]

    @admin.display(ordering="meeting__starts_on", description="first day")
    def day(self, attendance: Attendance):
        return attendance.meeting.starts_on

    @admin.display(description="capacity on the day")
    def capacity(self, attendance: Attendance) -> str:
        if attendance.pk is None:
            return "Shown once saved."
        capacity = Capacities(attendance.meeting).of(attendance.party)
        return capacity or "Known once the meeting has a day."
