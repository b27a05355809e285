"""Who may see what. The rule is kept in the query, so every page gives the same answer."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone


class Visibility(models.TextChoices):
    """How far something may be seen, widest first."""

    PUBLIC = "public", "Public"
    DELEGATES = "delegates", "Delegates"
    SECRETARIAT = "secretariat", "Secretariat and co-chairs"


def visibility_field(what: str) -> models.CharField:
    """Return the field that says who may see ``what``; delegates unless decided otherwise."""
    return models.CharField(
        max_length=11,
        choices=Visibility,
        default=Visibility.DELEGATES,
        help_text=f"Who may see {what}.",
    )


def seen_by(user, *levels: str, meeting: str = "") -> Q:
    """The condition under which ``user`` may see rows of a meeting.

    ``levels`` are the visibility fields that must all admit the user; ``meeting`` is the
    path from the row to its meeting ("" for a meeting itself). RSO staff see everything;
    whoever's party chairs a convening body today sees the secretariat's level as well.
    """
    prefix = f"{meeting}__" if meeting else ""
    if user.is_authenticated and user.is_active and user.is_staff:
        return Q()
    if not (user.is_authenticated and user.is_active):
        return Q(**{f"{prefix}{level}": Visibility.PUBLIC for level in levels})
    open_to_delegates = Q(
        **{
            f"{prefix}{level}__in": [Visibility.PUBLIC, Visibility.DELEGATES]
            for level in levels
        }
    )
    if user.party_id is None:
        return open_to_delegates
    return open_to_delegates | Q(_chaired(user, f"{prefix}pk"))


def _chaired(user, meeting_pk: str) -> Exists:
    # By name: both models use this module.
    chair_term = apps.get_model("meetings", "ChairTerm")
    convening = apps.get_model("meetings", "Convening")
    terms = chair_term.objects.filter(party=user.party_id).on(timezone.localdate())
    return Exists(
        convening.objects.filter(
            meeting=OuterRef(meeting_pk), body__in=terms.values("body")
        )
    )
