from collections import defaultdict

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from django_filters.views import FilterView

from meetings.facts import BALI_PROCESS
from meetings.filters import PartyFilter
from meetings.gather import party_meeting_facts
from meetings.models import Body, Membership, Outcome, Party
from meetings.models.attendance import CAPACITIES

from .mixins import RecordView

LATEST = 20
"""Meetings in sight on the page of a party; those before are folded away."""


class PartyListView(FilterView):
    filterset_class = PartyFilter
    template_name = "meetings/party_list.html"
    context_object_name = "parties"
    paginate_by = 50

    def get_queryset(self):
        forum = Membership.objects.filter(
            party=OuterRef("pk"), body__abbreviation=BALI_PROCESS
        ).on(timezone.localdate())
        return Party.objects.annotate(
            forum_status=Subquery(forum.order_by().values("status")[:1])
        )


class PartyView(RecordView):
    """A party: where it attended and in what capacity on the day, what it holds."""

    queryset = Party.objects.select_related("body").prefetch_related("aliases")
    template_name = "meetings/party_detail.html"
    context_object_name = "party"

    def get_context_data(self, **kwargs):
        party = self.object
        labels = dict(CAPACITIES)
        history = [
            (meeting, row, labels[row.capacity])
            for meeting in reversed(party_meeting_facts(party, self.request.user))
            for row in meeting.attendance
        ]
        return super().get_context_data(
            history=history[:LATEST],
            earlier=history[LATEST:],
            bodies=_by_body(history),
            present=sum(row.present for _, row, _ in history),
            memberships=party.memberships.select_related("body").order_by(
                F("until").desc(nulls_first=True), "body__abbreviation"
            ),
            chair_terms=list(
                party.chair_terms.select_related("body", "person").order_by(
                    F("until").desc(nulls_first=True), "body__abbreviation", "-since"
                )
            ),
            asked=Outcome.objects.visible_to(self.request.user)
            .filter(asked_of=party)
            .select_related("meeting")
            .latest_first(),
            items=party.items_led.with_status()
            .exclude(version__plan__versions__number__gt=F("version__number"))
            .select_related("version__plan__body")
            .order_by("-version__plan__since_year", "version", "position", "pk"),
            **kwargs,
        )


def _by_body(history) -> list[tuple]:
    """Return (body, meetings attended, first day, last day), the most attended first."""
    held = defaultdict(list)
    for meeting, row, _ in history:
        if row.present:
            for convening in meeting.convenings:
                held[convening.body.abbreviation].append(meeting)
    known = Body.objects.filter(abbreviation__in=held).in_bulk(
        field_name="abbreviation"
    )
    ordered = sorted(held.items(), key=lambda row: (-len(row[1]), row[0]))
    return [
        (known[name], len(meetings), meetings[-1].starts_on, meetings[0].starts_on)
        for name, meetings in ordered
    ]
