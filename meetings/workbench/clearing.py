"""From the draft to its seats, to the public, and to a correction.

Each verb is one transaction; each refuses in a sentence, saving nothing.
"""

from typing import NamedTuple

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from meetings.documents import export
from meetings.models import (
    Clearance,
    Edition,
    Meeting,
    Party,
    Statement,
    User,
    digest,
)
from meetings.permissions import may_clear, may_draft, may_publish
from meetings.statements import prose

from . import mail
from .rules import cover, locked, move, must, saved, unblocked
from .standing import Seat, Standing, from_json

State = Statement.State


class Letter(NamedTuple):
    """A clearance on paper: the scan, and who signed it."""

    scan: File
    signed_by: str


@transaction.atomic
def submit(statement: Statement, *, by: User) -> tuple[Seat, ...]:
    """Bring the draft before the co-chairs: every seat is told by mail.

    Returns the seats that are not, for nobody there has an account with an address.
    """
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs submit a draft.")
    must(statement.state == State.DRAFTING, "Only a draft can be submitted.")
    standing = Standing(statement)
    edition = statement.editions.select_related("revision").only("revision").last()
    must(
        edition is None
        or digest(edition.revision.text, edition.revision.facts) != standing.digest,
        "This is the text that is published: change it first, or give the correction up.",
    )
    unblocked(standing)
    move(statement, State.WITH_CO_CHAIRS, f"Submitted by {by}")
    if standing.is_cleared:  # before it was taken back
        move(statement, State.CLEARED, "Every seat had cleared this text")
        mail.cleared(statement, standing.seats)
    mail.awaited(statement, standing.awaited, by)
    return mail.unreachable(standing.awaited)


@transaction.atomic
def withdraw(statement: Statement, *, by: User) -> None:
    """Take a text back from the co-chairs into drafting."""
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs withdraw a text.")
    must(
        statement.state in Statement.BEFORE_CO_CHAIRS,
        "Only a text that is with the co-chairs can be withdrawn.",
    )
    move(statement, State.DRAFTING, f"Withdrawn by {by}")


@transaction.atomic
def clear(statement: Statement, *, by: User, digest: str) -> Clearance:
    """Clear, for the seat of ``by``, the exact text whose ``digest`` they saw."""
    statement = locked(statement)
    standing = Standing(statement)
    must(by.party is not None, "Your account belongs to no party, so to no seat.")
    must(may_clear(by, standing.seats), f"{by.party} has no seat in this statement.")
    return _cleared(standing, by.party, by, digest)


@transaction.atomic
def record_letter(
    statement: Statement, seat: Party, letter: Letter, *, by: User, digest: str
) -> Clearance:
    """Record a clearance that came by letter, with its scan. Only the RSO may."""
    statement = locked(statement)
    must(by.is_staff, "Only the RSO records a clearance received by letter.")
    standing = Standing(statement)
    seats = {held.party.name for held in standing.seats}
    must(seat.name in seats, f"{seat} has no seat in this statement.")
    signed = {"letter": letter.scan, "signed_by": letter.signed_by}
    return _cleared(standing, seat, by, digest, by_letter=True, **signed)


def _cleared(standing: Standing, seat: Party, by: User, digest: str, **letter):
    statement = standing.statement
    must(
        statement.state in Statement.BEFORE_CO_CHAIRS,
        "This text has not been submitted to the co-chairs.",
    )
    unblocked(standing)
    must(
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
    saved(clearance)
    now = Standing(statement)
    if now.is_cleared:
        move(statement, State.CLEARED, f"Cleared by {seat}, the last seat")
        mail.cleared(statement, now.seats)
    return clearance


@transaction.atomic
def publish(statement: Statement, *, by: User) -> Edition:
    """Freeze text, facts, HTML and PDF as the next edition. Only the RSO may.

    Raises: RefusedError; RenderError if no PDF can be made, and nothing is published.
    """
    statement = locked(statement)
    must(may_publish(by), "Only the RSO publishes a statement.")
    standing = Standing(statement)
    must(
        statement.state == State.CLEARED and standing.is_cleared,
        "Every seat must clear this very text first.",
    )
    unblocked(standing)
    # The facts that were cleared: what the record gained since is not in the text.
    document = export.published(standing.facts_then, standing.revision)
    edition = Edition(
        statement=statement,
        number=statement.editions.count() + 1,
        revision=standing.revision,
        html=document.html("file"),  # whole: no later stylesheet has a say in it
        pdf=document.render("pdf"),
        record=document.render("json"),
        cleared_by=[_told(seat) for seat in standing.seats],
        reason=statement.correction_reason,
        published_by=by,
    )
    saved(edition)
    statement.correction_reason = ""
    statement.published_on = statement.published_on or timezone.localdate()
    move(statement, State.PUBLISHED, f"Edition {edition.number} published by {by}")
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
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs begin a correction.")
    must(statement.state == State.PUBLISHED, "Only a published text is corrected.")
    must(bool(reason.strip()), "Say, for the public, why the text is corrected.")
    statement.correction_reason = reason.strip()[:500]
    move(statement, State.DRAFTING, f"Correction begun by {by}: {reason.strip()}")


@transaction.atomic
def abandon(statement: Statement, *, by: User) -> None:
    """Give a correction up: text, meetings and style are again those of the edition, which
    stays published."""
    statement = locked(statement)
    must(may_draft(by, statement), "Only the RSO and the co-chairs give it up.")
    edition = statement.editions.select_related("revision").only("revision").last()
    must(
        edition is not None and statement.state != State.PUBLISHED,
        "There is no correction to give up.",
    )
    standing, told = Standing(statement), edition.revision
    if digest(told.text, told.facts) != standing.digest:
        statement.revise(
            told.text, facts=told.facts, author=by, based_on=standing.number
        )
    facts = from_json(told.facts)
    covered = [meeting.slug for meeting in facts.meetings]
    meetings = set(Meeting.objects.filter(slug__in=covered))
    if meetings:
        style = {"house_style": facts.style.value, "name_form": facts.names.value}
        cover(statement, meetings, **style, annex=facts.annex.value)
    statement.correction_reason = ""
    move(statement, State.PUBLISHED, f"Correction given up by {by}")
