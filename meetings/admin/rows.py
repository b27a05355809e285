"""Rows of a record edited on its page: as quick with sixty as with one."""

from collections import defaultdict
from functools import partial
from itertools import combinations

from django.contrib import admin
from django.forms.models import BaseInlineFormSet, ModelChoiceField
from django.utils.functional import cached_property

from meetings.models.periods import NoOverlap

from .base import FieldsMixin
from .links import page_link
from .widgets import LabelledMixin


class RowsFormSet(BaseInlineFormSet):
    """Rows that are checked against each other, and labelled with one query a column."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.in_rows = True
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, LabelledMixin):
                widget.labels = partial(self._labels_of, name)

    def _labels_of(self, name: str) -> dict[str, str]:
        if name not in self._labels:
            self._labels[name] = self._read_labels(name)
        return self._labels[name]

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        return {}

    def _read_labels(self, name: str) -> dict[str, str]:
        fields = [form[name] for form in self.forms if name in form.fields]
        fields.append(self.empty_form[name])
        field: ModelChoiceField = fields[-1].field
        keys = {str(key) for each in fields for key in _keys(each.value())}
        chosen = field.queryset.filter(pk__in=[key for key in keys if key.isdecimal()])
        return {str(record.pk): field.label_from_instance(record) for record in chosen}

    def clean(self):
        super().clean()
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, NoOverlap):
                self._compare_periods(constraint)

    def _compare_periods(self, constraint: NoOverlap) -> None:
        alike = defaultdict(list)
        keys = [self.model._meta.get_field(name).attname for name in constraint.fields]
        for form in self._kept():
            alike[tuple(getattr(form.instance, key) for key in keys)].append(form)
        for forms in alike.values():
            for first, second in combinations(forms, 2):
                if _share_a_day(first.instance, second.instance):
                    later = second if second.has_changed() else first
                    message = constraint.get_violation_error_message()
                    later.add_error("since", message)

    def _kept(self):
        """The rows that will be there after saving, as far as they can be read."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not (self.can_delete and self._should_delete_form(form))
            and (form.instance.pk or form.has_changed())
        ]

    def get_unique_error_message(self, unique_check):
        """Say of two rows alike what the constraint says."""
        self._duplicate = next(
            (
                constraint.violation_error_message
                for constraint in self.model._meta.constraints
                if tuple(getattr(constraint, "fields", ())) == tuple(unique_check)
            ),
            super().get_unique_error_message(unique_check),
        )
        return self._duplicate

    def get_form_error(self):
        return self._duplicate


def _keys(value) -> list:
    if value in (None, ""):
        return []
    values = value if isinstance(value, list | tuple) else [value]
    return [getattr(each, "pk", each) for each in values]


def _share_a_day(one, other) -> bool:
    return not (
        (one.until and other.since and one.until < other.since)
        or (other.until and one.since and other.until < one.since)
    )


class Rows(FieldsMixin, admin.TabularInline):
    """A table of rows. Each has room for what is usual; the rest is on its own page."""

    formset = RowsFormSet
    extra = 0
    classes = ["rows"]

    @admin.display(description="")
    def more(self, record) -> str:
        """A link to the record's own page, for what has no column here."""
        return page_link(record, "More") if record.pk else ""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        # A new party may be added from a row. Pencils beside each field of sixty rows
        # would only crowd them.
        widget = field and field.widget
        if hasattr(widget, "can_change_related"):
            widget.can_change_related = False
            widget.can_delete_related = False
            widget.can_view_related = False
        return field
