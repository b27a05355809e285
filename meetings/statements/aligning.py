"""Which passage of one text is which of another: also where it was moved or rewritten."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from .difference import difference, likeness

MOST = 10_000
"""Pairs that are compared by their words: beyond that, only equal passages are paired."""
_ALIKE = 0.6
Row = tuple[int | None, int | None]


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Row]:
    """Return the places of both in one row, in order; None where one has no counterpart.

    A passage that was moved stands at its new place.
    """
    rows = _counted(list(_side_by_side(old, new)), len(old), len(new))
    gone = {place for place, other in rows if other is None and place is not None}
    come = {place for other, place in rows if other is None and place is not None}
    moved = _equal(gone, come, old, new)
    gone, come = gone - set(moved.values()), come - set(moved)
    if len(gone) * len(come) <= MOST:
        moved |= _alike(gone, come, old, new)
    taken = set(moved.values())
    return list(
        _rewritten(
            [
                (moved.get(y, x) if y is not None else x, y)
                for x, y in rows
                if y is not None or x not in taken
            ],
            old,
            new,
        )
    )


def _rewritten(
    rows: list[Row], old: Sequence[str], new: Sequence[str]
) -> Iterator[Row]:
    """Yield the rows, one passage in the place of one other as its new wording."""
    for pairs, stretch in groupby(rows, key=lambda row: None not in row):
        alone = list(stretch)
        gone = [x for x, y in alone if y is None and x is not None]
        come = [y for x, y in alone if x is None and y is not None]
        one_each = not pairs and len(gone) == len(come) == 1
        if one_each and _is_heading(old[gone[0]]) == _is_heading(new[come[0]]):
            yield gone[0], come[0]
        else:
            yield from alone


def _is_heading(passage: str) -> bool:
    return passage.startswith("#")


def _counted(rows: list[Row], old: int, new: int) -> list[Row]:
    """Return the rows if each passage is in one of them, else every passage alone."""
    if [x for x, _ in rows if x is not None] == list(range(old)) and [
        y for _, y in rows if y is not None
    ] == list(range(new)):
        return rows
    return [*((x, None) for x in range(old)), *((None, y) for y in range(new))]


def _side_by_side(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of the difference; what stands elsewhere to the letter is no pair."""
    here, there = set(old), set(new)
    x = y = -1
    # An empty line between all, so that each passage is one again.
    for row in difference("\n\n".join(old), "\n\n".join(new)):
        x, y = x + (row.kind != "added"), y + (row.kind != "removed")
        if row.kind == "added":
            yield None, y
        elif row.kind == "removed":
            yield x, None
        elif max(x - len(old), y - len(new)) >= 0:
            yield x, y  # no passage, but a part of one: nothing fits then
        elif old[x] != new[y] and (old[x] in there or new[y] in here):
            yield x, None
            yield None, y
        else:
            yield x, y


def _equal(
    gone: set[int], come: set[int], old: Sequence[str], new: Sequence[str]
) -> dict[int, int]:
    """Return, by the new place, the old place of the very same words."""
    places: dict[str, list[int]] = {}
    for place in sorted(gone, reverse=True):
        places.setdefault(old[place], []).append(place)
    return {
        place: places[new[place]].pop()
        for place in sorted(come)
        if places.get(new[place])
    }


def _alike(
    gone: set[int], come: set[int], old: Sequence[str], new: Sequence[str]
) -> dict[int, int]:
    """Return likewise the pairs that are most alike, each in one pair only."""
    pairs = sorted(
        (
            (share, -y, -x)
            for y in come
            for x in gone
            if (share := likeness(old[x], new[y])) >= _ALIKE
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _, y, x in pairs:
        if -y not in found and -x not in found.values():
            found[-y] = -x
    return found
