"""Whether anything was committed: of the two databases, each in its own way."""

import sqlite3
from types import SimpleNamespace

import pytest
from django.db import connection

from meetings.gather import moment, moments
from meetings.views.remembering import LARGEST, Memory
from tests.factories import PartyFactory


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A database of SQLite in a file, as a trial has it."""
    path = tmp_path / "record.sqlite3"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE facts (fact)")
    named = SimpleNamespace(
        vendor="sqlite", in_atomic_block=False, settings_dict={"NAME": str(path)}
    )
    monkeypatch.setattr(moments, "connection", named)
    yield writer
    writer.close()


def test_a_moment_lasts_until_something_is_committed(database):
    before = moment()
    assert before is not None
    assert moment() == before

    database.execute("BEGIN")
    database.execute("INSERT INTO facts VALUES (1)")
    assert moment() == before
    database.execute("COMMIT")

    assert moment() not in {before, None}


def test_another_file_in_its_place_is_another_moment(database, tmp_path):
    before = moment()
    path = tmp_path / "record.sqlite3"
    path.unlink()
    sqlite3.connect(path).close()

    assert moment() != before


def test_of_a_database_in_memory_nothing_is_known(database):
    moments.connection.settings_dict["NAME"] = "file:memory?mode=memory"

    assert moment() is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_a_snapshot_of_postgresql_is_a_moment():
    before = moment()
    assert before is not None
    assert moment() == before

    PartyFactory()

    assert moment() not in {before, None}


@pytest.mark.django_db
def test_within_a_transaction_nothing_is_known():
    assert moment() is None


def test_a_file_is_made_once_until_something_is_committed(database):
    memory, made = Memory(), []

    def make(content=b"file"):
        made.append(content)
        return content

    assert [memory.recall("a", make) for _ in range(3)] == [b"file"] * 3
    assert memory.recall("b", make) == b"file"
    assert len(made) == 2

    database.execute("INSERT INTO facts VALUES (1)")
    memory.recall("a", make)
    assert len(made) == 3


def test_a_file_made_while_something_was_committed_is_not_kept(database):
    memory = Memory()

    def interrupted():
        database.execute("INSERT INTO facts VALUES (1)")
        return b"before"

    assert memory.recall("a", interrupted) == b"before"
    assert memory.recall("a", lambda: b"after") == b"after"


@pytest.mark.parametrize("passing", [None, b"x" * (LARGEST + 1)])
def test_what_is_no_file_or_a_huge_one_is_not_kept(database, passing):
    memory = Memory()

    assert memory.recall("a", lambda: passing) == passing
    assert memory.recall("a", lambda: b"file") == b"file"


def test_only_the_latest_files_are_kept(database):
    memory = Memory()
    for number in range(40):
        memory.recall(number, lambda: b"old")

    assert memory.recall(39, lambda: b"new") == b"old"
    assert memory.recall(0, lambda: b"new") == b"new"
