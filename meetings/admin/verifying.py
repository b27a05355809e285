"""Records with a doubt, confirmed: many at once, and the history says by whom."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse

from meetings.models.provenance import Sourced

REASON = 100
"""Letters that the history keeps of a reason."""
VERIFIED = "Verified"


class VerifyingForm(forms.Form):
    how = forms.CharField(
        label="How was it confirmed?",
        max_length=REASON - len(VERIFIED) - 2,
        required=False,
        help_text="Kept in the history of each record, with your name: "
        "“letter of the ministry, 3 March 2026”.",
    )


class Verifying:
    """Adds the action that takes the mark "unverified" off records."""

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not issubclass(self.model, Sourced):
            actions.pop("mark_verified", None)
        return actions

    actions = ["mark_verified"]

    @admin.action(description="Mark as verified", permissions=["change"])
    def mark_verified(self, request, queryset):
        # The list's own query may join rows of other tables, which cannot be locked.
        chosen = self.model._default_manager.filter(
            pk__in=list(queryset.values_list("pk", flat=True)), unverified=True
        )
        if self.label_related:
            chosen = chosen.select_related(*self.label_related)
        doubtful = [
            record for record in chosen if self.has_change_permission(request, record)
        ]
        if not doubtful:
            messages.info(
                request,
                "Nothing to do: none of these is unverified and open to change.",
            )
            return None
        form = VerifyingForm(request.POST if "confirmed" in request.POST else None)
        if form.is_valid():
            _verify(doubtful, form.cleaned_data["how"])
            messages.success(request, f"Marked as verified: {len(doubtful)}.")
            return None
        context = self.admin_site.each_context(request) | {
            "title": "Mark as verified",
            "opts": self.opts,
            "records": doubtful,
            "left": queryset.count() - len(doubtful),
            "form": form,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/mark_verified.html", context)


def _verify(records: list, how: str) -> None:
    with transaction.atomic():
        for record in records:
            record.unverified = False
            record._change_reason = f"{VERIFIED}: {how}" if how else VERIFIED
            record.save(update_fields=["unverified"])
