"""A co-chair statement, composed from the record.

Every sentence says what it was composed from, so that a later change of the record can
be brought to the sentences that it touches.
"""

from collections.abc import Iterator
from dataclasses import replace

from meetings.facts import (
    AttendanceFact,
    BodyFact,
    Capacity,
    HouseStyle,
    MeetingFacts,
    PartyFact,
    StatementFacts,
)
from meetings.reports import groups, union

from . import attendance, events, prose, sections
from .draft import Block, Draft, Sentence, markup
from .gaps import missing
from .names import Names
from .opening import dateline, opening

__all__ = [
    "Block",
    "Draft",
    "Sentence",
    "bodies_of",
    "compose",
    "gaps",
    "markup",
    "parties_of",
]


def compose(facts: StatementFacts) -> Draft:
    """Return the statement on ``facts``. Never raises: what is missing is in ``gaps``.

    Sections follow the meetings covered, in order of their days. The opening tells of all
    meetings of the week that the same bodies convened, as both house styles do.
    """
    names = Names(facts.style, parties_of(facts), bodies_of(facts), facts.names)
    blocks = [*opening(facts, names), *_attendance(facts, names)]
    for meeting in facts.meetings:
        blocks += _section(meeting, facts, names)
    blocks += _conclusion(facts, names)
    bodies = events.speaking(facts.meetings)
    return Draft(
        bodies=tuple(body.name for body in bodies),
        title="Co-Chair Statement",
        subtitle=prose.listing([_told(meeting) for meeting in facts.meetings]),
        dateline=dateline(facts),
        blocks=_resolved(blocks, names),
        gaps=tuple(gaps(facts)),
    )


def gaps(facts: StatementFacts) -> Iterator[str]:
    """Yield, in plain words, what the record lacks for a whole statement."""
    if not facts.meetings:
        yield "The statement covers no meeting yet."
    for gap in missing(facts.meetings):
        if gap.needed:
            yield f"{gap.about}: {gap.words}"


def _resolved(blocks: list[Block], names: Names) -> tuple[Block, ...]:
    texts = iter(
        names.resolve(sentence.text for block in blocks for sentence in block.sentences)
    )
    return tuple(
        replace(
            block,
            sentences=tuple(
                replace(sentence, text=prose.sentence_case(next(texts)))
                for sentence in block.sentences
            ),
        )
        for block in blocks
    )


def _told(meeting: MeetingFacts) -> str:
    told = events.name(meeting)
    if meeting.kind == "site_visit":
        return "site visits"
    if meeting.kind == "regional_event" and meeting.theme:
        return f"{told} “{meeting.theme}”"
    return told


def _attendance(facts: StatementFacts, names: Names) -> Iterator[Block]:
    rows = union(facts.meetings)
    bodies = events.speaking(facts.meetings)
    counted = [
        Sentence(text, f"attendance:{capacity}")
        for capacity, text in attendance.counted(rows, bodies, facts.style, names)
    ]
    what = "events were" if len(facts.meetings) > 1 else "meeting was"
    named = attendance.named(rows, names)
    if counted and facts.style == HouseStyle.BULLETS:
        lead = Sentence(f"The {what} attended by:", "attendance")
        yield Block("paragraph", (lead,))
        yield Block("bullets", _bulleted(counted))
    after = _named_and_levels(rows, named, names, alone=not counted)
    if counted and facts.style == HouseStyle.PARAGRAPH:
        together = prose.listing([sentence.text for sentence in counted])
        lead = Sentence(f"The {what} attended by {together}.", "attendance:counted")
        yield Block("paragraph", (lead, *after))
    elif after:
        yield Block("paragraph", after)


def _bulleted(counted: list[Sentence]) -> tuple[Sentence, ...]:
    *before, last = counted
    ended = [replace(sentence, text=f"{sentence.text};") for sentence in before]
    return (*ended, replace(last, text=f"{last.text}."))


