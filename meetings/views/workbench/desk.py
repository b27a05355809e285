"""The desk: the text, the check, what moved in the record, the seats, the comments."""

from collections.abc import Iterator

from django.contrib.messages import get_messages

from meetings import workbench
from meetings.models import Statement
from meetings.permissions import may_clear, may_publish
from meetings.statements import prose
from meetings.statements.check import Finding

from .base import BenchView
from .passages import Passage, passages
from .provenance import Provenance

State = Statement.State


class DeskView(BenchView):
    """A statement as it stands, and what can be done next."""

    template_name = "meetings/workbench/desk.html"

    def get_context_data(self, **kwargs):
        standing = workbench.stand(self.statement)
        user = self.request.user
        comments = list(
            self.statement.comments.select_related(
                "author", "resolved_by", "revision"
            ).defer("revision__facts")
        )
        shown = list(passages(standing, comments, Provenance(standing, user)))
        placed = {row.comment.pk for passage in shown for row in passage.comments}
        return super().get_context_data(
            standing=standing,
            passages=shown,
            edited=sum(row.origin == "edited" for row in shown),
            findings=list(_findings(standing, shown)),
            further=len(standing.open_findings) - len(standing.first_findings),
            # Their paragraph has been rewritten; what was asked may still be open.
            loose_comments=[row for row in comments if row.pk not in placed],
            unchecked=standing.checked.coverage.claims
            - standing.checked.coverage.checked,
            accepted=[
                (row, standing.acceptance(row))
                for row in standing.checked.findings
                if standing.acceptance(row)
            ],
            revisions=self.statement.revisions.select_related("author").order_by(
                "-number"
            ),
            editions=self.statement.editions.defer("pdf", "record", "html"),
            timeline=workbench.timeline(self.statement),
            may_clear=may_clear(user, standing.awaited),
            may_publish=may_publish(user),
            awaited=prose.listing(
                [seat.party.running_name for seat in standing.awaited]
            ),
            can=_steps(self.statement, standing),
            gaps=() if self.statement.is_published else standing.draft.gaps,
            **_told(self.request, _places(standing, shown)),
            **kwargs,
        )


def _places(standing: workbench.Standing, shown: list[Passage]) -> set[str]:
    """Return where on the page it can be told what a step has done."""
    findings = range(1, len(standing.first_findings) + 1)
    return {
        *("check", "text", "steps", "seats"),
        *(row.place for row in shown),
        *(f"finding-{number}" for number in findings),
    }


def _told(request, places: set[str]) -> dict:
    """Return the messages: those of a place that is on the page there, others on top.

    A mend far down the page brings one back to where it was made, and only there would
    anybody see what is said about it.
    """
    told = list(get_messages(request))
    at = next((row.extra_tags for row in told if row.extra_tags in places), "")
    return {
        "told_at": at,
        "told": [row for row in told if at and row.extra_tags == at],
        "messages": [row for row in told if not at or row.extra_tags != at],
    }


def _findings(
    standing: workbench.Standing, shown: list[Passage]
) -> Iterator[tuple[str, Finding, str]]:
    """Yield the open findings, each after its own place on the page and before the place
    of what it is about."""
    anchors = {
        place.number: passage.anchor(place)
        for passage in shown
        for place in passage.places
    }
    for number, finding in enumerate(standing.first_findings, start=1):
        yield f"finding-{number}", finding, anchors.get(number, "")


def _steps(statement: Statement, standing: workbench.Standing) -> dict[str, bool]:
    """Return which steps the state allows; the verbs decide again when one is taken."""
    ready = not standing.blockers
    state = statement.state
    return {
        "edit": state != State.PUBLISHED,
        "submit": state == State.DRAFTING and ready,
        "withdraw": state in Statement.BEFORE_CO_CHAIRS,
        "clear": state in Statement.BEFORE_CO_CHAIRS and ready,
        "publish": state == State.CLEARED and ready and standing.is_cleared,
        "correct": state == State.PUBLISHED,
        "abandon": state != State.PUBLISHED and statement.published_on is not None,
        "follow": state != State.PUBLISHED and bool(standing.changes),
    }
