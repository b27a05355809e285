"""What was read and corrected, written into the record: all of it, or nothing."""

from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from meetings.admin.capacity import NAMES, Capacities
from meetings.admin.slugs import free_slug
from meetings.models import Attendance, Convening, Meeting, Party, Session

from .forms import TEXTS, Forms, MeetingForm

REASON = "As the statement of {} lists it."


class NotSavedError(Exception):
    """Nothing was saved: the forms say why."""


@dataclass(slots=True)
class Saved:
    meeting: Meeting
    added: int = 0
    left: int = 0
    """Parties that were on its list already."""
    overridden: int = 0
    sessions: int = 0


def save(forms: Forms) -> Saved:
    """Create the meeting, or fill the one chosen, with attendance and sessions.

    Raises: NotSavedError where a record is not valid; its form says why.
    """
    if not forms.are_valid():
        raise NotSavedError
    try:
        with transaction.atomic():
            saved = Saved(_meeting(forms.meeting))
            _attendance(forms, saved)
            _sessions(forms, saved)
            if any(form.errors for form in forms.every):
                raise NotSavedError
    except IntegrityError as error:
        words = "Somebody saved the same at this moment. Look again, then save."
        forms.meeting.add_error(None, words)
        raise NotSavedError from error
    return saved


def _meeting(form: MeetingForm) -> Meeting:
    given = form.cleaned_data
    meeting = given["into"] or Meeting(list_status=given["list_status"])
    fresh = meeting.pk is None
    for name in TEXTS:
        if getattr(meeting, name) in (None, "") and given.get(name) not in (None, ""):
            setattr(meeting, name, given[name])
    if fresh:
        year = str(meeting.starts_on.year) if meeting.starts_on else ""
        meeting.slug = free_slug(Meeting, meeting.title, year)
    known = meeting.source_list
    new = [line.strip() for line in given["sources"].splitlines()]
    meeting.sources = "\n".join(dict.fromkeys([*known, *filter(None, new)]))
    try:
        meeting.full_clean()
    except ValidationError as error:
        _place(form, error)
        raise NotSavedError from error
    meeting.save()
    if not meeting.convenings.exists():
        for position, body in enumerate(given["bodies"]):
            row = Convening(meeting=meeting, body=body, position=position)
            row.full_clean()
            row.save()
    return meeting


def _attendance(forms: Forms, saved: Saved) -> None:
    meeting = saved.meeting
    there = set(meeting.attendances.values_list("party", flat=True))
    capacities = Capacities(meeting)
    for row, form in forms.rows:
        given = form.cleaned_data
        party = forms.parties[row.party.name]
        if not given["take"]:
            continue
        if party.pk in there:
            saved.left += 1
            continue
        record = Attendance(
            meeting=meeting,
            party=party,
            presence=given["presence"],
            level=given["level"],
        )
        if given["override"] and capacities.of(party) != NAMES[row.capacity.value]:
            record.capacity_override = row.capacity.value
            record.override_reason = REASON.format(_when(meeting))
            saved.overridden += 1
        _add(record, form, saved)
    known = {
        str(party.pk): party for party in Party.objects.filter(pk__in=_named(forms))
    }
    for _, form in forms.unknown:
        given = form.cleaned_data
        party = known.get(given["party"])
        if party and party.pk in there:
            saved.left += 1
        elif party:
            record = Attendance(
                meeting=meeting, party=party, presence=given["presence"]
            )
            _add(record, form, saved)


def _named(forms: Forms) -> list[str]:
    given = [form.cleaned_data["party"] for _, form in forms.unknown]
    return [key for key in given if key]


def _add(record: Attendance, form, saved: Saved) -> None:
    try:
        record.full_clean()
    except ValidationError as error:
        _place(form, error)
        return
    record.save()
    saved.added += 1


def _sessions(forms: Forms, saved: Saved) -> None:
    last = saved.meeting.sessions.order_by("-position").first()
    position = last.position + 1 if last else 0
    for row, form in forms.sections:
        given = form.cleaned_data
        if not given["take"]:
            continue
        session = Session(
            meeting=saved.meeting,
            position=position + saved.sessions,
            title=given["title"],
            kind=given["kind"],
            summary=row.text.words.strip() if given["keep_text"] else "",
        )
        try:
            session.full_clean()
        except ValidationError as error:
            _place(form, error)
            continue
        session.save()
        saved.sessions += 1


def _place(form, error: ValidationError) -> None:
    """Show what is wrong beside its field, or above the form that has no such field."""
    for name, messages in error.message_dict.items():
        where = name if name in form.fields and name != NON_FIELD_ERRORS else None
        form.add_error(where, messages)


def _when(meeting: Meeting) -> str:
    return f"{meeting.starts_on:%B %Y}" if meeting.starts_on else "this meeting"
