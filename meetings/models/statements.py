from typing import Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from meetings.facts import HouseStyle, NameForm, ParticipantAnnex

from .bodies import ChairTerm
from .meetings import Convening, Meeting
from .provenance import Sourced
from .visibility import seen_by


class StaleRevisionError(Exception):
    """Somebody revised the text first; nothing was saved."""


class StatementQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Published ones to all; drafts to those who draft them."""
        # A correction in the making takes nothing from what is published.
        return self.filter(Q(published_on__isnull=False) | _drafted_by(user))

    def drafted_by(self, user) -> Self:
        """Those that ``user`` may draft, and so reads before they are published.

        They are for the RSO, for whoever chairs a body of theirs today, and for whoever
        has a seat as it co-chaired one on the day: as far as they see all the meetings.
        """
        return self.filter(_drafted_by(user))


def _drafted_by(user) -> Q:
    nothing = Q(pk__in=[])
    if not (user.is_authenticated and user.is_active):
        return nothing
    if user.is_staff:
        return ~nothing
    if not user.party_id:
        return nothing
    terms = ChairTerm.objects.filter(party=user.party_id)
    covers = Coverage.objects.filter(statement=OuterRef("pk"))
    today = terms.on(timezone.localdate()).values("body")
    then = terms.filter(
        Q(since=None) | Q(since__lte=OuterRef("meeting__starts_on")),
        Q(until=None) | Q(until__gte=OuterRef("meeting__starts_on")),
        role=ChairTerm.Role.CO_CHAIR,
        body__convenings__meeting=OuterRef("meeting"),
        body__convenings__role=Convening.Role.CONVENES,
    )
    chaired = covers.filter(Q(meeting__bodies__in=today) | Exists(then))
    hidden = covers.exclude(seen_by(user, "visibility", meeting="meeting"))
    return Q(Exists(chaired)) & ~Q(Exists(hidden))


class Statement(Sourced):
    """A co-chair statement: what governments say of the meetings it covers.

    Bodies, attendance and seats follow from those meetings. The text is an append-only
    chain of revisions; without one, the text is what the record composes.
    """

    class State(models.TextChoices):
        DRAFTING = "drafting", "Drafting"
        WITH_CO_CHAIRS = "with_co_chairs", "With co-chairs"
        CLEARED = "cleared", "Cleared"
        PUBLISHED = "published", "Published"

    BEFORE_CO_CHAIRS = frozenset({State.WITH_CO_CHAIRS, State.CLEARED})
    """Where seats clear: one that comes with the record is awaited in a cleared text too."""

    STYLES = [
        (HouseStyle.PARAGRAPH.value, "Paragraph: words below ten"),
        (HouseStyle.BULLETS.value, "Bullets: figures"),
    ]

    NAMES = [
        (NameForm.EVERYDAY.value, "Everyday names: Thailand, the Philippines"),
        (NameForm.FORMAL.value, "Formal names: the Kingdom of Thailand"),
    ]
    ANNEXES = [
        (ParticipantAnnex.NONE.value, "None"),
        (ParticipantAnnex.DELEGATIONS.value, "States and organisations"),
        (ParticipantAnnex.NAMED.value, "With the names of their delegates"),
    ]

    slug = models.SlugField(max_length=100, unique=True)
    title = models.CharField(
        max_length=200, help_text="For lists; the document's own title is composed."
    )
    house_style = models.CharField(
        "form", max_length=9, choices=STYLES, default=HouseStyle.BULLETS.value
    )
    name_form = models.CharField(
        "names of states",
        max_length=8,
        choices=NAMES,
        default=NameForm.EVERYDAY.value,
        help_text="In the lists of those who attended; in the text the everyday ones.",
    )
    annex = models.CharField(
        "participants in an annex",
        max_length=11,
        choices=ANNEXES,
        default=ParticipantAnnex.NONE.value,
        help_text="Names are for those who log in: the public reads states and "
        "organisations alone.",
    )
    meetings = models.ManyToManyField(
        Meeting, through="Coverage", related_name="statements"
    )
    state = models.CharField(
        max_length=14, choices=State, default=State.DRAFTING, editable=False
    )
    published_on = models.DateField(
        null=True, blank=True, editable=False, help_text="The first edition's day."
    )
    correction_reason = models.CharField(
        max_length=500, blank=True, editable=False, help_text="Of a correction begun."
    )

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-slug"]
        constraints = [
            models.CheckConstraint(
                name="statement_published_has_a_day",
                condition=~Q(state="published") | Q(published_on__isnull=False),
                violation_error_message="A published statement needs its day.",
            ),
            models.CheckConstraint(
                name="statement_style_is_one_of_the_house",
                condition=Q(
                    house_style__in=list(HouseStyle),
                    name_form__in=list(NameForm),
                    annex__in=list(ParticipantAnnex),
                ),
                violation_error_message="Choose the style among those offered.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:statement-detail", args=[self.slug])

    def get_desk_url(self) -> str:
        return reverse("meetings:statement-desk", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    def revise(self, text: str, *, facts: dict, author, based_on: int) -> "Revision":
        """Append what follows revision ``based_on`` (0 for none yet).

        ``facts`` are the facts the text was written from, kept beside it.
        Raises: StaleRevisionError if somebody else was first; nothing is saved then.
        """
        if based_on != self.revisions.count():
            raise StaleRevisionError
        try:
            with transaction.atomic():
                return self.revisions.create(
                    number=based_on + 1, text=text, facts=facts, author=author
                )
        except IntegrityError as error:
            raise StaleRevisionError from error


class Coverage(models.Model):
    """A meeting that a statement speaks of."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="coverages")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="coverages")

    history = HistoricalRecords()

    class Meta:
        ordering = ["statement", "meeting__starts_on"]
        verbose_name = "meeting covered"
        verbose_name_plural = "meetings covered"
        constraints = [
            models.UniqueConstraint(
                name="coverage_meeting_once_a_statement",
                fields=["statement", "meeting"],
                violation_error_message="This meeting is covered already.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.meeting)


class Revision(models.Model):
    """One text of a statement, in light markup. Never changed, never deleted."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    facts = models.JSONField(help_text="The facts that the text was written from.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="revisions"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["statement", "number"]
        get_latest_by = "number"
        constraints = [
            models.UniqueConstraint(
                name="revision_number_once_a_statement",
                fields=["statement", "number"],
                violation_error_message="Somebody saved this revision first.",
            ),
            models.CheckConstraint(
                name="revision_numbers_start_at_one",
                condition=Q(number__gte=1),
                violation_error_message="Revisions are numbered from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement}, revision {self.number}"
