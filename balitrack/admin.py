"""The admin site: what staff find on its first page, and how records call themselves."""

from collections.abc import Iterator

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path

SECTIONS = {
    "Meetings": [
        "Meeting",
        "Gathering",
        "Series",
        "Session",
        "Outcome",
        "Attendance",
        "Import",
        "Document",
    ],
    "Statements": ["Statement", "Revision"],
    "Parties, people and bodies": [
        "Party",
        "Person",
        "Body",
        "Membership",
        "ChairTerm",
    ],
    "Forward Work Plans": [
        "Strategy",
        "WorkPlan",
        "PlanVersion",
        "PriorityArea",
        "ActionItem",
        "ProgressUpdate",
    ],
    "Office activities": ["Activity", "ActivityFigure", "Publication"],
}
REST = "Accounts"
WAITING = (
    "Attendance",
    "Meetings",
    "Statements",
    "Imports",
    "Work plans",
    "Not yet verified",
)
"""The groups of what awaits somebody's hand, most urgent first."""


MOST = 100
"""Deleted records shown."""


class LabelledAutocomplete(AutocompleteJsonView):
    def process_request(self, request):
        term, *rest = super().process_request(request)
        return term.replace("\0", ""), *rest  # PostgreSQL does not even look for NUL

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        label = getattr(self.model_admin, "label", str)
        return result | {"text": label(obj)}


class RecordsSite(AdminSite):
    site_header = "balitrack records"
    site_title = "balitrack records"
    index_title = "What would you like to enter?"
    # Rows of ten columns need the width more than the list of models does.
    enable_nav_sidebar = False

    index_template = "admin/home.html"

    def index(self, request, extra_context=None):
        found = [row for row in self._waiting(request) if row.count]
        groups = [
            (group, [row for row in found if row.group == group]) for group in WAITING
        ]
        context = {"waiting": [(group, rows) for group, rows in groups if rows]}
        return super().index(request, context | (extra_context or {}))

    def _waiting(self, request) -> Iterator:
        """What awaits among the records that whoever asks may look at."""
        for model_admin in self._registry.values():
            if hasattr(model_admin, "waiting") and model_admin.has_view_permission(
                request
            ):
                yield from model_admin.waiting(request)

    def get_urls(self):
        page = self.admin_view(self.deleted_view)
        return [path("deleted/", page, name="deleted"), *super().get_urls()]

    def deleted_view(self, request):
        """List what was deleted among the records that whoever asks may look at."""
        shown = [
            model_admin
            for model_admin in self._registry.values()
            if model_admin.has_view_permission(request)
        ]
        if not shown:
            raise PermissionDenied
        every = [
            gone
            for model_admin in shown
            if hasattr(model_admin, "deleted")
            for gone in model_admin.deleted()
        ]
        context = self.each_context(request) | {
            "title": "Deleted lately",
            "deleted": sorted(every, key=lambda gone: gone.when, reverse=True)[:MOST],
            "most": MOST,
        }
        return TemplateResponse(request, "admin/deleted.html", context)

    def autocomplete_view(self, request):
        return LabelledAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """List the models by what one does with them, not by the app they live in."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        models = {
            model["object_name"]: (app, model)
            for app in apps
            for model in app["models"]
        }
        sections = []
        for title, names in SECTIONS.items():
            found = [models.pop(name) for name in names if name in models]
            sections.append((title, found))
        sections.append((REST, list(models.values())))
        return [
            found[0][0] | {"name": title, "models": [model for _, model in found]}
            for title, found in sections
            if found
        ]
