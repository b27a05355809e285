"""Rows are validated as ``full_clean`` does, thousands of them in a few seconds.

What a load knows already is not asked of the database again: that the rows referred to
exist, that no other row has the key, that values which passed a check pass it once more.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from .reading import Fault, FaultyRecordsError, Place


class Validator:
    """The checks of one load."""

    def __init__(self) -> None:
        self._passed: set[tuple] = set()

    def validate(self, row: models.Model, place: Place, key: set[str]) -> None:
        """Raises: FaultyRecordsError with all that is wrong with ``row``.

        ``key`` are the fields that are known to be unique together.
        """
        faults = list(_field_faults(row, place, key)) or [
            fault
            for constraint in row._meta.constraints
            for fault in self._constraint_faults(constraint, row, place, key)
        ]
        if faults:
            raise FaultyRecordsError(faults)

    def _constraint_faults(
        self,
        constraint: models.BaseConstraint,
        row: models.Model,
        place: Place,
        key: set[str],
    ) -> Iterator[Fault]:
        fields = _fields(constraint)
        if isinstance(constraint, models.UniqueConstraint) and set(fields) == key:
            return
        values = (constraint.name, *(row.serializable_value(name) for name in fields))
        is_check = isinstance(constraint, models.CheckConstraint)
        if is_check and values in self._passed:
            return
        try:
            constraint.validate(type(row), row)
        except ValidationError as error:
            for message in error.messages:
                yield Fault(place.at(" and ".join(fields)), message)
        else:
            self._passed.add(values)


def _field_faults(row: models.Model, place: Place, key: set[str]) -> Iterator[Fault]:
    related = {field.name for field in row._meta.fields if field.remote_field}
    for check in (
        lambda: row.clean_fields(exclude=related),
        lambda: _keep_to_choices(row, related),
        row.clean,
        lambda: row.validate_unique(exclude=key if len(key) == 1 else None),
    ):
        try:
            check()
        except ValidationError as error:
            yield from _faults(row, place, error)


def _keep_to_choices(row: models.Model, related: set[str]) -> None:
    """Refuse a related row outside the field's ``limit_choices_to``."""
    for name in related:
        wanted = row._meta.get_field(name).get_limit_choices_to()
        other = getattr(row, name) if isinstance(wanted, dict) and wanted else None
        if other and any(getattr(other, at) != value for at, value in wanted.items()):
            told = " and ".join(f"{at} {value}" for at, value in wanted.items())
            raise ValidationError({name: f"“{other}” will not do: it takes a {told}."})


def _fields(constraint: models.BaseConstraint) -> list[str]:
    """Return the fields that a constraint looks at."""
    fields = list(getattr(constraint, "fields", ()))
    if not fields:
        return sorted(constraint.condition.referenced_base_fields)
    is_of_periods = not isinstance(constraint, models.UniqueConstraint)
    return [*fields, "since"] if is_of_periods else fields


def _faults(row: models.Model, place: Place, error: ValidationError) -> Iterator[Fault]:
    if not hasattr(error, "error_dict"):
        yield from (Fault(place, message) for message in error.messages)
        return
    for field, messages in error.message_dict.items():
        at = place if field == NON_FIELD_ERRORS else place.at(field)
        yield from (Fault(at, _explained(row, field, text)) for text in messages)


def _explained(row: models.Model, field: str, message: str) -> str:
    """Return ``message``; where a value is none of the choices, with the choices."""
    if field == NON_FIELD_ERRORS or "not a valid choice" not in message:
        return message
    choices: Any = row._meta.get_field(field).flatchoices
    known = ", ".join(str(value) for value, _ in choices)
    return f"“{getattr(row, field)}” is none of: {known}."
