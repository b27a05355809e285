"""Rows laid beside the record: an import as its upload makes it, and its plan."""

import msgspec

from meetings.exchange.outcomes import Plan
from meetings.exchange.planning import plan_of
from meetings.exchange.targets import Meetings
from meetings.models import Import
from tests.factories import (
    UserFactory,
)

from .sheets import lists, text


def import_of(content: bytes, name="list.xlsx", **target) -> Import:
    made = Import(file_name=name, sha256="0" * 64, user=UserFactory(), **target)
    found = lists(content, name, Meetings(made).may_be_named)
    made.lists = msgspec.to_builtins(found)
    made.save()
    return made


def planned(*rows, **target) -> Plan:
    return plan_of(import_of(text(rows), "list.csv", **target))


def told(plan: Plan) -> list[tuple[str, list[str]]]:
    return [
        (outcome.status.value, [note.words for note in outcome.notes])
        for outcome in plan.outcomes
    ]
