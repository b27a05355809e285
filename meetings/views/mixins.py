"""What several views have in common."""

from django.views.generic import DetailView, ListView

from meetings.models import Party
from meetings.permissions import may_edit_record


class EditLinkMixin:
    """Tell templates whether to offer the way into the admin."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            may_edit=may_edit_record(self.request.user), **kwargs
        )


class VisibleMixin(EditLinkMixin):
    """Only what the user may see exists for them: the rest is a 404."""

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)


class RecordView(EditLinkMixin, DetailView):
    pass


class VisibleRecordView(VisibleMixin, DetailView):
    pass


class VisibleListView(VisibleMixin, ListView):
    pass


def party_links() -> dict[str, str]:
    """Return the address of each party's page by its list name, as facts have it."""
    return {
        party.name: party.get_absolute_url()
        for party in Party.objects.only("name", "slug")
    }
