from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from meetings.models import Meeting, Outcome, Party, Session
from meetings.models.provenance import Sourced

from .plans import PlanVersion, PriorityArea


class Status(models.TextChoices):
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    DELAYED = "delayed", "Delayed"
    COMPLETED = "completed", "Completed"
    SUPERSEDED = "superseded", "Superseded"
    DROPPED = "dropped", "Dropped"


class ActionItemQuerySet(models.QuerySet):
    def with_status(self) -> Self:
        """Annotate ``status``: that of the latest update, "not started" without one."""
        latest = ProgressUpdate.objects.filter(item=OuterRef("pk")).order_by(
            "-reported_on", "-pk"
        )
        return self.annotate(
            status=Coalesce(
                Subquery(latest.values("status")[:1]), Value(Status.NOT_STARTED)
            )
        )

    def unreported(self, today: date) -> Self:
        """Those that the last meeting of their body should have heard of, and did not.

        Items of a plan's latest version, while the plan runs, that are neither done nor
        given up. What was adopted at that meeting or after is not late yet.
        """
        held = Meeting.objects.filter(
            bodies=OuterRef("version__plan__body"),
            status=Meeting.Status.HELD,
            starts_on__lte=today,
        ).order_by("-starts_on")
        later = PlanVersion.objects.filter(
            plan=OuterRef("version__plan"), number__gt=OuterRef("version__number")
        )
        told = ProgressUpdate.objects.filter(
            item=OuterRef("pk"), reported_on__gte=OuterRef("last_met_on")
        )
        plan = "version__plan__until_year"
        return (
            self.with_status()
            .exclude(status__in=[Status.COMPLETED, Status.SUPERSEDED, Status.DROPPED])
            .annotate(last_met_on=Subquery(held.values("starts_on")[:1]))
            .filter(
                Q(**{plan: None}) | Q(**{f"{plan}__gte": today.year}),
                Q(version__adopted_on=None)
                | Q(version__adopted_on__lt=F("last_met_on")),
                ~Exists(later),
                ~Exists(told),
                last_met_on__isnull=False,
            )
        )


class ActionItem(Sourced):
    """What a version of a plan sets out to do, with its leads and measure."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="items")
    area = models.ForeignKey(
        PriorityArea, models.CASCADE, null=True, blank=True, related_name="items"
    )
    number = models.CharField(max_length=10, help_text="As printed: 2.3.")
    position = models.PositiveSmallIntegerField("order", default=0)
    text = models.CharField(max_length=500)
    leads = models.ManyToManyField(Party, blank=True, related_name="items_led")
    partners = models.ManyToManyField(Party, blank=True, related_name="items_supported")
    due = models.CharField(
        max_length=200,
        blank=True,
        help_text="As the plan says it: second half of 2025.",
    )
    due_on = models.DateField(null=True, blank=True)
    measure = models.CharField(max_length=300, blank=True)
    continues = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_by",
        help_text="The item of an earlier version or plan that this one carries on.",
    )
    sessions = models.ManyToManyField(Session, blank=True, related_name="action_items")
    outcomes = models.ManyToManyField(Outcome, blank=True, related_name="action_items")

    objects = ActionItemQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[leads, partners, sessions, outcomes])

    class Meta:
        ordering = ["version", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="action_item_number_once",
                fields=["version", "number"],
                violation_error_message="This number is taken.",
            ),
            models.CheckConstraint(
                name="action_item_does_not_continue_itself",
                condition=Q(continues=None) | ~Q(continues=F("id")),
                violation_error_message="An item cannot continue itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"

    def get_absolute_url(self) -> str:
        return f"{self.version.plan.get_absolute_url()}#item-{self.pk}"

    def clean(self) -> None:
        super().clean()
        if self.area and self.version_id and self.area.version_id != self.version_id:
            raise ValidationError({"area": "This area is of another version."})


class ProgressUpdate(Sourced):
    """What was reported of an item on a day. The latest gives the item its status."""

    item = models.ForeignKey(ActionItem, models.CASCADE, related_name="updates")
    reported_on = models.DateField()
    reported_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="progress_reports"
    )
    reported_by = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="progress_reports"
    )
    status = models.CharField("status after", max_length=11, choices=Status)
    text = models.CharField(max_length=600, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["item", "-reported_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_status_display()} on {self.reported_on:%-d %B %Y}"
