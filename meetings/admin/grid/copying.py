"""Earlier attendance of the same bodies, as a proposal for the grid."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from meetings.models import Attendance, Gathering, Meeting

from .cells import PRESENT, Key
from .roster import Roster, meetings_of

MOST = 30


def earlier(roster: Roster) -> list[tuple[str, str]]:
    """Return the earlier weeks and meetings of the bodies that have a list, latest first."""
    days = [meeting.starts_on for meeting in roster.meetings if meeting.starts_on]
    found = _with_lists(roster.meetings)
    if days:
        found = found.filter(starts_on__lt=min(days))
    choices: dict[str, str] = {}
    for meeting in found.select_related("gathering").order_by("-starts_on", "-pk"):
        if meeting.gathering_id and meeting.gathering_id != _week(roster):
            choices.setdefault(
                f"gathering-{meeting.gathering_id}", f"{meeting.gathering} (week)"
            )
        day = f", {meeting.starts_on:%-d %B %Y}" if meeting.starts_on else ""
        choices[f"meeting-{meeting.pk}"] = f"{meeting.title}{day}"
    return list(choices.items())[:MOST]


def _week(roster: Roster) -> int | None:
    if isinstance(roster.target, Gathering):
        return roster.target.pk
    return roster.target.gathering_id


def _with_lists(meetings: Iterable[Meeting]):
    meetings = list(meetings)
    bodies = [row.body_id for meeting in meetings for row in meeting.convenings.all()]
    listed = Attendance.objects.filter(
        meeting=OuterRef("pk"), presence=Attendance.Presence.PRESENT
    )
    return (
        Meeting.objects.filter(Q(bodies__in=bodies), Exists(listed))
        .exclude(pk__in=[meeting.pk for meeting in meetings])
        .distinct()
    )


def proposal(roster: Roster, choice: str) -> tuple[list[Key], list[Meeting]]:
    """Return whom an earlier list proposes for which meetings, and those it has none for.

    A meeting takes the list of the one that shares most bodies with it. Who was present
    is proposed as present; levels and numbers were of that time and are not.
    """
    kind, _, pk = choice.partition("-")
    model = Gathering if kind == "gathering" else Meeting
    source = list(
        meetings_of(model(pk=int(pk))).prefetch_related("convenings", "attendances")
    )
    keys: list[Key] = []
    without = []
    for meeting in roster.meetings:
        like = _likest(meeting, source)
        if like is None:
            without.append(meeting)
            continue
        keys += [
            (row.party_id, meeting.pk)
            for row in like.attendances.all()
            if row.presence == PRESENT
        ]
    return keys, without


def _likest(meeting: Meeting, source: list[Meeting]) -> Meeting | None:
    ours = {row.body_id for row in meeting.convenings.all()}
    ranked = []
    for other in source:
        theirs = {row.body_id for row in other.convenings.all()}
        if ours & theirs and other.attendances.all():
            likeness = len(ours & theirs) / len(ours | theirs)
            day = (other.starts_on or date.min).toordinal()
            ranked.append((likeness, other.kind == meeting.kind, day, other.pk, other))
    return max(ranked)[-1] if ranked else None
