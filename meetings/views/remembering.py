"""Answers that were given before and are still true, as nothing has changed since."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from meetings.gather import moment

MOST = 16
LARGEST = 1 << 20
"""Files kept in a process, and bytes of one; a statement's PDF has a tenth of that."""


class Memory:
    """Files by what was asked for, all of one moment of the record."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._moment: Hashable = None
        self._answers: OrderedDict[Hashable, bytes] = OrderedDict()

    def recall(self, question: Hashable, answer: Callable):
        """Return the answer; a file is made once until anything is committed.

        The moment is asked for first: what is committed while the answer is worked out
        makes it one of a moment that has passed, and nobody is given it again.
        """
        now = moment()
        if now is None:
            return answer()
        with self._lock:
            if now == self._moment and question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        found = answer()
        if not isinstance(found, bytes) or len(found) > LARGEST:
            return found
        with self._lock:
            if now != self._moment:
                self._answers.clear()
                self._moment = now
            self._answers[question] = found
            if len(self._answers) > MOST:
                self._answers.popitem(last=False)
        return found
