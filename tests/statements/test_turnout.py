"""Who came against an earlier list: new, gone, and in another capacity."""

import pytest

from meetings.facts import Capacity
from meetings.turnout import turnout
from tests.statements.facts import (
    AUSTRALIA,
    ILO,
    INDONESIA,
    MALDIVES,
    NEW_ZEALAND,
    WALK_FREE,
    apologies,
    meeting,
    present,
)

EARLIER = meeting(
    attendance=(
        present(WALK_FREE, Capacity.CIVIL_SOCIETY),
        present(AUSTRALIA),
        present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),
        present(INDONESIA),
        apologies(NEW_ZEALAND),
    )
)
NOW = meeting(
    attendance=(
        present(ILO),
        present(NEW_ZEALAND),
        present(AUSTRALIA),
        present(MALDIVES),
        apologies(INDONESIA),
    )
)


def test_only_presence_counts_and_capacity_may_have_moved():
    found = turnout(NOW, EARLIER)

    assert [row.party for row in found.new] == [NEW_ZEALAND, ILO]
    assert [row.party for row in found.gone] == [INDONESIA, WALK_FREE]
    assert [
        (row.party, row.before.capacity, row.now.capacity) for row in found.moved
    ] == [(MALDIVES, Capacity.BALI_PROCESS_MEMBER, Capacity.MEMBER)]
    assert found.stayed == 2


@pytest.mark.parametrize(
    ("now", "earlier"),
    [
        (NOW, meeting(attendance=EARLIER.attendance, list_status="partial")),
        (meeting(attendance=NOW.attendance, list_status="partial"), EARLIER),
        (NOW, meeting(list_status="withheld")),
        (meeting(attendance=()), EARLIER),
        (meeting(attendance=(apologies(ILO),)), EARLIER),
    ],
)
def test_a_list_that_may_lack_somebody_is_compared_with_none(now, earlier):
    assert turnout(now, earlier) is None
