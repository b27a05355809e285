"""Browsers of those who use the site, by what they may see."""

import pytest
from django.test import Client

from tests.factories import BodyFactory, ChairTermFactory, UserFactory


def logged_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def body(db):
    """The body that ``cochair`` co-chairs."""
    return BodyFactory(abbreviation="WG-TIP", name="Working Group on Trafficking")


@pytest.fixture
def anonymous(db):
    return Client()


@pytest.fixture
def delegate(db):
    """A delegate whose party chairs nothing."""
    return logged_in(UserFactory())


@pytest.fixture
def cochair(body):
    """A delegate of a party that chairs ``body``."""
    return logged_in(UserFactory(party=ChairTermFactory(body=body).party))


@pytest.fixture
def staff(db):
    return logged_in(UserFactory(is_staff=True, party=None))
