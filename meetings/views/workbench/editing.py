"""Editing: the text by section, a preview as on paper, and what happens to the slower."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings import workbench
from meetings.documents import markup
from meetings.models import StaleRevisionError
from meetings.statements.compose import markup as as_markup
from meetings.statements.difference import difference
from meetings.statements.limits import excess
from meetings.workbench.reconciling import reconciled
from meetings.workbench.three_way import plain

from .base import WritingView, based_on
from .offering import folded

OPENING = "Opening and attendance"


def sections(text: str) -> list[str]:
    """Cut a text before each heading of the second level; the first part may have none."""
    parts = re.split(r"(?m)^(?=## )", text)
    return [part.strip() for part in parts if part.strip()] or [""]


def labelled(parts: list[str]) -> list[tuple[str, str]]:
    """Return each part with a name for its field: its heading, without the marks."""
    names = []
    for number, part in enumerate(parts):
        first = part.partition("\n")[0]
        heading = plain(first) if first.startswith("#") else ""
        names.append(heading or (f"Section {number}" if number else OPENING))
    return list(zip(names, parts, strict=True))


class EditorView(WritingView):
    """A page whose text is saved on a revision, which somebody else may do first."""

    def get_context_data(self, **kwargs):
        standing = kwargs.get("standing") or workbench.stand(self.statement)
        given = {
            "standing": standing,
            "sections": sections(standing.text),
            "number": standing.number,
            "seen": standing.digest,
            "draft": standing.draft,
        }
        given |= kwargs
        given["fields"] = labelled(given["sections"])
        return super().get_context_data(**given)

    def text_of(self, number: int) -> str | None:
        """Return the text of a revision, 0 for what is composed; None without one."""
        if number == 0:
            return as_markup(workbench.stand(self.statement).draft)
        revision = self.statement.revisions.filter(number=number).first()
        return revision.text if revision else None

    def beaten(self, request, text: str) -> HttpResponse:
        """Show both texts to the slower of two editors: neither loses anything."""
        standing = workbench.stand(self.statement)
        base = self.text_of(based_on(request)) or standing.text
        both = reconciled(standing.text, f"{text}\n", base)
        context = self.get_context_data(
            standing=standing,
            theirs=standing.revision,
            rows=list(folded(difference(standing.text, both.text))),
            contested=both.contested,
            sections=sections(both.text),
            unsaved=True,
        )
        page = "meetings/workbench/beaten.html"
        return render(request, page, context, status=409)


class EditView(EditorView):
    template_name = "meetings/workbench/edit.html"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        parts = [part.strip() for part in request.POST.getlist("section")]
        text = "\n\n".join(part for part in parts if part).replace("\r\n", "\n")
        if "preview" in request.POST:
            return self._again(request, parts, text)
        number = based_on(request)
        try:
            revision = workbench.save(
                self.statement,
                text,
                by=request.user,
                based_on=number,
                seen=request.POST.get("seen", ""),
            )
        except workbench.RefusedError as error:
            messages.error(request, str(error))
            return self._again(request, parts, text)
        except StaleRevisionError:
            return self.beaten(request, text)
        if revision is None:
            messages.info(request, "Nothing had changed, so nothing was saved.")
        else:
            told = f"Saved as revision {revision.number}.{self.voided()}"
            messages.success(request, told)
        return self.back()

    def _again(self, request, parts: list[str], text: str) -> HttpResponse:
        problem = excess(text)
        if problem and "preview" in request.POST:
            messages.error(request, problem)
        return self.render_to_response(
            self.get_context_data(
                sections=parts or [""],
                number=request.POST.get("based_on", ""),
                seen=request.POST.get("seen", ""),
                preview="" if problem else markup.html(text),
                unsaved=True,
            )
        )
