"""Documents of the record as files: PDF, a page of its own, JSON."""

from collections.abc import Callable
from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings import gather
from meetings.documents import export
from meetings.documents.pdf import Pending, RenderError
from meetings.documents.pdf.place import edition as paper
from meetings.facts import ParticipantAnnex
from meetings.forms import PeriodForm
from meetings.models import Body, Edition, Gathering, Meeting, Statement
from meetings.permissions import may_draft
from meetings.statements.annexes import Annex
from meetings.workbench.standing import from_json, is_cleared

from .remembering import Memory

State = Statement.State
FROZEN = ("pdf", "html", "record")
"""What an edition keeps of itself, and what is not read unless it is asked for."""
EVERY = 3
"""Seconds after which a page asks again for a document that is being made."""
_made_before = Memory()


def meeting_attendance(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), slug=slug)
    facts = gather.meeting_facts(meeting, request.user)
    return _answer_with(request, export.meeting_attendance(facts), suffix)


def gathering_attendance(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    weeks = Gathering.objects.select_related("host").visible_to(request.user)
    facts = gather.gathering_facts(get_object_or_404(weeks, slug=slug), request.user)
    return _answer_with(request, export.gathering_attendance(facts), suffix)


def body_attendance(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    body = get_object_or_404(Body, slug=slug)
    form = PeriodForm(request.GET)
    if not form.is_valid():  # that page says beside the field what is wrong
        page = reverse("meetings:body-matrix", args=[slug])
        return redirect(f"{page}?{request.GET.urlencode()}")
    period = {name: form.cleaned_data[name] for name in ("since", "until")}
    meetings = gather.body_meeting_facts(body, request.user, **period)
    document = export.body_attendance(body.abbreviation, body.name, meetings, **period)
    return _answer_with(request, document, suffix)


@login_not_required
def statement(request: HttpRequest, slug: str, suffix: str) -> HttpResponse:
    """Published statements are open to everybody."""
    found = Statement.objects.visible_to(request.user).filter(slug=slug).first()
    if found is None and not request.user.is_authenticated:
        # To somebody without an account a draft and no statement look the same.
        return redirect_to_login(request.get_full_path())
    found = found or get_object_or_404(Statement.objects.none())
    annexes = _annexes(request)
    edition = found.editions.select_related("revision").defer(*FROZEN).last()
    if "draft" in request.GET and may_draft(request.user, found):
        edition = None
    if edition and suffix != "docx" and not annexes:
        return redirect("meetings:edition", slug, edition.number, suffix)
    asked = (found.pk, edition and edition.pk, annexes, suffix, request.user.pk)
    asked += (timezone.localdate(), paper())  # what counts, and is not of the record

    def make() -> bytes | Pending:
        return _made(_statement(found, edition, annexes, request.user), suffix)

    # A page is quick to make, and its templates may change while the server runs.
    content = make if suffix == "html" else partial(_made_before.recall, asked, make)
    return _answer(request, found.slug, suffix, content)


def _statement(
    found: Statement, edition: Edition | None, annexes: frozenset[Annex], user
) -> export.Document:
    """Return the edition, else the statement as it stands."""
    if edition:
        facts, revision = from_json(edition.revision.facts), edition.revision
        write = export.published
    else:
        facts, revision = gather.statement_facts(found), found.revisions.last()
        write = partial(export.statement, cleared=is_cleared(found))
    named = facts.annex == ParticipantAnnex.NAMED
    delegates = gather.delegates(found, user) if named else None
    return write(facts, revision, annexes=annexes, delegates=delegates)


def _annexes(request: HttpRequest) -> frozenset[Annex]:
    try:
        return frozenset(map(Annex, request.GET.getlist("annex")))
    except ValueError as error:
        raise Http404 from error


def _answer_with(
    request: HttpRequest, document: export.Document, suffix: str
) -> HttpResponse:
    return _answer(request, document.name, suffix, partial(_made, document, suffix))


def _made(document: export.Document, suffix: str) -> bytes | Pending:
    return (
        document.html("page").encode() if suffix == "html" else document.answer(suffix)
    )


def _answer(
    request: HttpRequest, name: str, suffix: str, make: Callable[[], bytes | Pending]
) -> HttpResponse:
    try:
        content = make()
    except RenderError as error:
        page = "meetings/document_unavailable.html"
        return render(request, page, {"reason": str(error)}, status=503)
    if isinstance(content, Pending):
        return _wait(request, content)
    response = HttpResponse(content, content_type=export.CONTENT_TYPES[suffix])
    shown = "attachment" if suffix == "docx" else "inline"
    response["Content-Disposition"] = f'{shown}; filename="{name}.{suffix}"'
    if request.user.is_authenticated:  # no copy of it for whoever comes next
        response["Cache-Control"] = "private"
    return response


def _wait(request: HttpRequest, pending: Pending) -> HttpResponse:
    """Answer with a page that asks again by itself, until the document is there."""
    context = {
        "pending": pending,
        "every": EVERY,
        "page": f"{request.path.removesuffix('.pdf')}.html",
    }
    response = render(request, "meetings/document_pending.html", context, status=202)
    response["Refresh"] = str(EVERY)
    response["Cache-Control"] = "no-store"
    return response
