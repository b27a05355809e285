"""The annexes as they are printed: headings, a line each, tables. For every kind of file."""

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.facts import PartyFact

from .annexes import Annexes, Delegation, Delegations

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
        named = annexes.names_people
        yield Section(
            "Annex: Participants",
            "Delegations present at any of the meetings, by the capacity held on the "
            "first day."
            if annexes.participants
            else "No list of participants is recorded.",
            tuple(_delegations(group, named=named) for group in annexes.participants),
            alike=not named,
        )
    if annexes.acronyms is not None:
        caption = "Abbreviations in the text and what they stand for"
        table = Table(caption, ("Abbreviation", "Full name"), annexes.acronyms)
        yield Section(
            "Annex: Abbreviations",
            "" if annexes.acronyms else "The text uses no abbreviations of the record.",
            (table,) if annexes.acronyms else (),
        )
    if annexes.agenda is not None:
        yield Section(
            "Annex: Agenda",
            "" if annexes.agenda else "No agenda is recorded.",
            tuple(
                Table(
                    agenda.meeting,
                    ("Session", "Form", "Contributions"),
                    tuple(
                        (item.title, item.kind, "; ".join(item.who))
                        for item in agenda.items
                    ),
                )
                for agenda in annexes.agenda
            ),
        )


def _delegations(group: Delegations, *, named: bool) -> Table:
    return Table(
        f"{group.count} {group.label}",
        ("State or organisation", *(["Delegates"] if named else []), "Level"),
        tuple(_delegation(row, named=named) for row in group.rows),
    )


def _delegation(row: Delegation, *, named: bool) -> Row:
    level = row.level.capitalize() if row.level else "Not recorded"
    people = ["\n".join(row.people) or "Not recorded"] if named else []
    return (_name(row.party), *people, level)


def _name(party: PartyFact) -> str:
    short = party.abbreviation
    if short and not party.is_state and short != party.name:
        return f"{party.name} ({short})"
    return party.name
