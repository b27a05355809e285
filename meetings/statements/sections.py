"""A meeting's section: its plans, chairs, sessions and outcomes in sentences."""

from collections.abc import Iterator, Sequence

from meetings.facts import (
    BodyFact,
    ContributionFact,
    MeetingFacts,
    OutcomeFact,
    PlanFact,
    SessionFact,
)

from . import prose
from .events import chairs, speaking
from .names import Form, Names

_GROUPS = {
    "members": "members",
    "members_and_observers": "members and observers",
    "delegates": "delegates",
    "co_chairs": "the Co-Chairs",
}
_ROLES = {
    "co_chair": "Co-Chair",
    "senior_official_co_chair": "Senior Official Co-Chair",
    "co_manager": "Co-Manager",
}
_VERBS = {
    "endorsed": "endorsed",
    "agreed": "agreed",
    "noted": "noted",
    "announced": "heard the announcement of",
}


def plans(meeting: MeetingFacts, names: Names) -> Iterator[str]:
    """Yield what the meeting did for its plans: endorsed them, or advanced their items."""
    for plan in meeting.endorsed:
        yield f"The meeting endorsed {_plan(plan, meeting, names)}."
    advanced = _advanced(meeting)
    for plan in meeting.plans:
        numbers = advanced.get(plan.title)
        if numbers and plan not in meeting.endorsed:
            items = prose.listing(numbers)
            what = "action item" if len(numbers) == 1 else "action items"
            yield (
                f"The agenda advanced {what} {items} of {_plan(plan, meeting, names)}."
            )


def _plan(plan: PlanFact, meeting: MeetingFacts, names: Names) -> str:
    bodies = {body.abbreviation: body for body in speaking([meeting])}
    told = f"the {prose.literal(plan.title)}"
    if plan.body in bodies:
        whose = names.body(bodies[plan.body], Form.BARE)
        told = f"the {whose} {prose.literal(plan.title)}"
    if plan.strategy:
        told += f", in line with the {prose.literal(plan.strategy)}"
    return told


def _advanced(meeting: MeetingFacts) -> dict[str, list[str]]:
    """Return, by plan, the numbers of the items that sessions and outcomes advanced."""
    numbers: dict[str, list[str]] = {}
    items = [item for held in meeting.sessions for item in held.items]
    items += [item for outcome in meeting.outcomes for item in outcome.items]
    for item in items:
        told = numbers.setdefault(item.plan, [])
        if item.number not in told:
            told.append(item.number)
    return {plan: sorted(told, key=_numeric) for plan, told in numbers.items()}


def _numeric(number: str) -> tuple[tuple[int, str], ...]:
    parts = number.split(".")
    return tuple((int(part) if part.isdecimal() else 0, part) for part in parts)


def chaired(meeting: MeetingFacts, names: Names) -> str:
    """Return who chaired, by name and title; "" unless each chair is a named person, or
    where all of them have been introduced before."""
    people = [chair.person for chair in chairs([meeting])]
    named = list(dict.fromkeys(person for person in people if person))
    if not named or None in people or all(map(names.knows, named)):
        return ""
    verb = "chaired the meeting" if len(named) == 1 else "co-chaired the meeting"
    return f"{names.people(named)} {verb}."


def session(held: SessionFact, names: Names, *, strong: bool = False) -> str:
    """Return a session in a sentence, followed by its summary as it was typed.

    ``strong`` sets the topic in bold, as the bullets of the 2025 statement have it.
    """
    topic = names.free(held.topics or prose.mid_sentence(held.title))
    if strong:
        topic = f"**{topic}**"
    told = _SENTENCES.get(held.kind, _dealt)(held, topic, names)
    # A title ends in a comma, which what follows may bring itself, or not want.
    told = f"{told.replace(',,', ',').rstrip(',')}."
    return f"{told} {names.free(held.summary)}" if held.summary else told


def _opening(held: SessionFact, topic: str, names: Names) -> str:
    if not held.contributions:
        return f"The meeting opened with {topic}"
    return f"{_who(held.contributions, names)} opened the meeting, speaking on {topic}"


def _address(held: SessionFact, topic: str, names: Names) -> str:
    return _did(held, names, "spoke on", topic, f"An address dealt with {topic}")


def _update(held: SessionFact, topic: str, names: Names) -> str:
    return _did(held, names, "gave updates on", topic, f"Updates were given on {topic}")


def _presentation(held: SessionFact, topic: str, names: Names) -> str:
    return _did(
        held,
        names,
        "gave presentations on",
        topic,
        f"A presentation dealt with {topic}",
    )


def _case_study(held: SessionFact, topic: str, names: Names) -> str:
    return _did(
        held, names, "presented a case study on", topic, f"A case study showed {topic}"
    )


def _did(
    held: SessionFact, names: Names, verb: str, topic: str, unattributed: str
) -> str:
    speakers, moderators = _parts(held)
    if not speakers:
        return unattributed
    if len(speakers) == 1 and not speakers[0].group:
        verb = verb.replace("presentations", "a presentation").replace(
            "updates", "an update"
        )
    told = f"{_who(speakers, names)} {verb} {topic}"
    return f"{told}, moderated by {_who(moderators, names)}" if moderators else told


