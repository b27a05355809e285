from django.db import models
from simple_history.models import HistoricalRecords

from .meetings import Meeting


class StatedFigure(models.Model):
    """A figure that a source states of a meeting: "more than 80 participants".

    What the source says, never a count of ours: those follow from the attendance.
    """

    class Of(models.TextChoices):
        PARTICIPANTS = "participants", "Participants"
        STATES = "states", "States"
        MEMBERS = "members", "Members"
        ORGANISATIONS = "organisations", "Organisations"
        STATES_AND_ORGANISATIONS = "parties", "States and organisations"
        UN_AGENCIES = "un_agencies", "UN agencies"
        ADDITIONAL_MEMBERS = "additional_members", "Additional Bali Process members"
        OBSERVERS = "observers", "Observers"
        CIVIL_SOCIETY = "civil_society", "Civil society organisations"
        PRIVATE_SECTOR = "private_sector", "Private sector companies"
        MINISTERS = "ministers", "Ministers"
        OTHER = "other", "Other"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="stated_figures")
    of = models.CharField(max_length=20, choices=Of)
    label = models.CharField(max_length=150, help_text="In the source's sense.")
    value = models.PositiveIntegerField()
    qualifier = models.CharField(max_length=30, blank=True, help_text="more than")
    source = models.CharField(max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="stated_figure_once",
                fields=["meeting", "label", "source"],
                violation_error_message="This figure is there already.",
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.qualifier, str(self.value), self.label]))
