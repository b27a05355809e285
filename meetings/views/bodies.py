from django.db.models import Prefetch
from django.utils import timezone
from django.views.generic import ListView

from meetings import reports
from meetings.forms import DayForm, PeriodForm
from meetings.gather import body_meeting_facts
from meetings.models import Body, ChairTerm, Meeting, Membership

from .mixins import RecordView, party_links
from .rows import as_rows

LATEST = 10


class BodyListView(ListView):
    queryset = Body.objects.select_related("parent")
    template_name = "meetings/body_list.html"
    context_object_name = "bodies"

    def get_queryset(self):
        chairs = ChairTerm.objects.on(timezone.localdate()).select_related("party")
        return (
            super()
            .get_queryset()
            .prefetch_related(
                Prefetch(
                    "chair_terms", chairs.order_by("party__sort_key"), "chairs_today"
                )
            )
        )


class BodyView(RecordView):
    """A body: its mandate, who chairs it, who its members were on a chosen day."""

    queryset = Body.objects.select_related("parent", "members_from", "party")
    template_name = "meetings/body_detail.html"
    context_object_name = "body"

    def get_context_data(self, **kwargs):
        body, user = self.object, self.request.user
        form = DayForm(self.request.GET if "on" in self.request.GET else None)
        day = (form.is_valid() and form.cleaned_data["on"]) or timezone.localdate()
        if not form.is_bound:
            form = DayForm(initial={"on": day})
        meetings = Meeting.objects.visible_to(user).filter(bodies=body)
        return super().get_context_data(
            day=day,
            day_form=form,
            period_form=PeriodForm(),
            memberships=_by_status(_members_of(body, day)),
            chair_terms=body.chair_terms.select_related("party", "person").order_by(
                "-since", "party__sort_key"
            ),
            names=body.names.all(),
            children=body.children.all(),
            meetings=as_rows(meetings, user).order_by("-starts_on", "-pk")[:LATEST],
            meeting_count=meetings.count(),
            work_plans=body.work_plans.order_by("-since_year"),
            strategies=body.strategies.all(),
            publications=body.publications.all(),
            **kwargs,
        )


def _members_of(body: Body, day):
    """Who was in the body on ``day``; it may have the members of another body."""
    lender = body.members_from or body
    return (
        Membership.objects.filter(body=lender)
        .on(day)
        .select_related("party")
        .order_by("status", "party__sort_key")
    )


def _by_status(memberships) -> list[tuple]:
    """Return (label, count, states, organisations) for each status that occurs."""
    rows = list(memberships)
    grouped = []
    for status, label in (
        (Membership.Status.MEMBER, "Members"),
        (Membership.Status.OBSERVER, "Observers"),
    ):
        held = [row for row in rows if row.status == status]
        states = [row for row in held if row.party.kind == "state"]
        others = [row for row in held if row.party.kind != "state"]
        if held:
            grouped.append((label, len(held), states, others))
    return grouped


class BodyMatrixView(RecordView):
    """Who attended which of a body's meetings, in what capacity."""

    queryset = Body.objects.all()
    template_name = "meetings/body_matrix.html"
    context_object_name = "body"

    def get_context_data(self, **kwargs):
        form = PeriodForm(self.request.GET or None)
        period = form.cleaned_data if form.is_valid() else {}
        meetings = ()
        if not form.errors:
            meetings = body_meeting_facts(
                self.object,
                self.request.user,
                since=period.get("since"),
                until=period.get("until"),
            )
        return super().get_context_data(
            period_form=form,
            matrix=reports.matrix(meetings),
            party_links=party_links(),
            **kwargs,
        )
