"""The verbs. Each is one transaction; each refuses in a sentence, saving nothing."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from simple_history.utils import update_change_reason

from meetings.documents import export
from meetings.models import (
    AcceptedFinding,
    Clearance,
    Comment,
    Edition,
    Party,
    Revision,
    Statement,
    User,
)
from meetings.permissions import may_clear, may_draft, may_publish
from meetings.statements import prose
from meetings.statements.changes import Touched, follow
from meetings.statements.check import Finding

from . import mail
from .standing import Standing, as_json

State = Statement.State


class RefusedError(Exception):
    """The step is not possible; the message says why and what to do."""


class Letter(NamedTuple):
    """A clearance on paper: the scan, and who signed it."""

    scan: File
    signed_by: str


@transaction.atomic
def save(
    statement: Statement, text: str, *, by: User, based_on: int
) -> Revision | None:
    """Append a revision of ``text`` to revision ``based_on``; None if nothing changed.

    The facts stay those that the text was written from: only ``follow_record`` takes new
    ones. Clearances of the earlier text are void by that, and their seats are told.
    Raises: RefusedError; StaleRevisionError if somebody else was first.
    """
    statement = _locked(statement)
    _must(may_draft(by, statement), "Only the RSO and the co-chairs edit this text.")
    _must(
        statement.state != State.PUBLISHED,
        "This text is published. Begin a correction to change it.",
    )
    standing = Standing(statement)
    text = text.replace("\r\n", "\n").strip() + "\n"
    if standing.revision and standing.number == based_on and text == standing.text:
        return None
    facts = standing.revision.facts if standing.revision else as_json(standing.facts)
    return _append(standing, text, facts, by=by, based_on=based_on)


@transaction.atomic
def follow_record(
    statement: Statement, *, by: User, based_on: int
) -> tuple[Revision, tuple[Touched, ...]]:
    """Append a revision on the facts of today; untouched sentences follow the record.

    Returns it with the new wordings that are only offered, because a person has edited
    those passages or they have no place yet.
    """
    statement = _locked(statement)
    _must(may_draft(by, statement), "Only the RSO and the co-chairs edit this text.")
    _must(statement.state != State.PUBLISHED, "Begin a correction first.")
    standing = Standing(statement)
    text, offered = follow(standing.text, standing.facts_then, standing.facts)
    revision = _append(
        standing, text, as_json(standing.facts), by=by, based_on=based_on
    )
    return revision, offered


def _append(standing: Standing, text, facts, *, by: User, based_on: int) -> Revision:
    statement = standing.statement
    voided = [seat for seat in standing.seats if seat.clearance]
    revision = statement.revise(text, facts=facts, author=by, based_on=based_on)
    if statement.state == State.CLEARED:
        _move(statement, State.WITH_CO_CHAIRS, f"Changed by {by}")
    mail.voided(statement, voided, by)
    return revision


@transaction.atomic
def submit(statement: Statement, *, by: User) -> None:
    """Bring the draft before the co-chairs: every seat is told."""
    statement = _locked(statement)
    _must(may_draft(by, statement), "Only the RSO and the co-chairs submit a draft.")
    _must(statement.state == State.DRAFTING, "Only a draft can be submitted.")
    standing = Standing(statement)
    _unblocked(standing)
    _move(statement, State.WITH_CO_CHAIRS, f"Submitted by {by}")
    mail.awaited(statement, standing.awaited, by)


@transaction.atomic
def withdraw(statement: Statement, *, by: User) -> None:
    """Take a text back from the co-chairs into drafting."""
    statement = _locked(statement)
    _must(may_draft(by, statement), "Only the RSO and the co-chairs withdraw a text.")
    _must(
        statement.state in {State.WITH_CO_CHAIRS, State.CLEARED},
        "Only a text that is with the co-chairs can be withdrawn.",
    )
    _move(statement, State.DRAFTING, f"Withdrawn by {by}")


@transaction.atomic
def clear(statement: Statement, *, by: User, digest: str) -> Clearance:
    """Clear, for the seat of ``by``, the exact text whose ``digest`` they saw."""
    statement = _locked(statement)
    standing = Standing(statement)
    _must(by.party is not None, "Your account belongs to no party, so to no seat.")
    _must(may_clear(by, standing.seats), f"{by.party} has no seat in this statement.")
    return _cleared(standing, by.party, by, digest)


@transaction.atomic
def record_letter(
    statement: Statement, seat: Party, letter: Letter, *, by: User, digest: str
) -> Clearance:
    """Record a clearance that came by letter, with its scan. Only the RSO may."""
    statement = _locked(statement)
    _must(by.is_staff, "Only the RSO records a clearance received by letter.")
    standing = Standing(statement)
    seats = {held.party.name for held in standing.seats}
    _must(seat.name in seats, f"{seat} has no seat in this statement.")
    signed = {"letter": letter.scan, "signed_by": letter.signed_by}
    return _cleared(standing, seat, by, digest, by_letter=True, **signed)


def _cleared(standing: Standing, seat: Party, by: User, digest: str, **letter):
    statement = standing.statement
    _must(
        statement.state in {State.WITH_CO_CHAIRS, State.CLEARED},
        "This text has not been submitted to the co-chairs.",
    )
    _unblocked(standing)
    _must(
        digest == standing.digest,
        "The text has changed since you opened it. Read it again before you clear it.",
    )
    clearance = Clearance(
        statement=statement,
        revision=standing.revision,
        seat=seat,
        digest=digest,
        cleared_by=by,
        **letter,
    )
    _saved(clearance)
    now = Standing(statement)
    if now.is_cleared:
        _move(statement, State.CLEARED, f"Cleared by {seat}, the last seat")
        mail.cleared(statement, now.seats)
    return clearance


@transaction.atomic
def publish(statement: Statement, *, by: User) -> Edition:
    """Freeze text, facts, HTML and PDF as the next edition. Only the RSO may.

    Raises: RefusedError; RenderError if no PDF can be made, and nothing is published.
    """
    statement = _locked(statement)
    _must(may_publish(by), "Only the RSO publishes a statement.")
    standing = Standing(statement)
    _must(
        statement.state == State.CLEARED and standing.is_cleared,
        "Every seat must clear this very text first.",
    )
    _unblocked(standing)
    document = export.published(standing.facts, standing.revision)
    edition = Edition(
        statement=statement,
        number=statement.editions.count() + 1,
        revision=standing.revision,
        html=document.html("page"),
        pdf=document.render("pdf"),
        record=document.render("json"),
        cleared_by=[_told(seat) for seat in standing.seats],
        reason=statement.correction_reason,
        published_by=by,
    )
    _saved(edition)
    statement.correction_reason = ""
    statement.published_on = statement.published_on or timezone.localdate()
    _move(statement, State.PUBLISHED, f"Edition {edition.number} published by {by}")
    return edition


def _told(seat) -> dict[str, str]:
    clearance = seat.clearance
    person = clearance.cleared_by.person
    by = clearance.signed_by or (person.name if person else str(clearance.cleared_by))
    return {
        "seat": seat.party.name,
        "by": by,
        "on": prose.day(timezone.localdate(clearance.cleared_at)),
        "how": "by letter" if clearance.by_letter else "on the site",
    }


@transaction.atomic
def correct(statement: Statement, *, by: User, reason: str) -> None:
    """Begin a correction: the edition stays readable until the next one is published."""
    statement = _locked(statement)
    _must(
        may_draft(by, statement), "Only the RSO and the co-chairs begin a correction."
    )
    _must(statement.state == State.PUBLISHED, "Only a published text is corrected.")
    _must(bool(reason.strip()), "Say, for the public, why the text is corrected.")
    statement.correction_reason = reason.strip()[:500]
    _move(statement, State.DRAFTING, f"Correction begun by {by}: {reason.strip()}")


@transaction.atomic
def accept_finding(
    statement: Statement, finding: Finding, *, reason: str, by: User
) -> AcceptedFinding:
    """Accept a finding of the check, with the reason why the text is right."""
    _must(may_draft(by, statement), "Only the RSO and the co-chairs accept findings.")
    accepted = AcceptedFinding(
        statement=statement,
        kind=finding.kind,
        says=finding.says,
        record=finding.record,
        reason=reason.strip(),
        author=by,
    )
    _saved(accepted)
    return accepted


@transaction.atomic
def comment(statement: Statement, passage: str, text: str, *, by: User) -> Comment:
    """Remark on a paragraph of the latest revision."""
    _must(may_draft(by, statement), "Only the RSO and the co-chairs comment.")
    revision = statement.revisions.last()
    _must(revision is not None, "Save a first revision before you comment on it.")
    remark = Comment(
        statement=statement,
        revision=revision,
        passage=passage,
        text=text.strip(),
        author=by,
    )
    _saved(remark)
    return remark


@transaction.atomic
def resolve(remark: Comment, *, by: User) -> None:
    """Close a comment; again on a closed one changes nothing."""
    _must(may_draft(by, remark.statement), "Only the RSO and the co-chairs do this.")
    if remark.resolved_at is None:
        remark.resolved_at, remark.resolved_by = timezone.now(), by
        remark.save()


def _locked(statement: Statement) -> Statement:
    """Return the row as it stands, held against others until the transaction ends."""
    return Statement.objects.select_for_update().get(pk=statement.pk)


def _move(statement: Statement, state: str, reason: str) -> None:
    statement.state = state
    statement.save()
    update_change_reason(statement, reason[:100])


def _unblocked(standing: Standing) -> None:
    if standing.blockers:
        raise RefusedError(" ".join(standing.blockers))


def _must(condition: bool, otherwise: str) -> None:
    if not condition:
        raise RefusedError(otherwise)


def _saved(row) -> None:
    """Save what passes validation; its plain words are the refusal."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    row.save()
