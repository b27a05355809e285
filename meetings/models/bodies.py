from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .parties import Party
from .people import Person
from .periods import SINCE, NoOverlap, PeriodQuerySet, ends_after_it_begins
from .provenance import Sourced


class Body(Sourced):
    """A forum, group, office or conference of the Bali Process."""

    abbreviation = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(
        max_length=100, help_text="What texts call it once introduced: Working Group."
    )
    slug = models.SlugField(max_length=30, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    members_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lends_members_to",
        help_text="The body whose members are members here too: the Bali Process, for "
        "its ministerial conference.",
    )
    party = models.OneToOneField(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="body",
        help_text="The party that it is when it attends meetings of others.",
    )
    mandate = models.TextField(blank=True)
    established = models.CharField(max_length=100, blank=True)
    ended = models.CharField(max_length=100, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["abbreviation"]
        verbose_name_plural = "bodies"
        constraints = [
            models.CheckConstraint(
                name="body_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_message="A body cannot be its own parent.",
            ),
            models.CheckConstraint(
                name="body_has_not_its_own_members",
                condition=Q(members_from=None) | ~Q(members_from=F("id")),
                violation_error_message="A body cannot take its members from itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.abbreviation

    def get_absolute_url(self) -> str:
        return reverse("meetings:body-detail", args=[self.slug])


class BodyName(models.Model):
    """A name or abbreviation under which a body is or was known."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [
            ends_after_it_begins("body_name_ends_after_it_begins", "A name"),
            models.UniqueConstraint(
                name="body_name_once",
                fields=["body", "name"],
                violation_error_message="This name is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Sourced):
    """A party's status in a body, from ``since`` to ``until`` inclusive, either open.

    A change of status is a new row, never an edit: history is what we keep.
    """

    class Status(models.TextChoices):
        MEMBER = "member", "Member"
        OBSERVER = "observer", "Observer"

    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships")
    party = models.ForeignKey(Party, models.PROTECT, related_name="memberships")
    status = models.CharField(max_length=8, choices=Status, default=Status.MEMBER)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["body", "party__sort_key", SINCE]
        constraints = [
            ends_after_it_begins("membership_ends_after_it_begins", "A membership"),
            NoOverlap(
                name="membership_one_status_a_day",
                fields=["body", "party"],
                violation_error_message=(
                    "This party already has a membership of the body in that period: "
                    "end the earlier one first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} in {self.body} ({self.get_status_display().lower()})"


class ChairTerm(Sourced):
    """A party's chairing of a body, and who does it, ``since`` to ``until`` inclusive.

    The party may be an organisation: IOM has co-chaired TEG-RR.
    """

    class Role(models.TextChoices):
        CO_CHAIR = "co_chair", "Co-Chair"
        BUSINESS_CO_CHAIR = "business_co_chair", "Business Co-Chair"
        CO_MANAGER = "co_manager", "Co-Manager"
        COORDINATOR = "coordinator", "Coordinator"

    body = models.ForeignKey(Body, models.PROTECT, related_name="chair_terms")
    party = models.ForeignKey(Party, models.PROTECT, related_name="chair_terms")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="chair_terms"
    )
    role = models.CharField(max_length=17, choices=Role, default=Role.CO_CHAIR)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["body", "party__sort_key", SINCE]
        constraints = [
            ends_after_it_begins("chair_term_ends_after_it_begins", "A chair term"),
            NoOverlap(
                name="chair_term_one_of_a_party",
                fields=["body", "party", "role"],
                violation_error_message=(
                    "This party already chairs the body in that period: "
                    "end the earlier term first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}, {self.get_role_display()} of {self.body}"

    def clean(self) -> None:
        super().clean()
        if self.person:
            self.person.refuse_other_party(self.party_id)
