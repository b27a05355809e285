"""How a statement begins: when, who held what, who chaired it."""

from collections.abc import Iterator
from datetime import date

from meetings.facts import BodyFact, MeetingFacts, StatementFacts

from . import events, prose
from .draft import Block, Sentence
from .names import Form, Names


def dateline(facts: StatementFacts) -> str:
    """Return place and months for the head, "" where no day is recorded."""
    dated = [row for row in facts.meetings if row.starts_on and row.ends_on]
    if not dated:
        return ""
    months = prose.when(*_first_and_last(dated), "month")
    return ", ".join(part for part in (events.place(dated[0]), months) if part)


def opening(facts: StatementFacts, names: Names) -> Iterator[Block]:
    """Yield the first paragraph; nothing where no day or no body is recorded."""
    bodies = events.speaking(facts.meetings)
    told = _week(facts, bodies)
    dated = [meeting for meeting in told if meeting.starts_on and meeting.ends_on]
    if not dated or not bodies:
        return
    who = prose.listing([f"the {names.body(body, Form.BARE)}" for body in bodies])
    who = who.replace("the ", f"the {prose.literal(facts.forum.short_name)} ", 1)
    sentences = [
        Sentence(f"{_days(dated)}, {who} {_held(dated, facts, names)}.", "meetings"),
        *_chaired(dated, names),
        *_cohosted(dated, names),
    ]
    yield Block("paragraph", tuple(sentences))


def _week(
    facts: StatementFacts, bodies: tuple[BodyFact, ...]
) -> tuple[MeetingFacts, ...]:
    """Return the meetings of the week that the statement's bodies convened."""
    ours = {body.abbreviation for body in bodies}
    covered = {meeting.slug for meeting in facts.meetings}
    return tuple(
        meeting
        for meeting in facts.week or facts.meetings
        if meeting.slug in covered
        or ours & {body.abbreviation for body in events.speaking([meeting])}
    )


def _first_and_last(dated: list[MeetingFacts]) -> tuple[date, date]:
    first = min(meeting.starts_on for meeting in dated if meeting.starts_on)
    return first, max(meeting.ends_on for meeting in dated if meeting.ends_on)


def _days(dated: list[MeetingFacts]) -> str:
    first, last = _first_and_last(dated)
    vague = {meeting.precision for meeting in dated} - {"day"}
    return prose.opening(first, last, vague.pop() if vague else "day")


def _held(dated: list[MeetingFacts], facts: StatementFacts, names: Names) -> str:
    places = {events.place(meeting) for meeting in dated} - {""}
    where = f" in {prose.literal(places.pop())}" if len(places) == 1 else ""
    if all(meeting.format == "virtual" for meeting in dated):
        where = " virtually"
    listed = events.listed(dated, names)
    if len(events.speaking(facts.meetings)) > 1 and len(dated) > 1:
        return f"met in a joint week of events{where}: {listed}"
    return f"held {listed}{where}"


def _chaired(dated: list[MeetingFacts], names: Names) -> Iterator[Sentence]:
    parties = events.chairing(dated)
    if parties:
        verb = "chaired" if len(parties) == 1 else "co-chaired"
        what = "meeting" if len(dated) == 1 else "events"
        yield Sentence(f"{names.parties(parties)} {verb} the {what}.", "chairs")


def _cohosted(dated: list[MeetingFacts], names: Names) -> Iterator[Sentence]:
    for meeting in dated:
        bodies = [names.body(body) for body in events.cohosts(meeting)]
        if bodies:
            event = prose.literal(events.name(meeting))
            yield Sentence(
                f"The {event} was held jointly with {prose.listing(bodies)}.",
                f"meeting:{meeting.slug}/convenings",
            )
