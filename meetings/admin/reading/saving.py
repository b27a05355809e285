"""What was read and corrected, written into the record: all of it, or nothing."""

from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from meetings.admin.capacity import NAMES, Capacities
from meetings.admin.slugs import free_slug
from meetings.models import (
    Attendance,
    Convening,
    Meeting,
    Party,
    PartyAlias,
    Session,
)
from meetings.statements.reading.proposal import Unknown

from .chairing import Term, record
from .forms import TEXTS, Forms, MeetingForm

REASON = "As the statement of {} lists it."
CORRECTED = "Corrected by hand when the statement of {} was read."


class NotSavedError(Exception):
    """Nothing was saved: the forms say why."""


@dataclass(slots=True)
class Saved:
    meeting: Meeting
    added: int = 0
    left: int = 0
    """Parties that were on its list already."""
    overridden: int = 0
    named: int = 0
    """New parties and spellings."""
    chairs: int = 0
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
            _chairs(forms, saved)
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
    there = set(saved.meeting.attendances.values_list("party", flat=True))
    capacities = Capacities(saved.meeting)
    sources = forms.meeting.cleaned_data["sources"]
    for row, form in forms.rows:
        if form.cleaned_data["take"]:
            known = _Known(there, capacities, row.capacity.value)
            _enter(form, form.cleaned_data["party"], saved, known)
    for row, form in forms.unknown:
        party = _named(form, row, sources, saved)
        if party:
            _enter(form, party, saved, _Known(there, capacities, ""))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the record and the text say of a row before it is entered."""

    there: set[int]
    capacities: Capacities
    listed: str


def _enter(form, party: Party, saved: Saved, known: _Known) -> None:
    """Add a party to the attendance, unless it is on the list already."""
    if party.pk in known.there:
        saved.left += 1
        return
    given = form.cleaned_data
    record = Attendance(
        meeting=saved.meeting,
        party=party,
        presence=given["presence"],
        level=given["level"],
    )
    chosen = given["capacity"]
    if chosen and known.capacities.of(party) != NAMES[chosen]:
        record.capacity_override = chosen
        reason = REASON if chosen == known.listed else CORRECTED
        record.override_reason = reason.format(_when(saved.meeting))
        saved.overridden += 1
    _add(record, form, saved)


def _named(form, row: Unknown, sources: str, saved: Saved) -> Party | None:
    """Return whose a name is that the record did not know; a new party is recorded."""
    given = form.cleaned_data
    if given.get("kind"):
        name = given["name"]
        record = Party(
            name=name,
            running_name=name,
            kind=given["kind"],
            sort_key=name.casefold(),
            slug=free_slug(Party, name),
            sources=sources,
            unverified=True,
        )
        return record if _record(record, form, saved) else None
    party = given["party"]
    if party and given.get("remember"):
        printed = " ".join(row.quote.words.split())[:200]
        _record(PartyAlias(party=party, name=printed), form, saved)
    return party


def _record(record: Party | PartyAlias, form, saved: Saved) -> bool:
    try:
        record.full_clean()
    except ValidationError as error:
        _place(form, error)
        return False
    record.save()
    saved.named += 1
    return True


def _add(record: Attendance, form, saved: Saved) -> None:
    try:
        record.full_clean()
    except ValidationError as error:
        _place(form, error)
        return
    record.save()
    saved.added += 1


def _chairs(forms: Forms, saved: Saved) -> None:
    term = Term(saved.meeting, forms.meeting.cleaned_data["sources"])
    for _, form in forms.chairs:
        if form and form.cleaned_data["take"]:
            try:
                saved.chairs += record(form, term)
            except ValidationError as error:
                _place(form, error)


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
    told = (
        error if hasattr(error, "error_dict") else ValidationError({"__all__": error})
    )
    for name, messages in told.message_dict.items():
        where = name if name in form.fields and name != NON_FIELD_ERRORS else None
        form.add_error(where, messages)


def _when(meeting: Meeting) -> str:
    return f"{meeting.starts_on:%B %Y}" if meeting.starts_on else "this meeting"
