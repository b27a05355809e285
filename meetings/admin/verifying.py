"""Records with a doubt: flagged and confirmed, many at once, and the history says by whom."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse

from meetings.models.provenance import Sourced

REASON = 100
"""Letters that the history keeps of a reason."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Setting or taking off the mark "unverified", in words."""

    action: str
    unverified: bool
    title: str
    reason: str
    question: str
    example: str
    nothing: str
    what: str
    others: str
    done: str


VERIFY = Mark(
    action="mark_verified",
    unverified=False,
    title="Mark as verified",
    reason="Verified",
    question="How was it confirmed?",
    example="Kept in the history of each record, with your name: “letter of the "
    "ministry, 3 March 2026”.",
    nothing="Nothing to do: none of these is unverified and open to change.",
    what="will lose the mark “unverified”",
    others="already verified, or not yours to change",
    done="Marked as verified",
)
DOUBT = Mark(
    action="mark_unverified",
    unverified=True,
    title="Mark as unverified",
    reason="Unverified",
    question="What is in doubt?",
    example="Kept in the history and added to the notes of each record: “two sources "
    "give other days”.",
    nothing="Nothing to do: all of these are unverified already, or not open to change.",
    what="will have the mark “unverified”, which is shown wherever the record is",
    others="already unverified, or not yours to change",
    done="Marked as unverified",
)


def form_of(mark: Mark, data=None) -> forms.Form:
    """The one question that is asked before the mark is set or taken off."""
    how = forms.CharField(
        label=mark.question,
        help_text=mark.example,
        max_length=REASON - len(mark.reason) - 2,
        required=False,
    )
    return type("MarkForm", (forms.Form,), {"how": how})(data)


class Verifying:
    """Adds the actions that set the mark "unverified" on records, and take it off."""

    actions = [VERIFY.action, DOUBT.action]

    def get_actions(self, request):
        actions = super().get_actions(request)
        for name in Verifying.actions:
            if not issubclass(self.model, Sourced):
                actions.pop(name, None)
        return actions

    @admin.action(description="Mark as verified", permissions=["change"])
    def mark_verified(self, request, queryset):
        return self._mark(request, queryset, VERIFY)

    @admin.action(description="Mark as unverified", permissions=["change"])
    def mark_unverified(self, request, queryset):
        return self._mark(request, queryset, DOUBT)

    def _mark(self, request, queryset, mark: Mark):
        # The list's own query may join rows of other tables, which cannot be locked.
        chosen = self.model._default_manager.filter(
            pk__in=list(queryset.values_list("pk", flat=True)),
            unverified=not mark.unverified,
        )
        if self.label_related:
            chosen = chosen.select_related(*self.label_related)
        records = [row for row in chosen if self.has_change_permission(request, row)]
        if not records:
            messages.info(request, mark.nothing)
            return None
        form = form_of(mark, request.POST if "confirmed" in request.POST else None)
        if form.is_valid():
            _set(records, mark, form.cleaned_data["how"])
            messages.success(request, f"{mark.done}: {len(records)}.")
            return None
        context = self.admin_site.each_context(request) | {
            "title": mark.title,
            "mark": mark,
            "opts": self.opts,
            "records": records,
            "left": queryset.count() - len(records),
            "form": form,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/mark_verified.html", context)


def _set(records: list, mark: Mark, how: str) -> None:
    with transaction.atomic():
        for record in records:
            record.unverified = mark.unverified
            record._change_reason = f"{mark.reason}: {how}" if how else mark.reason
            if mark.unverified and how:
                record.notes = f"{record.notes}\n{how}".strip()
            record.save(update_fields=["unverified", "notes"])
