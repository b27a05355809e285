"""The page of a meeting's programme, linked from the meeting's and the week's own pages."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from meetings.models import Gathering, Meeting
from meetings.permissions import may_edit_record

from .agenda import Agenda
from .plugs import PLUGS
from .rivals import meet
from .saving import Saved, save
from .sheet import Sheet
from .showing import Shown, said
from .state import State, read_state

UNREADABLE = (
    "Nothing was saved: this page could not be read any more. Here is the record as it "
    "is now; please enter your changes again."
)
RACED = "Nothing was saved: somebody saved at the same moment. Please save again."
EMPTY = "No meeting names this week yet, so there is no programme to enter."


def may_enter(user) -> bool:
    """Staff who may change sessions may enter a programme."""
    return may_edit_record(user) and user.has_perm("meetings.change_session")


class ProgrammeMixin:
    """The admin of meetings with the page of a meeting's programme."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.programme_view)
        name = "meetings_meeting_programme"
        return [path("<int:pk>/programme/", view, name=name), *super().get_urls()]

    def programme_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_enter(request.user):
            raise PermissionDenied
        meeting = get_object_or_404(Meeting.objects.select_related("gathering"), pk=pk)
        agenda = Agenda(meeting)
        agenda.locked = frozenset(
            plug.name for plug in PLUGS if not request.user.has_perm(plug.permission)
        )
        sheet = self._sheet(request, agenda)
        if sheet is None:
            return HttpResponseRedirect(request.path)
        sheet.leave_room()
        return self._show(request, sheet)

    def _sheet(self, request: HttpRequest, agenda: Agenda) -> Sheet | None:
        """Return the page to show; None if all of it was saved."""
        fresh = State(agenda.meeting.pk, agenda.digests())
        if request.method != "POST":
            return Sheet(agenda, fresh)
        state = read_state(request.POST.get("state", ""), agenda.meeting.pk)
        if state is None:
            messages.error(request, UNREADABLE)
            return Sheet(agenda, fresh)
        sheet = Sheet(agenda, state, request.POST)
        if request.POST.get("action") == "save":
            return self._save(request, sheet)
        sheet.do(request.POST.get("action", ""))
        return sheet

    def _save(self, request: HttpRequest, sheet: Sheet) -> Sheet | None:
        sheet.settle()
        if not sheet.check():
            return sheet
        try:
            saved = save(sheet, request.user)
        except IntegrityError:
            messages.error(request, RACED)
            return sheet.unchecked()
        if saved.refused:
            sheet.told = ["Nothing was saved.", *saved.refused]
            return sheet
        if saved.stopped:
            return meet(sheet, saved)
        words = told(saved)
        messages.success(request, words)
        if saved.counts.total():
            self.log_change(request, sheet.agenda.meeting, words)
        return None

    def _show(self, request: HttpRequest, sheet: Sheet) -> HttpResponse:
        meeting = sheet.agenda.meeting
        week = Meeting.objects.filter(gathering=meeting.gathering_id)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Programme: {meeting}",
            "opts": self.opts,
            "meeting": meeting,
            "back": self.has_view_or_change_permission(request, meeting),
            "week": week.order_by("starts_on", "pk") if meeting.gathering_id else (),
            "page": Shown(sheet, request.user, request.GET.get("open", "")),
            "posted": request.method == "POST",
            "said": said(meeting),
        }
        return TemplateResponse(request, "admin/programme.html", context)


class WeekProgrammeMixin:
    """The admin of weeks, which leads to the programme of a week's first meeting."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.programme_view)
        name = "meetings_gathering_programme"
        return [path("<int:pk>/programme/", view, name=name), *super().get_urls()]

    def programme_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_enter(request.user):
            raise PermissionDenied
        week = get_object_or_404(Gathering, pk=pk)
        first = week.meetings.order_by("starts_on", "pk").first()
        if first is None:
            messages.warning(request, EMPTY)
            page = reverse("admin:meetings_gathering_change", args=[week.pk])
        else:
            page = reverse("admin:meetings_meeting_programme", args=[first.pk])
        return HttpResponseRedirect(page)


def told(saved: Saved) -> str:
    """Return what saving did, in words."""
    counts = saved.counts
    if not counts.total():
        words = "Nothing had changed, so nothing was saved."
    else:
        did = ("added", "changed", "removed")
        rows = ", ".join(f"{counts[verb]} {verb}" for verb in did)
        words = f"Programme saved: {rows}."
        if counts["people"]:
            people = "person is" if counts["people"] == 1 else "people are"
            words += f" {counts['people']} {people} new to the record."
        if counts["moved"]:
            words += " The order has changed."
        for event in sorted(set(saved.gone_to)):
            number = saved.gone_to.count(event)
            moved = "outcome is" if number == 1 else "outcomes are"
            words += f" {number} {moved} now with “{event}”."
    if saved.taken:
        words += " What somebody else changed meanwhile is kept."
    return words