def _panel(held: SessionFact, topic: str, names: Names) -> str:
    speakers, moderators = _parts(held)
    leads = [row for row in speakers if row.role == "lead"]
    panellists = [row for row in speakers if row.role != "lead"]
    told = f"A panel on {topic}"
    asides = [
        f"{did} by {_who(rows, names)}"
        for did, rows in (("led", leads), ("moderated", moderators))
        if rows
    ]
    if not panellists:
        if leads and not moderators:
            return f"{_who(leads, names)} led a panel on {topic}"
        return (
            f"A panel {' and '.join(asides)} dealt with {topic}"
            if asides
            else (f"A panel dealt with {topic}")
        )
    if asides:
        told += f", {' and '.join(asides)},"
    return f"{told} brought together {_who(panellists, names)}"


def _discussion(held: SessionFact, topic: str, names: Names) -> str:
    speakers, _ = _parts(held)
    groups = [row for row in speakers if row.group]
    others = [row for row in speakers if not row.group]
    who = _who(groups, names) if groups else "delegates"
    told = f"{who} discussed {topic}"
    return f"{told}, led by {_who(others, names)}" if others else told


def _small_groups(held: SessionFact, topic: str, names: Names) -> str:
    return f"In small groups, {_discussion(held, topic, names)}"


def _site_visit(held: SessionFact, topic: str, names: Names) -> str:
    speakers, _ = _parts(held)
    by = f", arranged by {_who(speakers, names)}," if speakers else ""
    return f"The visits{by} dealt with {topic}"


def _closing(held: SessionFact, topic: str, names: Names) -> str:
    return f"The meeting closed with {topic}"


def _dealt(held: SessionFact, topic: str, names: Names) -> str:
    kind = held.kind.replace("_", " ")
    speakers, moderators = _parts(held)
    told = f"A {kind} session dealt with {topic}"
    rows = [*moderators, *speakers]
    return f"{told}, led by {_who(rows, names)}" if rows else told


_SENTENCES = {
    "opening": _opening,
    "address": _address,
    "update": _update,
    "panel": _panel,
    "presentation": _presentation,
    "case_study": _case_study,
    "discussion": _discussion,
    "small_groups": _small_groups,
    "site_visit": _site_visit,
    "closing": _closing,
}


def _parts(
    held: SessionFact,
) -> tuple[list[ContributionFact], list[ContributionFact]]:
    """Return those who spoke, and those who moderated."""
    moderators = [row for row in held.contributions if row.role == "moderator"]
    return [row for row in held.contributions if row.role != "moderator"], moderators


def _who(rows: Sequence[ContributionFact], names: Names) -> str:
    """Return the contributors; officials who speak in one capacity stand under it."""
    if all(row.person for row in rows):
        people = [row.person for row in rows if row.person]
        office = _office(rows, names)
        told = names.people(people)
        return f"{office}{told.rstrip(',')}," if office else told
    return prose.listing([_contributor(row, names) for row in rows])


def _office(rows: Sequence[ContributionFact], names: Names) -> str:
    """Return "the WG-TIP Co-Chairs, " if that is what all of them spoke as."""
    offices = {(row.as_role, row.as_body) for row in rows}
    if len(offices) != 1:
        return ""
    role, body = offices.pop()
    if not role or body is None:
        return ""
    plural = "s" if len(rows) > 1 else ""
    return f"the {names.body(body, Form.BARE)} {_ROLES[role]}{plural}, "


def _contributor(row: ContributionFact, names: Names) -> str:
    if row.person:
        return names.people([row.person]).rstrip(",") + _as(row, names)
    if row.party is None:
        return _GROUPS[row.group]
    if row.as_role == "co_manager" and row.as_body and row.party.adjective:
        office = names.body(row.as_body)
        return f"the {row.party.adjective} Co-Manager of {office}"
    if row.unit:
        return f"the {row.party.adjective} {prose.literal(row.unit)}".replace("  ", " ")
    return names.party(row.party) + _as(row, names)


def _as(row: ContributionFact, names: Names) -> str:
    if not row.as_role or row.as_body is None:
        return ""
    return f" (as {names.body(row.as_body, Form.BARE)} {_ROLES[row.as_role]})"


def outcomes(meeting: MeetingFacts, names: Names) -> Iterator[str]:
    """Yield a sentence for each kind of outcome; a plan already named is not repeated."""
    told = [
        outcome
        for outcome in meeting.outcomes
        if not any(plan.title in outcome.text for plan in meeting.endorsed)
    ]
    for kind, verb in _VERBS.items():
        texts = [names.free(row.text) for row in told if row.kind == kind]
        if texts:
            yield f"The meeting {verb} {prose.series(texts)}."
    for row in told:
        if row.kind == "requested":
            yield f"The meeting {_request(row, names)}."
    priorities = [names.free(row.text) for row in told if row.kind == "priority"]
    if priorities:
        yield f"Priorities identified were {prose.series(priorities)}."


def _request(row: OutcomeFact, names: Names) -> str:
    asked = f" from {names.parties(row.asked_of)}" if row.asked_of else ""
    due = f" by {prose.day(row.due_on)}" if row.due_on else ""
    return f"requested {names.free(row.text)}{asked}{due}"


def mentioned(meeting: MeetingFacts) -> tuple[BodyFact, ...]:
    """Return the bodies that the meeting's record names."""
    spoken_for = (
        row.as_body for held in meeting.sessions for row in held.contributions
    )
    bodies = [row.body for row in meeting.convenings]
    return tuple(dict.fromkeys([*bodies, *filter(None, spoken_for)]))
