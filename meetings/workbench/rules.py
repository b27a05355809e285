"""What the verbs share: the row held, the rule that refuses, the step in the history."""

from django.core.exceptions import ValidationError
from simple_history.utils import update_change_reason

from meetings.models import Coverage, Meeting, Statement, digest

from .standing import Standing


class RefusedError(Exception):
    """The step is not possible; the message says why and what to do."""


def locked(statement: Statement) -> Statement:
    """Return the row as it stands, held against others until the transaction ends."""
    return Statement.objects.select_for_update().get(pk=statement.pk)


def move(statement: Statement, state: str, reason: str) -> None:
    statement.state = state
    statement.save()
    update_change_reason(statement, reason[:100])


def unblocked(standing: Standing) -> None:
    if standing.blockers:
        raise RefusedError(" ".join(standing.blockers))


def must(condition: bool, otherwise: str) -> None:
    if not condition:
        raise RefusedError(otherwise)


def scope_of(statement: Statement) -> str:
    """Return what tells whether scope and style are still those that a form showed."""
    covered = statement.coverages.order_by("meeting").values_list("meeting", flat=True)
    style = statement.title, statement.house_style, statement.name_form, statement.annex
    return digest("\n".join(style), {"meetings": list(covered)})


def cover(statement: Statement, wanted: set[Meeting], **style: str) -> bool:
    """Let a statement cover the meetings ``wanted`` in ``style``; False if it did."""
    changed = any(getattr(statement, name) != value for name, value in style.items())
    for name, value in style.items():
        setattr(statement, name, value)
    for coverage in statement.coverages.exclude(meeting__in=wanted):
        coverage.delete()
        changed = True
    covered = set(statement.meetings.all())
    for meeting in sorted(wanted - covered, key=lambda one: one.pk):
        saved(Coverage(statement=statement, meeting=meeting))
        changed = True
    if changed:
        saved(statement)
    return changed


def saved(row) -> None:
    """Save what passes validation; its plain words are the refusal."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    row.save()
