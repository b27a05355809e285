"""The order of rows that two editors may have changed. Pure."""

from collections.abc import Iterable, Sequence


def merged(
    loaded: Sequence[str], theirs: Sequence[str], mine: Sequence[str]
) -> tuple[list[str], bool]:
    """Return all of ``theirs`` and ``mine`` in order, and whether both had moved them.

    Where both moved what both have, the order is this editor's: it is for a person to
    decide.
    """
    common = set(loaded) & set(theirs) & set(mine)
    was, their, my = (only(rows, common) for rows in (loaded, theirs, mine))
    both = their not in (was, my) and my != was
    if my == was:
        return _woven(theirs, mine), False
    return _woven(mine, theirs), both


def only(rows: Iterable[str], keys: set[str]) -> list[str]:
    """Return those of the rows that are among ``keys``, in their order."""
    return [row for row in rows if row in keys]


def _woven(leading: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return ``leading`` with the rest of ``other``, each after its neighbour there."""
    found = list(leading)
    before = None
    for row in other:
        if row not in found:
            found.insert(found.index(before) + 1 if before in found else 0, row)
        before = row
    return found


def placed(every: Sequence[str], group: Sequence[str]) -> list[str]:
    """Return ``every`` with the rows of ``group`` in the group's order, in their places.

    Those of the group that are new come after the last of it, or else at the end.
    """
    places = [place for place, row in enumerate(every) if row in set(group)]
    found = list(every)
    for place, row in zip(places, group, strict=False):
        found[place] = row
    at = places[-1] + 1 if places else len(found)
    return [*found[:at], *group[len(places) :], *found[at:]]
