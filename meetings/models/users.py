from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """An account. RSO staff have ``is_staff``; a delegate belongs to a party.

    Who is a co-chair is not a flag here: it follows from the chair terms of the party.
    """

    party = models.ForeignKey(
        "meetings.Party",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        help_text="The state or organisation that the account speaks for.",
    )
    person = models.OneToOneField(
        "meetings.Person", models.PROTECT, null=True, blank=True, related_name="user"
    )

    def clean(self) -> None:
        super().clean()
        if self.person:
            self.person.refuse_other_party(self.party_id)
