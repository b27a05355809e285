"""The attendance that a text tells, gathered row by row, with what is doubtful of it."""

from dataclasses import dataclass, field, replace

from meetings.facts import Capacity, Level, PartyFact
from meetings.statements.prose import listing

from . import capacities, phrases
from .groups import Group
from .items import Item
from .layout import Page
from .proposal import AttendanceRead, CountRead, Doubt, Quote, Unknown


@dataclass(frozen=True, slots=True)
class Rows:
    attendance: tuple[AttendanceRead, ...]
    counts: tuple[CountRead, ...]
    doubts: tuple[Doubt, ...]
    unknown: tuple[Unknown, ...]
    beside_chairs: Quote | None
    """Words that tell that the co-chairs came besides those listed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in the text, and how the words before or after it tell of it."""

    groups: list[Group]
    label: str = ""
    present: bool = True
    main: bool = True
    level: Level | None = None
    more: bool = False
    """Whether they came besides those listed: then no state among them is a member."""


@dataclass(slots=True)
class Sheet:
    """Rows as they are gathered; the first mention of a party counts."""

    page: Page
    rows: dict[str, AttendanceRead] = field(default_factory=dict)
    counts: list[CountRead] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    levels: list[tuple[list[PartyFact], Level | None, Quote]] = field(
        default_factory=list
    )
    beside_chairs: Quote | None = None

    def told(self) -> Rows:
        return Rows(
            tuple(self.rows.values()),
            tuple(self.counts),
            tuple(self.doubts),
            tuple(self.unknown),
            self.beside_chairs,
        )


def enter(sheet: Sheet, found: Listed) -> None:
    """Enter a list: its rows, its figures, and what is doubtful of them."""
    for group in found.groups:
        # "observed by Bali Process members A and B": both say something.
        label = f"{found.label} {group.label}".strip()
        if group.as_observers:
            label = f"{label} as observers"
        main = found.main and not group.after_counted
        place = _Place(
            label,
            phrases.capacity(label),
            main,
            found,
            group,
        )
        rows = [_row(sheet, item, place) for item in group.items]
        _doubt_capacity(sheet, [row for row in rows if row], place)
        _count(sheet, group)


@dataclass(frozen=True, slots=True)
class _Place:
    """On what list a party stands."""

    label: str
    worded: Capacity | None
    main: bool
    found: Listed
    group: Group


def _row(sheet: Sheet, item: Item, place: _Place) -> AttendanceRead | None:
    """Return the row of an item, None where it has none or had one before."""
    if item.party is None or item.doubt:
        _doubt_name(sheet, item, place.group)
    if item.party is None:
        return None
    group, party = place.group, item.party
    row = AttendanceRead(
        party,
        capacities.listed(
            party,
            place.worded,
            main=place.main and not (place.found.more and party.is_state),
        ),
        sheet.page.quote(item.start, item.end),
        place.found.present,
        item.level or place.found.level,
        sheet.page.quote(group.start, group.end) if group.end > group.start else None,
    )
    before = sheet.rows.setdefault(party.name, row)
    if before is row:
        return row
    if before.present != row.present:
        why = f"{party.name} is listed as present and among those who did not attend."
        sheet.doubts.append(Doubt("contradiction", row.quote, why))
    elif before.capacity != row.capacity or _in(group, before):
        why = f"{party.name} is listed twice; the first place was read."
        sheet.doubts.append(Doubt("listed twice", row.quote, why))
    return None


def _in(group: Group, row: AttendanceRead) -> bool:
    return any(item.start == row.quote.start for item in group.items)


def _doubt_capacity(sheet: Sheet, rows: list[AttendanceRead], place: _Place) -> None:
    """Doubt once a list whose words leave the capacity open."""
    told = [row for row in rows if row.capacity != Capacity.WORKSTREAM]
    if not told or not place.found.present:
        return
    quote = sheet.page.quote(told[0].quote.start, told[-1].quote.end)
    if place.worded is not None:
        if capacities.is_plain(place.label):
            why = (
                "The text says observer and not of what. Read as observers of the Bali "
                "Process; its members may attend as observers too."
            )
            sheet.doubts.append(Doubt("observer", quote, why))
    elif open_to := [row for row in told if row.capacity == Capacity.OTHER]:
        names = listing([row.party.name for row in open_to])
        why = f"The text does not say in what capacity {names} attended."
        sheet.doubts.append(Doubt("capacity", quote, why))
    elif place.main and _first_members(sheet, told):
        why = "The text does not say in what capacity these attended. Read as members."
        sheet.doubts.append(Doubt("capacity", quote, why))


def _first_members(sheet: Sheet, rows: list[AttendanceRead]) -> bool:
    return "capacity" not in {doubt.kind for doubt in sheet.doubts} and any(
        row.capacity == Capacity.MEMBER for row in rows
    )


def _doubt_name(sheet: Sheet, item: Item, group: Group) -> None:
    quote = sheet.page.quote(item.start, item.end)
    if item.party is not None:
        why = f"Read as {item.party.name} by the words in brackets only."
        sheet.doubts.append(Doubt("spelling", quote, why))
        return
    ends = [(row.start, row.end) for row in group.items]
    around = sheet.page.quote(min(ends)[0], max(end for _, end in ends))
    sheet.unknown.append(Unknown(quote, around, state=item.doubt == "state"))
    whys = {
        "ambiguous": "The name fits more than one party.",
        "state": "A state that the record does not know.",
    }
    kind = "ambiguous name" if item.doubt == "ambiguous" else "unknown name"
    why = whys.get(item.doubt, "The record does not know this name.")
    sheet.doubts.append(Doubt(kind, quote, why))


def _count(sheet: Sheet, group: Group) -> None:
    names = {item.party.name for item in group.items if item.party}
    listed = len(names) + sum(item.party is None for item in group.items)
    quote = sheet.page.quote(group.start, group.end)
    if not quote.words and group.items:
        quote = sheet.page.quote(group.items[0].start, group.items[-1].end)
    if group.partial and group.items:
        why = "The list says itself that it does not name all."
        sheet.doubts.append(Doubt("incomplete list", quote, why))
    if group.says is None:
        return
    whole = bool(group.items) and not group.partial
    sheet.counts.append(CountRead(group.says, listed if whole else None, quote))
    if whole and listed != group.says:
        why = f"The text says {group.says} and lists {listed}."
        sheet.doubts.append(Doubt("count", quote, why))


def raise_levels(sheet: Sheet) -> None:
    for named, level, quote in sheet.levels:
        for party in named:
            row = sheet.rows.get(party.name)
            if row is None:
                why = f"The text tells the level of {party.name} but does not list it."
                sheet.doubts.append(Doubt("level", quote, why))
            elif level is not None:
                sheet.rows[party.name] = replace(row, level=level)
        if level is None:
            why = "The level told here is none of minister, senior official, official or expert."
            sheet.doubts.append(Doubt("level", quote, why))
