"""A comparison in words: what the page shows, and who did what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from meetings.admin.wording import row_words

from .comparing import Comparison, Dispute, Row
from .tables import Table, Value

EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the versions of it; ``dispute`` where one is to be chosen."""

    label: str
    was: str
    theirs: str
    mine: str
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the page; ``words`` is "" for the record itself."""

    row: Row
    title: str
    words: str
    who: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    title: str
    words: str
    who: str


def shown(found: Comparison, user) -> list[Shown]:
    return [_row(row, user) for row in found.rows]


def _row(row: Row, user) -> Shown:
    table = row.table
    if row.disputes:
        fields = tuple(
            Field(
                table.labels[each.name],
                words(table, each.name, each.was),
                words(table, each.name, each.theirs),
                words(table, each.name, each.mine),
                each,
            )
            for each in row.disputes
        )
    else:
        fields = entered(table, row.mine)
    name = _named(table, row.key) if table.prefix else ""
    return Shown(row, table.title, name, who(table, row.key, user), fields)


def others(found: Comparison) -> list[tuple[str, Field]]:
    """What only this editor changed, with the row it belongs to."""
    told = []
    for table, key, name, was, mine in found.others:
        row = f"{table.title}: {_named(table, key)}" if table.prefix else ""
        labels = (
            table.labels[name],
            words(table, name, was),
            "",
            words(table, name, mine),
        )
        told.append((row, Field(*labels)))
    return told


def additions(found: Comparison, user) -> list[Addition]:
    return [
        Addition(table.title, _named(table, key), who(table, key, user))
        for table, keys in found.added
        for key in keys
    ]


def entered(table: Table, values: Mapping[str, Value]) -> tuple[Field, ...]:
    """Return the fields that somebody filled in."""
    return tuple(
        Field(table.labels[name], "", "", words(table, name, value))
        for name, value in values.items()
        if value not in ("", [], False)
    )


def words(table: Table, name: str, value: Value) -> str:
    """Return a value as its form shows it."""
    field = table.fields[name]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in ("", []):
        return EMPTY
    if isinstance(field, forms.ModelChoiceField):
        keys = value if isinstance(value, list) else [value]
        return ", ".join(_labels(field, keys))
    if isinstance(field, forms.ChoiceField):
        known = dict(_flat(field.choices))
        return str(known.get(value, value))
    if isinstance(field, forms.DateField):
        return day(str(value))
    return str(value)


def _labels(field: forms.ModelChoiceField, keys: list[str]) -> list[str]:
    found = field.queryset.filter(pk__in=[key for key in keys if _is_key(key)])
    known = {str(each.pk): field.label_from_instance(each) for each in found}
    return [known.get(key, f"a record that is not there (no. {key})") for key in keys]


def _is_key(key: str) -> bool:
    return key.isdecimal() and len(key) < 18


def _flat(choices):
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from ((str(key), each) for key, each in label)
        else:
            yield str(value), label


def day(value: str) -> str:
    try:
        return date_format(date.fromisoformat(value), "j F Y")
    except ValueError:
        return value


def _named(table: Table, key: str) -> str:
    if key in table.rows:
        return str(table.rows[key])
    latest = latest_version(table.model, key)
    return row_words(latest, table.parent) if latest else f"no. {key}"


def latest_version(model, key: str):
    """Return the last entry of a record's history; None without one."""
    if not hasattr(model, "history") or not _is_key(key):
        return None
    versions = model.history.filter(**{model._meta.pk.attname: key})
    return (
        versions.select_related("history_user")
        ._select_related_history_tracked_objs()
        .order_by("-history_date", "-history_id")
        .first()
    )


def who(table: Table, key: str, user) -> str:
    """Return who changed the row last, and when."""
    return by_whom(latest_version(table.model, key), user)


def by_whom(version, user) -> str:
    if version is None:
        return "Somebody else"
    return f"{_name(version.history_user, user)}, {_moment(version.history_date)}"


def _name(person, user) -> str:
    if person is None:
        return "balitrack itself"
    if person == user:
        return "You yourself, in another window"
    return person.get_full_name() or person.get_username()


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")
