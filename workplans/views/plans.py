from django.db.models import Prefetch
from django.http import Http404
from django.views.generic import DetailView
from django_filters.views import FilterView

from meetings.models import Meeting, Outcome, Session
from meetings.permissions import may_edit_record
from workplans.filters import PlanFilter
from workplans.models import (
    ActionItem,
    PlanVersion,
    ProgressUpdate,
    Strategy,
    WorkPlan,
)
from workplans.models.items import Status


class PlanListView(FilterView):
    queryset = WorkPlan.objects.select_related("body", "strategy").order_by(
        "-since_year", "body__abbreviation", "title"
    )
    filterset_class = PlanFilter
    template_name = "workplans/plan_list.html"
    context_object_name = "plans"
    paginate_by = 25

    def get_context_data(self, **kwargs):
        return super().get_context_data(strategies=Strategy.objects.all(), **kwargs)


class PlanView(DetailView):
    """A plan as one of its versions has it: the latest, or ``?version=1``."""

    queryset = WorkPlan.objects.select_related("body", "strategy", "endorsed_at")
    template_name = "workplans/plan_detail.html"
    context_object_name = "plan"

    def get_context_data(self, **kwargs):
        user = self.request.user
        versions = list(self.object.versions.select_related("adopted_at"))
        version = self._version(versions)
        items = list(self._items(version))
        return super().get_context_data(
            versions=versions,
            version=version,
            is_latest=not versions or version == versions[-1],
            areas=_by_area(version, items),
            progress=_progress(items),
            seen=set(Meeting.objects.visible_to(user).values_list("pk", flat=True)),
            may_edit=may_edit_record(user),
            **kwargs,
        )

    def _version(self, versions: list[PlanVersion]) -> PlanVersion | None:
        wanted = self.request.GET.get("version")
        if wanted is None:
            return versions[-1] if versions else None
        for version in versions:
            if str(version.number) == wanted:
                return version
        raise Http404("This plan has no such version.")

    def _items(self, version: PlanVersion | None):
        user = self.request.user
        updates = ProgressUpdate.objects.select_related("reported_at", "reported_by")
        return (
            ActionItem.objects.filter(version=version)
            .with_status()
            .select_related("continues__version__plan")
            .prefetch_related(
                "leads",
                "partners",
                Prefetch("updates", updates.order_by("-reported_on", "-pk")),
                Prefetch(
                    "sessions",
                    Session.objects.visible_to(user).select_related("meeting"),
                ),
                Prefetch(
                    "outcomes",
                    Outcome.objects.visible_to(user).select_related("meeting"),
                ),
            )
        )


def _by_area(version: PlanVersion | None, items: list[ActionItem]) -> list[tuple]:
    """Return (area, its items); the items of no area come first under None."""
    areas = list(version.areas.all()) if version else []
    loose = [item for item in items if item.area_id is None]
    told = [(area, [row for row in items if row.area_id == area.pk]) for area in areas]
    return ([(None, loose)] if loose else []) + told


def _progress(items: list[ActionItem]) -> list[tuple[str, int]]:
    counted = [
        (status.label, sum(item.status == status for item in items))
        for status in Status
    ]
    return [(label, number) for label, number in counted if number]


class StrategyView(DetailView):
    queryset = Strategy.objects.select_related("body", "endorsed_at")
    template_name = "workplans/strategy_detail.html"
    context_object_name = "strategy"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            areas=self.object.areas.all(),
            plans=self.object.work_plans.select_related("body"),
            seen=set(Meeting.objects.visible_to(user).values_list("pk", flat=True)),
            may_edit=may_edit_record(user),
            **kwargs,
        )
