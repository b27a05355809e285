"""A deletion takes what its page showed: what was changed meanwhile is told first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.utils.text import capfirst

from .rivals.tables import Snapshot, Values, sign, unsign
from .rivals.wording import EMPTY, by_whom, day, latest_version

SEEN = "seen"
"""What the page showed, signed, in the page."""
MOST_TOLD = 50
_NOBODYS = {"password", "last_login"}
"""Secrets, and what changes by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was changed, or added, since the page was shown."""

    kind: str
    words: str
    who: str
    added: bool
    fields: tuple[tuple[str, str, str], ...]
    """Label, before and after."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What somebody would delete without having seen it."""

    changes: tuple[Change, ...]
    more: int = 0


Going = dict[type[models.Model], list[models.Model]]


def going(records: Sequence[models.Model], *, locked: bool = False) -> Going:
    """Return what a deletion takes: ``records``, and all that goes with them."""
    if not records:
        return {}
    if locked:  # then nothing can be added to them any more
        records = _locked(type(records[0]), records)
    collector = NestedObjects(router.db_for_write(type(records[0])), origin=records)
    collector.collect(records)
    found = collector.data.items()
    return {
        model: _locked(model, rows) if locked else list(rows) for model, rows in found
    }


def _locked(model: type[models.Model], rows: Iterable[models.Model]) -> list:
    keys = [row.pk for row in rows]
    return list(model._base_manager.select_for_update().filter(pk__in=keys))


def seal(found: Going) -> str:
    """Return what a page shows of ``found``, as text that it can carry."""
    return sign(
        {
            model._meta.label_lower: {str(row.pk): _values(row) for row in rows}
            for model, rows in found.items()
        }
    )


def unseen(found: Going, seal: str, user) -> Unseen | None:
    """Return what of ``found`` is not as the page showed it; None if all is.

    What is gone already is in nobody's way.
    """
    seen = unsign(seal)
    if seen is None:
        return Unseen(())
    other = [
        (row, seen.get(model._meta.label_lower, {}).get(str(row.pk)))
        for model, rows in found.items()
        for row in rows
        if not _shown(seen, row)
    ]
    if not other:
        return None
    told = tuple(_change(row, was, user) for row, was in islice(other, MOST_TOLD))
    return Unseen(told, len(other) - len(told))


def _shown(seen: Snapshot, row: models.Model) -> bool:
    return seen.get(row._meta.label_lower, {}).get(str(row.pk)) == _values(row)


def _values(row: models.Model) -> Values:
    return {field.name: _text(field.value_from_object(row)) for field in _fields(row)}


def _fields(row: models.Model) -> list[models.Field]:
    return [
        field
        for field in row._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in _NOBODYS
    ]


def _text(value) -> str:
    return "" if value is None else str(value)


def _change(row: models.Model, was: Values | None, user) -> Change:
    now = _values(row)
    return Change(
        kind=capfirst(row._meta.verbose_name),
        words=_name(row),
        who=by_whom(latest_version(type(row), str(row.pk)), user),
        added=was is None,
        fields=tuple(
            (capfirst(field.verbose_name), *_both(field, was, now))
            for field in _fields(row)
            if was is not None and was.get(field.name, "") != now[field.name]
        ),
    )


def _name(row: models.Model) -> str:
    if not row._meta.auto_created:
        return str(row)
    # The link between two records has no words of its own.
    ends = [field for field in row._meta.concrete_fields if field.is_relation]
    return " – ".join(str(getattr(row, field.name)) for field in ends)


def _both(field: models.Field, was: Values, now: Values) -> tuple[str, str]:
    return _words(field, was.get(field.name, "")), _words(field, now[field.name])


def _words(field: models.Field, value) -> str:
    if value == "":
        return EMPTY
    if field.is_relation:
        chosen = field.related_model._base_manager
        found = chosen.filter(**{field.target_field.name: value}).first()
        return str(found or f"a record that is not there (no. {value})")
    if isinstance(field, models.BooleanField):
        return "yes" if value == "True" else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return day(value) if isinstance(field, models.DateField) else value
