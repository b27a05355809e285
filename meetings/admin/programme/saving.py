"""Writing a programme to the record: all of it or nothing, never over another's change."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max

from meetings.admin.grid.merging import merge
from meetings.admin.slugs import free_slug
from meetings.models import Contribution, Meeting, Outcome, Person, Session

from .agenda import Agenda
from .forms import RowForm, SpeakerForm
from .order import merged, only, placed
from .plugs import PLUGS
from .sheet import Sheet
from .values import OUTCOME, SESSION, SPEAKER, key_of

MODELS = {SESSION: Session, SPEAKER: Contribution, OUTCOME: Outcome}
_WORDS = {SESSION: "sessions", SPEAKER: "speakers", OUTCOME: "outcomes"}
_FIELDS = {
    SESSION: ("title", "kind", "topics", "summary"),
    SPEAKER: ("role", "party", "person", "group", "unit", "as_role", "as_body_id"),
    OUTCOME: ("kind", "text", "due_on", "state"),
}


@dataclass(slots=True)
class Saved:
    """How a try to save ended: written, unless somebody or something stands in the way."""

    agenda: Agenda
    """The record as it is, read while nobody else could write."""
    disputed: set[str] = field(default_factory=set)
    """Rows that the other changed or removed, and this editor too."""
    taken: set[str] = field(default_factory=set)
    """Rows that the other alone changed, added or removed."""
    moved: list[str] = field(default_factory=list)
    """Lists that both put in another order, by their session; "sessions" itself."""
    refused: list[str] = field(default_factory=list)
    gone_to: list[str] = field(default_factory=list)
    """The other events to which outcomes were moved."""
    counts: Counter = field(default_factory=Counter)

    @property
    def stopped(self) -> bool:
        return bool(self.disputed or self.moved or self.refused)


@transaction.atomic
def save(sheet: Sheet, by) -> Saved:
    """Write a sheet that was checked, unless another changed the same rows since."""
    meeting = sheet.agenda.meeting
    # Two who save at once come one after the other.
    list(Meeting.objects.select_for_update().filter(pk=meeting.pk))
    saved = Saved(Agenda(meeting, sheet.agenda.names))
    theirs, mine = saved.agenda.digests(), sheet.digests()
    found = merge(sheet.state.loaded, theirs, mine)
    saved.disputed = set(found.disputed) | _under_what_is_gone(sheet, theirs, mine)
    saved.disputed |= _under_what_is_removed(
        sheet, saved.agenda, found.taken | found.disputed
    )
    saved.taken = set(found.taken) - saved.disputed
    wanted = _orders(sheet, saved, found.cells)
    changed = {key for key, held in found.cells.items() if theirs.get(key) != held}
    removed = theirs.keys() - found.cells.keys()
    moved = _moved(saved.agenda, wanted)
    saved.refused = _refusals(changed - theirs.keys(), changed | moved, removed, by)
    if _adds_people(sheet) and not by.has_perm("meetings.add_person"):
        saved.refused.append("You may not add people.")
    if not saved.stopped:
        _Writer(sheet, saved, by).write(changed, removed, wanted)
    return saved


def _under_what_is_removed(sheet: Sheet, now: Agenda, touched) -> set[str]:
    """Return sessions to be removed in which somebody else has written since."""
    return {
        session
        for session in sheet.order.sessions
        if sheet.is_removed(session)
        and not touched.isdisjoint(now.order.speakers.get(session, ()))
    }


def _under_what_is_gone(sheet: Sheet, theirs, mine) -> set[str]:
    """Return sessions that another removed and this editor wrote something into."""
    loaded = sheet.state.loaded
    return {
        session
        for session in sheet.order.sessions
        if session in loaded and session not in theirs
        for key in (session, *sheet.children(session))
        if mine.get(key) not in {loaded.get(key), None}
    }


def _orders(sheet: Sheet, saved: Saved, kept) -> dict[str, list[str]]:
    """Return the lists that are to be there: of sessions, and of each session's rows."""
    now = saved.agenda.order
    mine = dict(sheet.order.lists())
    theirs = dict(now.lists())
    # An outcome that one of them moved is in a list of each.
    where = {key: name for name, rows in theirs.items() for key in rows}
    where |= {
        key: name
        for name, rows in mine.items()
        for key in rows
        if key not in saved.taken or key not in where
    }
    wanted = {}
    for name in theirs | mine:
        rows, both = merged(
            list(sheet.state.loaded), theirs.get(name, []), mine.get(name, [])
        )
        wanted[name] = [key for key in rows if key in kept and where[key] == name]
        if both:
            saved.moved.append(name)
    return wanted


def _moved(now: Agenda, wanted: dict[str, list[str]]) -> set[str]:
    """Return the recorded rows of the lists that are to stand in another order."""
    found: set[str] = set()
    for name, rows in now.order.lists():
        kept = set(wanted[name]) & set(rows)
        if only(rows, kept) != only(wanted[name], kept):
            found |= kept
    return found


def _refusals(added, changed, removed, by) -> list[str]:
    """Return what the user may not do: who may change rows may not always add them."""
    told = []
    for verb, words, keys in (
        ("add", "add", added),
        ("change", "change", changed - added),
        ("delete", "remove", removed),
    ):
        for kind, model in MODELS.items():
            right = f"meetings.{verb}_{model._meta.model_name}"
            if any(key.startswith(kind) for key in keys) and not by.has_perm(right):
                told.append(f"You may not {words} {_WORDS[kind]}.")
    return told


