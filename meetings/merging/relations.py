"""Everything that points at a record, found in the models themselves.

No list is kept by hand: what a later model points with is found as well. Histories are
left out: they tell what was, under the names of the day.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db.models import Field, ForeignKey, ManyToManyField, Model, UniqueConstraint
from simple_history.models import HistoricalChanges

from meetings.models.periods import NoOverlap


def pointing(model: type[Model]) -> Iterator[ForeignKey]:
    """Yield the foreign keys, one-to-one ones included, by which rows point at ``model``."""
    for relation in _reverse(model):
        if not relation.many_to_many and not relation.related_model._meta.auto_created:
            yield relation.field


def naming(model: type[Model]) -> Iterator[ManyToManyField]:
    """Yield the fields that name any number of ``model`` without rows of their own."""
    for relation in _reverse(model):
        if relation.many_to_many and relation.through._meta.auto_created:
            yield relation.field


def _reverse(model: type[Model]) -> Iterator:
    # Hidden ones too: a relation without a name back is a relation all the same.
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.is_relation and relation.auto_created) or relation.concrete:
            continue
        if not issubclass(relation.related_model, HistoricalChanges):
            yield relation


def rivals(row: Model, field: ForeignKey) -> list[Model]:
    """Return the rows that ``row``, as it is now, may not stand beside.

    Only constraints that ``field`` is part of are looked at: the others are as they were.
    """
    model = type(row)
    found = {}
    if field.unique:
        others = model._base_manager.filter(**{field.name: getattr(row, field.name)})
        found |= {other.pk: other for other in others.exclude(pk=row.pk)}
    for constraint in model._meta.constraints:
        if field.name in getattr(constraint, "fields", ()):
            found |= {other.pk: other for other in _objecting(constraint, row)}
    return list(found.values())


def _objecting(constraint, row: Model) -> list[Model]:
    model = type(row)
    if isinstance(constraint, NoOverlap):
        return list(constraint.rivals(model, row))
    if not isinstance(constraint, UniqueConstraint):
        return []
    try:
        constraint.validate(model, row)
    except ValidationError:
        alike = {
            model._meta.get_field(name).attname: getattr(
                row, model._meta.get_field(name).attname
            )
            for name in constraint.fields
        }
        others = model._base_manager.filter(**alike).exclude(pk=row.pk)
        if constraint.condition:
            others = others.filter(constraint.condition)
        return list(others)
    return []


def told(row: Model, leave: Field | None = None) -> dict[str, str]:
    """Return what the row says, field by field in words, without ``leave`` and its key."""
    words = {}
    for field in row._meta.concrete_fields:
        if field.primary_key or field is leave or field.name == "slug":
            continue
        if field.choices:
            value = getattr(row, f"get_{field.name}_display")()
        else:
            value = getattr(row, field.name)
        if isinstance(value, bool | None):
            value = {None: "", True: "yes", False: "no"}[value]
        words[str(field.verbose_name)] = str(value)
    return words
