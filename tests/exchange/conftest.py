import pytest
from django.test import Client

from tests.factories import UserFactory


@pytest.fixture
def officer(db):
    return UserFactory(is_staff=True, is_superuser=True, party=None)


@pytest.fixture
def desk(officer):
    """The browser of somebody who may do everything in the admin."""
    client = Client()
    client.force_login(officer)
    return client
