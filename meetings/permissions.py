"""Who may do what. Pages, the admin and templates ask here; queries ask ``visible_to``."""

from django.db.models import QuerySet
from django.utils import timezone

from .models import Body, ChairTerm


def is_active(user) -> bool:
    return user.is_authenticated and user.is_active


def may_edit_record(user) -> bool:
    """Staff of the Regional Support Office enter and correct the record."""
    return is_active(user) and user.is_staff


def may_see_drafts(user) -> bool:
    """Staff, and whoever's party chairs a body today; of which statements, the query says."""
    return may_edit_record(user) or chaired_bodies(user).exists()


def chaired_bodies(user) -> QuerySet[Body]:
    """The bodies that the user's party chairs today."""
    if not (is_active(user) and user.party_id):
        return Body.objects.none()
    terms = ChairTerm.objects.filter(party=user.party_id).on(timezone.localdate())
    return Body.objects.filter(pk__in=terms.values("body"))
