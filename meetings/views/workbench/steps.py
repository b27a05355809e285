"""The steps: each a button on the desk, posted here, and back to the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from meetings import workbench
from meetings.documents.pdf import RenderError
from meetings.models import Comment, Party, StaleRevisionError
from meetings.statements import prose
from meetings.statements.check import Finding
from meetings.statements.tracing import taken

from .base import TOLD, BenchView, based_on, finding_of, number_in

BEATEN = (
    "Somebody has saved another revision since you opened this page, so nothing was "
    "changed. The text below is the new one."
)


class StepView(BenchView):
    """Take the step named in the address."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return HttpResponseNotAllowed(["POST"])

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        step = getattr(self, f"do_{kwargs['step']}")
        try:
            told, place = step(request)
        except (workbench.RefusedError, RenderError) as error:
            return self.refuse(error)
        except StaleRevisionError:
            return self.refuse(StaleRevisionError(BEATEN))
        messages.success(request, told, extra_tags=place)
        return self.back(TOLD if place else "")

    def do_compose(self, request):
        standing = workbench.stand(self.statement)
        workbench.save(
            self.statement,
            standing.text,
            by=request.user,
            based_on=0,
            seen=standing.digest,
        )
        return "The composed text is saved as revision 1.", ""

    def do_follow(self, request):
        _, offered = workbench.follow_record(
            self.statement, by=request.user, based_on=based_on(request)
        )
        if not offered:
            return f"The text follows the record.{self.voided()}", ""
        count = len(offered)
        several = "sentence is" if count == 1 else "sentences are"
        messages.warning(
            request,
            f"{count} {several} not written into the text, for a person has edited or "
            "taken out those passages. The record’s wording stands beside them, marked "
            "“New in the record”.",
            extra_tags="text",
        )
        return f"What nobody had edited follows the record.{self.voided()}", "text"

    def do_submit(self, request):
        untold = workbench.submit(self.statement, by=request.user)
        if not untold:
            return "The text is with the co-chairs, who have been told.", "steps"
        names = prose.listing([seat.party.running_name for seat in untold])
        return (
            f"The text is with the co-chairs. No mail went to {names}: nobody there has an "
            "account with a mail address, so tell them yourself.",
            "steps",
        )

    def do_withdraw(self, request):
        workbench.withdraw(self.statement, by=request.user)
        return "The text is back in drafting.", ""

    def do_clear(self, request):
        digest = request.POST.get("digest", "")
        clearance = workbench.clear(self.statement, by=request.user, digest=digest)
        return f"Cleared for {clearance.seat.running_name}.", "steps"

    def do_letter(self, request):
        seat = Party.objects.filter(name=request.POST.get("seat", "")).first()
        if seat is None:
            raise workbench.RefusedError("Choose the seat that the letter is from.")
        letter = workbench.Letter(
            request.FILES.get("letter") or "", request.POST.get("signed_by", "").strip()
        )
        digest = request.POST.get("digest", "")
        workbench.record_letter(
            self.statement, seat, letter, by=request.user, digest=digest
        )
        return f"The letter of {seat.running_name} is recorded.", "seats"

    def do_publish(self, request):
        edition = workbench.publish(self.statement, by=request.user)
        return f"Edition {edition.number} is published.", "steps"

    def do_correct(self, request):
        reason = request.POST.get("reason", "")
        workbench.correct(self.statement, by=request.user, reason=reason)
        return "The correction is begun. The published edition stays readable.", ""

    def do_abandon(self, request):
        workbench.abandon(self.statement, by=request.user)
        return "The correction is given up. What is published stands.", ""

    def do_apply(self, request):
        standing = workbench.stand(self.statement)
        finding = finding_of(standing, request)
        if finding is None or finding.suggestion is None:
            raise StaleRevisionError
        text = standing.text
        words = prose.escape_signs(finding.suggestion)
        mended = text[: finding.start] + words + text[finding.end :]
        workbench.save(
            self.statement, mended, by=request.user, based_on=based_on(request)
        )
        told = _mended(text[finding.start : finding.end], finding.suggestion)
        return f"{told}{self.voided()}", _after(standing, finding)

    def do_restore(self, request):
        """Take the record's wording for a passage: the one that was offered."""
        standing = workbench.stand(self.statement)
        place, offered = request.POST.get("place", ""), request.POST.get("composed")
        rows = {str(n): row for n, row in enumerate(standing.beside) if row.differs}
        if place not in rows or rows[place].composed != offered:
            raise StaleRevisionError
        text = taken(standing.text, standing.beside, int(place))
        workbench.save(
            self.statement, text, by=request.user, based_on=based_on(request)
        )
        told = "The passage reads as the record composes it."
        before = [row for row in standing.beside[: int(place)] if row.traced.text]
        return f"{told}{self.voided()}", f"p{len(before) + 1}"

    def do_accept(self, request):
        standing = workbench.stand(self.statement)
        finding = finding_of(standing, request)
        if finding is None:
            raise StaleRevisionError
        reason = request.POST.get("reason", "")
        workbench.accept_finding(
            self.statement, finding, reason=reason, by=request.user
        )
        told = "The finding is accepted, with your reason."
        return told, _after(standing, finding)

    def do_reopen(self, request):
        rows = self.statement.accepted_findings
        accepted = rows.filter(pk=number_in(request, "accepted")).first()
        if accepted is None:
            raise StaleRevisionError
        workbench.reopen_finding(accepted, by=request.user)
        return "The finding is open again.", "check"

    def do_comment(self, request):
        workbench.comment(
            self.statement,
            request.POST.get("passage", ""),
            request.POST.get("text", ""),
            by=request.user,
        )
        return "The comment is added.", f"p{number_in(request, 'number')}"

    def do_resolve(self, request):
        remarks = Comment.objects.filter(statement=self.statement)
        remark = remarks.filter(pk=number_in(request, "comment")).first()
        if remark is not None:
            workbench.resolve(remark, by=request.user)
        number = number_in(request, "number")
        return "The comment is resolved.", f"p{number}" if number > 0 else "text"


def _mended(words: str, suggestion: str) -> str:
    """Say what a mend has done to the words that it replaced, not to all that is quoted."""
    if not suggestion:
        return f"“{words}” is left out."
    return (
        f"“{words}” is now “{suggestion}”." if words else f"“{suggestion}” is put in."
    )


def _after(standing: workbench.Standing, finding: Finding) -> str:
    """Return the place of the finding that comes next once this one is settled."""
    shown = standing.first_findings
    if finding not in shown or len(shown) == 1:
        return "check"
    return f"finding-{min(shown.index(finding) + 1, len(shown) - 1)}"


STEPS = sorted(name.removeprefix("do_") for name in vars(StepView) if name[:3] == "do_")
