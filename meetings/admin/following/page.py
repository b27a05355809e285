"""The page on which the next meeting or week is proposed, corrected and made."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from meetings.models import Meeting
from meetings.permissions import may_edit_record

from .forms import NextForm, Proposal
from .making import Made, make
from .sources import seats, sources_of

NEEDED = ("meetings.add_meeting", "meetings.add_convening", "meetings.add_session")
RACED = (
    "Nothing was made: somebody saved the same at this moment. Look, then try again."
)
NOTHING = "Choose at least one meeting that is to be made."


class FollowingMixin:
    """The admin of meetings or weeks with the page that makes the next one."""

    def has_following_permission(self, request) -> bool:
        return (
            may_edit_record(request.user)
            and self.has_add_permission(request)
            and request.user.has_perms(NEEDED)
        )

    def get_urls(self):
        view = self.admin_site.admin_view(self.following_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_following"
        return [path("<int:pk>/next/", view, name=name), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"may_make_next": self.has_following_permission(request)}
        return super().change_view(
            request, object_id, form_url, context | (extra_context or {})
        )

    def following_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_following_permission(request):
            raise PermissionDenied
        target = get_object_or_404(self.model, pk=pk)
        sources = sources_of(target)
        posted = request.POST if request.method == "POST" else None
        proposal = Proposal(target, sources, posted)
        if posted is not None and posted.get("action") == "make":
            made = self._make(request, proposal)
            if made:
                self._tell(request, made)
                first = made.week or made.meetings[0]
                name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
                return HttpResponseRedirect(reverse(name, args=[first.pk]))
        return self._propose(request, target, proposal)

    def _make(self, request, proposal: Proposal) -> Made | None:
        if not proposal.taken:
            messages.error(request, NOTHING)
            return None
        try:
            return make(proposal)
        except IntegrityError:
            messages.error(request, RACED)
            return None

    def _tell(self, request, made: Made) -> None:
        for meeting in made.meetings:
            self.log_addition(request, meeting, "Made from the meeting before.")
        if made.week:
            self.log_addition(request, made.week, "Made from the week before.")
        names = "; ".join(f"“{meeting}”" for meeting in made.meetings)
        words = "session" if made.sessions == 1 else "sessions"
        messages.success(request, f"Planned: {names}, with {made.sessions} {words}.")
        for told in _chairs_of(made.meetings):
            messages.warning(request, told)

    def _propose(self, request, target, proposal: Proposal) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": f"The next after: {target}",
            "opts": self.opts,
            "target": target,
            "proposal": proposal,
            "cards": _cards(proposal),
            "posted": request.method == "POST",
        }
        return TemplateResponse(request, "admin/following.html", context)


def _cards(proposal: Proposal) -> list[dict]:
    """Return each meeting with its form, and who chairs its bodies on the new day."""
    days = {form: _day_of(form) for form in proposal.meetings}
    bodies = [row.body_id for form in days for row in form.source.convenings]
    held = seats(bodies, {day for day in days.values() if day})
    return [
        {
            "form": form,
            "source": form.source,
            "day": day,
            "bodies": [
                (row, held.get((row.body_id, day), []))
                for row in form.source.convenings
            ],
        }
        for form, day in days.items()
    ]


def _day_of(form: NextForm):
    """Return the first day as it was typed, None if it is none."""
    try:
        return form.fields["starts_on"].clean(form["starts_on"].value())
    except ValidationError:
        return None


def _chairs_of(meetings: list[Meeting]):
    """Yield what is missing for the co-chairs of the new meetings on their days."""
    for meeting in meetings:
        rows = list(meeting.convenings.select_related("body").order_by("position"))
        if meeting.starts_on is None:
            yield f"{meeting}: its days are not known yet, so nobody is seated."
            continue
        held = seats([row.body_id for row in rows], {meeting.starts_on})
        for row in rows:
            if not held.get((row.body_id, meeting.starts_on)):
                yield (
                    f"{meeting}: no chair’s term of {row.body} covers "
                    f"{meeting.starts_on:%-d %B %Y}. Enter it on the body’s page."
                )
