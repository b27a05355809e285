"""What every record's admin has: provenance, history, plain errors, quick choices."""

from collections.abc import Iterator
from contextlib import suppress

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.timezone import localdate

from meetings.models.periods import NoOverlap
from meetings.models.provenance import Sourced

from .addresses import AddressesMixin
from .awaiting import Waiting, waiting
from .deleting import DependentsMixin
from .history import HistoryAdmin
from .rivals import RivalsMixin
from .verifying import Verifying
from .widgets import LabelledSelect, LabelledSelectMultiple

SOURCES = (
    "Sources",
    {
        "fields": ["sources", "unverified", "notes"],
        "description": "Where this is written, so that the next person can look it up.",
    },
)
LONG = 300
UNVERIFIED = mark_safe('<span class="doubt">unverified</span>')
SWAPPED = (
    "Nothing was saved: two rows cannot exchange in one go what only one of them may "
    "have. Change the first, save, then change the second."
)


def count_of(rows: QuerySet, key: str) -> Coalesce:
    """Return how many of ``rows`` point with ``key`` at the row counted for.

    A subquery, not a join: a join would count again what a filter joins.
    """
    mine = rows.filter(**{key: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(mine.values(key).annotate(n=Count("pk")).values("n")), 0)


class OneLine(forms.CharField):
    """A long line: shown in a box that wraps, kept without line breaks."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


def fields_of(constraint) -> list[str]:
    """Return the model fields that a constraint speaks of, in the order it names them."""
    if isinstance(constraint, NoOverlap):
        return [*constraint.fields, "until", "since"]
    if isinstance(constraint, models.UniqueConstraint):
        return list(constraint.fields)
    return list(_names(constraint.condition))


def _names(condition: Q) -> Iterator[str]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _names(child)
        else:
            yield child[0].split("__")[0]


class RecordForm(forms.ModelForm):
    """A form that shows what a constraint objects to beside the field to mend."""

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            errors = ValidationError(self._placed(errors.error_dict))
        super()._update_errors(errors)

    def _placed(self, errors: dict) -> dict[str, list[ValidationError]]:
        placed = {}
        for name, found in errors.items():
            for message in found:
                constraint = name == NON_FIELD_ERRORS and self.constraint_of(message)
                where = self.place(constraint) if constraint else name
                placed.setdefault(where, []).append(message)
        return placed

    def constraint_of(self, error: ValidationError):
        """Return the constraint that ``error`` speaks for, None if it is another's."""
        return next(
            (
                constraint
                for constraint in self._meta.model._meta.constraints
                if constraint.violation_error_message == error.message
            ),
            None,
        )

    def place(self, constraint) -> str:
        """Return the field beside which to show what ``constraint`` objects to."""
        shown = [
            name
            for name in fields_of(constraint)
            if name in self.fields and not self.fields[name].widget.is_hidden
        ]
        return shown[-1] if shown else NON_FIELD_ERRORS


class FieldsMixin:
    """The form fields of records and of their rows."""

    form = RecordForm

    def label(self, record) -> str:
        """How a record is called where one is chosen from many."""
        return str(record)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if (
            isinstance(db_field, models.CharField)
            and not db_field.choices
            and (db_field.max_length or 0) >= LONG
            and not isinstance(db_field, models.URLField)
        ):
            kwargs |= {
                "form_class": OneLine,
                "widget": AdminTextareaWidget(attrs={"rows": 2}),
            }
        elif isinstance(db_field, models.TextField):
            rows = 3 if db_field.name in {"sources", "notes"} else 6
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": rows})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return self._chosen(LabelledSelect, "foreignkey", db_field, request, kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        select = LabelledSelectMultiple
        return self._chosen(select, "manytomany", db_field, request, kwargs)

    def _chosen(self, select, relation, db_field, request, kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            widget = select(db_field, self.admin_site, using=kwargs.get("using"))
            kwargs.setdefault("widget", widget)
        method = getattr(super(), f"formfield_for_{relation}")
        field = method(db_field, request, **kwargs)
        other = self._admin_of(db_field.remote_field.model)
        if field and hasattr(other, "label"):
            field.label_from_instance = other.label
            if other.label_related:
                field.queryset = field.queryset.select_related(*other.label_related)
        return field

    def _admin_of(self, model):
        try:
            return self.admin_site.get_model_admin(model)
        except NotRegistered:
            return None


class RecordAdmin(
    FieldsMixin,
    Verifying,
    RivalsMixin,
    DependentsMixin,
    AddressesMixin,
    HistoryAdmin,
):
    """The admin of a record, with its history and what its labels need."""

    label_related: tuple[str, ...] = ()
    list_per_page = 50

    def get_queryset(self, request):
        # Django leaves ``list_select_related`` aside once the query selects anything.
        related = {*self.label_related, *(self.list_select_related or ())}
        found = super().get_queryset(request)
        return found.select_related(*sorted(related)) if related else found

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs.setdefault("labels", {"slug": "Name in the address"})
        kwargs.setdefault(
            "help_texts",
            {"slug": "The last part of its page's address. A change breaks old links."},
        )
        return super().get_form(request, obj, change=change, **kwargs)

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(
            request, {"title": title} | (extra_context or {})
        )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show and save the form; the second of two rivals is told, not failed.

        Who saves a rival row between our check and our writing makes the database
        refuse ours. Nothing is saved then, and the check, run once more, sees the rival.
        It sees none where rows swap what only one of them may have.
        """
        page = super().changeform_view
        for _ in range(2):
            with suppress(IntegrityError):
                return page(request, object_id, form_url, extra_context)
        messages.error(request, SWAPPED)
        return HttpResponseRedirect(request.path)

    @admin.display(description="doubt", ordering="unverified")
    def doubt(self, record) -> str:
        return UNVERIFIED if record.unverified else ""

    def waiting(self, request) -> Iterator[Waiting]:
        """What awaits somebody's hand among these records."""
        if issubclass(self.model, Sourced):
            words = capfirst(self.opts.verbose_name_plural)
            rows = self.model._default_manager.filter(unverified=True)
            group = "Not yet verified"
            yield waiting(self.model, group, words, rows, unverified__exact=1)

    def choosing(self, request) -> bool:
        """Whether the search is for a field that offers records to choose from."""
        match = request.resolver_match
        return bool(match) and match.url_name == "autocomplete"


class InForceFilter(admin.SimpleListFilter):
    """Rows by their period: in force on a day of the calendar here, over, or to come."""

    title = "in force"
    parameter_name = "in_force"

    def lookups(self, request, model_admin):
        return [("today", "Today"), ("over", "Over"), ("to_come", "To come")]

    def queryset(self, request, queryset):
        today = localdate()
        match self.value():
            case "today":
                return queryset.on(today)
            case "over":
                return queryset.filter(until__lt=today)
            case "to_come":
                return queryset.filter(since__gt=today)
        return queryset
