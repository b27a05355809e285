"""Browsers of those who use the site, by what they may see."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
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


@pytest.fixture
def superuser(db):
    return UserFactory(is_staff=True, is_superuser=True, party=None)


@pytest.fixture
def desk(superuser):
    """The browser of somebody who may do everything in the admin."""
    return logged_in(superuser)


@pytest.fixture(scope="session")
def shipped_rows(django_db_setup, django_db_blocker):
    """The rows that ``load_records`` makes, table by table; loaded once, then undone."""
    tables = [
        table
        for app in ("meetings", "workplans")
        for table in apps.get_app_config(app).get_models(include_auto_created=True)
        if not table.__name__.startswith("Historical")
    ]
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_records", verbosity=0)
        rows = [list(table._base_manager.all()) for table in tables]
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def records(db, shipped_rows):
    """The shipped records, all of them but their history, for this one test."""
    with transaction.atomic():  # rows refer to rows of tables that come later
        for rows in filter(None, shipped_rows):
            type(rows[0])._base_manager.bulk_create(rows)
