"""Who may do what. Pages, the admin and templates ask here; queries ask ``visible_to``."""

from django.db.models import QuerySet
from django.utils import timezone

from .models import Body, ChairTerm, Statement


def is_active(user) -> bool:
    return user.is_authenticated and user.is_active


def may_edit_record(user) -> bool:
    """Staff of the Regional Support Office enter and correct the record."""
    return is_active(user) and user.is_staff


def may_import_attendance(user) -> bool:
    """Staff who may change attendance may read it in from spreadsheets and undo that."""
    return may_edit_record(user) and user.has_perm("meetings.change_attendance")


def may_see_drafts(user) -> bool:
    """Staff, and whoever's party chairs a body today; of which statements, the query says."""
    return may_edit_record(user) or chaired_bodies(user).exists()


def chaired_bodies(user) -> QuerySet[Body]:
    """The bodies that the user's party chairs today."""
    if not (is_active(user) and user.party_id):
        return Body.objects.none()
    terms = ChairTerm.objects.filter(party=user.party_id).on(timezone.localdate())
    return Body.objects.filter(pk__in=terms.values("body"))


def may_draft(user, statement: Statement) -> bool:
    """The RSO, those who chair a body of the meetings covered, and those with a seat."""
    if may_edit_record(user):
        return True
    return Statement.objects.drafted_by(user).contains(statement)


def may_clear(user, seats) -> bool:
    """Whoever speaks for a party with a seat; staff do so by letter alone."""
    if not (is_active(user) and user.party) or user.is_staff:
        return False
    return any(seat.party.name == user.party.name for seat in seats)


def may_publish(user) -> bool:
    """The RSO puts the cleared text on the site."""
    return may_edit_record(user)
