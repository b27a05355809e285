"""What stands in the way of a deletion: every record that depends, by kind and linked."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.admin.utils import NestedObjects, quote
from django.db import router
from django.urls import reverse
from django.utils.text import capfirst


@dataclass(frozen=True, slots=True)
class Dependent:
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Dependents:
    """Records of one kind that keep another from being deleted."""

    kind: str
    rows: tuple[Dependent, ...]


class DependentsMixin:
    """Says what depends on a record that cannot be deleted."""

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:  # then nobody may delete it, so permissions are beside the point
            return deleted, counts, set(), self._dependents(objs)
        return deleted, counts, lacking, protected

    def render_delete_form(self, request, context):
        context["mergeable"] = hasattr(self, "merge_view")
        return super().render_delete_form(request, context)

    def _dependents(self, objs) -> list[Dependents]:
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        kinds = defaultdict(list)
        for record in collector.protected:
            kinds[type(record)].append(record)
        found = [
            Dependents(
                capfirst(model._meta.verbose_name_plural),
                tuple(
                    sorted(
                        (Dependent(str(row), self._dependent_page(row)) for row in rows),
                        key=lambda row: row.words,
                    )
                ),
            )
            for model, rows in kinds.items()
        ]
        return sorted(found, key=lambda kind: kind.kind)

    def _dependent_page(self, record) -> str:
        """The page where ``record`` is edited: its own, or that of what it belongs to."""
        if self.admin_site.is_registered(type(record)):
            return _address(record)
        for field in record._meta.concrete_fields:
            if field.is_relation and self.admin_site.is_registered(field.related_model):
                key = getattr(record, field.attname)
                return _address(field.related_model, key) if key else ""
        return ""


def _address(model, key=None) -> str:
    opts = model._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return reverse(name, args=[quote(model.pk if key is None else key)])
