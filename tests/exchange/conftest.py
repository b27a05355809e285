import pytest

from tests.factories import MeetingFactory, PartyFactory


@pytest.fixture
def meeting(db):
    return MeetingFactory(title="WG-TIP Annual Meeting")


@pytest.fixture
def viet_nam(db):
    return PartyFactory(name="Viet Nam")


@pytest.fixture
def japan(db):
    return PartyFactory(name="Japan")
