from typing import Self

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .bodies import Body
from .meetings import Meeting
from .provenance import Sourced
from .visibility import seen_by, visibility_field


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Those that ``user`` may see by their own level and by their meeting's."""
        return self.filter(
            seen_by(user, "visibility", "content_visibility", meeting="meeting"),
            self._own_level(user),
        )

    @staticmethod
    def _own_level(user) -> Q:
        if user.is_authenticated and user.is_active:
            return Q() if user.is_staff else ~Q(visibility="secretariat")
        return Q(visibility="public")


class Document(Sourced):
    """A paper of a meeting: agenda, concept note, published statement, page."""

    class Kind(models.TextChoices):
        AGENDA = "agenda", "Agenda"
        STATEMENT = "statement", "Co-chair statement"
        SUMMARY = "summary", "Summary"
        PRESENTATION = "presentation", "Presentation"
        WEB_PAGE = "web_page", "Web page"
        OTHER = "other", "Other"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="documents")
    title = models.CharField(max_length=250)
    kind = models.CharField(max_length=12, choices=Kind)
    url = models.URLField("address", max_length=500, blank=True)
    file = models.FileField(
        upload_to="documents/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "docx", "pptx", "xlsx", "txt"])],
    )
    dated_on = models.DateField(null=True, blank=True)
    visibility = visibility_field("the document")

    objects = DocumentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting", "kind", "title"]
        constraints = [
            models.CheckConstraint(
                name="document_has_an_address_or_a_file",
                condition=~Q(url="") | ~Q(file=""),
                violation_error_message="Give an address or a file.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Publication(Sourced):
    """A report, guide, brief or compendium of the Bali Process or the RSO."""

    class Kind(models.TextChoices):
        REPORT = "report", "Report"
        POLICY_GUIDE = "policy_guide", "Policy guide"
        POLICY_BRIEF = "policy_brief", "Policy brief"
        COMPENDIUM = "compendium", "Compendium"
        OTHER = "other", "Other"

    title = models.CharField(max_length=250, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    body = models.ForeignKey(Body, models.PROTECT, related_name="publications")
    year = models.PositiveSmallIntegerField()
    url = models.URLField("address", max_length=500, blank=True)
    launched_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="launches"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "title"]

    def __str__(self) -> str:
        return self.title
