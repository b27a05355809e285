"""What two sequences have in common, found with a bounded amount of work.

The standard library's SequenceMatcher takes time with the cube of what repeats, and a
text may be nothing but repetition. This is Myers' shortest edit script. Where that would
cost too much, what occurs once on both sides holds the rest together; where nothing does,
the sides count as different.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Pair = tuple[int, int]


class Span(NamedTuple):
    """From ``a`` to ``a_end`` of the old sequence, from ``b`` to ``b_end`` of the new."""

    a: int
    a_end: int
    b: int
    b_end: int


class Matcher:
    """Finds common subsequences until its steps are used up; then it finds fewer."""

    MOST_EDITS = 1000
    DEPTH = 6

    def __init__(self, steps: int = 1_500_000) -> None:
        self._steps = steps

    def afford(self, steps: int) -> bool:
        """Take ``steps`` from what may be spent, unless that is too large a part."""
        if steps > self._steps // 4:
            return False
        self._steps -= steps
        return True

    def pairs(self, old: Sequence[str], new: Sequence[str]) -> list[Pair]:
        """Return the places (in ``old``, in ``new``) of a common subsequence."""
        return self._within(old, new, Span(0, len(old), 0, len(new)), 0)

    def _within(
        self, old: Sequence[str], new: Sequence[str], span: Span, depth: int
    ) -> list[Pair]:
        head, span, tail = _trimmed(old, new, span)
        a, a_end, b, b_end = span
        if a == a_end or b == b_end:
            return head + tail
        found = self._shortest(old[a:a_end], new[b:b_end])
        if found is not None:
            return head + [(a + x, b + y) for x, y in found] + tail
        if depth < self.DEPTH and (landmarks := _landmarks(old, new, span)):
            for x, y in landmarks:
                head += self._within(old, new, Span(a, x, b, y), depth + 1)
                head.append((x, y))
                a, b = x + 1, y + 1
            head += self._within(old, new, Span(a, a_end, b, b_end), depth + 1)
        return head + tail

    def _shortest(self, old: Sequence[str], new: Sequence[str]) -> list[Pair] | None:
        """Return the most that the sequences share, or None if that takes too long."""
        n, m = len(old), len(new)
        most = min(n + m, self.MOST_EDITS)
        allowed = self._steps // 4
        spent, trail = 0, []
        reach = [0] * (2 * most + 3)  # by diagonal: how far into ``old`` edits get
        middle = most + 1
        for edits in range(most + 1):
            trail.append(reach[middle - edits - 1 : middle + edits + 2])
            for diagonal in range(-edits, edits + 1, 2):
                place = middle + diagonal
                down = diagonal == -edits or (
                    diagonal != edits and reach[place - 1] < reach[place + 1]
                )
                x = reach[place + 1] if down else reach[place - 1] + 1
                begun, y = x, x - diagonal
                while x < n and y < m and old[x] == new[y]:
                    x, y = x + 1, y + 1
                reach[place] = x
                spent += 1 + x - begun
                if x >= n and y >= m:
                    self._steps -= spent
                    return _retraced(trail, n, m)
            if spent > allowed:
                break
        self._steps -= spent
        return None


def _retraced(trail: list[list[int]], x: int, y: int) -> list[Pair]:
    """Walk back from the end; what both share are the diagonal steps."""
    pairs = []
    for edits in range(len(trail) - 1, -1, -1):
        reach, diagonal = trail[edits], x - y
        place = diagonal + edits + 1
        down = diagonal == -edits or (
            diagonal != edits and reach[place - 1] < reach[place + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        from_x = reach[before + edits + 1]
        from_y = from_x - before
        while x > max(from_x, 0) and y > max(from_y, 0):
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = from_x, from_y
    pairs.reverse()
    return pairs


def _trimmed(
    old: Sequence[str], new: Sequence[str], span: Span
) -> tuple[list[Pair], Span, list[Pair]]:
    """Return what both begin with, what remains, and what both end with."""
    a, a_end, b, b_end = span
    head, tail = [], []
    while a < a_end and b < b_end and old[a] == new[b]:
        head.append((a, b))
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
        tail.append((a_end, b_end))
    tail.reverse()
    return head, Span(a, a_end, b, b_end), tail


def _landmarks(old: Sequence[str], new: Sequence[str], span: Span) -> list[Pair]:
    """Return the longest run, in order, of what occurs once in each span."""
    a, a_end, b, b_end = span
    often_old, often_new = Counter(old[a:a_end]), Counter(new[b:b_end])
    where = {new[y]: y for y in range(b, b_end) if often_new[new[y]] == 1}
    once = [
        (x, where[old[x]])
        for x in range(a, a_end)
        if often_old[old[x]] == 1 and old[x] in where
    ]
    ends: list[int] = []  # the lowest end of a run of each length
    last: list[int] = []  # which pair that is
    earlier: list[int] = []
    for number, (_, y) in enumerate(once):
        length = bisect_left(ends, y)
        earlier.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [y]
        last[length : length + 1] = [number]
    run: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(once[number])
        number = earlier[number]
    run.reverse()
    return run
