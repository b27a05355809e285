"""The grid as its template needs it: columns, groups of rows, and what they amount to."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.safestring import mark_safe

from meetings.documents import markup
from meetings.facts import HouseStyle, MeetingFacts
from meetings.models import Attendance, Meeting
from meetings.models.attendance import CAPACITIES, LEVELS
from meetings.reports import groups, totals, union
from meetings.statements import events

from . import posted
from .cells import APOLOGIES, DIFFERS, PRESENT, VALUES, Cell, Key, row_of, row_values
from .desk import Desk
from .parts import Box, Column, Row, Value
from .wording import as_markup, wording

CAPACITY_NAMES = dict(CAPACITIES)
GROUPS = CAPACITY_NAMES | {
    "member": "Members of a convening body",
    "bali_process_member": "Other Bali Process members, as observers",
    "bali_process_observer": "Bali Process observers",
    "academic": "Academic institutions",
    "regional_forum": "Regional forums and programmes",
    "workstream": "Bali Process workstreams",
    "other": "Others",
}
LABELS = {
    "level": "level",
    "mode": "mode",
    "size": "number of delegates",
    "capacity": "other capacity",
    "reason": "reason for the other capacity",
}
_WORDS = {
    "level": dict(LEVELS),
    "mode": dict(Attendance.Mode.choices),
    "capacity": CAPACITY_NAMES,
}
_PRESENCES = dict(Attendance.Presence.choices)


def describe(cell: Cell | None) -> str:
    """Return a cell in words."""
    if cell is None:
        return "Absent"
    told = [_PRESENCES.get(cell.presence, cell.presence)]
    told += [
        words[cell.value(name)].lower() if name != "capacity" else words[cell.capacity]
        for name, words in _WORDS.items()
        if cell.value(name) in words
    ]
    if cell.size:
        told.append(f"{cell.size} delegates")
    if cell.reason:
        told.append(f"because: {cell.reason}")
    return ", ".join(told)


class Sheet:
    """One page of the grid, ready to be shown."""

    def __init__(self, desk: Desk):
        self._desk = desk
        self._roster = desk.roster
        self.shown = desk.posted.cells()
        self.facts = self._roster.meeting_facts(desk.cells())
        self.columns = [
            self._column(meeting, facts)
            for meeting, facts in zip(self._roster.meetings, self.facts, strict=True)
        ]
        self._labels = {column.meeting.pk: column.label for column in self.columns}

    @property
    def groups(self) -> list[dict]:
        return [
            {
                "label": GROUPS[capacity],
                "rows": [self._row(party) for party in parties],
            }
            for capacity, parties in self._roster.in_groups(self._desk.parties)
        ]

    def signed_state(self) -> str:
        state = self._desk.state
        state.shown = self.shown
        return state.sign()

    # What it amounts to

    def said(self) -> list[dict]:
        """Return the attendance in the words of either house style, as HTML."""
        rows = union(self.facts)
        bodies = events.speaking(self.facts)
        passages = []
        for style, label in (
            (HouseStyle.BULLETS, "As bullets"),
            (HouseStyle.PARAGRAPH, "As a paragraph"),
        ):
            text = as_markup(wording(rows, bodies, style), style, len(self.facts))
            html = mark_safe(markup.html(text))  # noqa: S308 - cleaned there
            passages.append({"label": label, "html": html})
        return passages

    def totals(self) -> dict:
        rows = union(self.facts)
        return {"all": totals(rows), "groups": groups(rows)}

    def taken(self) -> list[str]:
        """Return what another editor changed meanwhile, in words."""
        return [
            f"{self._place(key)}: {describe(self._desk.state.loaded.get(key))}"
            for key in sorted(self._desk.taken, key=self._place)
        ]

    def disputed(self) -> list[dict]:
        keys = sorted(self._desk.state.disputed, key=self._place)
        return [
            {"name": posted.cell_name(key), "place": self._place(key)} for key in keys
        ]

    def objections(self) -> list[dict]:
        """Return what is to be mended in the table, each with the field it is beside."""
        found: dict[str, dict] = {}
        for (key, name), words in self._desk.errors.items():
            if name == "presence":
                field_name, place = posted.cell_name(key), self._place(key)
            else:
                field_name = posted.value_name(key[0], name)
                place = f"{self._roster.parties[key[0]].name}, {LABELS[name]}"
            found[field_name] = {"name": field_name, "place": place, "words": words}
        for party, words in self._desk.row_errors.items():
            field_name = posted.value_name(party, "level")
            place = self._roster.parties[party].name
            found[field_name] = {"name": field_name, "place": place, "words": words}
        return [*self._unanswered(), *found.values()]

    def _unanswered(self) -> Iterator[dict]:
        for number, words in self._desk.question_errors.items():
            text = self._desk.state.questions[number].text
            yield {"name": f"answer-{number}", "place": text, "words": words}
        if words := self._desk.confirm_error:
            yield {"name": "confirm", "place": "The proposal", "words": words}

    def questions(self) -> list[dict]:
        found = []
        for number, question in enumerate(self._desk.state.questions):
            names = [
                (key, self._roster.parties[key].name)
                for key in question.suggestions
                if key in self._roster.parties
            ]
            found.append(
                {
                    "number": number,
                    "text": question.text,
                    "suggestions": names,
                    "error": self._desk.question_errors.get(number, ""),
                }
            )
        return found

    # Columns and rows

    def _column(self, meeting: Meeting, facts: MeetingFacts) -> Column:
        day = f" {meeting.starts_on:%-d %b}" if meeting.starts_on else ""
        bodies = [row.body.abbreviation for row in meeting.convenings.all()]
        grid = ""
        if self._roster.is_week:
            grid = reverse("admin:meetings_meeting_attendance", args=[meeting.pk])
        return Column(
            meeting=meeting,
            name=events.name(facts),
            label=f"{', '.join(bodies) or meeting.title}{day}",
            present=len(facts.present),
            apologies=len(facts.attendance) - len(facts.present),
            grid=grid,
        )

    def _place(self, key: Key) -> str:
        return f"{self._roster.parties[key[0]].name}, {self._labels[key[1]]}"

    def _row(self, party: int) -> Row:
        name = self._roster.parties[party].name
        cells = row_of(self.shown, party)
        row = Row(
            party=party,
            name=name,
            title=self._other_capacities(party),
            boxes=[self._box((party, pk), cells.get(pk)) for pk in self._labels],
            values={each: self._value(party, each, cells) for each in VALUES},
        )
        override = (row.values["capacity"], row.values["reason"])
        row.open = any(value.value or value.error for value in override)
        if error := self._desk.row_errors.get(party):
            row.errors.append(error)
        return row

    def _other_capacities(self, party: int) -> str:
        best = self._roster.best_capacity(party)
        others = [
            f"{self._labels[meeting.pk]}: {CAPACITY_NAMES[held.value]}"
            for meeting in self._roster.meetings
            if (held := self._roster.capacity(party, meeting)) != best
        ]
        return "; ".join(others)

    def _box(self, key: Key, cell: Cell | None) -> Box:
        desk = self._desk
        box = Box(
            key=key,
            name=posted.cell_name(key),
            label=self._place(key),
            choices=posted.PRESENCES,
            value=cell.presence if cell else "",
            proposed=key in desk.state.proposed,
            error=desk.errors.get((key, "presence"), ""),
        )
        if key in desk.state.disputed:
            box.dispute = {
                "name": posted.choice_name(key),
                "mine": describe(cell),
                "theirs": describe(desk.state.loaded.get(key)),
                "choice": desk.posted.choices.get(key, ""),
                "missing": key in desk.dispute_errors,
            }
        return box

    def _value(self, party: int, name: str, cells: dict[int, Cell]) -> Value:
        values = row_values(cells.values()) if cells else self._typed(party)
        error = " ".join(
            dict.fromkeys(
                words
                for (key, what), words in self._desk.errors.items()
                if key[0] == party and what == name
            )
        )
        made = Value(
            name=posted.value_name(party, name),
            label=f"{self._roster.parties[party].name}: {LABELS[name]}",
            value=values.get(name, ""),
            choices=list(posted.CHOICES.get(name, [])),
            error=error,
        )
        if made.value == DIFFERS:
            # A number or a reason is typed over; the other two are chosen anew.
            if made.choices:
                made.choices.append((DIFFERS, "differs by event"))
            made.by_event = "; ".join(
                f"{self._labels[pk]}: {_WORDS.get(name, {}).get(text, text)}"
                for pk, cell in cells.items()
                if cell.presence in {PRESENT, APOLOGIES} and (text := cell.value(name))
            )
        return made

    def _typed(self, party: int) -> dict[str, str]:
        return self._desk.posted.values.get(party, {})
