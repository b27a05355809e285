"""What a meeting is called in running text, in a heading and in a list of events."""

import re
from collections.abc import Iterable, Sequence

from meetings.facts import BodyFact, ChairFact, MeetingFacts, PartyFact

from . import prose
from .names import Form, Names

_CHAIRS = {"co_chair"}
_ORDINAL = re.compile(r"^([1-9]\d?)(?:st|nd|rd|th)\b")


def speaking(meetings: Iterable[MeetingFacts]) -> tuple[BodyFact, ...]:
    """Return the bodies that convene the meetings, as they first occur; not co-hosts."""
    bodies = {
        row.body.abbreviation: row.body
        for meeting in meetings
        for row in meeting.convenings
        if row.convenes
    }
    return tuple(bodies.values())


def cohosts(meeting: MeetingFacts) -> tuple[BodyFact, ...]:
    return tuple(row.body for row in meeting.convenings if not row.convenes)


def chairs(meetings: Iterable[MeetingFacts]) -> tuple[ChairFact, ...]:
    """Return the co-chairs of the speaking bodies on the meetings' days, each once."""
    seats: dict[tuple[str, str], ChairFact] = {}
    for meeting in meetings:
        bodies = {body.abbreviation for body in speaking([meeting])}
        for chair in meeting.chairs:
            if chair.role in _CHAIRS and chair.body in bodies:
                seats.setdefault((chair.body, chair.party.name), chair)
    return tuple(seats.values())


def chairing(meetings: Iterable[MeetingFacts]) -> tuple[PartyFact, ...]:
    """Return the parties whose statement it is: one seat each, by sort key."""
    parties = {chair.party.name: chair.party for chair in chairs(meetings)}
    return tuple(sorted(parties.values(), key=lambda party: party.order))


def name(meeting: MeetingFacts, *, words: bool = False) -> str:
    """Return the event's name without its body: "11th Annual Meeting".

    ``words`` writes the ordinal as headings do: "Eleventh Annual Meeting".
    """
    if meeting.kind == "annual_meeting" and meeting.number:
        number = (prose.ordinal_word if words else prose.ordinal)(meeting.number)
        return f"{prose.sentence_case(number)} Annual Meeting"
    if meeting.kind == "regional_event":
        joint = len(speaking([meeting])) > 1
        return "Joint Regional Event" if joint else "Regional Event"
    title = meeting.title
    for row in meeting.convenings:
        for ending in (
            f" of the {row.body.name}",
            f" of the Bali Process {row.body.name}",
        ):
            title = title.removesuffix(ending)
    return _ORDINAL.sub(_in_words, title) if words else title


def _in_words(number: re.Match[str]) -> str:
    return prose.sentence_case(prose.ordinal_word(int(number[1])))


def themed(meeting: MeetingFacts) -> str:
    """Return the name, literally, with the theme of a regional event in italics."""
    told = prose.literal(name(meeting))
    if meeting.kind == "regional_event" and meeting.theme:
        return f"{told} *{prose.literal(meeting.theme)}*"
    return told


def listed(meetings: Sequence[MeetingFacts], names: Names, *, its: str = "its") -> str:
    """Return the events for the middle of a sentence, told apart by body where several
    bodies convene them: "the WG-TIP 11th Annual Meeting and site visits on ...".

    ``its`` is the word before an annual meeting of the one body that is spoken of.
    """
    several = len(speaking(meetings)) > 1
    return prose.listing(
        [_listed(meeting, names, several, its) for meeting in meetings]
    )


def _listed(meeting: MeetingFacts, names: Names, several: bool, its: str) -> str:
    if meeting.kind == "site_visit":
        return prose.literal(prose.mid_sentence(meeting.title))
    bodies = speaking([meeting])
    if several and len(bodies) == 1 and bodies[0].abbreviation not in meeting.title[1:]:
        return f"the {names.body(bodies[0], Form.BARE)} {themed(meeting)}"
    if not several and meeting.kind == "annual_meeting" and meeting.number:
        return f"{its} {themed(meeting)}"
    told = themed(meeting)
    return told if told.lower().startswith("the ") else f"the {told}"


def heading(meeting: MeetingFacts) -> str:
    """Return "Eleventh Annual Meeting – 1 December 2025"."""
    days = prose.when(meeting.starts_on, meeting.ends_on, meeting.precision)
    return f"{prose.literal(name(meeting, words=True))} – {days}"


def column(meeting: MeetingFacts) -> str:
    """Return a name short enough for the head of a column: "11th Annual Meeting, Dec 2025".

    Number and kind, not the title, which may be of any length.
    """
    kind = meeting.kind.replace("_", " ")
    told = f"{prose.ordinal(meeting.number)} {kind}" if meeting.number else kind
    return f"{prose.sentence_case(told)}, {_short_date(meeting)}"


def _short_date(meeting: MeetingFacts) -> str:
    if meeting.starts_on is None:
        return "no date"
    told = prose.when(meeting.starts_on, meeting.starts_on, meeting.precision)
    *before, year = told.split()
    return " ".join([*(word[:3] for word in before), year])


def place(meeting: MeetingFacts) -> str:
    """Return "Manila, the Philippines"; "" for a virtual meeting."""
    country = meeting.country.running_name if meeting.country else ""
    return ", ".join(part for part in (meeting.city, country) if part)
