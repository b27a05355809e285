"""The annexes as they are printed: headings, a line each, tables. For every kind of file."""

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.facts import PartyFact

from .annexes import Agenda, Annexes, Delegation, Delegations

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of plain text, lines of it apart; the first of a row is its heading."""

    caption: str
    columns: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One annex: what its tables are, or why there are none."""

    title: str
    lead: str
    tables: tuple[Table, ...]
    alike: bool = False
    """Whether its tables have the same columns, which should stand in line."""


def sections(annexes: Annexes) -> Iterator[Section]:
    """Yield the annexes asked for, in their order."""
    if annexes.participants is not None:
        yield _participants(annexes.participants, named=annexes.names_people)
    if annexes.acronyms is not None:
        yield _acronyms(annexes.acronyms)
    if annexes.agenda is not None:
        yield _agenda(annexes.agenda)


def _participants(groups: tuple[Delegations, ...], *, named: bool) -> Section:
    leveled = any(row.level for group in groups for row in group.rows)
    columns = ["State or organisation"]
    columns += ["Delegates"] if named else []
    columns += ["Level"] if leveled else []
    lead = (
        "Delegations present at any of the meetings, by the capacity held on the first "
        "day."
        if groups
        else "No list of participants is recorded."
    )
    tables = tuple(
        Table(
            f"{group.count} {group.label}",
            tuple(columns),
            tuple(_delegation(row, columns) for row in group.rows),
        )
        for group in groups
    )
    return Section("Annex: Participants", lead, tables, alike=not named)


def _delegation(row: Delegation, columns: list[str]) -> Row:
    told = {
        "State or organisation": _name(row.party),
        "Delegates": "\n".join(row.people) or "Not recorded",
        "Level": row.level.capitalize() if row.level else "Not recorded",
    }
    return tuple(told[column] for column in columns)


def _acronyms(known: tuple[tuple[str, str], ...]) -> Section:
    title, empty = (
        "Annex: Abbreviations",
        "The text uses no abbreviations of the record.",
    )
    if not known:
        return Section(title, empty, ())
    caption = "Abbreviations in the text and what they stand for"
    return Section(title, "", (Table(caption, ("Abbreviation", "Full name"), known),))


def _agenda(meetings: tuple[Agenda, ...]) -> Section:
    columns = ("Session", "Form", "Contributions")
    tables = tuple(
        Table(
            held.meeting,
            columns,
            tuple((item.title, item.kind, "; ".join(item.who)) for item in held.items),
        )
        for held in meetings
    )
    lead = "" if tables else "No agenda is recorded."
    return Section("Annex: Agenda", lead, tables, alike=True)


def _name(party: PartyFact) -> str:
    short = party.abbreviation
    if short and not party.is_state and short != party.name:
        return f"{party.name} ({short})"
    return party.name
