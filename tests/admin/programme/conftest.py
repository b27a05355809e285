from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests import factories
from tests.conftest import logged_in

RIGHTS = ["session", "contribution", "outcome", "person", "appointment", "actionitem"]


@pytest.fixture
def clerk(db):
    """Staff who may enter programmes."""
    user = factories.UserFactory(is_staff=True, party=None, username="clerk")
    names = [
        f"{verb}_{what}" for verb in ("add", "change", "delete") for what in RIGHTS
    ]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return logged_in(user)


@pytest.fixture
def meeting(db):
    """A meeting of WG-TIP with two sessions: Australia speaks in the first."""
    body = factories.BodyFactory(abbreviation="WG-TIP")
    made = factories.MeetingFactory(bodies=[body], starts_on=date(2025, 12, 1))
    first = factories.SessionFactory(meeting=made, position=1, title="Updates")
    factories.SessionFactory(meeting=made, position=2, title="Scam centres")
    party = factories.PartyFactory(name="Australia")
    factories.ContributionFactory(session=first, position=1, party=party)
    return made


class Page:
    """The programme of a meeting as a browser without scripts has it."""

    def __init__(self, client, meeting, query=""):
        self.client = client
        self.address = reverse("admin:meetings_meeting_programme", args=[meeting.pk])
        self.response = client.get(self.address + query)

    @property
    def shown(self):
        return self.response.context["page"]

    @property
    def lines(self):
        blocks = [*self.shown.blocks, self.shown.whole]
        return [
            line
            for block in blocks
            for line in filter(None, (block.line, *block.speakers, *block.outcomes))
        ]

    def values(self) -> dict[str, object]:
        """Return what the page posts when nothing is touched."""
        data = {"state": self.shown.state}
        data["sessions"] = [block.key for block in self.shown.blocks]
        for block in (*self.shown.blocks, self.shown.whole):
            data[f"outcomes:{block.key}"] = [line.key for line in block.outcomes]
            if block.key:
                data[f"speakers:{block.key}"] = [line.key for line in block.speakers]
        for line in self.lines:
            for field in line.form:
                value = field.value()
                if value not in (None, False, ""):
                    data[field.html_name] = value
        return data

    def post(self, action="save", **changed):
        """Post the page with some fields changed, and read what comes back."""
        data = self.values() | {"action": action} | changed
        self.response = self.client.post(self.address, data, follow=True)
        return self

    @property
    def messages(self) -> list[str]:
        return [str(message) for message in self.response.context["messages"]]

    @property
    def errors(self) -> dict[str, str]:
        return {name: words for name, _, words in self.shown.errors}

    def titles(self) -> list[str]:
        return [block.title for block in self.shown.blocks]

    def room(self, kind: str, session="") -> str:
        """Return the key of the empty row of a list: speakers or outcomes."""
        key = f"session-{session.pk}" if session else ""
        blocks = [*self.shown.blocks, self.shown.whole]
        block = next(block for block in blocks if block.key == key)
        return next(line.key for line in getattr(block, kind) if line.blank)


@pytest.fixture
def opened(clerk, meeting):
    """Open the programme, by default that of ``meeting``."""
    return lambda target=meeting, client=clerk, query="": Page(client, target, query)
