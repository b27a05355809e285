from typing import Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .bodies import Body
from .parties import Kind as PartyKind
from .parties import Party
from .provenance import Sourced
from .visibility import Visibility, seen_by, visibility_field


class Series(models.Model):
    """A run of numbered meetings: the WG-TIP Annual Meetings."""

    name = models.CharField(max_length=150, unique=True)
    slug = models.SlugField(max_length=150, unique=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name


class GatheringQuerySet(models.QuerySet):
    def with_days(self) -> Self:
        """Annotate ``starts_on`` and ``ends_on``: the days of its meetings, inclusive."""
        rows = Meeting.objects.filter(gathering=OuterRef("pk")).order_by()
        days = rows.values("gathering").annotate(
            first=Min("starts_on"), last=Max("ends_on")
        )
        return self.annotate(
            starts_on=Subquery(days.values("first")),
            ends_on=Subquery(days.values("last")),
        )

    def visible_to(self, user) -> Self:
        """Those with a meeting that ``user`` may see; staff see empty ones as well."""
        if user.is_authenticated and user.is_active and user.is_staff:
            return self
        meetings = Meeting.objects.visible_to(user).filter(gathering=OuterRef("pk"))
        return self.filter(models.Exists(meetings))


class Gathering(Sourced):
    """A joint week: several meetings of several bodies with one host.

    Its days and bodies follow from its meetings.
    """

    title = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=150, unique=True)
    host = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="gatherings_hosted"
    )
    theme = models.CharField(max_length=300, blank=True)

    objects = GatheringQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:gathering-detail", args=[self.slug])


class MeetingKind(models.TextChoices):
    ANNUAL_MEETING = "annual_meeting", "Annual meeting"
    REGIONAL_EVENT = "regional_event", "Regional event"
    COMMEMORATIVE_DIALOGUE = "commemorative_dialogue", "Commemorative dialogue"
    MINISTERIAL_CONFERENCE = "ministerial_conference", "Ministerial conference"
    SENIOR_OFFICIALS = "senior_officials", "Senior officials' meeting"
    STEERING_GROUP = "steering_group", "Steering group"
    AD_HOC_GROUP = "ad_hoc_group", "Ad hoc group"
    EXPERT_GROUP = "expert_group", "Expert group"
    WORKSHOP = "workshop", "Workshop"
    ROUNDTABLE = "roundtable", "Roundtable"
    TRAINING = "training", "Training"
    CONSULTATION = "consultation", "Consultation"
    FORUM = "forum", "Forum"
    DIALOGUE = "dialogue", "Dialogue"
    ENGAGEMENT_FUNCTION = "engagement_function", "Engagement function"
    JOINT_PERIOD_OF_ACTION = "joint_period_of_action", "Joint period of action"
    TABLETOP_EXERCISE = "tabletop_exercise", "Tabletop exercise"
    SITE_VISIT = "site_visit", "Site visit"


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Those whose existence ``user`` may know of."""
        return self.seen_at(user, "visibility")

    def seen_at(self, user, *levels: str) -> Self:
        """Those whose named visibility fields all admit ``user``."""
        return self.filter(seen_by(user, *levels))

    def known_to_delegates(self) -> Self:
        """Those held whose existence every delegate may know of, with their bodies."""
        levels = [Visibility.PUBLIC, Visibility.DELEGATES]
        held = self.filter(visibility__in=levels, starts_on__isnull=False)
        return held.prefetch_related("bodies")

    def with_attendance_count(self) -> Self:
        """Annotate ``attendance_count``: parties present, never persons.

        A subquery, not a join: a join would count again what a filter joins.
        """
        attendance = apps.get_model("meetings", "Attendance")
        present = attendance.objects.filter(
            meeting=OuterRef("pk"), presence=attendance.Presence.PRESENT
        ).order_by()
        counted = present.values("meeting").annotate(n=Count("pk")).values("n")
        return self.annotate(attendance_count=Coalesce(Subquery(counted), 0))


class Meeting(Sourced):
    """An event convened by one or more bodies. Days are calendar days at the venue.

    The number in its series is typed, never computed: sources disagree on ordinals.
    """

    Kind = MeetingKind

    class Precision(models.TextChoices):
        DAY = "day", "Days are known"
        MONTH = "month", "Only the month is known"
        YEAR = "year", "Only the year is known"

    class Format(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        VIRTUAL = "virtual", "Virtual"
        HYBRID = "hybrid", "Hybrid"
        OPERATION = "operation", "Operation"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        POSTPONED = "postponed", "Postponed"
        CANCELLED = "cancelled", "Cancelled"

    class ListStatus(models.TextChoices):
        COMPLETE = "complete", "Complete"
        PARTIAL = "partial", "Partial: some attended who are not listed"
        NONE = "none", "No list published"

    title = models.CharField(max_length=250)
    slug = models.SlugField(max_length=150, unique=True)
    kind = models.CharField(max_length=30, choices=Kind)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    number = models.PositiveSmallIntegerField(
        "number in the series", null=True, blank=True, help_text="As the source counts."
    )
    theme = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    precision = models.CharField(
        "precision of the dates", max_length=5, choices=Precision, default=Precision.DAY
    )
    city = models.CharField(max_length=100, blank=True)
    country = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_in_country",
        limit_choices_to={"kind": PartyKind.STATE},
    )
    format = models.CharField(max_length=9, choices=Format, blank=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.HELD)
    bodies = models.ManyToManyField(Body, through="Convening", related_name="meetings")
    gathering = models.ForeignKey(
        Gathering, models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    summary = models.TextField(blank=True)
    list_status = models.CharField(
        "attendance list", max_length=8, choices=ListStatus, default=ListStatus.COMPLETE
    )
    visibility = visibility_field("that the meeting takes place")
    attendance_visibility = visibility_field("who attends")
    content_visibility = visibility_field("sessions, outcomes and documents")

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = [F("starts_on").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="A meeting cannot end before it begins.",
            ),
            models.CheckConstraint(
                name="meeting_has_both_days_or_neither",
                condition=Q(starts_on=None, ends_on=None)
                | Q(starts_on__isnull=False, ends_on__isnull=False),
                violation_error_message=(
                    "Give the first and the last day (the same for one day), or neither."
                ),
            ),
            models.CheckConstraint(
                name="meeting_held_has_a_day",
                condition=~Q(status="held") | Q(starts_on__isnull=False),
                violation_error_message="A meeting that was held needs its days.",
            ),
            models.CheckConstraint(
                name="meeting_number_needs_a_series",
                condition=Q(number=None) | Q(series__isnull=False),
                violation_error_message="A number needs the series it counts in.",
            ),
        ]
        indexes = [
            models.Index(fields=["starts_on"], name="meeting_starts_on"),
            models.Index(fields=["kind"], name="meeting_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting-detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.country_id and self.country.kind != PartyKind.STATE:
            raise ValidationError({"country": "The country must be a state."})


class Convening(models.Model):
    """A body's part in a meeting.

    Members of either role's body attend as members; a statement speaks for the bodies
    that convene, while a co-host lends its name to the one event.
    """

    class Role(models.TextChoices):
        CONVENES = "convenes", "Convenes"
        CO_HOSTS = "co_hosts", "Co-hosts"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="convenings")
    body = models.ForeignKey(Body, models.PROTECT, related_name="convenings")
    role = models.CharField(max_length=8, choices=Role, default=Role.CONVENES)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="convening_body_once_a_meeting",
                fields=["meeting", "body"],
                violation_error_message="This body is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.get_role_display().lower()} {self.meeting}"
