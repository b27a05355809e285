"""Which line of a sheet names its columns, and what each column holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .cells import HONORIFICS
from .files import Line
from .text import fold


class Field(StrEnum):
    """What a column of a participant list may hold."""

    PARTY = "party"
    ORGANISATION = "organisation"
    PERSON = "person"
    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    HONORIFIC = "honorific"
    TITLE = "title"
    LEVEL = "level"
    ROLE = "role"
    HEAD = "head of delegation"
    PRESENCE = "attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    MODE = "mode"
    SIZE = "number of delegates"
    NOTE = "note"
    MEETING = "meeting"
    DAY = "day"
    CAPACITY = "capacity"
    REASON = "reason"


# Folded: without case, accents and punctuation.
HEADINGS = {
    Field.PARTY: (
        "country", "countries", "country name", "name of country", "country economy",
        "delegation", "delegations", "delegation name", "name of delegation",
        "state", "states", "state party", "member", "members", "member state",
        "member states", "member country", "party", "economy", "participating country",
        "participating state", "pais", "negara", "country represented",
    ),
    Field.ORGANISATION: (
        "organisation", "organization", "organisations", "organizations", "org",
        "name of organisation", "name of organization", "organisation name",
        "organization name", "agency", "institution", "entity", "affiliation",
        "representing", "company",
    ),
    Field.PERSON: (
        "name", "names", "full name", "fullname", "participant", "participant name",
        "name of participant", "participants name", "delegate", "delegate name",
        "name of delegate", "delegates name", "representative", "name of representative",
        "attendee", "attendee name", "person", "official", "contact person", "nama",
    ),
    Field.GIVEN_NAME: (
        "given name", "given names", "first name", "first names", "forename", "firstname",
    ),
    Field.FAMILY_NAME: ("family name", "surname", "last name", "lastname"),
    Field.HONORIFIC: (
        "honorific", "salutation", "prefix", "mr ms", "mr mrs ms", "mr mrs", "ms mr",
        "form of address", "mr mrs ms dr", "title mr ms", "title mr ms dr",
    ),
    Field.TITLE: (
        "title", "position", "designation", "job title", "post", "title position",
        "position title", "functional title", "official title", "jabatan", "rank",
        "position designation", "designation position", "title designation",
    ),
    Field.LEVEL: (
        "level", "level of representation", "representation level", "delegation level",
        "representation",
    ),
    Field.ROLE: (
        "role", "role in delegation", "role in the delegation", "delegation role",
        "capacity in delegation", "function in delegation",
    ),
    Field.HEAD: ("hod", "head of delegation", "head", "name of head of delegation"),
    Field.PRESENCE: (
        "attendance", "present", "attended", "attending", "presence", "status", "rsvp",
        "attendance status", "confirmed", "confirmation", "present apologies",
        "attending y n", "participation", "will attend", "present absent", "attended y n",
    ),
    Field.APOLOGIES: ("apologies", "apology", "regrets", "sent apologies", "excused"),
    Field.ABSENT: ("absent", "did not attend", "no show"),
    Field.MODE: (
        "mode", "mode of attendance", "mode of participation", "attendance mode",
        "format", "in person online", "in person virtual", "physical virtual",
        "participation mode", "physical online", "online in person", "modality",
    ),
    Field.SIZE: (
        "no of delegates", "number of delegates", "delegates", "delegation size",
        "no delegates", "of delegates", "no of participants", "number of participants",
        "size of delegation", "pax", "no of pax", "nr of delegates", "total delegates",
        "delegate count", "size", "headcount", "no of persons", "number of persons",
    ),
    Field.NOTE: ("note", "notes", "remark", "remarks", "comment", "comments"),
    Field.MEETING: ("meeting", "event", "meeting title", "event title", "meeting event"),
    Field.DAY: (
        "date", "day", "meeting date", "event date", "first day", "date of meeting",
        "start date", "dates",
    ),
    Field.CAPACITY: ("capacity override", "attends as", "capacity set by hand"),
    Field.REASON: ("override reason", "reason", "reason for capacity"),
}  # fmt: skip
KNOWN = {words: field for field, several in HEADINGS.items() for words in several}
WHO = {
    Field.PARTY,
    Field.ORGANISATION,
    Field.PERSON,
    Field.FAMILY_NAME,
    Field.GIVEN_NAME,
    Field.HEAD,
}
LOOKED_AT = 40
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a list by what they hold, and the headings nobody reads."""

    columns: dict[Field, int]
    unread: tuple[str, ...]


@lru_cache(4096)  # asked of every row, since headings may come again
def meaning(heading: str) -> Field | None:
    """Return what a column of that heading holds; None when it says nothing to us."""
    if not heading or len(heading) > LONGEST:
        return None
    outside = heading.split("(", maxsplit=1)[0].split("[", maxsplit=1)[0]
    for words in (heading, outside):
        if field := KNOWN.get(fold(words)):
            return field
    parts = {KNOWN.get(fold(part)) for part in outside.replace("|", "/").split("/")}
    # "Country / Organisation" asks for either; the country's column it is.
    if parts == {Field.PARTY, Field.ORGANISATION}:
        return Field.PARTY
    return parts.pop() if len(parts) == 1 else None


def header_of(line: Line) -> Header | None:
    """Return the columns that ``line`` names, None if it is no line of headings."""
    columns: dict[Field, int] = {}
    unread = []
    for index, cell in enumerate(line.cells):
        field = meaning(cell)
        if field and field not in columns:
            columns[field] = index
        elif cell:
            unread.append(cell[:LONGEST])
    if not columns.keys() & WHO:
        return None
    alone = len(columns) == 1 and not unread
    if len(columns) < 2 and not (alone or columns.keys() & {Field.PARTY}):
        return None
    return Header(columns, tuple(unread))


def find_header(lines: Sequence[Line]) -> tuple[int, Header] | None:
    """Return where the headings of a sheet are: the line among the first that names most.

    Of two lines that name as much the upper one counts.
    """
    best: tuple[int, Header] | None = None
    for index, line in enumerate(lines[:LOOKED_AT]):
        header = header_of(line)
        if header and (best is None or len(header.columns) > len(best[1].columns)):
            best = index, header
    return best


def settled(header: Header, lines: Sequence[Line]) -> Header:
    """Return the header with “Title” read as what stands under it: Mr and Ms, or posts."""
    column = header.columns.get(Field.TITLE)
    if column is None or Field.HONORIFIC in header.columns:
        return header
    values = [fold(cell) for line in lines if (cell := cell_of(line, column))]
    addressed = sum(1 for value in values if value in HONORIFICS)
    if not values or addressed * 2 <= len(values):
        return header
    columns = dict(header.columns)
    columns[Field.HONORIFIC] = columns.pop(Field.TITLE)
    return Header(columns, header.unread)


def cell_of(line: Line, column: int | None) -> str:
    """Return the cell of a column, "" where the line ends before it or there is none."""
    if column is None or column >= len(line.cells):
        return ""
    return line.cells[column]
