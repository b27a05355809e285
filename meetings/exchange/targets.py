"""Which meeting a list or a column is of: told by whoever imports it, or by the file."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from meetings.models import Convening, Import, Meeting

from .cells import days
from .columns import names_event
from .headlines import bag, of_day, telling
from .proposals import Entry, EventColumn, Listing
from .text import fold, squeeze

OUT = "out"
"""The answer that leaves a sheet, or the rows of a name, out of the import."""


@dataclass(frozen=True, slots=True)
class Target:
    """The meeting of a sheet, None as long as nobody knows, and why that one."""

    meeting: Meeting | None = None
    how: str = ""
    out: bool = False
    doubt: str = ""
    answered: bool = False
    of: str = "the list"
    """What is asked about, in words."""


class Meetings:
    """The meetings that an import may be of, in two queries."""

    def __init__(self, target: Import):
        rows = Convening.objects.select_related("body").order_by("position", "pk")
        wanted = Meeting.objects.prefetch_related(Prefetch("convenings", rows))
        if target.meeting_id:
            wanted = wanted.filter(pk=target.meeting_id)
        elif target.gathering_id:
            wanted = wanted.filter(gathering=target.gathering_id)
        self.by_key = {meeting.pk: meeting for meeting in wanted}
        self._titles: dict[str, set[int]] = defaultdict(set)
        self._slugs = {meeting.slug: pk for pk, meeting in self.by_key.items()}
        for pk, meeting in self.by_key.items():
            self._titles[squeeze(meeting.title)].add(pk)
        self._bags = {
            pk: bag(meeting, self._first_day(meeting))
            for pk, meeting in self.by_key.items()
        }

    def _first_day(self, meeting: Meeting) -> date | None:
        """Return the day that “Day 1” is: of the week, where there is one."""
        week = [
            other.starts_on
            for other in self.by_key.values()
            if other is meeting
            or (meeting.gathering_id and other.gathering_id == meeting.gathering_id)
        ]
        return min(filter(None, week), default=None)

    def may_be_named(self, heading: str) -> bool:
        """Whether a column headed so may be of an event."""
        return names_event(heading) or bool(self._worded(heading))

    def of_column(
        self, column: EventColumn, answer: str | None, *, alone: bool = False
    ) -> Target:
        """Return the meeting whose column it is; ``alone`` if the list has no other."""
        what = f"the column “{column.heading}”"
        if chosen := self._chosen(answer, what):
            return chosen
        found, how = self._named(column.heading, (), "its heading")
        if len(found) == 1:
            return Target(self.by_key[found.pop()], how, of=what)
        if len(self.by_key) > 1:
            return Target(doubt=f"No one meeting fits “{column.heading}”.", of=what)
        only = next(iter(self.by_key.values()))
        if alone and not of_day(telling(column.heading)):
            return Target(only, "the only one it can be", of=what)
        # The table of a whole week, read in for one of its meetings.
        words = f"It does not name {only.title}, so it is left out."
        return Target(out=True, doubt=words, of=what)

    def _named(
        self, name: str, above: tuple[str, ...], what: str
    ) -> tuple[set[int], str]:
        """Return the meetings that a short name fits, and what tells so.

        What stands ``above`` the list may tell them apart, and may contradict.
        """
        found = self._worded(name)
        beside, _ = self._told(" ".join(above), above)
        if len(found) == 1:
            return found & beside if beside else found, what
        words = (name, *above)
        others, how = self._told(" ".join(words), words)
        found = found & others if found and others else found | others
        told = how or (what if found else "")
        return found & self._on_days(of_day(telling(name))), told

    def _worded(self, heading: str) -> set[int]:
        """Return the meetings of which every word of ``heading`` is a word."""
        words = telling(heading)
        return {pk for pk, known in self._bags.items() if words and words <= known}

    def _on_days(self, words: set[str]) -> set[int]:
        return {pk for pk, known in self._bags.items() if words <= known}

    def _chosen(self, answer: str | None, what: str) -> Target | None:
        if answer == OUT:
            return Target(out=True, answered=True, of=what)
        if answer and answer.isdecimal() and int(answer) in self.by_key:
            meeting = self.by_key[int(answer)]
            return Target(meeting, "chosen here", answered=True, of=what)
        return None

    def of(self, listing: Listing, answer: str | None, lists: int) -> Target:
        """Return the meeting of a whole sheet."""
        if chosen := self._chosen(answer, Target.of):
            return chosen
        words = (listing.sheet, *listing.heading)
        found, how = self._named(listing.sheet, listing.heading, "its title")
        if len(found) == 1:
            return Target(self.by_key[found.pop()], how)
        if len(self.by_key) == 1 and lists == 1:
            only = next(iter(self.by_key.values()))
            return Target(only, "the only one it can be", doubt=_day_doubt(words, only))
        return Target(doubt=how and f"No one meeting fits {how}.")

    def _told(self, text: str, words: tuple[str, ...]) -> tuple[set[int], str]:
        """Return the meetings that the words above a list fit, and what tells so."""
        evidence = {
            "its title": self._titled(words),
            "the bodies named": self._convened(text),
            "its date": self._dated(days(text)),
        }
        speaking = {how: found for how, found in evidence.items() if found}
        if not speaking:
            return set(), ""
        return set.intersection(*speaking.values()), " and ".join(speaking)

    def _titled(self, words: tuple[str, ...]) -> set[int]:
        keys = [squeeze(each) for each in words]
        found = {
            title: pks
            for title, pks in self._titles.items()
            if title and any(title in key for key in keys)
        }
        # "TFPP Annual Meeting" is also found in "The 5th TFPP Annual Meeting 2024".
        longest = max(map(len, found), default=0)
        return {
            pk for title, pks in found.items() if len(title) == longest for pk in pks
        }

    def _convened(self, text: str) -> set[int]:
        """Return the meetings of the bodies whose abbreviations stand in ``text``."""
        folded = f" {fold(text)} "
        named = {
            pk: {
                body
                for row in meeting.convenings.all()
                if f" {fold(body := row.body.abbreviation)} " in folded
            }
            for pk, meeting in self.by_key.items()
        }
        most = max(map(len, named.values()), default=0)
        if not most:
            return set()
        nearest = {pk for pk, bodies in named.items() if len(bodies) == most}
        # "TFPP" is the event of TFPP alone rather than that of TFPP and DWG.
        alone = {pk for pk in nearest if len(self.by_key[pk].convenings.all()) == most}
        return alone or nearest

    def _dated(self, found: tuple[date, ...]) -> set[int]:
        return {
            pk
            for pk, meeting in self.by_key.items()
            if any(_on(meeting, day) for day in found)
        }

    def of_entry(self, entry: Entry, sheet: Target) -> Target:
        """Return the meeting of a row that names one itself; otherwise the sheet's."""
        if not entry.meeting or sheet.answered:
            return sheet
        slug = self._slugs.get(entry.meeting)
        found = {slug} if slug else set(self._titles.get(squeeze(entry.meeting), ()))
        if entry.day:
            found = {pk for pk in found if _on(self.by_key[pk], entry.day)}
        if len(found) == 1:
            return Target(self.by_key[found.pop()], "named in the row")
        return Target(
            doubt=f"No one meeting is called “{entry.meeting}”"
            + (f" on {entry.day:%-d %B %Y}." if entry.day else ".")
        )


def _on(meeting: Meeting, day: date) -> bool:
    return bool(meeting.starts_on) and meeting.starts_on <= day <= meeting.ends_on


def _day_doubt(words: tuple[str, ...], meeting: Meeting) -> str:
    told = days(" ".join(words))
    if not told or not meeting.starts_on or any(_on(meeting, day) for day in told):
        return ""
    return (
        f"The list says {told[0]:%-d %B %Y}, but {meeting.title} began on "
        f"{meeting.starts_on:%-d %B %Y}."
    )
