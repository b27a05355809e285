"""The page of the attendance grid, linked from a week's and a meeting's own page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from . import copying
from .desk import Desk, fresh, target_of
from .roster import Roster
from .saving import Saved
from .showing import Sheet, describe
from .state import read_state

UNREADABLE = (
    "Nothing was saved: this page could not be read any more. Here is the record as it "
    "is now; please enter your changes again."
)
RACED = "Nothing was saved: somebody saved at the same moment. Please save again."


def may_record(user) -> bool:
    """Whoever may change attendance may use the grid."""
    return (
        user.is_active and user.is_staff and user.has_perm("meetings.change_attendance")
    )


class GridMixin:
    """A record's admin with the attendance grid of the record."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_attendance"
        view = self.admin_site.admin_view(self.attendance_view)
        return [path("<int:pk>/attendance/", view, name=name), *super().get_urls()]

    def attendance_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_record(request.user):
            raise PermissionDenied
        roster = Roster(get_object_or_404(self.model, pk=pk))
        desk = self._desk(request, roster)
        if desk.done:
            messages.success(request, told(desk, desk.done))
            return HttpResponseRedirect(request.path)
        return self._page(request, desk)

    def _desk(self, request: HttpRequest, roster: Roster) -> Desk:
        if request.method != "POST":
            return Desk(roster, fresh(roster))
        state = read_state(request.POST.get("state", ""), target_of(roster))
        if state is None:
            messages.error(request, UNREADABLE)
            return Desk(roster, fresh(roster))
        desk = Desk(roster, state, request.POST)
        try:
            desk.do(request.POST.get("action", ""), request.user)
        except IntegrityError:
            messages.error(request, RACED)
        return desk

    def _page(self, request: HttpRequest, desk: Desk) -> HttpResponse:
        roster, target = desk.roster, desk.roster.target
        back = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        context = {
            **self.admin_site.each_context(request),
            "title": f"Attendance: {target}",
            "opts": self.opts,
            "target": target,
            "back": reverse(back, args=[target.pk])
            if self.has_view_or_change_permission(request, target)
            else "",
            "desk": desk,
            "data": desk.data,
            "earlier": copying.earlier(roster),
            "parties": list(roster.parties.values()),
            "spellings": [
                (spelling, party.name)
                for party in roster.parties.values()
                for spelling in dict.fromkeys(
                    (party.name, party.abbreviation, *map(str, party.aliases.all()))
                )
                if spelling
            ],
        }
        if roster.meetings:
            context["sheet"] = Sheet(desk)
        return TemplateResponse(request, "admin/attendance_grid.html", context)


def told(desk: Desk, saved: Saved) -> str:
    """Return what saving did, in words."""
    done = saved.done
    if not done.count:
        words = "Nothing had changed, so nothing was saved."
    else:
        words = (
            f"Attendance saved: {len(done.added)} added, {len(done.changed)} changed, "
            f"{len(done.removed)} removed."
        )
    if saved.merged.taken:
        names = {meeting.pk: meeting.title for meeting in desk.roster.meetings}
        kept = [
            f"{desk.roster.parties[party].name} at {names[meeting]} "
            f"({describe(saved.theirs.get((party, meeting))).lower()})"
            for party, meeting in sorted(saved.merged.taken)
            if party in desk.roster.parties
        ]
        words += (
            f" Somebody else changed meanwhile, and that is kept: {'; '.join(kept)}."
        )
    return words
