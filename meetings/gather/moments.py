"""Whether anything at all has been committed since: asked of the database itself.

What was gathered and composed at one moment need not be again at the same one. Nothing is
kept beside the record that a change could forget to renew.
"""

import sqlite3
import threading
from collections.abc import Hashable
from pathlib import Path

from django.db import connection

_lock = threading.Lock()
_watches: dict[tuple, sqlite3.Connection] = {}


def moment() -> Hashable | None:
    """Return what stays equal until something is committed; None where that is unknown.

    Within a transaction nobody can tell: what it wrote itself is no commit yet.
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "postgresql":
        return _snapshot()
    if connection.vendor == "sqlite":
        return _version(connection.settings_dict["NAME"])
    return None


def _snapshot() -> str:
    """Return which transactions are visible: the same ones show the same data."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return cursor.fetchone()[0]


def _version(name: str | Path) -> tuple | None:
    """Return SQLite's count of the commits of others, as seen by a connection of our own.

    It means something to that one connection alone, which is why it is kept open. With
    the file's identity, as another file may take its place.
    """
    try:
        found = Path(name).stat()
    except OSError:  # it is in memory
        return None
    file = (str(name), found.st_dev, found.st_ino)
    with _lock:
        if file not in _watches:
            _watches.clear()
            _watches[file] = sqlite3.connect(
                f"{Path(name).absolute().as_uri()}?mode=ro",
                uri=True,
                check_same_thread=False,
            )
        return file, *_watches[file].execute("PRAGMA data_version").fetchone()
