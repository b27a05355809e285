"""Records deleted lately and still gone: where one looks who wants one back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CASCADE, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.text import capfirst

from .wording import row_words

MOST = 100
NAMES = ("title", "name", "text", "label")


@dataclass(frozen=True, slots=True)
class Gone:
    kind: str
    words: str
    who: str
    when: datetime
    address: str


class DeletedMixin:
    """Tells what was deleted of the records of an admin."""

    def deleted(self) -> Iterator[Gone]:
        """Yield what was deleted by itself, the latest first.

        Rows that went with their record are left out: they come back with it.
        """
        opts, seen = self.opts, set()
        name = f"admin:{opts.app_label}_{opts.model_name}_simple_history"
        for version in _deletions(self.model)[:MOST]:
            if version.id not in seen:  # deleted, brought back and deleted again
                seen.add(version.id)
                yield Gone(
                    kind=capfirst(opts.verbose_name),
                    words=_words(version),
                    who=str(version.history_user or "balitrack itself"),
                    when=version.history_date,
                    address=reverse(name, args=[version.id, version.pk]),
                )


def _deletions(model):
    there = model._base_manager.filter(pk=OuterRef("id"))
    found = model.history.filter(~Exists(there), history_type="-")
    for field in model._meta.concrete_fields:
        if field.is_relation and field.remote_field.on_delete is CASCADE:
            parents = field.related_model._base_manager
            parent = parents.filter(pk=OuterRef(field.attname))
            found = found.filter(Exists(parent) | Q(**{field.attname: None}))
    found = found.select_related("history_user")._select_related_history_tracked_objs()
    return found.order_by("-history_date", "-history_id")


def _words(version) -> str:
    named = (getattr(version, name, "") for name in NAMES)
    return next(filter(None, named), "") or row_words(version)
