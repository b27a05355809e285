"""How a draft becomes a published text: clearances, comments, editions."""

import hashlib
import json
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .parties import Party
from .statements import Revision, Statement


def digest(text: str, facts: dict) -> str:
    """Return the hash that a clearance is of: this exact text on these exact facts."""
    told = json.dumps([text, facts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()


MAX_LETTER = 10 << 20
_BEGINNINGS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}


def letter_path(clearance: "Clearance", name: str) -> str:
    """Return where a scan is kept: under a name that nobody can guess."""
    return f"letters/{uuid4().hex}{PurePath(name).suffix.lower()}"


def check_scan(file) -> None:
    """Raise ValidationError for a file that is no scan, whatever it is called."""
    if file.size > MAX_LETTER:
        raise ValidationError(
            f"This scan is larger than {MAX_LETTER >> 20} MB. Scan the letter in grey, or "
            "at 200 dots an inch."
        )
    beginning = _BEGINNINGS.get(PurePath(file.name).suffix.lower())
    file.seek(0)
    read = file.read(8)
    file.seek(0)
    if beginning and not read.startswith(beginning):
        raise ValidationError(
            "This file is not what its name says. Choose the scan of the letter, as PDF, "
            "PNG or JPEG."
        )


class Clearance(models.Model):
    """A seat's agreement to one exact text. Never changed; of another text it is void.

    Whether it counts is not stored: it does while the digest is that of the text and the
    facts as they stand.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="clearances")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="clearances")
    seat = models.ForeignKey(Party, models.PROTECT, related_name="clearances")
    digest = models.CharField(max_length=64, editable=False)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="clearances"
    )
    cleared_at = models.DateTimeField(auto_now_add=True)
    by_letter = models.BooleanField(default=False)
    letter = models.FileField(
        "letter received",
        upload_to=letter_path,
        blank=True,
        validators=[
            FileExtensionValidator([ending[1:] for ending in _BEGINNINGS]),
            check_scan,
        ],
    )
    signed_by = models.CharField("letter signed by", max_length=150, blank=True)

    class Meta:
        ordering = ["statement", "cleared_at"]
        constraints = [
            models.UniqueConstraint(
                name="clearance_once_a_seat_and_text",
                fields=["statement", "seat", "digest"],
                violation_error_message="This seat has cleared this text already.",
            ),
            models.UniqueConstraint(
                name="clearance_one_person_one_seat",
                fields=["statement", "digest", "cleared_by"],
                condition=Q(by_letter=False),
                violation_error_message="You have cleared this text for another seat.",
            ),
            models.CheckConstraint(
                name="clearance_by_letter_has_the_letter",
                condition=Q(by_letter=False, letter="", signed_by="")
                | (Q(by_letter=True) & ~Q(letter="") & ~Q(signed_by="")),
                violation_error_message=(
                    "A clearance by letter needs the scan and who signed it, and only that."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} clears {self.revision}"


class Comment(models.Model):
    """A remark on a paragraph. It stays with the paragraph while its words are there."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="comments")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="comments")
    passage = models.TextField(help_text="The paragraph as it stood.")
    text = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="comments_resolved",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["statement", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="comment_resolved_by_somebody",
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                violation_error_message="A resolved comment says when and by whom.",
            ),
            models.CheckConstraint(
                name="comment_is_not_empty",
                condition=~Q(text=""),
                violation_error_message="Write the comment first.",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class AcceptedFinding(models.Model):
    """A finding of the check that somebody accepts, and why.

    It is the same finding while kind, words and record are: a new slip in the same place
    is a new finding.
    """

    statement = models.ForeignKey(
        Statement, models.CASCADE, related_name="accepted_findings"
    )
    kind = models.CharField(max_length=40)
    says = models.TextField()
    record = models.TextField()
    reason = models.CharField(max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="accepted_findings"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["statement", "created_at"]
        constraints = [
            models.UniqueConstraint(
                name="finding_accepted_once",
                fields=["statement", "kind", "says", "record"],
                violation_error_message="This finding has been accepted already.",
            ),
            models.CheckConstraint(
                name="finding_accepted_for_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why the text is right as it stands.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.says}: {self.reason}"


class Edition(models.Model):
    """A published text with everything it was made from, frozen. The last one counts."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="editions")
    html = models.TextField(help_text="The document as published.")
    pdf = models.BinaryField()
    record = models.BinaryField(help_text="The JSON that the PDF carries.")
    cleared_by = models.JSONField(help_text="Each seat, who cleared it and when.")
    reason = models.CharField(
        max_length=500, blank=True, help_text="Why it corrects the edition before."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="editions"
    )
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["statement", "number"]
        get_latest_by = "number"
        constraints = [
            models.UniqueConstraint(
                name="edition_number_once_a_statement",
                fields=["statement", "number"],
                violation_error_message="Somebody published this edition first.",
            ),
            models.CheckConstraint(
                name="edition_correction_has_a_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message="A correction says publicly why it was made.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement}, edition {self.number}"
