from django.utils import timezone
from django.views.generic import TemplateView

from meetings.models import Body, Meeting, Statement
from meetings.permissions import chaired_bodies

from .mixins import EditLinkMixin
from .rows import as_rows

LATEST = 6


class HomeView(EditLinkMixin, TemplateView):
    """What is new for whoever has logged in."""

    template_name = "meetings/home.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        meetings = Meeting.objects.visible_to(user)
        statements = Statement.objects.visible_to(user)
        today = timezone.localdate()
        return super().get_context_data(
            upcoming=as_rows(
                meetings.filter(status=Meeting.Status.PLANNED).exclude(
                    ends_on__lt=today
                ),
                user,
            ).order_by("starts_on", "pk")[:LATEST],
            latest=as_rows(meetings.filter(status=Meeting.Status.HELD), user).order_by(
                "-starts_on", "-pk"
            )[:LATEST],
            drafts=Statement.objects.drafted_by(user).exclude(
                state=Statement.State.PUBLISHED
            ),
            published=statements.filter(published_on__isnull=False).order_by(
                "-published_on", "-pk"
            )[:LATEST],
            chaired=chaired_bodies(user),
            bodies=Body.objects.filter(ended=""),
            **kwargs,
        )
