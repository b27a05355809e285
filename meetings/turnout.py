"""Who came to a meeting against an earlier one of its series. Pure: facts in, rows out."""

from dataclasses import dataclass

from .facts import AttendanceFact, MeetingFacts, PartyFact
from .reports import in_order


@dataclass(frozen=True, slots=True)
class Moved:
    """A party present at both meetings, in another capacity."""

    before: AttendanceFact
    now: AttendanceFact

    @property
    def party(self) -> PartyFact:
        return self.now.party


@dataclass(frozen=True, slots=True)
class Turnout:
    """What differs between two complete lists; each part in the order of statements."""

    earlier: MeetingFacts
    new: tuple[AttendanceFact, ...]
    """Present now and not then."""
    gone: tuple[AttendanceFact, ...]
    """Present then and not now, with the capacity they had then."""
    moved: tuple[Moved, ...]
    stayed: int
    """How many were present at both, in whatever capacity."""


def turnout(now: MeetingFacts, earlier: MeetingFacts) -> Turnout | None:
    """Return what differs, None unless both lists are complete and name somebody.

    From a partial list it cannot be told that somebody was not there.
    """
    if not (_complete(now) and _complete(earlier)):
        return None
    here = {row.party.name: row for row in now.present}
    then = {row.party.name: row for row in earlier.present}
    both = [name for name in here if name in then]
    moved = in_order(
        here[name] for name in both if here[name].capacity != then[name].capacity
    )
    return Turnout(
        earlier=earlier,
        new=in_order(row for name, row in here.items() if name not in then),
        gone=in_order(row for name, row in then.items() if name not in here),
        moved=tuple(Moved(then[row.party.name], row) for row in moved),
        stayed=len(both),
    )


def _complete(meeting: MeetingFacts) -> bool:
    return meeting.list_status == "complete" and bool(meeting.present)
