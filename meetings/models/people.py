from datetime import date
from typing import Optional

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from .parties import Party
from .periods import SINCE, NoOverlap, PeriodQuerySet, ends_after_it_begins
from .provenance import Sourced


class Person(Sourced):
    """A named official of a party. The title printed is the one held on the day."""

    name = models.CharField(max_length=150)
    honorific = models.CharField(max_length=20, blank=True, help_text="Mr, Ms, Dr.")
    party = models.ForeignKey(Party, models.PROTECT, related_name="people")
    slug = models.SlugField(max_length=150, unique=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                name="person_once_in_a_party",
                fields=["name", "party"],
                violation_error_message="This party already has a person of that name.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.party.name})"

    def appointment_on(self, day: date) -> Optional["Appointment"]:
        """The appointment held on ``day``, None when none is recorded."""
        return self.appointments.on(day).first()

    def refuse_other_party(self, party_id: int | None) -> None:
        """Raise ValidationError on the field ``person`` unless it is of that party.

        Without a party, which somebody has still to choose, there is nothing to refuse.
        """
        if party_id and self.party_id != party_id:
            raise ValidationError({"person": "This person belongs to another party."})


class PersonAlias(models.Model):
    """Another spelling of a person's name, as sources print it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=150)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "person aliases"
        constraints = [
            models.UniqueConstraint(
                name="person_alias_once",
                fields=["person", "name"],
                violation_error_message="This alias is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Appointment(Sourced):
    """A title held from ``since`` to ``until``, both inclusive, either open.

    A change of title is a new row, never an edit: old statements print the old one.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments")
    title = models.CharField(
        max_length=200, help_text="Director for Peace and Security"
    )
    unit = models.CharField(max_length=200, blank=True, help_text="Division or branch.")
    ministry = models.CharField(
        max_length=200, blank=True, help_text="Ministry of Foreign Affairs"
    )
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["person", SINCE]
        constraints = [
            ends_after_it_begins("appointment_ends_after_it_begins", "An appointment"),
            NoOverlap(
                name="appointment_one_at_a_time",
                fields=["person"],
                violation_error_message=(
                    "This person already has an appointment in that period: "
                    "end the earlier one first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.title, self.unit, self.ministry]))
