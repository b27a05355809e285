"""The import itself: everything or nothing, and only what the preview showed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.forms.models import model_to_dict
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from meetings.models import Attendance, Delegate, Import, PartyAlias, Person
from meetings.slugs import slug_of

from .outcomes import Plan, Status
from .planning import plan_of

BLOCK = 500
LONGEST_SLUG = 150
KINDS = {
    "alias": PartyAlias,
    "person": Person,
    "attendance": Attendance,
    "delegate": Delegate,
}
NAMES = {model: name for name, model in KINDS.items()}


class NotAppliedError(Exception):
    """Nothing was saved. The text says why, and what to do."""


class RecordMovedError(NotAppliedError):
    """The preview that was confirmed is no longer what would happen."""


Progress = Iterator[tuple[int, int]]
"""How many records are done, and how many there are."""


def apply(pk: int, *, user, seen: str, leave_out_errors: bool = False) -> Progress:
    """Save what the preview with the fingerprint ``seen`` showed, in one transaction.

    An iterator, so that a page can tell how far it is; nothing is saved before its end.

    Raises: RecordMovedError if the preview would now read differently; NotAppliedError if
    the import is not ready or the record refuses it.
    """
    try:
        with transaction.atomic():
            target = Import.objects.select_for_update().filter(pk=pk).first()
            if target is None:
                raise NotAppliedError("This preview was discarded in the meantime.")
            plan = _confirmed(target, seen, leave_out_errors)
            if unallowed := plan.writes.not_allowed(user):
                words = f"Your account may not add {', '.join(unallowed)}."
                raise NotAppliedError(f"{words} Ask for that permission.")
            applied = Applying(target, plan, user)
            yield from applied.progress()
            target.written, target.preview = applied.written, plan.as_json()
            target.state = Import.State.APPLIED
            target.applied_by, target.applied_at = user, timezone.now()
            target.save(
                update_fields=[
                    "written",
                    "preview",
                    "state",
                    "applied_by",
                    "applied_at",
                ]
            )
    except IntegrityError as error:
        # Somebody saved a rival row between our look at the record and our writing.
        raise RecordMovedError("The record has just been changed.") from error


def _confirmed(target: Import, seen: str, leave_out_errors: bool) -> Plan:
    if target.state != Import.State.PREVIEWED:
        state = target.get_state_display().lower()
        raise NotAppliedError(f"This import was {state} already.")
    plan = plan_of(target)
    if plan.fingerprint() != seen:
        raise RecordMovedError("The record has changed since the preview was shown.")
    if not plan.is_ready:
        raise NotAppliedError(
            "There is a question to answer first, or nothing to import."
        )
    if plan.counts[Status.ERROR] and not leave_out_errors:
        raise NotAppliedError(
            "Some rows have errors. Mend them in the file and choose it anew, or tick that "
            "they are to be left out."
        )
    return plan


class Applying:
    """Writes what a plan says, in blocks, and keeps what it wrote so that it can be undone."""

    def __init__(self, target: Import, plan: Plan, user):
        self._plan = plan
        self._history = {
            "batch_size": BLOCK,
            "default_user": user,
            "default_change_reason": f"Import {target.pk}: {target.file_name}"[:100],
        }
        self.written: list[dict] = []
        self._done = 0
        writes = plan.writes
        self._all = sum(
            map(
                len,
                (writes.aliases, writes.people, writes.attendances, writes.delegates),
            )
        )

    def progress(self) -> Progress:
        writes = self._plan.writes
        yield from self._create(
            PartyAlias,
            [
                PartyAlias(party=party, name=name)
                for name, party in writes.aliases.items()
            ],
        )
        people = dict(zip(writes.people, self._new_people(), strict=True))
        yield from self._create(Person, list(people.values()))
        attendances = yield from self._attendances()
        yield from self._delegates(people, attendances)

    def _new_people(self) -> Iterator[Person]:
        taken = set(Person.objects.values_list("slug", flat=True))
        for write in self._plan.writes.people.values():
            yield Person(
                party=write.party,
                name=write.name,
                honorific=write.honorific,
                slug=_slug(f"{write.name} {write.party.slug}", taken),
                sources=write.sources,
                notes=write.notes,
            )

    def _attendances(self):
        writes = self._plan.writes.attendances
        recorded = Attendance.objects.select_for_update().in_bulk(
            [write.pk for write in writes.values() if write.pk]
        )
        made, changed, rows = [], [], {}
        for key, write in writes.items():
            row = recorded.get(write.pk) or Attendance(
                meeting=write.meeting, party=write.party
            )
            before = values_of(row)
            for name, value in write.values.items():
                setattr(row, name, value)
            rows[key] = row
            if write.pk:
                changed.append((row, before))
            else:
                made.append(row)
        yield from self._create(Attendance, made)
        yield from self._update(Attendance, changed)
        return rows

    def _delegates(self, people: dict, attendances: dict) -> Progress:
        writes = self._plan.writes.delegates
        recorded = Delegate.objects.select_for_update().in_bulk(
            [write.pk for write in writes if write.pk]
        )
        keys = {write.attendance for write in writes} - attendances.keys()
        meetings = {meeting for meeting, _ in keys}
        for row in Attendance.objects.filter(meeting__in=meetings):
            attendances.setdefault((row.meeting_id, row.party_id), row)
        known = Person.objects.in_bulk(
            [write.person for write in writes if isinstance(write.person, int)]
        )
        made, changed = [], []
        for write in writes:
            person = people.get(write.person) or known.get(write.person)
            row = recorded.get(write.pk)
            if row is None:
                attendance = attendances[write.attendance]
                made.append(
                    Delegate(attendance=attendance, person=person, role=write.role)
                )
            else:
                before = values_of(row)
                row.role = write.role
                changed.append((row, before))
        yield from self._create(Delegate, made)
        yield from self._update(Delegate, changed)

    # Blocks: each row checked, the block saved with its history

    def _create(self, model, rows: Sequence) -> Progress:
        for few in _blocks(rows):
            with _refusing(few):
                bulk_create_with_history(few, model, **self._history)
            for row in few:
                self._note(row, None)
            yield self._count(few)

    def _update(self, model, rows: Sequence[tuple]) -> Progress:
        for few in _blocks(rows):
            records = [row for row, _ in few]
            fields = [
                field.name
                for field in model._meta.concrete_fields
                if not field.primary_key
            ]
            with _refusing(records):
                bulk_update_with_history(records, model, fields, **self._history)
            for row, before in few:
                self._note(row, before)
            yield self._count(few)

    def _count(self, few: Sequence) -> tuple[int, int]:
        self._done += len(few)
        return self._done, self._all

    def _note(self, row, before: dict | None) -> None:
        self.written.append(
            {
                "kind": NAMES[type(row)],
                "pk": row.pk,
                "label": str(row),
                "before": before,
                "after": values_of(row),
            }
        )


@contextmanager
def _refusing(rows: Sequence[Model]) -> Iterator[None]:
    """Check ``rows`` before they are saved, and say in words what is wrong with which.

    Fields row by row, here. Constraints by the database, all at once: to ask it one by one
    takes a minute for ten thousand. Only when it refuses is each row asked for the words.
    """
    for row in rows:
        keys = [field.name for field in row._meta.concrete_fields if field.is_relation]
        with _worded(row):
            row.full_clean(keys, validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        for row in rows:
            with _worded(row):
                row.full_clean()
        raise


@contextmanager
def _worded(row: Model) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise NotAppliedError(
            f"{row}: {' '.join(error.messages)} Nothing was imported. Mend it in the file "
            "or in the record, and try again."
        ) from error


def values_of(row) -> dict:
    """Return every column of a row by the name of its field, as undoing compares it."""
    return model_to_dict(row, [field.name for field in row._meta.concrete_fields])


def _blocks(rows: Sequence) -> Iterable[Sequence]:
    return (rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK))


def _slug(words: str, taken: set[str]) -> str:
    base = slug_of(words)[: LONGEST_SLUG - 6].strip("-") or "person"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
