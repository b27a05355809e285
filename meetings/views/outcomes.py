from django.db.models import Prefetch
from django_filters.views import FilterView

from meetings.filters import OutcomeFilter
from meetings.models import Outcome

from .mixins import VisibleMixin
from .rows import convened_by


class OutcomeListView(VisibleMixin, FilterView):
    """What meetings endorsed, agreed, noted and asked for, the latest meeting first."""

    queryset = (
        Outcome.objects.select_related("meeting")
        .prefetch_related(
            "asked_of",
            "action_items__version__plan__body",
            Prefetch("meeting__convenings", convened_by()),
        )
        .latest_first()
    )
    filterset_class = OutcomeFilter
    template_name = "meetings/outcome_list.html"
    context_object_name = "outcomes"
    paginate_by = 50
