"""Lists as spreadsheets: what the page of the same name shows, all pages of it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from meetings import gather
from meetings.exchange import sheets
from meetings.exchange.export import FORMATS
from meetings.filters import MeetingFilter, OutcomeFilter
from meetings.forms import PeriodForm
from meetings.models import Body, Gathering, Meeting

from .outcomes import OutcomeListView
from .rows import as_rows


def meetings(request: HttpRequest, file_format: str) -> HttpResponse:
    rows = as_rows(Meeting.objects.visible_to(request.user), request.user)
    found = MeetingFilter(request.GET, rows.select_related("series"), request=request)
    if not found.is_valid():  # that page says beside the field what is wrong
        return redirect(f"{reverse('meetings:meeting-list')}?{request.GET.urlencode()}")
    lines = sheets.meeting_rows(found.qs)
    return _file("meetings", sheets.MEETINGS, lines, file_format)


def outcomes(request: HttpRequest, file_format: str) -> HttpResponse:
    rows = OutcomeListView.queryset.visible_to(request.user)
    found = OutcomeFilter(request.GET, rows, request=request)
    if not found.is_valid():
        return redirect(f"{reverse('meetings:outcome-list')}?{request.GET.urlencode()}")
    lines = sheets.outcome_rows(found.qs)
    return _file("outcomes", sheets.OUTCOMES, lines, file_format)


def meeting_attendance(
    request: HttpRequest, slug: str, file_format: str
) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), slug=slug)
    facts = gather.meeting_facts(meeting, request.user)
    return _attendance(slug, [facts], file_format)


def gathering_attendance(
    request: HttpRequest, slug: str, file_format: str
) -> HttpResponse:
    weeks = Gathering.objects.select_related("host").visible_to(request.user)
    week = gather.gathering_facts(get_object_or_404(weeks, slug=slug), request.user)
    return _attendance(slug, week.meetings, file_format)


def body_attendance(request: HttpRequest, slug: str, file_format: str) -> HttpResponse:
    body = get_object_or_404(Body, slug=slug)
    form = PeriodForm(request.GET)
    if not form.is_valid():
        page = reverse("meetings:body-matrix", args=[slug])
        return redirect(f"{page}?{request.GET.urlencode()}")
    period = {name: form.cleaned_data[name] for name in ("since", "until")}
    held = gather.body_meeting_facts(body, request.user, **period)
    return _attendance(slug, held, file_format)


def _attendance(slug: str, meetings, file_format: str) -> HttpResponse:
    lines = sheets.attendance_rows(meetings)
    return _file(f"attendance-{slug}", sheets.ATTENDANCE, lines, file_format)


def _file(
    name: str, headings: Sequence[str], rows: list[sheets.Row], file_format: str
) -> HttpResponse:
    title = name.partition("-")[0].capitalize()
    answer = HttpResponse(
        sheets.written(title, headings, rows, file_format),
        content_type=FORMATS[file_format],
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
    answer["Cache-Control"] = "private"  # no copy of it for whoever comes next
    return answer
