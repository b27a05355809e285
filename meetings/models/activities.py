from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from .bodies import Body
from .meetings import Meeting
from .parties import Kind, Party
from .provenance import Sourced


class Activity(Sourced):
    """What an office such as the RSO does between meetings. Days are inclusive."""

    class Kind(models.TextChoices):
        DIALOGUE = "dialogue", "Multi-stakeholder dialogue"
        TRAINING = "training", "Training or workshop"
        MEETING = "meeting", "Contribution to a Bali Process meeting"
        EXTERNAL_EVENT = "external_event", "External event"
        MILESTONE = "milestone", "Milestone"

    body = models.ForeignKey(Body, models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=14, choices=Kind)
    title = models.CharField(max_length=250)
    year = models.PositiveSmallIntegerField()
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    city = models.CharField(max_length=100, blank=True)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="activities"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "-starts_on", "title"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                name="activity_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="An activity cannot end before it begins.",
            ),
            models.UniqueConstraint(
                name="activity_once_a_year",
                fields=["body", "year", "title"],
                violation_error_message="This activity is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.year and self.starts_on.year != self.year:
            raise ValidationError({"year": "The activity begins in another year."})


class TraineeCount(models.Model):
    """Practitioners of one state trained in an activity."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="trainees")
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        related_name="trainees",
        limit_choices_to={"kind": Kind.STATE},
    )
    practitioners = models.PositiveIntegerField(
        null=True, blank=True, help_text="Empty when only the total is known."
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["activity", "party__sort_key"]
        constraints = [
            models.UniqueConstraint(
                name="trainees_once_a_state",
                fields=["activity", "party"],
                violation_error_message="This state is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.practitioners or 'number not known'}"


class ActivityFigure(Sourced):
    """A yearly figure as an office states it: 348 practitioners trained in 2023."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=150)
    value = models.PositiveIntegerField()
    qualifier = models.CharField(max_length=30, blank=True, help_text="more than")
    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="figures"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="activity_figure_once_a_year",
                fields=["body", "year", "label"],
                violation_error_message="This figure is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.qualifier} {self.value} {self.label}".replace(
            "  ", " "
        )
