"""What other apps let one choose beside a session or an outcome.

Work plans build on meetings, never the other way round: so they plug their action items
in here, and this page knows nothing of plans.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from meetings.models import Meeting, Outcome, Session

Choices = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups, each with the keys and words of what may be chosen."""


class Plug(Protocol):
    name: str
    """The name of its form field."""
    label: str
    permission: str
    """What one needs to change the choice."""

    def chosen(
        self, sessions: Iterable[int], outcomes: Iterable[int]
    ) -> Mapping[tuple[str, int], list[str]]:
        """Return the keys chosen by ("session" or "outcome", key of the row)."""

    def choices(self, meeting: Meeting, chosen: Iterable[str]) -> Choices:
        """Return what may be chosen at ``meeting``; ``chosen`` is there in any case."""

    def write(self, row: Session | Outcome, keys: Iterable[str]) -> None:
        """Link ``row`` with exactly these."""


PLUGS: list[Plug] = []
"""In the order in which they are shown; each app adds its own when its admin is loaded."""
