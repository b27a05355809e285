"""Rows as they were read against the record as it is: what an import would do.

A constant number of queries, however many rows there are. Nothing is saved here.
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from meetings.models import Attendance, Import, Party
from meetings.models.parties import Kind

from .cells import ABSENT
from .delegates import Delegates
from .delegations import Delegation
from .directory import Parties
from .outcomes import (
    AttendanceWrite,
    ColumnPlan,
    Missing,
    Outcome,
    Plan,
    SheetPlan,
    Status,
    Unknown,
    Writes,
)
from .proposals import Entry, Listing, Lists, Weight
from .spreading import spread
from .targets import OUT, Meetings, Target
from .text import fold

QUESTION = "Choose above what this name stands for."


def plan_of(target: Import) -> Plan:
    """Return what applying ``target`` would do now."""
    return Planning(target).plan()


class Planning:
    """Lays the lists of a file beside the record; nothing is written."""

    def __init__(self, target: Import):
        self._import = target
        self._lists = msgspec.convert(target.lists, Lists)
        self._answers = target.answers
        self._parties = Parties()
        self._meetings = Meetings(target)
        self._outcomes: list[Outcome] = []
        self._delegations: dict[tuple[int, int], Delegation] = defaultdict(Delegation)
        self._unknown: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self._writes = Writes()

    def plan(self) -> Plan:
        sheets = [
            self._sheet(index, listing)
            for index, listing in enumerate(self._lists.listings)
        ]
        self._load()
        for key, delegation in self._delegations.items():
            self._delegation(key, delegation)
        return Plan(
            outcomes=self._outcomes,
            sheets=sheets,
            unknown=[self._question(key) for key in self._unknown],
            missing=list(self._missing()),
            writes=self._writes,
            remarks=self._lists.remarks,
        )

    # Sheets and rows

    def _sheet(self, index: int, listing: Listing) -> SheetPlan:
        answer = self._answers.get("sheets", {}).get(str(index))
        target = self._meetings.of(listing, answer, self._listed())
        columns = self._columns(index, listing)
        if columns and not target.out:
            target = Target()  # each column has its own
        asks = False
        for entry, at in self._rows(listing, target, columns):
            outcome = Outcome(listing.sheet, entry.row, notes=list(entry.notes))
            self._outcomes.append(outcome)
            asks |= self._row(entry, outcome, at)
        if listing.problem:
            self._problem(listing, target)
        return SheetPlan(
            index=index,
            title=listing.sheet,
            rows=len(listing.entries),
            target=target,
            asks=asks,
            unread=listing.unread,
            problem=listing.problem,
            remarks=listing.remarks,
            columns=columns,
        )

    def _columns(self, index: int, listing: Listing) -> tuple[ColumnPlan, ...]:
        answers = self._answers.get("columns", {})
        return tuple(
            ColumnPlan(
                index=place,
                title=column.heading,
                rows=sum(
                    1 for each in listing.entries if each.marks and each.marks[place]
                ),
                target=self._meetings.of_column(
                    column, answers.get(f"{index}-{place}")
                ),
            )
            for place, column in enumerate(listing.events)
        )

    @staticmethod
    def _rows(
        listing: Listing, target: Target, columns: tuple[ColumnPlan, ...]
    ) -> Iterator[tuple[Entry, Target]]:
        if not columns or target.out:
            yield from ((entry, target) for entry in listing.entries)
            return
        for entry, at in spread(listing, [column.target for column in columns]):
            yield entry, at or target

    def _problem(self, listing: Listing, target: Target) -> None:
        # A rooming list beside the participants is no reason to stop.
        other = target.out or self._listed()
        outcome = Outcome(listing.sheet, 0)
        outcome.end(
            Status.SKIPPED if other else Status.ERROR,
            Weight.WARNING if other else Weight.ERROR,
            listing.problem,
        )
        self._outcomes.append(outcome)

    def _listed(self) -> int:
        return sum(1 for listing in self._lists.listings if listing.entries)

    def _row(self, entry: Entry, outcome: Outcome, sheet: Target) -> bool:
        """File the row under its party and meeting; return whether its meeting is asked."""
        outcome.party, outcome.person = entry.party or entry.organisation, entry.person
        if entry.skipped:
            outcome.end(Status.SKIPPED, Weight.REMARK, entry.skipped)
            return False
        if sheet.out:
            words = "The sheet is left out, as you chose."
            outcome.end(Status.SKIPPED, Weight.REMARK, words)
            return False
        if any(note.weight is Weight.ERROR for note in entry.notes):
            outcome.status = Status.ERROR
            outcome.meeting = sheet.meeting.title if sheet.meeting else ""
            return False
        party = self._party(entry, outcome)
        target = self._meetings.of_entry(entry, sheet)
        if target.meeting is None:
            doubt = entry.meeting and f"{target.doubt} "
            words = f"{doubt}Choose above which meeting {target.of} is of."
            outcome.end(Status.QUESTION, Weight.REMARK, words)
            return True
        outcome.meeting = target.meeting.title
        if party is not None:
            key = target.meeting.pk, party.pk
            self._delegations[key].rows.append((entry, outcome))
        return False

    def _party(self, entry: Entry, outcome: Outcome) -> Party | None:
        body = self._parties.find(entry.organisation).party
        # A state's people work for ministries, which are no parties. A name that is one
        # says who sent them: "Thailand, IOM" are IOM's people in Bangkok.
        if not body or body.kind == Kind.STATE:
            return self._resolved(entry.party or entry.organisation, entry, outcome)
        if entry.party and self._parties.find(entry.party).party != body:
            words = (
                f"“{entry.party}” and “{entry.organisation}” are both named: read as "
                f"{body.name}."
            )
            outcome.say(Weight.WARNING, words)
        return self._resolved(entry.organisation, entry, outcome)

    def _resolved(self, name: str, entry: Entry, outcome: Outcome) -> Party | None:
        answer = self._answers.get("names", {}).get(fold(name) or name, {})
        chosen = answer.get("party", "")
        found = self._parties.find(name)
        if found.party is None:
            asked = self._unknown[fold(name) or name]
            asked.append((name, outcome.sheet, entry.row))
        if found.party is None and chosen == OUT:
            outcome.end(Status.SKIPPED, Weight.REMARK, "Left out, as you chose.")
            return None
        party = found.party
        if party is None and chosen.isdecimal():
            party = self._parties.by_key.get(int(chosen))
        if party is None:
            words = f"No party is known as “{name}”. {QUESTION}"
            outcome.end(Status.QUESTION, Weight.REMARK, words)
            return None
        if found.loosely or found.party is None:
            outcome.say(Weight.REMARK, f"“{name}” is read as {party.name}.")
        if found.party is None and answer.get("remember"):
            self._writes.aliases.setdefault(name, party)
        outcome.party = party.name
        return party

    def _question(self, key: str) -> Unknown:
        asked = self._unknown[key]
        name, sheet, row = asked[0]
        answer = self._answers.get("names", {}).get(key, {})
        return Unknown(
            name=name,
            rows=len(set(asked)),
            where=f"{sheet}, row {row}" if sheet else f"row {row}",
            perhaps=self._parties.find(name).perhaps,
            answer=answer.get("party", ""),
            remember=answer.get("remember", False),
        )

    # Delegations

    def _load(self) -> None:
        meetings = {meeting for meeting, _ in self._delegations}
        self._recorded = {
            (row.meeting_id, row.party_id): row
            for row in Attendance.objects.filter(meeting__in=meetings)
        }
        self._delegates = Delegates(self._import, self._delegations, self._writes)

    def _delegation(self, key: tuple[int, int], delegation: Delegation) -> None:
        if not delegation.settle():
            return
        recorded = self._recorded.get(key)
        if delegation.presence == ABSENT:
            self._absent(delegation, recorded)
            return
        changes = delegation.compare(recorded)
        if changes:
            meeting, party = key
            self._writes.attendances[key] = AttendanceWrite(
                meeting=self._meetings.by_key[meeting],
                party=self._parties.by_key[party],
                pk=recorded and recorded.pk,
                values=delegation.values,
            )
            delegation.first.made(*changes)
        self._delegates.compare(
            self._meetings.by_key[key[0]],
            self._parties.by_key[key[1]],
            delegation,
            recorded,
        )

    def _absent(self, delegation: Delegation, recorded: Attendance | None) -> None:
        for _, outcome in delegation.rows:
            if recorded is None:
                words = "Marked as absent: nothing is recorded."
                outcome.end(Status.SKIPPED, Weight.REMARK, words)
            else:
                words = (
                    "Marked as absent, but the record has it as "
                    f"{recorded.get_presence_display().lower()}. An import removes nothing: "
                    "delete the attendance by hand if the list is right."
                )
                outcome.end(Status.UNCHANGED, Weight.WARNING, words)

    def _missing(self) -> Iterator[Missing]:
        left = defaultdict(list)
        for key, row in self._recorded.items():
            if key not in self._delegations:
                left[key[0]].append(self._parties.by_key[row.party_id])
        for meeting, parties in left.items():
            parties.sort(key=lambda party: party.sort_key)
            names = tuple(party.name for party in parties)
            yield Missing(self._meetings.by_key[meeting], names)
