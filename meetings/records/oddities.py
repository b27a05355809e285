"""What looks odd in the record: found in the facts, told in words. Nothing is forbidden.

History is untidy: an oddity is a question to the record keeper, not an error. Pure.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from meetings.facts import ChairFact, MeetingFacts
from meetings.stated import compared

OVERRIDDEN = "Capacities set by hand, not by membership"
COUNTS = "Stated and listed counts that differ"
SERIES = "Numbers skipped, doubled or out of order in a series"
TITLES = "Co-chairs without a title on the day"
TERMS = "Co-chairing recorded without a chair term"
LISTS = "Meetings held without an attendance list"
SILENT = "Sessions in which nobody is named"


@dataclass(frozen=True)
class Oddity:
    """``about`` is the slug of the meeting or series that it concerns."""

    kind: str
    about: str
    message: str


def oddities(meetings: Sequence[MeetingFacts]) -> Iterator[Oddity]:
    """Yield what looks odd in ``meetings``, kind by kind, in order of their days."""
    for look in (_overridden, _miscounted, _without_title, _without_list, _silent):
        for meeting in meetings:
            yield from look(meeting)
    yield from _numbers(meetings)


def without_term(
    rows: Iterable[tuple[str, str]], meetings: Sequence[MeetingFacts]
) -> Iterator[Oddity]:
    """Yield the ``rows`` (meeting, party that co-chaired it) with no term on that day."""
    chairs = {
        meeting.slug: {chair.party.name for chair in meeting.chairs}
        for meeting in meetings
    }
    for slug, party in rows:
        if party not in chairs.get(slug, set()):
            message = f"{party} is noted as co-chair but chairs no convening body."
            yield Oddity(TERMS, slug, message)


def _overridden(meeting: MeetingFacts) -> Iterator[Oddity]:
    for row in meeting.attendance:
        if row.override_reason:
            capacity = row.capacity.value.replace("_", " ")
            yield Oddity(
                OVERRIDDEN,
                meeting.slug,
                f"{row.party.name} as {capacity}: {row.override_reason}",
            )


def _miscounted(meeting: MeetingFacts) -> Iterator[Oddity]:
    for figure in compared(meeting):
        if figure.agrees is False:
            stated = f"{figure.stated.qualifier} {figure.stated.value}".strip()
            yield Oddity(
                COUNTS,
                meeting.slug,
                f"{stated} {figure.stated.label} stated, {figure.counted} listed.",
            )


def _without_title(meeting: MeetingFacts) -> Iterator[Oddity]:
    for chair in dict.fromkeys(meeting.chairs):
        if chair.person and not chair.person.title:
            yield Oddity(
                TITLES, meeting.slug, f"{_named(chair)} has no title recorded."
            )


def _named(chair: ChairFact) -> str:
    return f"{chair.person.name if chair.person else chair.party.name} ({chair.body})"


def _without_list(meeting: MeetingFacts) -> Iterator[Oddity]:
    if meeting.status == "held" and not meeting.attendance:
        yield Oddity(LISTS, meeting.slug, f"{meeting.title}: nobody is listed.")


def _silent(meeting: MeetingFacts) -> Iterator[Oddity]:
    for session in meeting.sessions:
        if not session.contributions:
            yield Oddity(SILENT, meeting.slug, f"{session.title}: nobody is named.")


def _numbers(meetings: Sequence[MeetingFacts]) -> Iterator[Oddity]:
    series: dict[str, list[MeetingFacts]] = defaultdict(list)
    for meeting in meetings:
        if meeting.series and meeting.number is not None:
            series[meeting.series].append(meeting)
    for name, numbered in sorted(series.items()):
        for message in [*_gaps(numbered), *_doubles(numbered), *_disorder(numbered)]:
            yield Oddity(SERIES, name, message)


def _gaps(numbered: list[MeetingFacts]) -> Iterator[str]:
    numbers = {meeting.number for meeting in numbered if meeting.number is not None}
    for before, after in pairwise(sorted(numbers)):
        first, last = before + 1, after - 1
        if first == last:
            yield f"There is no number {first}."
        elif first < last:
            yield f"There are no numbers {first} to {last}."


def _doubles(numbered: list[MeetingFacts]) -> Iterator[str]:
    for number, times in Counter(meeting.number for meeting in numbered).items():
        if times > 1:
            yield f"Number {number} is there {times} times."


def _disorder(numbered: list[MeetingFacts]) -> Iterator[str]:
    dated = [meeting for meeting in numbered if meeting.starts_on]
    dated.sort(key=lambda meeting: (meeting.starts_on or date.min, meeting.number or 0))
    for before, after in pairwise(dated):
        if (before.number or 0) > (after.number or 0):
            yield (
                f"{after.slug} has number {after.number}, "
                f"but {before.slug} before it has number {before.number}."
            )
