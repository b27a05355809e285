"""Reads a published statement into proposals for the record. Pure: text in, values out.

It never invents: what the text does not say stays empty, every value carries the words
that it came from, and what may be meant otherwise is a doubt. It never raises.
"""

from functools import lru_cache

from meetings.facts import Capacity, Level, Vocabulary

from .reading import (
    attendance,
    chairs,
    days,
    opening,
    places,
    sections,
    titles,
    world,
)
from .reading.event import Event
from .reading.layout import Page
from .reading.proposal import AttendanceRead, ChairRead, Doubt, Proposal, Said
from .reading.sheet import Rows
from .recognise import Recogniser

EVERYDAY = 9
"""The rank of a name that the record does not give a state: every other wins over it."""

LONGEST = 400_000
"""Letters that are read; a statement has some ten thousand."""


def read(text: str, vocabulary: Vocabulary) -> Proposal:
    """Return what ``text`` proposes. ``vocabulary`` is every name that the record knows."""
    recogniser = recogniser_of(vocabulary)
    page = Page(text[:LONGEST], recogniser)
    found = opening.find(page)
    titled = titles.title(page, found)
    number, number_doubts = titles.ordinal(page, found, titled)
    bodies, body_doubts = opening.bodies(page, found, titled, recogniser)
    dated, day_doubts = days.find(page, found)
    city, country = places.place(page, found, recogniser)
    event = Event(page, found, bodies, dated, recogniser)
    reader = chairs.Chairs(page, recogniser, vocabulary, event)
    seats, seat_doubts = reader.read(found.chairs)
    rows = attendance.read(page, recogniser, found.limit, event)
    present, seat_rows = _with_chairs(page, rows, seats)
    said = days.quote(page, dated) if dated else None
    return Proposal(
        title=titled,
        ordinal=number,
        bodies=bodies,
        start=Said(dated.first, said) if dated and said else None,
        end=Said(dated.last, said) if dated and said else None,
        city=city,
        country=country,
        co_chairs=seats,
        attendance=present,
        counts=rows.counts,
        sections=sections.sections(page, found),
        doubts=(
            *number_doubts,
            *body_doubts,
            *day_doubts,
            *seat_doubts,
            *rows.doubts,
            *seat_rows,
            *_no_statement(page, dated is not None or bool(present)),
        ),
        unknown=rows.unknown,
    )


@lru_cache(maxsize=4)  # building one takes longer than reading a statement
def recogniser_of(vocabulary: Vocabulary) -> Recogniser:
    recogniser = Recogniser(vocabulary)
    for spelling, party in world.everyday(recogniser):
        recogniser.also(spelling, EVERYDAY, party)
    return recogniser


def _no_statement(page: Page, told: bool) -> list[Doubt]:
    """Doubt a text that tells neither when an event was nor who was there."""
    first = page.text.strip()[:80]
    if told or not first:
        return []
    start = page.text.index(first)
    why = "Neither days nor attendance were found. This may be no statement."
    return [Doubt("no statement", page.quote(start, start + len(first)), why)]


def _with_chairs(
    page: Page, rows: Rows, seats: tuple[ChairRead, ...]
) -> tuple[tuple[AttendanceRead, ...], list[Doubt]]:
    """Return the attendance with the co-chairs, where the text tells that they come
    besides those listed: "In addition to the Co-Chairs", or "We, the Foreign Ministers"."""
    listed = {row.party.name for row in rows.attendance}
    added: dict[str, AttendanceRead] = {}
    if rows.attendance:
        for seat in seats:
            if seat.party.name not in listed and (
                rows.beside_chairs or _speaks(page, seat)
            ):
                level = Level.MINISTER if _minister(page, seat) else None
                row = AttendanceRead(
                    seat.party, Capacity.MEMBER, seat.quote, level=level
                )
                added.setdefault(seat.party.name, row)
    why = "Not on the list: proposed as present because it chaired."
    doubts = [Doubt("co-chair not listed", row.quote, why) for row in added.values()]
    return (*added.values(), *rows.attendance), doubts


def _speaks(page: Page, seat: ChairRead) -> bool:
    return "We" in _before(page, seat)


def _minister(page: Page, seat: ChairRead) -> bool:
    return bool({"Ministers", "ministers"} & set(_before(page, seat)))


def _before(page: Page, seat: ChairRead) -> list[str]:
    """Return the words of the sentence before a chair, from a "We" on."""
    words = page.clean[max(0, seat.quote.start - 80) : seat.quote.start].split()
    plain = [word.strip(",") for word in words]
    return plain[plain.index("We") :] if "We" in plain else []
