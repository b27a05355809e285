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
                        map(self._dependent, rows),
                        key=lambda row: row.words,
                    )
                ),
            )
            for model, rows in kinds.items()
        ]
        return sorted(found, key=lambda kind: kind.kind)

    def _dependent(self, record) -> Dependent:
        """Name a record and where it is edited: its own page, or its own record's."""
        if self.admin_site.is_registered(type(record)):
            return Dependent(str(record), _address(record))
        for field in record._meta.concrete_fields:
            kind = field.related_model
            parent = kind and self.admin_site.is_registered(kind) and field.name
            if parent and (owner := getattr(record, parent)):
                return Dependent(f"{record}, of “{owner}”", _address(owner))
        return Dependent(str(record), "")


def _address(record) -> str:
    opts = record._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return reverse(name, args=[quote(record.pk)])
