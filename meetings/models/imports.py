from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .meetings import Gathering, Meeting

KEPT = timedelta(days=14)
"""How long a preview waits to be confirmed: it holds the names of people."""


class ImportQuerySet(models.QuerySet):
    def abandoned(self) -> Self:
        """Previews that nobody confirmed in time."""
        return self.filter(
            state=Import.State.PREVIEWED, created_at__lt=timezone.now() - KEPT
        )

    def discard_abandoned(self) -> int:
        """Delete them, and return how many there were."""
        return self.abandoned().delete()[0]


class Import(models.Model):
    """A participant list from a file: previewed first, then applied, perhaps undone.

    What the file proposes, the answers of whoever imports it and the preview last shown
    are kept with it, so that nobody confirms anything but what was seen.
    """

    class State(models.TextChoices):
        PREVIEWED = "previewed", "Previewed: nothing is saved"
        APPLIED = "applied", "Imported"
        UNDONE = "undone", "Undone"

    file_name = models.CharField(max_length=255)
    sha256 = models.CharField("fingerprint of the file", max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="imports"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    gathering = models.ForeignKey(
        Gathering, models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    state = models.CharField(max_length=9, choices=State, default=State.PREVIEWED)
    lists = models.JSONField(help_text="The rows of the file, as they were read.")
    answers = models.JSONField(default=dict, blank=True)
    preview = models.JSONField(default=list, blank=True)
    written = models.JSONField(
        default=list,
        blank=True,
        help_text="Each record made or changed, before and after.",
    )
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imports_applied",
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="imports_undone",
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "import"
        constraints = [
            models.CheckConstraint(
                name="import_applied_by_somebody",
                condition=Q(state="previewed")
                | Q(applied_by__isnull=False, applied_at__isnull=False),
                violation_error_message="Say who imported the file, and when.",
            ),
            models.CheckConstraint(
                name="import_undone_by_somebody",
                condition=~Q(state="undone")
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                violation_error_message="Say who undid the import, and when.",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def target(self) -> Meeting | Gathering | None:
        """What the import was begun from; None when the file itself has to say."""
        return self.meeting or self.gathering

    @property
    def kept_until(self) -> datetime:
        """When the preview is discarded unless somebody confirms it."""
        return self.created_at + KEPT

    @property
    def left(self) -> list[dict]:
        """Records that undoing left as they were, each with its label and why."""
        return [each for each in self.written if "left" in each]
