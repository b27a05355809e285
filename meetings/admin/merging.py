"""The names desk: two records that are one, merged after a look at all that moves."""

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode

from meetings.merging import Merge, NotMergedError, alike, merge, preview
from meetings.models import User

from .verifying import Verifying

CHOICE = "choice-"
TWO = "Choose exactly two records to merge."
GONE = "One of the two records is not there any more. Nothing was merged."
CHANGED = (
    "Nothing was merged: the record has changed since you looked. This is what would "
    "happen now."
)
HINDERED = "Nothing was merged: decide first what is asked below."


class MergingMixin:
    """Adds the action "Merge…" to a list, and the page on which it is decided."""

    actions = [*Verifying.actions, "merge_two"]

    def has_merge_permission(self, request) -> bool:
        """One of the two is changed, the other deleted."""
        return self.has_change_permission(request) and self.has_delete_permission(
            request
        )

    @admin.action(description="Merge…", permissions=["merge"])
    def merge_two(self, request, queryset):
        chosen = list(queryset.values_list("pk", flat=True)[:3])
        if len(chosen) != 2:
            messages.error(request, TWO)
            return None
        one, two = chosen
        query = urlencode({"one": one, "two": two})
        return HttpResponseRedirect(f"{self._merge_address()}?{query}")

    def get_urls(self):
        page = self.admin_site.admin_view(self.merge_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("merge/", page, name=name), *super().get_urls()]

    def merge_view(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        if "one" in asked and not asked.get("two"):
            return self._ask_for_other(request, asked["one"])
        both = self._both(asked)
        if both is None:
            messages.error(request, GONE)
            return HttpResponseRedirect(self._list_address())
        kept, merged = both if asked.get("keep") != asked.get("two") else both[::-1]
        choices = {
            key.removeprefix(CHOICE): value
            for key, value in asked.items()
            if key.startswith(CHOICE)
        }
        if request.method != "POST":
            return self._show(request, preview(kept, merged, choices), both)
        return self._merge(request, kept, merged, choices, both)

    def render_change_form(self, request, context, **kwargs):
        record = kwargs.get("obj")
        if record and self.has_merge_permission(request):
            context["merging"] = f"{self._merge_address()}?one={record.pk}"
        return super().render_change_form(request, context, **kwargs)

    def _ask_for_other(self, request, key: str):
        """Ask which other record it is the same as; those called alike come first."""
        record = self.get_object(request, key)
        if record is None:
            messages.error(request, GONE)
            return HttpResponseRedirect(self._list_address())
        context = self.admin_site.each_context(request) | {
            "title": f"Merge with another {self.opts.verbose_name}",
            "opts": self.opts,
            "record": record,
            "alike": [(row, self.label(row)) for row in alike(record)],
            "others": [
                (row.pk, self.label(row))
                for row in self.get_queryset(request).exclude(pk=record.pk)
            ],
        }
        return TemplateResponse(request, "admin/merge_choose.html", context)

    def _merge(self, request, kept, merged, choices, both):
        found = preview(kept, merged, choices)
        if _forbidden(request.user, found):
            return self._show(request, found, both)
        words = f"Merged “{merged}” into “{kept}”."
        try:
            merge(kept, merged, choices, request.POST.get("fingerprint", ""))
        except NotMergedError as error:
            told = CHANGED if error.merge.ready else HINDERED
            messages.error(request, told)
            return self._show(request, error.merge, both)
        self.log_change(request, kept, words)
        messages.success(request, words)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[kept.pk]))

    def _both(self, asked) -> list | None:
        """The two records in the order in which they are named, None if one is gone."""
        keys = [asked.get("one", ""), asked.get("two", "")]
        if not all(key.isdecimal() and len(key) < 18 for key in keys):
            return None
        found = self.model._default_manager.in_bulk([int(key) for key in keys])
        return [found[int(key)] for key in keys] if len(found) == 2 else None

    def _show(self, request, found: Merge, both):
        forbidden = _forbidden(request.user, found)
        context = self.admin_site.each_context(request) | {
            "title": f"Merge two {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "merge": found,
            "both": both,
            "forbidden": forbidden,
            "may": found.ready and not forbidden,
            "chosen": [row for row in found.conflicts if row.choice],
        }
        if forbidden == [str(User._meta.verbose_name_plural)]:
            context |= self._accounts(found)
        return TemplateResponse(request, "admin/merge.html", context)

    def _accounts(self, found: Merge) -> dict:
        """What to do where nothing but accounts stands in the way.

        They are not moved on the side: an account that speaks for another party than
        it was given for is somebody else's decision.
        """
        givers = User.objects.filter(is_superuser=True, is_active=True)
        theirs = User.objects.filter(**{self.opts.model_name: found.kept.pk})
        label = User._meta.label_lower
        return {
            "accounts": [m.row.words for m in found.moves if m.row.label == label],
            "swap": not theirs.exists(),
            "givers": [
                giver.get_full_name() or giver.get_username()
                for giver in givers.order_by("username")[:3]
            ]
            or ["whoever runs balitrack"],
        }

    def _merge_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_merge")

    def _list_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")


def _forbidden(user, found: Merge) -> list[str]:
    """Return the kinds of record that move or go, and that ``user`` may not change."""
    changed = {(move.row.label, "change") for move in found.moves}
    changed |= {(row.label, "delete") for row in found.dropped}
    lacking = set()
    for label, verb in changed:
        model = apps.get_model(label)
        if not user.has_perm(
            f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
        ):
            lacking.add(str(model._meta.verbose_name_plural))
    return sorted(lacking)
