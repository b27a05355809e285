"""A document in the format asked for. Pages and commands both come here, so that a file
from a script is the file from the site."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from meetings.facts import (
    GatheringFacts,
    MeetingFacts,
    ParticipantAnnex,
    StatementFacts,
)
from meetings.statements.annexed import sections
from meetings.statements.annexes import Annex, Delegates
from meetings.statements.annexes import annexes as annexed
from meetings.statements.compose import compose, markup

from . import data, html
from .child import Bounds
from .pdf import DEFAULT_BOUNDS, Pending, RenderError, cached_pdf, prepared_pdf
from .word.writing import statement_docx

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}
LONG, ELEMENT = 40_000, 40
"""Characters of HTML from which a PDF takes seconds, and as how many an element counts. A
statement has 10,000, with all its annexes 30,000; a body's matrix 100,000."""
FREE_TEXT = Bounds(wall=14, cpu=12)
"""A statement is whatever its authors typed, so that nobody waits long for what it does
to the layout engine. The longest text that may be saved takes 10 seconds."""
NOT_IN_WORD = "Only statements can be had as Word documents. Choose PDF, HTML or JSON for this one."

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of which each format is made when it is asked for."""

    name: str
    """The file's name, without its ending."""
    html: Callable[[html.Medium], str]
    record: Callable[[], data.Exported]
    stamp: datetime
    docx: Callable[[], bytes] | None = None
    """For documents that others answer in; the rest are for reading."""
    bounds: Bounds = DEFAULT_BOUNDS
    """What its PDF may take."""

    def render(self, form: str) -> bytes:
        """Return the document as "html", "pdf", "docx" or "json".

        Raises: RenderError, with a sentence, if the format cannot be made of it.
        """
        if form == "docx":
            if self.docx is None:
                raise RenderError(NOT_IN_WORD)
            return self.docx()
        if form == "json":
            return data.encode(self.record())
        if form == "html":
            return self.html("file").encode()
        return self._pdf(cached_pdf, self.html("paper"))

    def answer(self, form: str) -> bytes | Pending:
        """Return what ``render`` returns, but never let a page wait for seconds.

        A PDF that takes longer is begun in the background, and fetched by asking again.
        """
        if form != "pdf":
            return self.render(form)
        paper = self.html("paper")
        long = len(paper) + ELEMENT * paper.count("</") >= LONG
        return self._pdf(prepared_pdf if long else cached_pdf, paper)

    def _pdf(self, make: Callable[..., Made], paper: str) -> Made:
        return make(paper, data.encode(self.record()), self.stamp, bounds=self.bounds)


def statement(
    facts: StatementFacts,
    revision: Any = None,
    *,
    annexes: Collection[Annex] = (),
    delegates: Delegates | None = None,
    cleared: bool = False,
) -> Document:
    """Return the statement on ``facts``: the text of ``revision``, else as composed.

    ``annexes``, and that of participants which the facts ask for, follow the text; the
    JSON has all that they are made of. ``delegates`` are named in it, and nowhere else in
    the document. Before publication every page says whether the text is ``cleared``.
    """
    draft = compose(facts)
    words, ref = markup(draft), "Composed from the record"
    if revision is not None:
        words, ref = revision.text, f"Revision {revision.number}"
    asked = frozenset(annexes)
    if facts.annex != ParticipantAnnex.NONE:
        asked |= {Annex.PARTICIPANTS}
    added = tuple(sections(annexed(facts, words, asked, delegates)))
    told = {"ref": ref, "annexes": added, "cleared": cleared}
    return Document(
        name=facts.slug,
        html=lambda medium: html.statement(facts, draft, words, medium=medium, **told),
        record=lambda: data.statement(facts, draft, words),
        stamp=html.stamp(facts.meetings),
        docx=lambda: statement_docx(facts, draft, words, **told),
        bounds=FREE_TEXT,
    )


def published(
    facts: StatementFacts,
    revision: Any,
    *,
    annexes: Collection[Annex] = (),
    delegates: Delegates | None = None,
) -> Document:
    """Return the statement as it will stand once it is published, without any draft mark."""
    facts = replace(facts, published=True)
    return statement(facts, revision, annexes=annexes, delegates=delegates)


def meeting_attendance(meeting: MeetingFacts) -> Document:
    """Return the attendance report of one meeting."""
    return Document(
        name=f"attendance-{meeting.slug}",
        html=lambda medium: html.meeting_attendance(meeting, medium=medium),
        record=lambda: data.meeting_attendance(meeting),
        stamp=html.stamp([meeting]),
    )


def gathering_attendance(gathering: GatheringFacts) -> Document:
    """Return the attendance report of a joint week: of any event, and of each."""
    return Document(
        name=f"attendance-{gathering.slug}",
        html=lambda medium: html.gathering_attendance(gathering, medium=medium),
        record=lambda: data.gathering_attendance(gathering),
        stamp=html.stamp(gathering.meetings),
    )


def body_attendance(
    abbreviation: str,
    name: str,
    meetings: Sequence[MeetingFacts],
    *,
    since: int | None = None,
    until: int | None = None,
) -> Document:
    """Return the attendance matrix of a body from year to year, inclusive."""
    return Document(
        name=f"attendance-{abbreviation.lower()}",
        html=lambda medium: html.body_attendance(
            name, meetings, since=since, until=until, medium=medium
        ),
        record=lambda: data.body_attendance(abbreviation, meetings, since, until),
        stamp=html.stamp(meetings),
    )
