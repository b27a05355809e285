"""The named people of each delegation: known, or new, and in which role."""

from collections.abc import Mapping

from meetings.models import Attendance, Delegate, Import, Meeting, Party, Person

from .cells import PRESENT
from .delegations import Delegation, role_label
from .directory import People, Titles, person_key
from .outcomes import Change, DelegateWrite, Outcome, PersonWrite, Writes
from .proposals import Entry, Weight
from .text import fold

USUAL = Delegate.Role.DELEGATE.value


class Delegates:
    """Compares the people named in a file with those on record, all loaded at once."""

    def __init__(
        self,
        target: Import,
        delegations: Mapping[tuple[int, int], Delegation],
        writes: Writes,
    ):
        self._file_name = target.file_name
        self._writes = writes
        meetings = {meeting for meeting, _ in delegations}
        self._recorded = {
            (row.attendance_id, row.person_id): row
            for row in Delegate.objects.filter(attendance__meeting__in=meetings)
        }
        named = [
            (party, entry)
            for (_, party), delegation in delegations.items()
            for entry, _ in delegation.rows
            if entry.person
        ]
        self._people = People(party for party, _ in named)
        found = (self._find(party, entry) for party, entry in named if entry.title)
        self._titles = Titles(person.pk for person in found if person)

    def _find(self, party: int, entry: Entry) -> Person | None:
        return self._people.find(party, entry.person, entry.written)

    def compare(
        self,
        meeting: Meeting,
        party: Party,
        delegation: Delegation,
        recorded: Attendance | None,
    ) -> None:
        """Say of each row whom it names, and note what there is to write."""
        seen: dict[object, int] = {}
        for entry, outcome in delegation.rows:
            if not entry.person:
                continue
            if entry.presence != PRESENT:
                words = "Not present: only those who came are named as delegates."
                outcome.say(Weight.REMARK, words)
                continue
            person = self._find(party.pk, entry)
            same = person.pk if person else person_key(entry.person)
            if same in seen:
                words = f"Named twice, in row {seen[same]} as well: taken once."
                outcome.say(Weight.WARNING, words)
                continue
            seen[same] = entry.row
            if person is None:
                self._make(meeting, party, entry, outcome)
            else:
                self._recognise(meeting, person, entry, outcome, recorded)

    def _make(
        self, meeting: Meeting, party: Party, entry: Entry, outcome: Outcome
    ) -> None:
        key = party.pk, person_key(entry.person)
        shown = f"{entry.honorific} {entry.person}".strip()
        if key not in self._writes.people:
            self._writes.people[key] = PersonWrite(
                party=party,
                name=entry.person,
                honorific=entry.honorific,
                sources=self._source(entry, outcome),
                notes=f"Title in the list: {entry.title}" if entry.title else "",
            )
            outcome.made(_added("New person", f"{shown}, {party.name}"))
            if entry.title:
                outcome.made(_added("Title, as a note", entry.title))
            if other := self._people.elsewhere(party.pk, entry.person):
                words = f"Somebody of that name is on record for {other.party.name}."
                outcome.say(Weight.WARNING, words)
        role = entry.role or USUAL
        words = f"{shown}, {role_label(role).lower()}"
        outcome.made(_added("Delegate", words))
        delegation = meeting.pk, party.pk
        self._writes.delegates.append(DelegateWrite(delegation, key, None, role))

    def _source(self, entry: Entry, outcome: Outcome) -> str:
        sheet = f", sheet {outcome.sheet}" if outcome.sheet else ""
        return f"{self._file_name}{sheet}, row {entry.row}"

    def _recognise(
        self,
        meeting: Meeting,
        person: Person,
        entry: Entry,
        outcome: Outcome,
        recorded: Attendance | None,
    ) -> None:
        self._remark(meeting, person, entry, outcome)
        row = recorded and self._recorded.get((recorded.pk, person.pk))
        role = entry.role or (row.role if row else USUAL)
        if row is None:
            words = f"{person.name}, {role_label(role).lower()}"
            outcome.made(_added("Delegate", words))
        elif role != row.role:
            what = f"Role of {person.name}"
            change = Change(what, role_label(row.role), role_label(role))
            outcome.made(change)
        else:
            return
        delegation = meeting.pk, person.party_id
        self._writes.delegates.append(
            DelegateWrite(delegation, person.pk, row and row.pk, role)
        )

    def _remark(
        self, meeting: Meeting, person: Person, entry: Entry, outcome: Outcome
    ) -> None:
        """Say what the file has differently of somebody on record. The record stays."""
        if fold(person.name) not in (fold(entry.person), fold(entry.written)):
            words = f"Read as {person.name}, who is on record."
            outcome.say(Weight.REMARK, words)
        told, known = fold(entry.honorific), fold(person.honorific)
        if told and known and told != known:
            words = f"The record says {person.honorific} {person.name}: kept."
            outcome.say(Weight.REMARK, words)
        held = self._titles.on(person.pk, meeting.starts_on)
        if entry.title and fold(entry.title) not in fold(held):
            record = f"the record has “{held}”" if held else "none is on record"
            outcome.say(
                Weight.REMARK,
                f"The file gives the title “{entry.title}”; {record} on the day. An "
                "import changes no titles.",
            )


def _added(what: str, new: str) -> Change:
    return Change(what, "", new, added=True)
