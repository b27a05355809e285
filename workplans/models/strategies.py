from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from meetings.models import Body, Meeting
from meetings.models.provenance import Sourced


class Strategy(Sourced):
    """A strategy for cooperation that work plans serve. Years are inclusive."""

    title = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    body = models.ForeignKey(Body, models.PROTECT, related_name="strategies")
    since_year = models.PositiveSmallIntegerField()
    until_year = models.PositiveSmallIntegerField(null=True, blank=True)
    endorsed_at = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies_endorsed",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["-since_year", "title"]
        verbose_name_plural = "strategies"
        constraints = [
            models.CheckConstraint(
                name="strategy_ends_after_it_begins",
                condition=Q(until_year=None) | Q(until_year__gte=F("since_year")),
                violation_error_message="A strategy cannot end before it begins.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workplans:strategy-detail", args=[self.slug])


class StrategyArea(models.Model):
    """One of a strategy's areas of cooperation, numbered as printed."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="areas")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)

    history = HistoricalRecords()

    class Meta:
        ordering = ["strategy", "number"]
        constraints = [
            models.UniqueConstraint(
                name="strategy_area_number_once",
                fields=["strategy", "number"],
                violation_error_message="This number is taken.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
