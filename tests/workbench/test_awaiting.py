"""The seats awaited over all statements are those that each statement awaits."""

import pytest

from meetings import workbench
from meetings.models import Clearance, Statement
from meetings.workbench.awaiting import awaited_seats
from tests.factories import (
    ChairTermFactory,
    MeetingFactory,
    RevisionFactory,
    StatementFactory,
    UserFactory,
)


def _with_co_chairs(group, **kwargs):
    meeting = MeetingFactory(bodies=[group])
    statement = StatementFactory(meetings=[meeting], state="with_co_chairs")
    RevisionFactory(statement=statement, number=1, text="An earlier text.")
    RevisionFactory(statement=statement, number=2, text="The text.")
    return statement


def _clear(statement, seat, number, by=None):
    standing = workbench.stand(statement)
    revision = statement.revisions.get(number=number)
    last = revision == standing.revision
    return Clearance.objects.create(
        statement=statement,
        revision=revision,
        seat=seat,
        digest=standing.digest if last else "0" * 64,
        cleared_by=by or UserFactory(party=seat),
    )


def test_they_are_those_that_each_statement_awaits(group, australia, indonesia):
    cleared_now = _with_co_chairs(group)
    clearing = _clear(cleared_now, australia, 2).cleared_by
    cleared_before = _with_co_chairs(group)
    void = _clear(cleared_before, indonesia, 1)
    StatementFactory(meetings=[MeetingFactory(bodies=[group])], state="drafting")
    UserFactory(party=australia, is_active=False)
    UserFactory(party=australia, is_staff=True)
    found = awaited_seats()

    assert {(seat.statement, seat.party) for seat in found} == {
        (statement, seat.party)
        for statement in Statement.objects.filter(state="with_co_chairs")
        for seat in workbench.stand(statement).awaited
    }
    assert [(s.statement, s.party.name, s.void, s.people) for s in found if s.void] == [
        (cleared_before, "Indonesia", void, (void.cleared_by,))
    ]
    assert [s.people for s in found if s.party.name == "Australia"] == [(clearing,)]


@pytest.mark.parametrize("size", [1, 3])
def test_as_many_queries_for_three_statements_as_for_one(
    group, australia, size, django_assert_num_queries
):
    for _ in range(size):
        _clear(_with_co_chairs(group), australia, 1)
        ChairTermFactory(body=group, since=None)

    with django_assert_num_queries(16):
        assert len(awaited_seats()) == size * (1 + size)


def test_with_no_statement_there_they_cost_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert awaited_seats() == []
