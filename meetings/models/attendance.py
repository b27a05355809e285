from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from meetings.facts import Capacity, Level

from .meetings import Meeting
from .parties import Party
from .people import Person
from .visibility import seen_by

CAPACITIES = [
    (Capacity.MEMBER.value, "Member of a convening body"),
    (Capacity.BALI_PROCESS_MEMBER.value, "Bali Process member, as observer"),
    (Capacity.BALI_PROCESS_OBSERVER.value, "Bali Process observer"),
    (Capacity.CIVIL_SOCIETY.value, "Civil society"),
    (Capacity.PRIVATE_SECTOR.value, "Private sector"),
    (Capacity.ACADEMIC.value, "Academic"),
    (Capacity.REGIONAL_FORUM.value, "Regional forum or programme"),
    (Capacity.WORKSTREAM.value, "Bali Process workstream"),
    (Capacity.OTHER.value, "Other"),
]
LEVELS = [
    (Level.MINISTER.value, "Minister"),
    (Level.SENIOR_OFFICIAL.value, "Senior official"),
    (Level.OFFICIAL.value, "Official"),
    (Level.EXPERT.value, "Expert"),
]


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Those of meetings whose attendance ``user`` may see."""
        return self.filter(
            seen_by(user, "visibility", "attendance_visibility", meeting="meeting")
        )


class Attendance(models.Model):
    """A party at a meeting, present or with apologies.

    Capacity is not a field: it follows from the memberships on the meeting's first day
    (``facts.derive_capacity``). An override says why it stands apart.
    """

    class Presence(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        ONLINE = "online", "Online"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    party = models.ForeignKey(Party, models.PROTECT, related_name="attendances")
    presence = models.CharField(
        max_length=9, choices=Presence, default=Presence.PRESENT
    )
    level = models.CharField(
        "level of representation", max_length=15, choices=LEVELS, blank=True
    )
    mode = models.CharField(max_length=9, choices=Mode, blank=True)
    delegation_size = models.PositiveSmallIntegerField(
        "number of delegates", null=True, blank=True
    )
    capacity_override = models.CharField(max_length=21, choices=CAPACITIES, blank=True)
    override_reason = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)

    objects = AttendanceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting", "party__sort_key"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                name="attendance_party_once_a_meeting",
                fields=["meeting", "party"],
                violation_error_message="This party is on the list already.",
            ),
            models.CheckConstraint(
                name="attendance_override_has_a_reason",
                condition=Q(capacity_override="", override_reason="")
                | (~Q(capacity_override="") & ~Q(override_reason="")),
                violation_error_message=(
                    "Give a reason for another capacity than the derived one, and only then."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} at {self.meeting}"


class Delegate(models.Model):
    """A named person of a delegation. Never shown to the public."""

    class Role(models.TextChoices):
        HEAD = "head", "Head of delegation"
        ALTERNATE = "alternate", "Alternate"
        DELEGATE = "delegate", "Delegate"
        ADVISER = "adviser", "Adviser"

    attendance = models.ForeignKey(Attendance, models.CASCADE, related_name="delegates")
    person = models.ForeignKey(Person, models.PROTECT, related_name="delegations")
    role = models.CharField(max_length=9, choices=Role, default=Role.DELEGATE)

    history = HistoricalRecords()

    class Meta:
        ordering = ["attendance", "person__name"]
        constraints = [
            models.UniqueConstraint(
                name="delegate_once_a_delegation",
                fields=["attendance", "person"],
                violation_error_message="This person is in the delegation already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.name}, {self.get_role_display().lower()}"

    def clean(self) -> None:
        super().clean()
        if self.attendance_id and self.person_id:
            self.person.refuse_other_party(self.attendance.party_id)