def _adds_people(sheet: Sheet) -> bool:
    forms = map(sheet.form, sheet.standing())
    people = (form.instance.person for form in forms if form.kind_of_row == SPEAKER)
    return any(person and not person.pk for person in people)


class _Writer:
    def __init__(self, sheet: Sheet, saved: Saved, by) -> None:
        self._sheet, self._saved, self._by = sheet, saved, by
        self._rows = {key: held.row for key, held in saved.agenda.rows.items()}
        self._people: dict[tuple[str, int], Person] = {}

    def write(self, changed: set[str], removed: set[str], wanted) -> None:
        for key in filter(changed.__contains__, self._sheet.every_key()):
            self._write_row(key)
            verb = "added" if self._sheet.is_new(key) else "changed"
            self._saved.counts[verb] += 1
        for key in sorted(removed):
            if key in self._rows and not self._gone_with_its_session(key, removed):
                self._rows[key].delete()
            self._saved.counts["removed"] += 1
        self._put_in_order(wanted)

    def _gone_with_its_session(self, key: str, removed: set[str]) -> bool:
        session = getattr(self._rows[key], "session_id", None)
        return key.startswith(SPEAKER) and key_of(SESSION, session) in removed

    def _write_row(self, key: str) -> None:
        form = self._sheet.form(key)
        row = self._rows.get(key) or form.instance
        if isinstance(form, SpeakerForm):
            self._add_person(form)
        for name in _FIELDS[form.kind_of_row]:
            setattr(row, name, getattr(form.instance, name))
        if row.pk is None:
            self._place(key, row, form)
        if form.kind_of_row == OUTCOME:
            self._put_under(row, form.cleaned_data["place"])
        row.save()
        self._rows[key] = row
        if form.kind_of_row == OUTCOME:
            self._ask(row, form)
        if form.linked:
            self._link(key, row, form)

    def _place(self, key: str, row, form: RowForm) -> None:
        """Say where a new row belongs."""
        if form.kind_of_row == SPEAKER:
            row.session = self._rows[self._sheet.session_of(key)]
        else:
            row.meeting = self._sheet.agenda.meeting
        row.position = 1 + max(
            (
                other.position
                for name, other in self._rows.items()
                if name.startswith(form.kind_of_row)
            ),
            default=0,
        )

    def _put_under(self, row: Outcome, place: str) -> None:
        """Have an outcome belong to a session or the whole of this or another event."""
        other = self._sheet.agenda.elsewhere.get(place)
        if other is None:
            # The outcomes of a session that goes stay with the meeting.
            gone = place == self._sheet.agenda.whole or self._sheet.is_removed(place)
            row.session = None if gone else self._rows.get(place)
            return
        row.session = other if isinstance(other, Session) else None
        row.meeting = other.meeting if row.session else other
        last = row.meeting.outcomes.aggregate(last=Max("position"))["last"]
        row.position = 1 + (last or 0)
        self._saved.gone_to.append(str(row.meeting))

    def _ask(self, row: Outcome, form: RowForm) -> None:
        if set(row.asked_of.all()) != set(form.parties):
            row.asked_of.set(form.parties)

    def _link(self, key: str, row, form: RowForm) -> None:
        held = self._saved.agenda.rows.get(key)
        chosen = form.links()
        for plug in PLUGS:
            if plug.name in self._sheet.agenda.locked:
                continue
            before = held.values[plug.name] if held else []
            if chosen[plug.name] != before:
                plug.write(row, chosen[plug.name])

    def _add_person(self, form: SpeakerForm) -> None:
        """Make the person who was unknown, once however many rows name them."""
        person = form.instance.person
        if person is None or person.pk:
            return
        key = (person.name.casefold(), person.party_id)
        if key not in self._people:
            person.slug = free_slug(Person, person.name)
            person.save()
            if held := form.appointment:
                held.person = person
                held.save()
            self._people[key] = person
            self._saved.counts["people"] += 1
        form.instance.person = self._people[key]

    def _put_in_order(self, wanted: dict[str, list[str]]) -> None:
        self._number(wanted["sessions"])
        recorded = [key for key in self._saved.agenda.rows if key.startswith(OUTCOME)]
        outcomes = self._ours(recorded)
        for name, rows in wanted.items():
            if name.startswith(SPEAKER):
                self._number(rows)
            elif name.startswith(OUTCOME):
                outcomes = placed(outcomes, self._ours(rows))
        self._number(outcomes)

    def _ours(self, outcomes: list[str]) -> list[str]:
        """Return those that were not moved to another event."""
        meeting = self._sheet.agenda.meeting.pk
        return [key for key in outcomes if self._rows[key].meeting_id == meeting]

    def _number(self, keys: list[str]) -> None:
        """Number rows from 1, unless they stand in this order already."""
        rows = [self._rows[key] for key in keys if self._rows[key].pk]
        if rows == sorted(rows, key=lambda row: (row.position, row.pk)):
            return
        for position, row in enumerate(rows, start=1):
            if row.position != position:
                row.position = position
                row.save(update_fields=["position"])
                self._saved.counts["moved"] += 1
