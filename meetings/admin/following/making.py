"""Writing the next meeting or week: all of it or nothing."""

from dataclasses import dataclass, field

from django.db import transaction

from meetings.admin.slugs import free_slug
from meetings.models import Convening, Gathering, Meeting, Session

from .forms import NextForm, Proposal
from .proposing import next_slug


@dataclass(slots=True)
class Made:
    meetings: list[Meeting] = field(default_factory=list)
    week: Gathering | None = None
    sessions: int = 0


def make(proposal: Proposal) -> Made | None:
    """Make what was proposed and corrected; None where a form says what to mend."""
    keys = [form.source.meeting.pk for form in proposal.meetings]
    with transaction.atomic():
        # Who presses the button twice waits here, and is then told of the first.
        list(Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
        if not proposal.is_valid():
            return None
        made = Made()
        if proposal.week:
            week = proposal.week.save(commit=False)
            week.slug = free_slug(Gathering, week.title)
            week.save()
            made.week = week
        for form in proposal.taken:
            made.meetings.append(_meeting(form, made))
    return made


def _meeting(form: NextForm, made: Made) -> Meeting:
    before, meeting = form.source.meeting, form.save(commit=False)
    year = before.starts_on.year if before.starts_on else None
    ending = str(meeting.starts_on.year) if meeting.starts_on else ""
    slug = next_slug(before.slug, before.number, year)
    meeting.slug = (
        free_slug(Meeting, slug) if slug else free_slug(Meeting, meeting.title, ending)
    )
    meeting.gathering = made.week
    meeting.save()
    for row in form.source.convenings:
        Convening.objects.create(
            meeting=meeting, body=row.body, role=row.role, position=row.position
        )
    titled = [each.cleaned_data for each in form.sessions if each.cleaned_data["title"]]
    for position, given in enumerate(titled, start=1):
        Session.objects.create(
            meeting=meeting,
            position=position,
            title=given["title"],
            kind=given["kind"],
        )
    made.sessions += len(titled)
    return meeting
