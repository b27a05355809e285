"""Two editors of one grid: what each changed is kept, what both changed is asked about."""

from dataclasses import dataclass, field

from .cells import Cell, Cells, Key


@dataclass(frozen=True, slots=True)
class Merged:
    """``cells`` holds this editor's value where the two disagree."""

    cells: dict[Key, Cell]
    disputed: frozenset[Key] = field(default=frozenset())
    """Changed by both, and not alike."""
    taken: frozenset[Key] = field(default=frozenset())
    """Changed by the other alone."""


def merge(loaded: Cells, theirs: Cells, mine: Cells) -> Merged:
    """Return what both editors made of ``loaded``, cell by cell.

    A cell is taken whole: a delegation that one editor moved to another level while the
    other excused it is for a person to decide.
    """
    cells: dict[Key, Cell] = {}
    disputed, taken = set(), set()
    for key in {*loaded, *theirs, *mine}:
        was, their, my = loaded.get(key), theirs.get(key), mine.get(key)
        kept = my
        if their not in {was, my}:
            if my == was:
                kept = their
                taken.add(key)
            else:
                disputed.add(key)
        if kept is not None:
            cells[key] = kept
    return Merged(cells, frozenset(disputed), frozenset(taken))


@dataclass(frozen=True, slots=True)
class Changes:
    """What saving does to the record."""

    added: dict[Key, Cell]
    changed: dict[Key, Cell]
    removed: frozenset[Key]

    @property
    def written(self) -> dict[Key, Cell]:
        return self.added | self.changed

    @property
    def count(self) -> int:
        return len(self.written) + len(self.removed)


def changes(recorded: Cells, wanted: Cells) -> Changes:
    """Return the way from what is recorded to what is wanted."""
    return Changes(
        added={key: wanted[key] for key in wanted.keys() - recorded.keys()},
        changed={
            key: wanted[key]
            for key in wanted.keys() & recorded.keys()
            if wanted[key] != recorded[key]
        },
        removed=frozenset(recorded.keys() - wanted.keys()),
    )
