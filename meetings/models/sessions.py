from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .bodies import Body
from .meetings import Meeting
from .parties import Party
from .people import Person
from .provenance import Sourced
from .visibility import seen_by


class ContentQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Those of meetings whose content ``user`` may see."""
        return self.filter(
            seen_by(user, "visibility", "content_visibility", meeting="meeting")
        )

    def latest_first(self) -> Self:
        """By their meetings, the latest first, and in the order of each."""
        return self.order_by("-meeting__starts_on", "-meeting", "position", "pk")


class Session(Sourced):
    """A part of a meeting's agenda, in order."""

    class Kind(models.TextChoices):
        OPENING = "opening", "Opening"
        ADDRESS = "address", "Address"
        UPDATE = "update", "Update"
        PANEL = "panel", "Panel"
        PRESENTATION = "presentation", "Presentation"
        CASE_STUDY = "case_study", "Case study"
        DISCUSSION = "discussion", "Discussion"
        SMALL_GROUPS = "small_groups", "Small groups"
        SCENARIO = "scenario", "Scenario exercise"
        WORKSHOP = "workshop", "Workshop"
        PLENARY = "plenary", "Plenary"
        CLOSED = "closed", "Closed session"
        RETREAT = "retreat", "Retreat"
        SITE_VISIT = "site_visit", "Site visit"
        CLOSING = "closing", "Closing"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="sessions")
    position = models.PositiveSmallIntegerField("order", default=0)
    title = models.CharField(max_length=250)
    kind = models.CharField(max_length=12, choices=Kind)
    topics = models.CharField(
        max_length=500,
        blank=True,
        help_text="What it dealt with, as it would follow the word “on”.",
    )
    summary = models.TextField(
        blank=True, help_text="Whole sentences, as they may stand in a statement."
    )

    objects = ContentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its place on the page of its meeting, for good."""
        return f"{self.meeting.get_absolute_url()}#session-{self.pk}"


class Contribution(models.Model):
    """Who did what in a session, and in what capacity: New Zealand as DWG Co-Chair."""

    class Role(models.TextChoices):
        PRESENTER = "presenter", "Presenter"
        PANELLIST = "panellist", "Panellist"
        MODERATOR = "moderator", "Moderator"
        LEAD = "lead", "Lead"
        SPEAKER = "speaker", "Speaker"
        PARTICIPANT = "participant", "Participant"

    class Group(models.TextChoices):
        MEMBERS = "members", "Members"
        MEMBERS_AND_OBSERVERS = "members_and_observers", "Members and observers"
        DELEGATES = "delegates", "Delegates"
        CO_CHAIRS = "co_chairs", "Co-Chairs"

    class AsRole(models.TextChoices):
        CO_CHAIR = "co_chair", "Co-Chair"
        SENIOR_OFFICIAL_CO_CHAIR = (
            "senior_official_co_chair",
            "Senior Official Co-Chair",
        )
        CO_MANAGER = "co_manager", "Co-Manager"

    session = models.ForeignKey(Session, models.CASCADE, related_name="contributions")
    position = models.PositiveSmallIntegerField("order", default=0)
    role = models.CharField(max_length=11, choices=Role, default=Role.PRESENTER)
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    group = models.CharField(max_length=21, choices=Group, blank=True)
    unit = models.CharField(
        max_length=150,
        blank=True,
        help_text="The ministry or agency, when it is named.",
    )
    as_role = models.CharField("speaking as", max_length=24, choices=AsRole, blank=True)
    as_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="spoken_for"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["session", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="contribution_is_of_somebody",
                condition=Q(party__isnull=False)
                | Q(person__isnull=False)
                | ~Q(group=""),
                violation_error_message="Name a party, a person or a group.",
            ),
            models.CheckConstraint(
                name="contribution_speaks_as_a_role_of_a_body",
                condition=Q(as_role="", as_body=None)
                | (~Q(as_role="") & Q(as_body__isnull=False)),
                violation_error_message="Give both the role and the body spoken for.",
            ),
        ]

    def __str__(self) -> str:
        who = self.person or self.party or self.get_group_display()
        return f"{who} ({self.get_role_display().lower()})"

    def clean(self) -> None:
        super().clean()
        if self.person:
            self.person.refuse_other_party(self.party_id)


class Outcome(Sourced):
    """What a meeting endorsed, agreed, noted or asked for."""

    class Kind(models.TextChoices):
        ENDORSED = "endorsed", "Endorsed"
        AGREED = "agreed", "Agreed"
        NOTED = "noted", "Noted"
        REQUESTED = "requested", "Requested"
        ANNOUNCED = "announced", "Announced"
        PRIORITY = "priority", "Priority"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"
        SUPERSEDED = "superseded", "Superseded"
        NOT_TRACKED = "", "Not tracked"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="outcomes")
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="outcomes"
    )
    position = models.PositiveSmallIntegerField("order", default=0)
    kind = models.CharField(max_length=9, choices=Kind)
    text = models.CharField(
        max_length=600,
        help_text="As it would follow the verb: “the Forward Work Plan”.",
    )
    asked_of = models.ManyToManyField(Party, blank=True, related_name="outcomes_asked")
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        "state afterwards", max_length=10, choices=State, blank=True, default=""
    )

    objects = ContentQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[asked_of])

    class Meta:
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place on the page of its meeting, for good."""
        return f"{self.meeting.get_absolute_url()}#outcome-{self.pk}"

    def clean(self) -> None:
        super().clean()
        if (
            self.session
            and self.meeting_id
            and self.session.meeting_id != self.meeting_id
        ):
            raise ValidationError({"session": "This session is of another meeting."})
