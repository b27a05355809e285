"""What a page of the grid carries with it from one posting to the next, signed.

The page keeps what the record said when it was loaded, so that another's change in
between is noticed, and what was shown in the cells, so that nothing typed is lost.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.core import signing

from .cells import Cell, Cells, Key

_SALT = "meetings.attendance-grid"
_FIELDS = ("presence", "level", "mode", "size", "capacity", "reason")


@dataclass(slots=True)
class Question:
    """A pasted name that is not known, and where its party is to be marked."""

    text: str
    suggestions: tuple[str, ...]
    meetings: tuple[int, ...]
    presence: str


@dataclass(slots=True)
class State:
    target: str
    loaded: dict[Key, Cell]
    """What the record said."""
    shown: dict[Key, Cell]
    """What the page showed: the record, as far as it was not edited."""
    added: list[int] = field(default_factory=list)
    """Parties that have a row without being on a list or expected."""
    proposed: set[Key] = field(default_factory=set)
    disputed: set[Key] = field(default_factory=set)
    questions: list[Question] = field(default_factory=list)

    def sign(self) -> str:
        kept = {
            "target": self.target,
            "loaded": _flat(self.loaded),
            "shown": _flat(self.shown),
            "added": self.added,
            "proposed": sorted(self.proposed),
            "disputed": sorted(self.disputed),
            "questions": [asdict(question) for question in self.questions],
        }
        return signing.dumps(kept, salt=_SALT, compress=True)


def read_state(signed: str, target: str) -> State | None:
    """Return what the page carried; None if it is not a page of ours for ``target``."""
    try:
        kept = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    if kept["target"] != target:
        return None
    return State(
        target=target,
        loaded=_cells(kept["loaded"]),
        shown=_cells(kept["shown"]),
        added=kept["added"],
        proposed=_keys(kept["proposed"]),
        disputed=_keys(kept["disputed"]),
        questions=[
            Question(
                text=each["text"],
                suggestions=tuple(each["suggestions"]),
                meetings=tuple(each["meetings"]),
                presence=each["presence"],
            )
            for each in kept["questions"]
        ],
    )


def _flat(cells: Cells) -> list[list]:
    return [
        [*key, *(cell.value(name) for name in _FIELDS)] for key, cell in cells.items()
    ]


def _cells(rows: Iterable[list]) -> dict[Key, Cell]:
    return {(party, meeting): Cell(*values) for party, meeting, *values in rows}


def _keys(rows: Iterable[list]) -> set[Key]:
    return {(party, meeting) for party, meeting in rows}
