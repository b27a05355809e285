"""Writing: the text, what it covers, and what is remarked on it.

Each verb is one transaction; each refuses in a sentence, saving nothing.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from simple_history.utils import update_change_reason

from meetings.models import (
    AcceptedFinding,
    Comment,
    Meeting,
    Revision,
    StaleRevisionError,
    Statement,
    User,
)
from meetings.permissions import may_draft, may_publish
from meetings.statements import events
from meetings.statements.changes import follow
from meetings.statements.check import Finding
from meetings.statements.following import Touched
from meetings.statements.limits import excess

from . import mail
from .rules import cover, locked, move, must, saved, scope_of
from .standing import Seat, Standing, as_json

State = Statement.State


@transaction.atomic
def save(
    statement: Statement, text: str, *, by: User, based_on: int, seen: str = ""
) -> Revision | None:
    """Append a revision of ``text`` to revision ``based_on``; None if nothing changed.

    The facts stay those that the text was written from: only ``follow_record`` takes new
    ones. Clearances of the earlier text are void by that, and their seats are told.
    ``seen`` is the digest of what the record composed when the first text was begun: on
    another record it would pass for one written from what nobody read.
    Raises: RefusedError; StaleRevisionError if somebody else was first.
    """
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs edit this text.")
    must(
        statement.state != State.PUBLISHED,
        "This text is published. Begin a correction to change it.",
    )
    standing = Standing(statement)
    if standing.revision is None and seen not in {"", standing.digest}:
        raise StaleRevisionError
    # No database keeps NUL, and no page shows it.
    text = text.replace("\r\n", "\n").replace("\0", "").strip() + "\n"
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
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs edit this text.")
    must(statement.state != State.PUBLISHED, "Begin a correction first.")
    standing = Standing(statement)
    text, offered = follow(standing.text, standing.facts_then, standing.facts)
    revision = _append(
        standing, text, as_json(standing.facts), by=by, based_on=based_on
    )
    if statement.state == State.WITH_CO_CHAIRS:
        mail.awaited(statement, _new_seats(standing), by)
    return revision, offered


def _append(standing: Standing, text, facts, *, by: User, based_on: int) -> Revision:
    problem = excess(text)
    must(not problem, problem)
    statement = standing.statement
    voided = [seat for seat in standing.seats if seat.clearance]
    revision = statement.revise(text, facts=facts, author=by, based_on=based_on)
    _settle(statement, by)
    mail.voided(statement, voided, by)
    return revision


def _new_seats(standing: Standing) -> list[Seat]:
    """Return the seats that the facts of the text did not have: nobody told them yet."""
    held = {party.name for party in events.chairing(standing.facts_then.meetings)}
    return [seat for seat in standing.seats if seat.party.name not in held]


def _settle(statement: Statement, by: User) -> None:
    """Bring a changed text back to the co-chairs, unless all have cleared these words."""
    if statement.state not in Statement.BEFORE_CO_CHAIRS:
        return
    cleared = Standing(statement).is_cleared
    if cleared and statement.state != State.CLEARED:
        move(statement, State.CLEARED, f"Back to the cleared text by {by}")
    elif not cleared and statement.state == State.CLEARED:
        move(statement, State.WITH_CO_CHAIRS, f"Changed by {by}")


@transaction.atomic
def rescope(
    statement: Statement,
    *,
    meetings: Iterable[Meeting],
    by: User,
    seen: str = "",
    **style: str,
) -> bool:
    """Let a draft cover ``meetings`` and be written in ``style``; False if it did.

    The text stays: it follows on request, as after any change of the record. ``seen`` is
    the scope that was chosen on.
    """
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs change this.")
    must(
        statement.state != State.PUBLISHED,
        "This text is published. Begin a correction to change it.",
    )
    must(
        seen in {"", scope_of(statement)},
        "Somebody has changed scope or style since you opened that page, so nothing was "
        "saved. Look at it as it stands now, and choose again.",
    )
    must(
        may_publish(by)
        or statement.published_on is None
        or style.get("title", statement.title) == statement.title,
        "The title stands above what is published: ask the RSO to change it.",
    )
    wanted = set(meetings)
    must(bool(wanted), "Choose at least one meeting.")
    changed = cover(statement, wanted, **style)
    if changed:
        update_change_reason(statement, f"Scope or style changed by {by}"[:100])
    return changed


@transaction.atomic
def accept_finding(
    statement: Statement, finding: Finding, *, reason: str, by: User
) -> AcceptedFinding:
    """Accept a finding of the check, with the reason why the text is right."""
    # Locked, or the slower of two would hear of the other from the database alone.
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs accept findings.")
    accepted = AcceptedFinding(
        statement=statement,
        kind=finding.kind,
        says=finding.says,
        record=finding.record,
        reason=reason.strip(),
        author=by,
    )
    saved(accepted)
    return accepted


@transaction.atomic
def reopen_finding(accepted: AcceptedFinding, *, by: User) -> None:
    """Take an acceptance back: the finding is open again, and blocks if it is an error."""
    statement = locked(accepted.statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs do this.")
    for still in statement.accepted_findings.filter(pk=accepted.pk):
        still.delete()


@transaction.atomic
def comment(statement: Statement, passage: str, text: str, *, by: User) -> Comment:
    """Remark on a paragraph of the latest revision."""
    must(may_draft(by, statement), "Only the RSO and the co-chairs comment.")
    revision = statement.revisions.last()
    must(revision is not None, "Save a first revision before you comment on it.")
    remark = Comment(
        statement=statement,
        revision=revision,
        passage=passage,
        text=text.strip(),
        author=by,
    )
    saved(remark)
    return remark


@transaction.atomic
def resolve(remark: Comment, *, by: User) -> None:
    """Close a comment; again on a closed one changes nothing."""
    must(
        may_draft(by, locked(remark.statement)),
        "Only the RSO and the co-chairs do this.",
    )
    remark.refresh_from_db()
    if remark.resolved_at is None:
        remark.resolved_at, remark.resolved_by = timezone.now(), by
        remark.save()
