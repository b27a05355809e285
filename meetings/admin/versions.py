"""The page of an earlier version: beside what is there now, and the way back to it."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import re_path, reverse

from .restoring import NotRestoredError, Restoring, moment

LOOK_ONLY = "Your account may look at this, but not change it."
NOT_ADD = "It was deleted, and your account may not bring it back."
PARENT_GONE = "The record it belongs to was deleted. Bring that back first."
MOVED = (
    "Nothing was changed: the record has changed since you looked. This is how the two "
    "versions differ now."
)
REFUSED = 403
CONFLICT = 409


def parent_of(model, inline):
    """Return the foreign key by which rows point at their record."""
    return _get_foreign_key(model, inline.model, fk_name=inline.fk_name)


class BackForm(forms.Form):
    reason = forms.CharField(
        label="Why?",
        max_length=60,
        help_text="Kept in the history, with your name: “entered for the wrong week”.",
    )
    along = forms.BooleanField(label="Bring back its rows as well", required=False)


class VersionsMixin:
    """Shows earlier versions of records and of their rows, and goes back to them."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.row_history_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_row_history"
        address = r"^([^/]+)/history/([a-z]+)/([^/]+)/$"
        return [re_path(address, view, name=name), *super().get_urls()]

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        key = unquote(object_id)
        version = self._version(self.model, key, version_id)
        if not self.has_view_or_change_permission(request, version.instance):
            raise PermissionDenied
        return self._version_page(request, key, version, self.why_not_back)

    def row_history_view(self, request, object_id, row_name, version_id):
        key = unquote(object_id)
        record = self.get_object(request, key)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        inline = self._inline_of_rows(row_name)
        version = self._version(inline.model, None, version_id)
        if str(getattr(version, parent_of(self.model, inline).attname)) != key:
            raise Http404

        def why_not(request, row) -> str:
            if record is None:
                return PARENT_GONE
            may_add = inline.has_add_permission(request, record)
            may = inline.has_change_permission(request, record) if row else may_add
            return (
                ""
                if may and self.has_change_permission(request, record)
                else (LOOK_ONLY)
            )

        return self._version_page(request, key, version, why_not)

    def why_not_back(self, request, record) -> str:
        """Say why ``record``, None if it was deleted, may not go back; "" if it may."""
        if record is None:
            return "" if self.has_add_permission(request) else NOT_ADD
        return "" if self.has_change_permission(request, record) else LOOK_ONLY

    def revert_disabled(self, request, obj=None):
        return bool(self.why_not_back(request, obj))

    def _inline_of_rows(self, name: str):
        for inline in self.inlines:
            if inline.model._meta.model_name == name and hasattr(
                inline.model, "history"
            ):
                return inline(self.model, self.admin_site)
        raise Http404

    @staticmethod
    def _version(model, key: str | None, version_id: str):
        wanted = {"history_id": version_id} | ({} if key is None else {"id": key})
        if not all(str(number).isdecimal() for number in wanted.values()):
            raise Http404
        versions = model.history.filter(**wanted).select_related("history_user")
        return get_object_or_404(versions._select_related_history_tracked_objs())

    @transaction.atomic
    def _version_page(self, request, key: str, version, why_not):
        restoring = Restoring(version, lock=request.method == "POST")
        refused = why_not(request, restoring.now)
        form = BackForm(request.POST or None, initial={"along": True})
        reasons, status = [], 200
        if request.method == "POST":
            if refused:
                status = REFUSED
            elif request.POST.get("latest") != str(restoring.latest):
                reasons, status = [MOVED], CONFLICT
            elif form.is_valid():
                try:
                    return self._gone_back(request, key, restoring, form.cleaned_data)
                except NotRestoredError as error:
                    reasons = error.reasons
                except IntegrityError:  # somebody saved a rival row just now
                    reasons, status = [MOVED], CONFLICT
        lines = restoring.lines
        context = self.admin_site.each_context(request) | {
            "title": f"The record as of {moment(version.history_date)}",
            "opts": self.opts,
            "key": key,
            "version": version,
            "restoring": restoring,
            "name": restoring.name,
            "differing": [line for line in lines if line.differs],
            "same": [line for line in lines if line.then and not line.differs],
            "along": restoring.along,
            "form": form,
            "refused": refused,
            "reasons": reasons,
        }
        return TemplateResponse(
            request, "admin/record_version.html", context, status=status
        ).render()

    def _gone_back(self, request, key: str, restoring: Restoring, given: dict):
        record = restoring.go_back(given["reason"], along=given["along"])
        words = f"Went back to the version of {moment(restoring.version.history_date)}"
        if isinstance(record, self.model):
            self.log_change(request, record, words)
        messages.success(request, f"{words}: {record}.")
        opts = self.opts
        name = f"admin:{opts.app_label}_{opts.model_name}_history"
        return HttpResponseRedirect(reverse(name, args=[key]))
