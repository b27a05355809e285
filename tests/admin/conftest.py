import pytest
from django.test import Client

from tests.factories import UserFactory


@pytest.fixture
def superuser(db):
    return UserFactory(is_staff=True, is_superuser=True, party=None)


@pytest.fixture
def staff(superuser):
    """The browser of somebody who may do everything in the admin."""
    client = Client()
    client.force_login(superuser)
    return client
