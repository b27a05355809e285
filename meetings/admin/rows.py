"""Rows of a record edited on its page: as quick with sixty as with one."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from itertools import combinations, product
from operator import attrgetter

from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import UniqueConstraint
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
        for name, field in form.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            # Above the column stands a heading, but nothing that names the field.
            widget.attrs["aria-label"] = str(field.label or name)
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
        kept, rivals = self._kept(), self._rivals()
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, NoOverlap):
                self._compare_periods(constraint, kept, rivals)
            elif rivals and isinstance(constraint, UniqueConstraint):
                self._compare_keys(constraint, kept, rivals)

    def _compare_periods(self, constraint: NoOverlap, kept, rivals) -> None:
        alike = defaultdict(list)
        key = self._key(constraint)
        for form in kept:
            alike[key(form.instance)].append(form)
        others = defaultdict(list)
        for row in rivals:
            others[key(row)].append(row)
        for what, forms in alike.items():
            for first, second in combinations(forms, 2):
                if _share_a_day(first.instance, second.instance):
                    _object(second if second.has_changed() else first, constraint)
            for form, row in product(forms, others[what]):
                if form.has_changed() and _share_a_day(form.instance, row):
                    _object(form, constraint)

    def _compare_keys(self, constraint: UniqueConstraint, kept, rivals) -> None:
        key = self._key(constraint)
        taken = {key(row) for row in rivals}
        for form in kept:
            if form.has_changed() and key(form.instance) in taken:
                _object(form, constraint)

    def _key(self, constraint) -> Callable:
        fields = map(self.model._meta.get_field, constraint.fields)
        return attrgetter(*(field.attname for field in fields))

    def _rivals(self) -> list:
        """The rows that somebody else added since this form was opened."""
        if self.instance.pk is None:
            return []
        ours = [form.instance.pk for form in self.initial_forms]
        mine = self.model._default_manager.filter(**{self.fk.name: self.instance.pk})
        return list(mine.exclude(pk__in=ours))

    def _kept(self):
        """The rows that will be there after saving, as far as they can be read."""
        return [
            form
            for form in self.forms
            if form.is_valid()
            and not (self.can_delete and self._should_delete_form(form))
            and (form.instance.pk or form.has_changed())
        ]

    def validate_unique(self):
        """Say of two rows alike which field makes them so."""
        try:
            super().validate_unique()
        finally:
            for form in self.forms:
                for error in form.non_field_errors().as_data():
                    if constraint := form.constraint_of(error):
                        form.errors.pop(NON_FIELD_ERRORS)
                        form.add_error(form.place(constraint), error)

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


def _object(form, constraint) -> None:
    form.add_error(form.place(constraint), constraint.get_violation_error_message())


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
    related: tuple[str, ...] = ()
    """What the rows name: their own record, and what they point at."""

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.select_related(*self.related) if self.related else rows

    @admin.display(description="own page")
    def more(self, record) -> str:
        """A link to the record's own page, for what has no column here."""
        return page_link(record, "Open") if record.pk else ""

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
