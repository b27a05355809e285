"""A sheet of cells to a list of entries: headings found, rows read one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from . import cells
from .asides import GROUPS, is_total
from .columns import (
    MOST_OF_MARK,
    SHOWN,
    IsEvent,
    event_columns,
    find_unheaded,
    last_heading,
    names_event,
    unmarked,
    unnamed,
)
from .files import Book, Line, Sheet
from .headings import Field, Header, cell_of, find_header, header_of, settled
from .limits import MOST_LETTERS, MOST_MARKS, MOST_ROWS, UnreadableFileError
from .proposals import Entry, EventColumn, Listing, Lists, Note, Weight
from .text import fold
from .workbook import NO_RESULT

LONGEST = {
    Field.PARTY: 200,
    Field.ORGANISATION: 200,
    Field.PERSON: 150,
    Field.TITLE: 400,
    Field.NOTE: 500,
    Field.REASON: 300,
    Field.MEETING: 250,
}
MOST_REMARKS = 6
BROKEN = {"#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!",
          NO_RESULT.lower()}  # fmt: skip


def lists_of(book: Book, is_event: IsEvent = names_event) -> Lists:
    """Return the list of each sheet; a sheet without one says so.

    ``is_event`` tells which columns of marks are of an event; others are not kept.
    """
    found = Lists(
        tuple(_listing(sheet, is_event) for sheet in book.sheets), book.remarks
    )
    if found.rows > MOST_ROWS:
        raise UnreadableFileError(
            f"The lists have more than {MOST_ROWS:,} rows together. Divide them into "
            "several files."
        )
    if found.marks > MOST_MARKS:
        raise UnreadableFileError(
            f"The columns of events hold more than {MOST_MARKS:,} marks together. Divide "
            "them into several files."
        )
    return found


def _listing(sheet: Sheet, is_event: IsEvent) -> Listing:
    found = find_header(sheet.lines) or find_unheaded(sheet.lines, is_event)
    if found is None:
        above = tuple(_words(line) for line in sheet.lines[:3])
        return Listing(sheet.title, above, problem=_no_header(sheet))
    index, header = found
    last = last_heading(sheet.lines, index, header, is_event)
    body = sheet.lines[last + 1 :]
    above = tuple(_words(line) for line in sheet.lines[:index])
    header = settled(header, body)
    if not body:
        return Listing(
            sheet.title,
            above,
            unread=header.unread,
            problem="There are headings, but no row below them.",
        )
    events = event_columns(sheet.lines, last, header, is_event)
    own = {cell_of(sheet.lines[index], at)[:SHOWN] for at in events}
    return Listing(
        sheet.title,
        above,
        entries=tuple(_Reading(header, events).entries(body)),
        unread=tuple(each for each in header.unread if each not in own),
        events=tuple(events.values()),
        remarks=(
            *_not_marked(unmarked(sheet.lines, last, header, is_event)),
            *([] if events else _not_named(sheet.lines, last, header)),
        ),
    )


def _not_marked(headings: Sequence[str]) -> Iterator[str]:
    for heading in headings[:MOST_REMARKS]:
        yield (
            f"“{heading}” names an event, but most of its cells are no marks such as x or "
            "apologies: it is not read."
        )


def _not_named(lines: Sequence[Line], at: int, header: Header) -> Iterator[str]:
    """Say that a table of events may be meant where no heading names one."""
    said = {Field.PRESENCE, Field.APOLOGIES, Field.ABSENT}
    columns = [] if header.columns.keys() & said else unnamed(lines, at, header)
    if len(columns) > 1:
        names = ", ".join(f"“{each}”" for each in columns[:MOST_REMARKS])
        yield (
            f"The columns {names} hold marks, but their headings name no meeting: they are "
            "not read, and everybody listed counts as present. If each is an event, head it "
            "with the event’s body, title or day, and choose the file anew."
        )


def _no_header(sheet: Sheet) -> str:
    return (
        "No line of headings was found. The list needs a column headed Country, "
        "Delegation or Organisation, and may have others such as Name, Title, Level, "
        f"Role, Attendance or Mode. The first line reads: “{_words(sheet.lines[0])}”."
    )


def _words(line: Line) -> str:
    return " ".join(filter(None, line.cells))[:300]


@dataclass(slots=True)
class _Row:
    """A row while it is read: its values so far, and what there is to say of it."""

    line: Line
    columns: dict[Field, int]
    notes: list[Note] = field(default_factory=list)

    def say(self, weight: Weight, words: str) -> None:
        self.notes.append(Note(weight, f"{words[0].upper()}{words[1:]}."))

    def text(self, what: Field) -> str:
        cell = cell_of(self.line, self.columns.get(what))
        if cell.casefold() in BROKEN:
            shows = f"shows the error {cell}"
            if cell == NO_RESULT:
                shows = "is a formula without its result"
            self.say(Weight.ERROR, f"the {what} {shows}")
            return ""
        most = LONGEST.get(what, 150)
        if len(cell) > most:
            than = (
                f"more than {MOST_LETTERS}" if len(cell) > MOST_LETTERS else len(cell)
            )
            words = f"the {what} has {than} letters, where {most} are the most"
            self.say(Weight.ERROR, words)
            return ""
        return cell

    def read(self, what: Field, reader, weight=Weight.WARNING, empty=""):
        text = self.text(what)
        if not text:
            return empty
        try:
            return reader(text)
        except cells.DoubtError as doubt:
            self.say(weight, str(doubt))
            return empty


class _Reading:
    """The rows below one line of headings, and what carries over from row to row."""

    def __init__(self, header: Header, events: dict[int, EventColumn]):
        self._columns = header.columns
        self._events = tuple(events)
        self._party: tuple[str, str, int] | None = None
        self._group = ""
        self._ticked: bool | None = None

    def entries(self, lines: Sequence[Line]) -> Iterator[Entry]:
        self._ticked = self._is_ticked(lines)
        for line in lines:
            if again := self._headings_again(line):
                yield Entry(line.number, skipped=again)
            elif skipped := self._not_an_entry(line):
                yield Entry(line.number, skipped=skipped)
            else:
                yield self._entry(_Row(line, self._columns))

    def _is_ticked(self, lines: Sequence[Line]) -> bool:
        """Whether the attendance is ticked, so that an empty cell means absent."""
        column = self._columns.get(Field.PRESENCE)
        values = [cell_of(line, column) for line in lines]
        return any(values) and all(map(cells.is_mark, filter(None, values)))

    def _headings_again(self, line: Line) -> str:
        again = header_of(line)
        if again is None or len(again.columns) < max(2, len(self._columns) - 1):
            return ""
        self._columns = settled(again, []).columns
        return "Headings once more."

    def _not_an_entry(self, line: Line) -> str:
        filled = [cell for cell in line.cells if cell]
        words = fold(filled[0])
        if is_total(filled[0]):
            return "A total: counted anew from the record, never stored."
        if all(cell == NO_RESULT for cell in filled):
            return "Nothing but formulas without their results."
        if len(filled) > 1 or words not in GROUPS:
            return ""
        self._group = GROUPS[words]
        self._party = None
        if self._group in (cells.APOLOGIES, cells.ABSENT):
            return f"A heading within the list: the rows below read as {self._group}."
        return "A heading within the list."

    def _entry(self, row: _Row) -> Entry:
        entry = Entry(
            row.line.number,
            title=row.text(Field.TITLE),
            role=row.read(Field.ROLE, cells.role),
            level=row.read(Field.LEVEL, cells.level),
            mode=row.read(Field.MODE, cells.mode),
            size=row.read(Field.SIZE, cells.size, Weight.ERROR, None),
            note=row.text(Field.NOTE),
            capacity=row.read(Field.CAPACITY, cells.capacity, Weight.ERROR),
            reason=row.text(Field.REASON),
            meeting=row.text(Field.MEETING),
            day=row.read(Field.DAY, cells.one_day, Weight.WARNING, None),
            presence=self._presence(row),
            marks=tuple(
                cell_of(row.line, index)[:MOST_OF_MARK] for index in self._events
            ),
        )
        entry = self._named(entry, row)
        entry = self._placed(entry, row)
        return replace(entry, notes=tuple(row.notes))

    def _presence(self, row: _Row) -> str:
        for what, said in (
            (Field.APOLOGIES, cells.APOLOGIES),
            (Field.ABSENT, cells.ABSENT),
        ):
            text = row.text(what)
            if text and (cells.is_mark(text) or fold(text) == said):
                return said
        if cell_of(row.line, self._columns.get(Field.PRESENCE)):
            return row.read(Field.PRESENCE, cells.presence, Weight.ERROR)
        if self._group or Field.PRESENCE not in self._columns:
            return self._group or cells.PRESENT
        if self._ticked:
            return cells.ABSENT
        row.say(Weight.WARNING, "no attendance is given: read as present")
        return cells.PRESENT

    def _named(self, entry: Entry, row: _Row) -> Entry:
        text = row.text(Field.PERSON)
        parts = [row.text(Field.GIVEN_NAME), row.text(Field.FAMILY_NAME)]
        whole = " ".join(filter(None, parts)) or text
        head = row.text(Field.HEAD)
        if cells.is_mark(head):
            entry = replace(entry, role=entry.role or cells.HEAD)
        elif not whole and cells.is_name(head):
            entry, whole = replace(entry, role=cells.HEAD), head
        if not cells.is_name(whole):
            if whole:
                row.say(Weight.REMARK, f"“{whole}” names nobody")
            return entry
        honorific, name = cells.split_name(whole)
        told = row.text(Field.HONORIFIC)
        if told and fold(told) not in fold(honorific):
            honorific = f"{told} {honorific}".strip()[: cells.MOST_OF_HONORIFIC]
        return replace(entry, person=name, written=whole, honorific=honorific)

    def _placed(self, entry: Entry, row: _Row) -> Entry:
        """Name the party, from the row above where cells were merged or left empty."""
        party, organisation = row.text(Field.PARTY), row.text(Field.ORGANISATION)
        if party or organisation:
            self._party = party, organisation, entry.row
            return replace(entry, party=party, organisation=organisation)
        if any(note.weight is Weight.ERROR for note in row.notes):
            return entry
        if entry.person and self._party:
            party, organisation, number = self._party
            row.say(Weight.REMARK, f"no delegation in this row: that of row {number}")
            return replace(entry, party=party, organisation=organisation)
        filled = [cell for cell in row.line.cells if cell]
        if len(filled) == 1 and not any(entry.marks):
            return self._lone(entry, filled[0])
        row.say(Weight.ERROR, "no country, delegation or organisation is named")
        return entry

    def _lone(self, entry: Entry, text: str) -> Entry:
        """A line with one cell: who the rows below belong to, if they do not say it."""
        self._party = text[: LONGEST[Field.PARTY]], "", entry.row
        return Entry(entry.row, skipped=f"A line of its own: “{text[:120]}”.")