def _named_and_levels(
    rows: tuple[AttendanceFact, ...],
    named: str,
    names: Names,
    *,
    alone: bool,
) -> tuple[Sentence, ...]:
    lead = "In attendance" if alone else "Also in attendance"
    told = [Sentence(f"{lead}: {named}.", "attendance:named")] if named else []
    told += [
        Sentence(text, "attendance:level") for text in attendance.levels(rows, names)
    ]
    if regrets := attendance.regrets(rows, names):
        told.append(Sentence(regrets, "attendance:apologies"))
    return tuple(told)


def _section(
    meeting: MeetingFacts, facts: StatementFacts, names: Names
) -> Iterator[Block]:
    about = f"meeting:{meeting.slug}"
    yield Block("heading", (Sentence(events.heading(meeting), about),))
    opening = [
        *([names.free(meeting.summary)] if meeting.summary else []),
        *sections.plans(meeting, names),
        *filter(None, [sections.chaired(meeting, names)]),
    ]
    if opening:
        told = tuple(Sentence(text, about) for text in opening)
        yield Block("paragraph", told)
    bulleted = facts.style == HouseStyle.BULLETS and meeting.kind == "regional_event"
    sessions = tuple(
        Sentence(
            sections.session(held, names, strong=bulleted), f"{about}/session:{place}"
        )
        for place, held in enumerate(meeting.sessions)
    )
    if bulleted and sessions:
        lead = Sentence("The sessions were as follows:", about)
        yield Block("paragraph", (lead,))
        yield Block("bullets", sessions)
    else:
        yield from (Block("paragraph", (sentence,)) for sentence in sessions)
    outcomes = tuple(
        Sentence(text, f"{about}/outcomes")
        for text in sections.outcomes(meeting, names)
    )
    if outcomes:
        yield Block("paragraph", outcomes)


def _conclusion(facts: StatementFacts, names: Names) -> Iterator[Block]:
    if not facts.meetings:
        return
    yield Block("heading", (Sentence("Conclusion", "conclusion"),))
    thanked = prose.listing(_thanked(facts))
    what = events.listed(facts.meetings, names, its="the")
    told = [
        Sentence(
            f"The Co-Chairs thank {thanked} for their part in {what}.", "conclusion"
        )
    ]
    if facts.host:
        where = facts.meetings[0].city
        week = "the week" if len(facts.meetings) > 1 else "the meeting"
        at = f" in {prose.literal(where)}" if where else ""
        host = names.party(facts.host)
        government = f"the Government of {host}" if facts.host.is_state else host
        told.append(
            Sentence(f"They thank {government} for hosting {week}{at}.", "host")
        )
    yield Block("paragraph", tuple(told))


def _thanked(facts: StatementFacts) -> list[str]:
    """Return members, observers and presenters, as far as there were any."""
    present = {group.capacity for group in groups(union(facts.meetings))}
    spoke = any(held.contributions for row in facts.meetings for held in row.sessions)
    observers = {Capacity.BALI_PROCESS_MEMBER, Capacity.BALI_PROCESS_OBSERVER}
    told = ["members"]
    if present & observers:
        told.append("observers")
    if spoke:
        told.append("presenters")
    return told


def parties_of(facts: StatementFacts) -> list[PartyFact]:
    """Return all parties that a text on these facts may name, some of them twice."""
    parties: list[PartyFact] = []
    for meeting in (*facts.meetings, *facts.week):
        parties += [row.party for row in meeting.attendance]
        for held in meeting.sessions:
            parties += [row.party for row in held.contributions if row.party]
        for outcome in meeting.outcomes:
            parties += outcome.asked_of
    return parties


def bodies_of(facts: StatementFacts) -> list[BodyFact]:
    """Return all bodies that it may name, some of them twice."""
    return [
        body
        for meeting in (*facts.meetings, *facts.week)
        for body in sections.mentioned(meeting)
    ]
