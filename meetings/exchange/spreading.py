"""A row of a table of events, taken apart: one entry for each meeting it has a mark for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import cells
from .marks import Mark, mark, together
from .proposals import Entry, EventColumn, Listing, Note, Weight
from .targets import Target

UNMARKED = "No event is marked: nothing is recorded."
LEFT_OUT = "Marked only in columns that are left out."
APOLOGISING = "The row reads as apologies: write them in the columns of the events."
AT_ODDS = "The row reads as apologies, but “{}” is marked as present."


def spread(
    listing: Listing, targets: Sequence[Target]
) -> Iterator[tuple[Entry, Target | None]]:
    """Yield what each row says of each meeting; None where it says nothing of any."""
    for entry in listing.entries:
        if entry.skipped or any(note.weight is Weight.ERROR for note in entry.notes):
            yield entry, None
            continue
        wanted = [at for at, text in enumerate(entry.marks) if text]
        kept = [at for at in wanted if not targets[at].out]
        if not kept:
            yield _without(entry, LEFT_OUT if wanted else UNMARKED), None
            continue
        for several in _by_meeting(kept, targets):
            columns = [(listing.events[at], entry.marks[at]) for at in several]
            yield _marked(entry, columns), targets[several[0]]


def _without(entry: Entry, words: str) -> Entry:
    notes = entry.notes
    if words == UNMARKED and entry.presence == cells.APOLOGIES:
        notes = (*notes, Note(Weight.WARNING, APOLOGISING))
    return replace(entry, skipped=words, notes=notes)


def _by_meeting(
    kept: Sequence[int], targets: Sequence[Target]
) -> Iterator[tuple[int, ...]]:
    """Yield the columns of each meeting: one that lasts two days may have two."""
    found = defaultdict(list)
    for at in kept:
        meeting = targets[at].meeting
        found[meeting.pk if meeting else -at - 1].append(at)
    yield from map(tuple, found.values())


def _marked(entry: Entry, columns: Sequence[tuple[EventColumn, str]]) -> Entry:
    marks: list[Mark] = []
    notes = list(entry.notes)
    for column, text in columns:
        try:
            marks.append(mark(text, column.counted))
        except cells.DoubtError as doubt:
            words = f"{column.heading}: {doubt}."
            notes.append(Note(Weight.ERROR, words))
    if not marks:
        return replace(entry, notes=tuple(notes))
    found = together(marks)
    if entry.presence == cells.APOLOGIES and found.presence == cells.PRESENT:
        words = AT_ODDS.format(columns[0][0].heading)
        notes.append(Note(Weight.ERROR, words))
    return replace(
        entry,
        presence=found.presence,
        level=found.level or entry.level,
        mode=found.mode or entry.mode,
        size=entry.size if found.size is None else found.size,
        meeting="",
        notes=tuple(notes),
    )
