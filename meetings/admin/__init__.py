"""Where staff of the Regional Support Office enter and correct the record."""

from . import (
    activities,
    attendance,
    bodies,
    documents,
    gatherings,
    imports,
    meetings,
    parties,
    people,
    sessions,
    statements,
    users,
)

__all__ = [
    "activities",
    "attendance",
    "bodies",
    "documents",
    "gatherings",
    "imports",
    "meetings",
    "parties",
    "people",
    "sessions",
    "statements",
    "users",
]
