"""The settings refuse what is half configured, and are safe where nothing is said."""

import os
import subprocess
import sys

import pytest
from django.contrib.staticfiles import finders
from django.db import ConnectionHandler

from balitrack import settings

PRODUCTION = {
    "SECRET_KEY": "k3eP-" * 12 + "tHi5",
    "ALLOWED_HOSTS": "records.example.org",
}


def manage(*arguments, **environment):
    """Run ``manage.py`` as a server would, with this environment and no other."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", PRODUCTION)
def test_without_a_needed_variable_it_refuses_to_start_in_one_sentence(name):
    others = {key: value for key, value in PRODUCTION.items() if key != name}

    refused = manage("check", **others)

    assert refused.returncode == 1
    assert refused.stderr.startswith(
        f"balitrack cannot start. The environment variable {name} is not set: set it to"
    )
    assert "Traceback" not in refused.stderr


def test_a_public_server_passes_every_deployment_check():
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert checked.returncode == 0, checked.stderr


def test_a_local_trial_makes_its_own_key_and_keeps_it_to_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path / "var")

    key = settings.local_secret_key()

    assert len(key) == 50
    assert settings.local_secret_key() == key
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_sqlite_lets_readers_go_on_while_one_writes(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/records.sqlite3")
    connection = ConnectionHandler({"default": settings.database()})["default"]

    with connection.cursor() as cursor:
        pragmas = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "busy_timeout", "foreign_keys")
        ]
    connection.close()

    assert pragmas == ["wal", 20_000, 1]
    assert connection.transaction_mode == "IMMEDIATE"


def test_postgresql_connections_are_pooled_and_not_kept_a_second_time(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://anna:pw@db.example.org/records")

    config = settings.database()

    assert config["OPTIONS"] == {"pool": {"min_size": 1, "max_size": 8}}
    assert config["CONN_MAX_AGE"] == 0
    assert config["HOST"] == "db.example.org"


@pytest.mark.django_db
def test_every_answer_tells_the_browser_to_trust_only_this_site(client):
    headers = client.get("/accounts/login/").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_browsers_find_the_icon_where_they_look_for_it_unasked(client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.url) == (302, "/static/img/mark.svg")
    assert finders.find("img/mark.svg")
