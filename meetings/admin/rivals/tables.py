"""The fields of an admin form as plain values: the record's own, and those of its rows.

Values from the database and values posted are brought to one form, so that they can be
compared, kept in a page, and put into a form again.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.formsets import (
    DELETION_FIELD_NAME,
    INITIAL_FORM_COUNT,
    ORDERING_FIELD_NAME,
    TOTAL_FORM_COUNT,
)
from django.utils.text import capfirst

Value = str | bool | list[str]
Values = dict[str, Value]
Snapshot = dict[str, dict[str, Values]]
"""By table and key: what each row said."""

_SALT = "meetings.admin.rivals"


@dataclass(frozen=True, slots=True)
class Posted:
    """A row as somebody typed it; ``number`` is its place in the form."""

    number: int
    values: Values
    deleted: bool = False


@dataclass
class Table:
    """The rows of one kind on a form; the record itself is a table of one row."""

    prefix: str
    """Of its names in the form; "" for the record itself."""
    title: str
    model: type[Model]
    fields: dict[str, forms.Field]
    rows: dict[str, Model] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)
    key_name: str = ""
    parent: str = ""

    def name(self, number: int, field_name: str) -> str:
        return f"{self.prefix}-{number}-{field_name}" if self.prefix else field_name

    def posted(self, data, files) -> Iterator[tuple[str, Posted]]:
        """Yield the rows that were there when the form was opened, by their keys."""
        if not self.prefix:
            yield next(iter(self.rows), ""), Posted(0, self.read(0, data, files))
            return
        for number in range(count(data, self.prefix, INITIAL_FORM_COUNT)):
            key = data.get(self.name(number, self.key_name), "")
            deleted = self.name(number, DELETION_FIELD_NAME) in data
            yield key, Posted(number, self.read(number, data, files), deleted)

    def read(self, number: int, data, files) -> Values:
        """Return what was posted; without a field's entry where no file was chosen."""
        values = {}
        for name, form_field in self.fields.items():
            given = form_field.widget.value_from_datadict(
                data, files, self.name(number, name)
            )
            if not (isinstance(form_field, forms.FileField) and given is None):
                values[name] = plain(form_field, given)
        return values

    def write(self, data, number: int, name: str, value: Value) -> None:
        """Put ``value`` where the form would have it posted."""
        key = self.name(number, name)
        data.pop(key, None)
        if isinstance(value, list):
            data.setlist(key, value)
        elif value is True:
            data[key] = "on"
        elif value is not False:
            data[key] = value

    @cached_property
    def labels(self) -> dict[str, str]:
        return {
            name: capfirst(str(form_field.label or name))
            for name, form_field in self.fields.items()
        }


def count(data: Mapping, prefix: str, what: str) -> int:
    """Return how many rows a form says it has; a forged number counts none."""
    told = data.get(f"{prefix}-{what}", "")
    return min(int(told), 10_000) if told.isdecimal() and len(told) < 9 else 0


def total(table: Table, data: Mapping) -> int:
    return count(data, table.prefix, TOTAL_FORM_COUNT)


def added(table: Table, data: Mapping) -> int:
    """Return how many rows more were posted than the form was opened with."""
    return max(0, total(table, data) - count(data, table.prefix, INITIAL_FORM_COUNT))


def tables_of(form, formsets, titles) -> list[Table]:
    """Return what can be edited with these forms, and what the record says there now."""
    told = form.instance
    own = Table("", "", type(told), _editable(form, ()))
    own.rows[str(told.pk)] = told
    own.values[str(told.pk)] = _initial(form, own.fields)
    return [own, *map(_rows, formsets, titles)]


def _rows(formset, title: str) -> Table:
    key, parent = formset.model._meta.pk.name, formset.fk.name
    hidden = (key, parent, DELETION_FIELD_NAME, ORDERING_FIELD_NAME)
    table = Table(
        formset.prefix,
        capfirst(title),
        formset.model,
        _editable(formset.empty_form, hidden),
        key_name=key,
        parent=parent,
    )
    for form in formset.initial_forms:
        if form.instance.pk is not None:
            table.rows[str(form.instance.pk)] = form.instance
            table.values[str(form.instance.pk)] = _initial(form, table.fields)
    return table


def _editable(form, hidden) -> dict[str, forms.Field]:
    return {
        name: each
        for name, each in form.fields.items()
        if name not in hidden and not each.disabled
    }


def _initial(form, fields) -> Values:
    return {
        name: plain(each, form.get_initial_for_field(each, name))
        for name, each in fields.items()
    }


def plain(form_field: forms.Field, value) -> Value:
    """Return a field's value, of the record or as posted, in the one plain form."""
    if isinstance(form_field, forms.ModelMultipleChoiceField):
        return sorted(str(getattr(each, "pk", each)) for each in value or ())
    if isinstance(form_field, forms.ModelChoiceField):
        return "" if value in (None, "") else str(getattr(value, "pk", value))
    if isinstance(form_field, forms.FileField):
        return value.name if value else ""
    with suppress(ValidationError):  # wrong as typed: objected to when it is saved
        value = form_field.to_python(form_field.prepare_value(value))
    if isinstance(value, bool):
        return value
    # A browser sends line ends of its own.
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


def snapshot(tables: list[Table]) -> Snapshot:
    return {table.prefix: table.values for table in tables}


def sign(shown: Snapshot) -> str:
    """Return it as text that a page can carry."""
    return signing.dumps(shown, salt=_SALT, compress=True)


def unsign(text: str) -> Snapshot | None:
    """Return what a page carried; None if it is none of ours."""
    try:
        return signing.loads(text, salt=_SALT)
    except signing.BadSignature:
        return None
