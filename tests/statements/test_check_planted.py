"""Errors planted in true statements on real meetings: at most one in fifty is missed.

``pytest -s tests/statements/test_check_planted.py`` prints the table of kinds.
"""

import sys
from collections import Counter, defaultdict

import pytest
from django.db import transaction

from meetings.statements.check import check
from tests.statements import shipped
from tests.statements.planting import Planted, Truth, planted

pytestmark = pytest.mark.django_db

MOST_OF_A_KIND = 3
"""Of each text, so that the whole takes a minute and not ten."""


@pytest.fixture(scope="module")
def truths(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        texts = shipped.load()
        transaction.set_rollback(True)
    return texts


def sown_in(truth: Truth) -> list[Planted]:
    seen: Counter[str] = Counter()
    errors = []
    for error in planted(truth):
        seen[error.kind] += 1
        if seen[error.kind] <= MOST_OF_A_KIND:
            errors.append(error)
    return errors


def findings(truth: Truth, text: str):
    return check(text, truth.facts, truth.vocabulary).findings


def table(sown: Counter[str], missed: dict[str, list[Planted]]) -> str:
    rows = [f"{'kind':34}{'planted':>8}{'found':>8}"]
    for kind, count in sorted(sown.items()):
        rows.append(f"{kind:34}{count:8}{count - len(missed[kind]):8}")
    found = sown.total() - sum(map(len, missed.values()))
    return "\n".join([*rows, f"{'all':34}{sown.total():8}{found:8}"])


def test_nothing_is_found_in_true_statements(truths):
    meetings = {row.slug for truth in truths for row in truth.facts.meetings}

    assert len(meetings) >= 15
    assert {truth.name: findings(truth, truth.text) for truth in truths} == {
        truth.name: () for truth in truths
    }


def test_planted_errors_are_found(truths):
    sown: Counter[str] = Counter()
    missed: dict[str, list[Planted]] = defaultdict(list)
    for truth in truths:
        for error in sown_in(truth):
            sown[error.kind] += 1
            if not findings(truth, error.text):
                missed[error.kind].append(error)
    sys.stdout.write(table(sown, missed))

    assert sown.total() >= 500
    assert len(sown) >= 35
    few = {kind: max(1, count // 10) for kind, count in sown.items()}
    assert {k: rows for k, rows in missed.items() if len(rows) > few[k]} == {}
    assert sum(map(len, missed.values())) <= sown.total() / 50
