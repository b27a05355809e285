"""The check between opening a form and saving it, and the page with both versions."""

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import transaction
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from . import wording
from .applying import apply
from .comparing import Comparison, choose, compare
from .gone import again, typed
from .posting import ALL, CHOICE, OPENED, SEEN, as_get, files_of, kept
from .tables import Table, sign, snapshot, tables_of, unsign

CONFLICT = 409
MOST_TOLD = 10


class RivalsMixin:
    """An admin whose form is saved only over what it was opened on.

    The form carries what it showed. When it comes back, that is compared with what the
    record says now, the rows on the form included. Where somebody else changed or deleted
    something meanwhile, both versions are shown, and each difference is decided.
    """

    def render_change_form(self, request, context, **kwargs):
        record = kwargs.get("obj")
        if kwargs.get("change") and self.has_change_permission(request, record):
            own = context["adminform"].form
            inlines = [(i.formset, i.opts) for i in context["inline_admin_formsets"]]
            tables = _tables(request, record, own, inlines)
            context["opened"] = sign(snapshot(tables))
        return super().render_change_form(request, context, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        page = super().changeform_view
        if request.method != "POST" or object_id is None:
            return page(request, object_id, form_url, extra_context)
        with transaction.atomic():
            between = self._between_editors(request, unquote(object_id))
            return between or page(request, object_id, form_url, extra_context)

    def _between_editors(self, request, key: str) -> HttpResponse | None:
        """Return the page to show instead of saving; None if it may be saved."""
        record = self.get_object(request, key)
        if record is None:
            return self._show_deleted(request, key) if OPENED in request.POST else None
        if not self.has_change_permission(request, record):
            return None
        # Whoever saves at the same moment waits here, and then sees the difference.
        list(self.model._base_manager.select_for_update().filter(pk=record.pk))
        tables = self._tables_now(request, self.get_object(request, key))
        found = compare(
            unsign(request.POST.get(OPENED, "")), tables, request.POST, request.FILES
        )
        if found.rows and not _decided(request, found):
            return self._show_rivals(request, record, tables, found)
        if found.rows or found.gone:
            request.POST = request.POST.copy()
            apply(found, request.POST, request.FILES)
        self._tell_of_additions(request, found)
        return None

    def _tables_now(self, request, record) -> list[Table]:
        asked = as_get(request)
        fields = flatten_fieldsets(self.get_fieldsets(asked, record))
        form = self.get_form(asked, record, change=True, fields=fields)
        formsets = self._create_formsets(asked, record, change=True)
        pairs = zip(*formsets, strict=True)
        return _tables(request, record, form(instance=record), pairs)

    def _tell_of_additions(self, request, found: Comparison) -> None:
        added = wording.additions(found, request.user)
        if added:
            told = "; ".join(f"{row.words} ({row.title})" for row in added[:MOST_TOLD])
            more = len(added) - MOST_TOLD
            told += f"; and {more} more" if more > 0 else ""
            messages.info(
                request, f"Added by somebody else meanwhile, and kept: {told}."
            )

    def _show_rivals(self, request, record, tables: list[Table], found: Comparison):
        context = {
            "title": "Somebody else changed this meanwhile",
            "record": record,
            "shown": wording.shown(found, request.user),
            "others": wording.others(found),
            "new": found.new,
            "additions": wording.additions(found, request.user),
            "again": SEEN in request.POST,
            "seen": sign(snapshot(tables)),
            "kept": [*kept(request.POST), (OPENED, request.POST.get(OPENED, ""))],
            "files": files_of(request, tables),
            "there": self._rivals_address("change", record.pk),
            "history": self._rivals_address("history", record.pk),
        }
        return self._rivals_page(request, "admin/rivals.html", context)

    def _show_deleted(self, request, key: str) -> HttpResponse:
        """Show what was typed into a form whose record is not there any more."""
        asked = as_get(request)
        form = self.get_form(asked, None, change=False)()
        formsets = self._create_formsets(asked, form.instance, change=False)
        tables = _tables(request, None, form, zip(*formsets, strict=True))
        data = again(tables, request.POST, request.FILES)
        latest = wording.latest_version(self.model, key)
        context = {
            "title": "This record was deleted meanwhile",
            "who": wording.by_whom(latest, request.user) if latest else "",
            "typed": typed(tables, data, request.FILES),
            "kept": kept(data, "_save", "_addanother"),
            "files": files_of(request, tables),
            "may_add": self.has_add_permission(request),
            "add": self._rivals_address("add"),
            "history": self._rivals_address("history", key) if latest else "",
            "list": self._rivals_address("changelist"),
        }
        return self._rivals_page(request, "admin/rivals_gone.html", context)

    def _rivals_address(self, page: str, *args) -> str:
        opts = self.opts
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)

    def _rivals_page(self, request, template: str, context: dict) -> HttpResponse:
        context = self.admin_site.each_context(request) | {"opts": self.opts} | context
        page = TemplateResponse(request, template, context, status=CONFLICT)
        return (
            page.render()
        )  # while the record is locked: what it says is what is there


def _decided(request, found: Comparison) -> bool:
    """Whether every difference was shown, as it is now, and has been decided."""
    seen = unsign(request.POST.get(SEEN, ""))
    if seen is None:
        return False
    everything = request.POST.get(ALL, "")
    return choose(
        found, seen, lambda name: everything or request.POST.get(CHOICE + name, "")
    )


def _tables(request, record, form, pairs) -> list[Table]:
    """The record's own fields, and the rows that whoever asks may change."""
    open_to = [
        (formset, inline)
        for formset, inline in pairs
        if inline.has_change_permission(request, record)
    ]
    return tables_of(
        form,
        [formset for formset, _ in open_to],
        # What follows a colon is advice for the form.
        [str(inline.verbose_name_plural).partition(":")[0] for _, inline in open_to],
    )
