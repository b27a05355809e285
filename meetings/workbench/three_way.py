"""Who changed a passage: the file that came back, we ourselves meanwhile, or both."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from meetings.statements.aligning import aligned
from meetings.statements.difference import Passage
from meetings.statements.passages import chunks

_MARKS = re.compile(r"[\\*_#]|^\s*(?:[-+]|\d{1,9}[.)])\s", re.MULTILINE)
_FOLDED = str.maketrans("‘’“”", "''\"\"")
Since = Literal["", "ours", "both"]


class Told(NamedTuple):
    """What became of a passage after the file had left: "ours" where the difference is of
    our making alone, "both" where both sides changed it; ``sent`` is how it left."""

    since: Since
    sent: str


def plain(text: str) -> str:
    """Return the words of a passage without its marks, as a reader compares them."""
    return " ".join(_MARKS.sub("", text).translate(_FOLDED).split())


def told(
    passages: Sequence[Passage], sent: str, read: Callable[[str], str] = plain
) -> Iterator[Told]:
    """Yield, for each of the passages of ours and theirs, who changed it since.

    Only what ``read`` tells apart is a change.
    """
    left = [chunk.text for chunk in chunks(sent)]
    before = [row.before for row in passages if row.before]
    after = [row.after for row in passages if row.after]
    ours, theirs = _origins(left, before, read), _origins(left, after, read)
    became = {origin: before[place] for place, origin in ours.items()}
    came_back = {origin: after[place] for place, origin in theirs.items()}
    i = j = -1
    for row in passages:
        i, j = i + bool(row.before), j + bool(row.after)
        origin = ours.get(i) if row.before else None
        if origin is None and row.after:
            origin = theirs.get(j)
        if origin is None:
            yield Told(_of_new(row), "")
            continue
        # One that was moved is in two rows, which must tell the same.
        mine = row.before or became.get(origin)
        yours = row.after or came_back.get(origin)
        was = read(left[origin])
        we_changed = mine is None or read(mine) != was
        they_changed = yours is None or read(yours) != was
        yield Told(_since(row, we_changed, they_changed), left[origin])


def _of_new(row: Passage) -> Since:
    if not row.before or not row.differs:
        return ""
    return "both" if row.after else "ours"


def _since(row: Passage, we_changed: bool, they_changed: bool) -> Since:
    if not row.differs or not we_changed:
        return ""
    return "both" if they_changed else "ours"


def _origins(
    left: Sequence[str], texts: Sequence[str], read: Callable[[str], str]
) -> dict[int, int]:
    """Return, by the place of a passage, which passage of the text sent it was."""
    rows = aligned([read(one) for one in left], [read(one) for one in texts])
    return {y: x for x, y in rows if x is not None and y is not None}
