"""A Word file that comes back from a ministry: what it changes, to take over or not.

Two requests: the file is read once; then its text travels in the form beside the choices,
for it is the user's own, and what differs is computed again from it.
"""

import re
from collections.abc import Sequence

import msgspec
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from meetings import workbench
from meetings.documents.word import answers
from meetings.models import StaleRevisionError, Statement, digest
from meetings.statements.compose import compose
from meetings.statements.compose import markup as as_markup
from meetings.statements.limits import MOST, excess
from meetings.workbench.standing import from_json

from .base import based_on
from .editing import EditorView
from .offering import offered

COMPOSED = "Composed from the record"
"""What a file says that was made before there was a revision."""
MADE_OF = {COMPOSED: "the text as it was first composed", "": "the composed text"}
TAKEN = 5_000
"""Choices that a form may name: more than any text has passages."""


class ReturnedForm(forms.Form):
    """The file, read in its bounded process: what is wrong is said beside the field."""

    file = forms.FileField(
        label="Word file that came back",
        help_text=(
            "The .docx that the ministry sent. Tracked changes and comments in it are "
            "shown. Nothing is saved until you have chosen what to take over."
        ),
        allow_empty_file=True,  # its reader says what to do about one
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_file(self) -> answers.ReturnedText:
        data = self.cleaned_data["file"].read(answers.MAX_BYTES + 1)
        try:
            returned = answers.read_docx(data)
        except answers.UploadError as error:
            raise forms.ValidationError(str(error)) from error
        if problem := excess(returned.markup):
            raise forms.ValidationError(problem)
        return returned


class ReturnView(EditorView):
    template_name = "meetings/workbench/return.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**({"form": ReturnedForm()} | kwargs))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "markup" in request.POST:
            return self._choose(request, _travelled(request))
        form = ReturnedForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        file = form.cleaned_data["file"]
        return self._offer(file, read=True)

    def _offer(self, file: answers.ReturnedText, *, read: bool = False) -> HttpResponse:
        """Show what the file says beside the text as it stands.

        ``read`` just now: only then is known what else the reader noted.
        """
        standing = workbench.stand(self.statement)
        sent = self._sent(standing, file)
        returned = workbench.returned(standing.text, file.markup, sent=sent)
        tracked = read and sent is not None and workbench.untracked(sent, file.original)
        return self.render_to_response(
            self.get_context_data(
                standing=standing,
                returned=returned,
                rows=list(offered(returned, file.changes)),
                file=file,
                read=read,
                base=digest(standing.text, {}),
                remarks=[
                    (row, msgspec.json.encode(row).decode()) for row in file.comments
                ],
                changes=msgspec.json.encode(file.changes).decode(),
                stranger=self._stranger(file),
                made_of=MADE_OF.get(file.reference, file.reference.lower()),
                older=sent is not None and sent != standing.text,
                unknown=sent is None,
                untracked=tracked,
                form=None,
            )
        )

    def _choose(self, request: HttpRequest, file: answers.ReturnedText) -> HttpResponse:
        """Save what was ticked, on the revision that it was ticked beside."""
        number = based_on(request)
        ours = self.text_of(number)
        if ours is None or digest(ours, {}) != request.POST.get("base"):
            messages.warning(
                request,
                "The text has changed since you chose, so nothing was saved. Here is "
                "how the file differs from the text as it stands now: choose again.",
            )
            return self._offer(file)
        sent = self._sent(workbench.stand(self.statement), file)
        returned = workbench.returned(ours, file.markup, sent=sent)
        words = _words(request, returned)
        taken = returned.theirs if "all" in request.POST else _numbers(request, "take")
        # Words that somebody has written are meant, ticked or not.
        taken |= {
            offer.place
            for offer in returned.offers
            if words.get(offer.place, offer.words) != offer.words
        }
        returned = returned.written(words)
        text = returned.text(taken)
        kept = _numbers(request, "keep")
        noted = [
            (returned.about(row, taken), row)
            for place, row in enumerate(file.comments)
            if place in kept
        ]
        try:
            revision = workbench.take_over(
                self.statement, text, noted, by=request.user, based_on=number
            )
        except workbench.RefusedError as error:
            messages.error(request, str(error))
            return self._offer(file)
        except StaleRevisionError:
            # Comments contest nothing, and that page would not carry them on.
            workbench.add_remarks(self.statement, noted, by=request.user)
            return self.beaten(request, text.strip())
        messages.success(
            request, _told(revision, noted) + (self.voided() if revision else "")
        )
        return self.back()

    def _sent(
        self, standing: workbench.Standing, file: answers.ReturnedText
    ) -> str | None:
        """Return the text that the file says it was made of, None if it cannot be told."""
        if file.statement not in {"", self.statement.slug}:
            return None
        if named := re.fullmatch(r"Revision (\d{1,8})", file.reference):
            return self.text_of(int(named[1]) or -1)
        if standing.revision is None:
            return standing.text
        if file.reference == COMPOSED:  # before the first revision, on its facts
            first = self.statement.revisions.order_by("number").first()
            return as_markup(compose(from_json(first.facts)))
        return None

    def _stranger(self, file: answers.ReturnedText) -> str:
        """Return the other statement that the file was made of, "" if it is of this one."""
        if file.statement in {"", self.statement.slug}:
            return ""
        seen = Statement.objects.visible_to(self.request.user)
        other = seen.filter(slug=file.statement).first()
        return f"“{other}”" if other else "another statement"


def _travelled(request: HttpRequest) -> answers.ReturnedText:
    """Return what the form carries of the file; what was forged is left out."""
    post = request.POST
    markup = post["markup"].replace("\r\n", "\n")[:MOST]
    try:
        changes = msgspec.json.decode(
            post.get("changes", ""), type=tuple[answers.Change, ...]
        )
    except msgspec.DecodeError:
        changes = ()
    return answers.ReturnedText(
        markup=markup,
        original=markup,
        changes=changes,
        comments=tuple(_remarks(request)),
        reference=post.get("reference", "")[:200],
        statement=post.get("statement", "")[:200],
    )


def _remarks(request: HttpRequest) -> list[answers.Comment]:
    """Return the comments that travel in the form; a forged one is none."""
    found = []
    for value in request.POST.getlist("remark"):
        try:
            found.append(msgspec.json.decode(value, type=answers.Comment))
        except msgspec.DecodeError:  # of what is no JSON, or no comment
            continue
    return found


def _words(request: HttpRequest, returned: workbench.Returned) -> dict[int, str]:
    """Return what is to stand where both sides changed a passage, by its place."""
    return {
        offer.place: request.POST[name].replace("\r\n", "\n")
        for offer in returned.offers
        if offer.is_contested and (name := f"words-{offer.place}") in request.POST
    }


def _numbers(request: HttpRequest, name: str) -> frozenset[int]:
    values = request.POST.getlist(name)[:TAKEN]
    return frozenset(
        int(one) for one in values if one.isascii() and one.isdecimal() and len(one) < 9
    )


def _told(revision, noted: Sequence) -> str:
    saved = f"Saved as revision {revision.number}." if revision else ""
    several = "comment is" if len(noted) == 1 else "comments are"
    added = f"{len(noted)} {several} added." if noted else ""
    return f"{saved} {added}".strip() or "Nothing was ticked, so nothing was saved."
