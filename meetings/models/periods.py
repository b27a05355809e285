"""Periods: inclusive days, either end open, and the rule that some may not overlap."""

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.constraints import BaseConstraint

SINCE = F("since").asc(nulls_first=True)
"""Order of periods: an open beginning comes first, on either database."""


class PeriodQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        """Those in force on ``day``; first and last days count, an empty end is open."""
        return self.filter(
            Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
        )


def ends_after_it_begins(name: str, what: str) -> models.CheckConstraint:
    """The constraint that ``until`` is not before ``since``; ``what`` opens the message."""
    return models.CheckConstraint(
        name=name,
        condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
        violation_error_message=f"{what} cannot end before it begins.",
    )


class NoOverlap(BaseConstraint):
    """Rows alike in ``fields`` may not have periods that share a day.

    PostgreSQL keeps it as an exclusion constraint. SQLite has none, so there the rule is
    kept by validation alone, which every form and the loader of records run.
    ``fields`` are foreign keys or text; two empty values count as alike.
    """

    def __init__(self, *, name: str, fields: list[str], violation_error_message: str):
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.fields = tuple(fields)

    def deconstruct(self) -> tuple[str, tuple, dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"fields": list(self.fields)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NoOverlap):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.fields))

    def constraint_sql(self, model, schema_editor) -> str | None:
        if schema_editor.connection.vendor != "postgresql":
            return None
        quote = schema_editor.quote_name
        return f"CONSTRAINT {quote(self.name)} EXCLUDE USING gist ({self._terms(model, quote)})"

    def create_sql(self, model, schema_editor) -> str | None:
        clause = self.constraint_sql(model, schema_editor)
        table = schema_editor.quote_name(model._meta.db_table)
        return clause and f"ALTER TABLE {table} ADD {clause}"

    def remove_sql(self, model, schema_editor) -> str | None:
        if schema_editor.connection.vendor != "postgresql":
            return None
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def _terms(self, model, quote) -> str:
        # One-point ranges compare keys without the btree_gist extension, which the
        # database's owner may not be allowed to create.
        terms = []
        for name in self.fields:
            field = model._meta.get_field(name)
            key = quote(field.column)
            if not field.is_relation:
                key = f"hashtextextended({key}, 0)"
            elif field.null:
                key = f"coalesce({key}, 0)"
            terms.append(f"int8range({key}, {key}, '[]') WITH &&")
        terms.append(f"daterange({quote('since')}, {quote('until')}, '[]') WITH &&")
        return ", ".join(terms)

    def validate(self, model, instance, exclude=None, using="default") -> None:
        watched = {*self.fields, "since", "until"}
        if exclude and watched & set(exclude):
            return
        if self.rivals(model, instance, using).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )

    def rivals(self, model, instance, using="default") -> models.QuerySet:
        """Return the rows whose periods share a day with that of ``instance``."""
        alike = {
            model._meta.get_field(name).attname: getattr(
                instance, model._meta.get_field(name).attname
            )
            for name in self.fields
        }
        others = (
            model._base_manager.using(using).filter(**alike).exclude(pk=instance.pk)
        )
        if instance.until:
            others = others.filter(Q(since=None) | Q(since__lte=instance.until))
        if instance.since:
            others = others.filter(Q(until=None) | Q(until__gte=instance.since))
        return others
