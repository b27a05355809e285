from django.db import models


class Sourced(models.Model):
    """Where a record comes from, and whether somebody has yet to confirm it."""

    sources = models.TextField(
        blank=True, help_text="One a line: a web address, or the title of a document."
    )
    unverified = models.BooleanField(
        default=False,
        help_text="The sources leave a doubt. Shown wherever the record is.",
    )
    notes = models.TextField(
        blank=True, help_text="What the sources say differently, or leave open."
    )

    class Meta:
        abstract = True

    @property
    def source_list(self) -> list[str]:
        return [line.strip() for line in self.sources.splitlines() if line.strip()]
