from django.db.models import Prefetch
from django_filters.views import FilterView

from meetings import reports
from meetings.facts import MeetingFacts
from meetings.filters import MeetingFilter
from meetings.gather import compared_facts
from meetings.models import (
    Attendance,
    Contribution,
    Convening,
    Delegate,
    Document,
    Meeting,
    Outcome,
    Session,
    Statement,
)
from meetings.stated import compared
from meetings.turnout import turnout

from .figures import sentence
from .mixins import VisibleMixin, VisibleRecordView, party_links
from .rows import as_rows


class MeetingListView(VisibleMixin, FilterView):
    queryset = Meeting.objects.all()
    filterset_class = MeetingFilter
    template_name = "meetings/meeting_list.html"
    context_object_name = "meetings"
    paginate_by = 25

    def get_queryset(self):
        return as_rows(super().get_queryset(), self.request.user)


class MeetingView(VisibleRecordView):
    """All that the record has of a meeting and the user may see."""

    queryset = Meeting.objects.select_related("series", "country", "gathering")
    template_name = "meetings/meeting_detail.html"
    context_object_name = "meeting"

    def get_context_data(self, **kwargs):
        facts, earlier = compared_facts(self.object, self.request.user)
        return super().get_context_data(
            facts=facts,
            turnout=earlier and turnout(facts, earlier),
            convenings=Convening.objects.filter(meeting=self.object)
            .select_related("body")
            .order_by("position", "pk"),
            party_links=party_links(),
            endorsed=self._endorsed(facts),
            **self._attendance(facts),
            **self._content(),
            **kwargs,
        )

    def _endorsed(self, facts: MeetingFacts):
        """The plans endorsed here, as far as the facts tell of them at all."""
        if not facts.endorsed:
            return []
        return self.object.plans_endorsed.select_related("body")

    def _attendance(self, facts: MeetingFacts) -> dict:
        return {
            "groups": reports.groups(facts.attendance),
            "apologies": reports.apologies(facts.attendance),
            "totals": reports.totals(facts.attendance),
            "totals_sentence": sentence(facts),
            "stated": compared(facts),
            "details": self._details(),
        }

    def _details(self) -> dict[str, Attendance]:
        """The rows by party: their notes and delegates, which facts leave out."""
        delegates = Delegate.objects.select_related("person").order_by(
            "role", "person__name"
        )
        rows = Attendance.objects.visible_to(self.request.user).filter(
            meeting=self.object
        )
        return {
            row.party.name: row
            for row in rows.select_related("party").prefetch_related(
                Prefetch("delegates", delegates)
            )
        }

    def _content(self) -> dict:
        user, meeting = self.request.user, self.object
        return {
            "sessions": Session.objects.visible_to(user)
            .filter(meeting=meeting)
            .prefetch_related(
                Prefetch(
                    "contributions",
                    Contribution.objects.select_related("party", "person", "as_body"),
                ),
                "action_items__version__plan__body",
            ),
            "outcomes": Outcome.objects.visible_to(user)
            .filter(meeting=meeting)
            .prefetch_related("asked_of", "action_items__version__plan__body"),
            "documents": Document.objects.visible_to(user).filter(meeting=meeting),
            "statements": Statement.objects.visible_to(user).filter(meetings=meeting),
        }
