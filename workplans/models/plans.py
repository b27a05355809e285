from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from meetings.models import Body, Meeting
from meetings.models.provenance import Sourced

from .strategies import Strategy


class WorkPlan(Sourced):
    """A body's plan for some years, inclusive. A living document: see its versions."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=100, unique=True)
    body = models.ForeignKey(Body, models.PROTECT, related_name="work_plans")
    since_year = models.PositiveSmallIntegerField()
    until_year = models.PositiveSmallIntegerField(null=True, blank=True)
    strategy = models.ForeignKey(
        Strategy, models.PROTECT, null=True, blank=True, related_name="work_plans"
    )
    endorsed_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="plans_endorsed"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["body", "-since_year"]
        constraints = [
            models.CheckConstraint(
                name="work_plan_ends_after_it_begins",
                condition=Q(until_year=None) | Q(until_year__gte=F("since_year")),
                violation_error_message="A plan cannot end before it begins.",
            ),
            models.UniqueConstraint(
                name="work_plan_title_once_a_body",
                fields=["body", "title"],
                violation_error_message="This body already has a plan of that title.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body.abbreviation}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("workplans:plan-detail", args=[self.slug])


class PlanVersion(Sourced):
    """The plan as adopted on a day. An amendment is the next version, not an edit."""

    plan = models.ForeignKey(WorkPlan, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    adopted_on = models.DateField(null=True, blank=True)
    adopted_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="versions_adopted"
    )
    reason = models.CharField(
        max_length=300, blank=True, help_text="What the amendment is for."
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["plan", "number"]
        get_latest_by = "number"
        constraints = [
            models.UniqueConstraint(
                name="plan_version_number_once",
                fields=["plan", "number"],
                violation_error_message="This version is there already.",
            ),
            models.CheckConstraint(
                name="plan_versions_start_at_one",
                condition=Q(number__gte=1),
                violation_error_message="Versions are numbered from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, version {self.number}"


class PriorityArea(models.Model):
    """One of a version's areas, under which items stand, numbered as printed."""

    version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="areas")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)

    history = HistoricalRecords()

    class Meta:
        ordering = ["version", "number"]
        constraints = [
            models.UniqueConstraint(
                name="priority_area_number_once",
                fields=["version", "number"],
                violation_error_message="This number is taken.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
