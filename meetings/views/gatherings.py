from itertools import groupby

from django.db.models import Count, F, Max, Min, OuterRef, Subquery

from meetings import reports
from meetings.gather import gathering_facts
from meetings.models import Gathering, Meeting, Statement

from .mixins import VisibleListView, VisibleRecordView, party_links
from .rows import as_rows


class GatheringListView(VisibleListView):
    queryset = Gathering.objects.select_related("host")
    template_name = "meetings/gathering_list.html"
    context_object_name = "gatherings"
    paginate_by = 25

    def get_queryset(self):
        # Not Gathering.with_days: its days also tell of meetings the user may not see.
        seen = Meeting.objects.visible_to(self.request.user).order_by()
        days = (
            seen.filter(gathering=OuterRef("pk"))
            .values("gathering")
            .annotate(first=Min("starts_on"), last=Max("ends_on"), n=Count("pk"))
        )
        return (
            super()
            .get_queryset()
            .annotate(
                starts_on=Subquery(days.values("first")),
                ends_on=Subquery(days.values("last")),
                meeting_count=Subquery(days.values("n")),
            )
            .order_by(F("starts_on").desc(nulls_first=True), "title")
        )


class GatheringView(VisibleRecordView):
    """A joint week: who was there at all, and at which of its meetings."""

    queryset = Gathering.objects.select_related("host")
    template_name = "meetings/gathering_detail.html"
    context_object_name = "gathering"

    def get_context_data(self, **kwargs):
        user = self.request.user
        week = gathering_facts(self.object, user)
        attendance = reports.union(week.meetings)
        meetings = as_rows(self.object.meetings.visible_to(user), user)
        return super().get_context_data(
            week=week,
            days=_by_first_day(meetings.order_by("starts_on", "pk")),
            groups=reports.groups(attendance),
            apologies=reports.apologies(attendance),
            totals=reports.totals(attendance),
            matrix=reports.matrix(week.meetings),
            statements=Statement.objects.visible_to(user)
            .filter(meetings__gathering=self.object)
            .distinct(),
            party_links=party_links(),
            **kwargs,
        )


def _by_first_day(meetings) -> list[tuple]:
    return [
        (day, list(rows)) for day, rows in groupby(meetings, lambda row: row.starts_on)
    ]
