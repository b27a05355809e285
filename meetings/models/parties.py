from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .provenance import Sourced


class Kind(models.TextChoices):
    STATE = "state", "State"
    INTERNATIONAL_ORGANISATION = (
        "international_organisation",
        "International organisation",
    )
    CIVIL_SOCIETY = "civil_society", "Civil society"
    PRIVATE_SECTOR = "private_sector", "Private sector"
    ACADEMIC = "academic", "Academic"
    REGIONAL_FORUM = "regional_forum", "Regional forum or programme"
    WORKSTREAM = "workstream", "Bali Process workstream"
    OTHER = "other", "Other"


class PartyQuerySet(models.QuerySet):
    def known_as(self, name: str) -> Self:
        """Those of that name, abbreviation, running form, formal name or alias."""
        name = " ".join(name.split())
        return self.filter(
            Q(name__iexact=name)
            | Q(abbreviation__iexact=name)
            | Q(running_name__iexact=name)
            | Q(formal_name__iexact=name)
            | Q(aliases__name__iexact=name)
        ).distinct()


class Party(Sourced):
    """A state or an organisation: what attends, chairs and leads.

    Names are data: in intergovernmental text a wrong country name is not a typo.
    """

    Kind = Kind

    name = models.CharField(
        "list name", max_length=150, unique=True, help_text="As in lists: Viet Nam."
    )
    running_name = models.CharField(
        max_length=160,
        help_text="As in running text, with its article: the Philippines.",
    )
    formal_name = models.CharField(
        max_length=200, blank=True, help_text="As in titles: the Republic of Indonesia."
    )
    adjective = models.CharField(
        max_length=60, blank=True, help_text="Of its officials: Australian."
    )
    abbreviation = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=30, choices=Kind)
    sort_key = models.CharField(
        max_length=150, help_text="What lists are ordered by: philippines."
    )
    iso_code = models.CharField("ISO code", max_length=2, blank=True)
    un_system = models.BooleanField(
        "part of the UN system", default=False, help_text="Counted among UN agencies."
    )
    slug = models.SlugField(max_length=150, unique=True)

    objects = PartyQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["sort_key"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                name="party_abbreviation_unique",
                fields=["abbreviation"],
                condition=~Q(abbreviation=""),
                violation_error_message="Another party has this abbreviation.",
            ),
            models.UniqueConstraint(
                name="party_iso_code_unique",
                fields=["iso_code"],
                condition=~Q(iso_code=""),
                violation_error_message="Another party has this ISO code.",
            ),
            models.CheckConstraint(
                name="party_iso_code_only_for_states",
                condition=Q(iso_code="") | Q(kind=Kind.STATE),
                violation_error_message="Only a state has an ISO code.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:party-detail", args=[self.slug])


class PartyAlias(models.Model):
    """Another spelling under which a party is met: Vietnam, UAE, Lao PDR."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200, unique=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "party aliases"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        others = Party.objects.filter(name__iexact=self.name).exclude(pk=self.party_id)
        if others.exists():
            raise ValidationError({"name": "This is the list name of another party."})
