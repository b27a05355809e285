from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests import factories


@pytest.fixture
def clerk(db):
    """Staff who may record attendance."""
    user = factories.UserFactory(is_staff=True, party=None, username="clerk")
    user.user_permissions.set(
        Permission.objects.filter(codename__endswith="_attendance")
    )
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def week(db):
    """A week of two events of one body, which has one member: Australia."""
    body = factories.BodyFactory(abbreviation="WG-TIP")
    gathering = factories.GatheringFactory()
    for day in (1, 2):
        factories.MeetingFactory(
            bodies=[body], gathering=gathering, starts_on=date(2025, 12, day)
        )
    member = factories.PartyFactory(name="Australia")
    factories.MembershipFactory(body=body, party=member)
    return gathering


class Page:
    """The grid of a record as a browser without scripts has it."""

    def __init__(self, client, target):
        self.client = client
        self.address = reverse(
            f"admin:meetings_{target._meta.model_name}_attendance", args=[target.pk]
        )
        self.response = client.get(self.address)

    @property
    def sheet(self):
        return self.response.context["sheet"]

    @property
    def desk(self):
        return self.response.context["desk"]

    @property
    def rows(self):
        return {row.name: row for group in self.sheet.groups for row in group["rows"]}

    def values(self) -> dict[str, str]:
        """Return what the page posts when nothing is touched."""
        sheet = self.sheet
        data = {"state": sheet.signed_state()}
        for group in sheet.groups:
            for row in group["rows"]:
                data |= {box.name: box.value for box in row.boxes}
                data |= {each.name: each.value for each in row.values.values()}
        return data

    def post(self, action="save", **changed):
        """Post the page with some fields changed, and read what comes back."""
        data = self.values() | {"action": action} | changed
        self.response = self.client.post(self.address, data, follow=True)
        return self

    @property
    def messages(self) -> list[str]:
        return [str(message) for message in self.response.context["messages"]]


@pytest.fixture
def opened(clerk):
    """Open the grid of a week or a meeting."""
    return lambda target, client=clerk: Page(client, target)
