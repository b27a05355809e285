"""Deletions: what stands in their way, and what was changed since they were asked about."""

import copy
from collections import defaultdict
from dataclasses import dataclass

from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import NestedObjects, quote, unquote
from django.db import router, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst

from .unseen import SEEN, Unseen, going, seal, unseen

CONFIRMED = "post"
CONFLICT = 409


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
    """Says what depends on a record that cannot be deleted.

    What can be is deleted only as the page that asks about it shows it. Where somebody
    changed it meanwhile, or what goes with it, nothing is deleted: the page says what
    changed, and asks again.
    """

    def delete_view(self, request, object_id, extra_context=None):
        page = super().delete_view
        if request.method != "POST":
            return page(request, object_id, extra_context)
        with transaction.atomic():
            record = self.get_object(request, unquote(object_id))
            allowed = record and self.has_delete_permission(request, record)
            changed = _changed(request, [record]) if allowed else None
            if changed is None:
                return page(request, object_id, extra_context)
            context = {"unseen": changed} | (extra_context or {})
            return _asking(page(_asked(request), object_id, context))

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            _, name, words = actions["delete_selected"]
            actions[name] = (delete_as_shown, name, words)
        return actions

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:  # then nobody may delete it, so permissions are beside the point
            return deleted, counts, set(), self._dependents(objs)
        return deleted, counts, lacking, protected

    def render_delete_form(self, request, context):
        context["mergeable"] = hasattr(self, "merge_view")
        context["seen"] = seal(going([context["object"]]))
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


def delete_as_shown(model_admin, request, queryset) -> HttpResponse | None:
    """Django's action, for what is still as it was when its page asked."""
    with transaction.atomic():
        records, changed = list(queryset), None
        if CONFIRMED in request.POST:
            changed = _changed(request, records)
        page = delete_selected(
            model_admin, _asked(request) if changed else request, queryset
        )
        if page is None:
            return None
        told = page.context_data
        told |= {"seen": seal(going(records)), "unseen": changed}
        if not (told["protected"] or told["perms_lacking"]):
            told["title"] = f"Delete {told['objects_name']}"
        return _asking(page) if changed else page


def _changed(request: HttpRequest, records: list) -> Unseen | None:
    found = going(records, locked=True)
    return unseen(found, request.POST.get(SEEN, ""), request.user)


def _asked(request: HttpRequest) -> HttpRequest:
    """Return the request as one that asks what would go, and confirms nothing."""
    asked = copy.copy(request)
    asked.method = "GET"
    asked.POST = request.POST.copy()
    asked.POST.clear()
    return asked


def _asking(page: HttpResponse) -> HttpResponse:
    page.status_code = CONFLICT
    return page.render()  # while all of it is locked: what it says is what is there


def _address(record) -> str:
    opts = record._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return reverse(name, args=[quote(record.pk)])
