"""What the pages of the workbench share."""

from typing import Any

from django.contrib import messages
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView

from meetings import workbench
from meetings.models import Statement
from meetings.permissions import may_draft
from meetings.statements import prose
from meetings.statements.check import Finding

PUBLISHED = "This text is published. Begin a correction to change it."
TOLD = "#told"
"""Where the desk says what a step has done: beside what it was done to."""


class BenchView(TemplateView):
    """A page on one statement, for those who may draft it; for others a 404."""

    statement: Statement

    def dispatch(self, request, *args, **kwargs):
        visible = Statement.objects.visible_to(request.user)
        self.statement = get_object_or_404(visible, slug=kwargs["slug"])
        if not may_draft(request.user, self.statement):
            raise Http404
        request.POST = without_nul(request.POST)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(statement=self.statement, **kwargs)

    def voided(self) -> str:
        """Return a sentence on the seats that have to clear again, "" without any."""
        if not self.statement.clearances.exists():
            return ""
        seats = workbench.stand(self.statement).seats
        again = [
            seat.party.running_name
            for seat in seats
            if seat.void and not seat.clearance
        ]
        if not again:
            return ""
        return f" {prose.sentence_case(prose.listing(again))} must clear it again."

    def back(self, anchor: str = ""):
        return redirect(f"{self.statement.get_desk_url()}{anchor}")

    def refuse(self, error: Exception):
        """Return to the desk with the sentence that says why."""
        messages.error(self.request, str(error))
        return self.back()


class WritingView(BenchView):
    """A page on which the text, or what it follows from, is changed: not a published one."""

    def get(self, request, *args, **kwargs):
        if self.statement.is_published:
            return self.refuse(workbench.RefusedError(PUBLISHED))
        return super().get(request, *args, **kwargs)


def without_nul(posted: QueryDict) -> QueryDict:
    """Return what was posted without NUL, which PostgreSQL does not even look for."""
    if not any("\0" in value for _, values in posted.lists() for value in values):
        return posted
    clean = posted.copy()
    for name, values in posted.lists():
        clean.setlist(name, [value.replace("\0", "") for value in values])
    return clean


def number_in(request, name: str) -> int:
    """Return a number that a form names; -1, which nothing has, if it is forged."""
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 9 else -1


def based_on(request) -> int:
    """Return the revision that a form was opened on."""
    return number_in(request, "based_on")


def finding_of(standing: workbench.Standing, request) -> Finding | None:
    """Return the finding that a form names by its place in the text as it stands."""
    named = (
        request.POST.get("kind"),
        request.POST.get("start"),
        request.POST.get("end"),
    )
    for finding in standing.checked.findings:
        if (str(finding.kind), str(finding.start), str(finding.end)) == named:
            return finding
    return None
