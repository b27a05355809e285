from itertools import groupby

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from meetings.forms import YearForm
from meetings.models import Activity, Body, Meeting

OFFICE = "RSO"


class ActivityView(TemplateView):
    """A year of the Regional Support Office between the meetings."""

    template_name = "meetings/activity.html"

    def get_context_data(self, **kwargs):
        office = get_object_or_404(Body, abbreviation=OFFICE)
        visible = Meeting.objects.visible_to(self.request.user)
        activities = Activity.objects.filter(body=office).filter(
            Q(meeting=None) | Q(meeting__in=visible)
        )
        years = self._years(office, activities)
        form = YearForm(self.request.GET or None, years=years)
        year = self._year(form, years)
        return super().get_context_data(
            office=office,
            form=form,
            years=years,
            year=year,
            figures=office.figures.filter(year=year).order_by("pk"),
            kinds=_by_kind(activities.filter(year=year)),
            publications=office.publications.filter(year=year),
            **kwargs,
        )

    def _years(self, office: Body, activities) -> list[int]:
        found = {
            *activities.values_list("year", flat=True),
            *office.figures.values_list("year", flat=True),
            *office.publications.values_list("year", flat=True),
        }
        return sorted(found, reverse=True)

    def _year(self, form: YearForm, years: list[int]) -> int | None:
        chosen = form.cleaned_data["year"] if form.is_valid() else None
        return chosen or (years[0] if years else None)


def _by_kind(activities) -> list[tuple[str, list[Activity]]]:
    rows = activities.select_related("meeting").prefetch_related("trainees__party")
    ordered = sorted(rows, key=lambda row: (row.kind, row.starts_on is None, row.title))
    return [
        (Activity.Kind(kind).label, list(held))
        for kind, held in groupby(ordered, lambda row: row.kind)
    ]
