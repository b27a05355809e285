"""Facts then and facts now: what moved, in words, and which sentences it touches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meetings.facts import (
    AttendanceFact,
    HouseStyle,
    MeetingFacts,
    ParticipantAnnex,
    PersonFact,
    StatementFacts,
)
from meetings.reports import LABELS, groups, union

from . import events, prose
from .compose import compose
from .following import Touched, followed

_FORMS = {HouseStyle.PARAGRAPH: "a paragraph", HouseStyle.BULLETS: "bullets"}
_ANNEXES = {
    ParticipantAnnex.NONE: "left out",
    ParticipantAnnex.DELEGATIONS: "one of states and organisations",
    ParticipantAnnex.NAMED: "one with the names of delegates",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the facts, as a whole sentence."""

    words: str
    about: str
    """The part of the record, named as ``Sentence.about`` names it."""


def changes(then: StatementFacts, now: StatementFacts) -> tuple[Change, ...]:
    """Return what moved in the record since a text was written, nothing if all stands."""
    found = tuple(_changes(then, now))
    if not found and _told(then) != _told(now):
        return (Change("Names or other words of the record were changed.", "meetings"),)
    return found


def _told(facts: StatementFacts) -> tuple[object, ...]:
    """Return all that is printed of a composed statement."""
    draft = compose(facts)
    return (draft.blocks, draft.bodies, draft.title, draft.subtitle, draft.dateline)


def touched(
    text: str, then: StatementFacts, now: StatementFacts
) -> tuple[Touched, ...]:
    """Return the composed sentences that would read otherwise today, in their order."""
    return followed(text, compose(then), compose(now)).touched


def follow(
    text: str, then: StatementFacts, now: StatementFacts
) -> tuple[str, tuple[Touched, ...]]:
    """Return the text with its untouched composed passages brought up to date, and what
    is only offered because a person has edited those passages or taken them out."""
    done = followed(text, compose(then), compose(now))
    return done.text, done.offered


def _changes(then: StatementFacts, now: StatementFacts) -> Iterator[Change]:
    yield from _attendance(then, now)
    before = {meeting.slug: meeting for meeting in then.meetings}
    after = {meeting.slug: meeting for meeting in now.meetings}
    for slug in dict.fromkeys([*before, *after]):
        old, new = before.get(slug), after.get(slug)
        if old is None and new is not None:
            yield Change(f"{new.title} is now covered.", f"meeting:{slug}")
        elif new is None and old is not None:
            yield Change(f"{old.title} is no longer covered.", f"meeting:{slug}")
        elif old is not None and new is not None:
            yield from _meeting(old, new)
    if then.host != now.host:
        host = now.host.running_name if now.host else "nobody"
        yield Change(f"The host is now {host}.", "host")
    if _week(then) != _week(now):
        yield Change(
            "The events of the week, or their days, are others now.", "meetings"
        )
    yield from _style(then, now)


def _style(then: StatementFacts, now: StatementFacts) -> Iterator[Change]:
    """Yield what a person chose otherwise of how the statement is written."""
    if then.style != now.style:
        yield Change(f"The form is now {_FORMS[now.style]}.", "attendance")
    if then.names != now.names:
        yield Change(f"States are now listed by their {now.names} names.", "attendance")
    if then.annex != now.annex:
        yield Change(
            f"The annex of participants is now {_ANNEXES[now.annex]}.", "annex"
        )


def _week(facts: StatementFacts) -> list[tuple[object, ...]]:
    return [(row.slug, row.title, row.starts_on, row.ends_on) for row in facts.week]


def _attendance(then: StatementFacts, now: StatementFacts) -> Iterator[Change]:
    before = {row.party.name: row for row in union(then.meetings)}
    after = {row.party.name: row for row in union(now.meetings)}
    for name in sorted(before.keys() | after.keys()):
        words = _row(name, before.get(name), after.get(name))
        if words:
            row = after.get(name) or before[name]
            yield Change(words, f"attendance:{row.capacity}")
    yield from _counts(before.values(), after.values())


def _row(name: str, old: AttendanceFact | None, new: AttendanceFact | None) -> str:
    if new is None:
        return f"{name}: no longer recorded."
    if old is None:
        return f"{name}: now {'present' if new.present else 'recorded with apologies'}."
    told = []
    if old.present != new.present:
        told.append("present" if new.present else "recorded with apologies")
    if old.capacity != new.capacity:
        told.append(f"{LABELS[new.capacity][0]}, before {LABELS[old.capacity][0]}")
    if old.level != new.level:
        told.append(
            f"at the level of {new.level or 'nobody in particular'}, "
            f"before {old.level or 'not recorded'}"
        )
    if old.party != new.party:
        told.append(f"called {new.party.running_name}")
    return f"{name}: now {'; '.join(told)}." if told else ""


def _counts(
    before: Iterable[AttendanceFact], after: Iterable[AttendanceFact]
) -> Iterator[Change]:
    old = {group.capacity: group.count for group in groups(before)}
    new = {group.capacity: group.count for group in groups(after)}
    for capacity, (_, label) in LABELS.items():
        if old.get(capacity, 0) != new.get(capacity, 0):
            yield Change(
                f"{prose.sentence_case(label)}: {old.get(capacity, 0)} "
                f"would become {new.get(capacity, 0)}.",
                f"attendance:{capacity}",
            )


def _meeting(old: MeetingFacts, new: MeetingFacts) -> Iterator[Change]:
    about = f"meeting:{new.slug}"
    for words in _particulars(old, new):
        yield Change(f"{new.title}: {words}.", about)
    yield from _people(old, new)
    before = {held.title: held for held in old.sessions}
    after = {held.title: held for held in new.sessions}
    for title in dict.fromkeys([*before, *after]):
        if before.get(title) != after.get(title):
            did = (
                "changed"
                if title in before and title in after
                else ("added" if title in after else "removed")
            )
            yield Change(f"{new.title}: session “{title}” was {did}.", about)
    if [row.title for row in old.sessions] != [row.title for row in new.sessions] and (
        before.keys() == after.keys()
    ):
        yield Change(f"{new.title}: the sessions stand in another order.", about)
    if old.outcomes != new.outcomes:
        yield Change(f"{new.title}: the outcomes were changed.", f"{about}/outcomes")


def _particulars(old: MeetingFacts, new: MeetingFacts) -> Iterator[str]:
    for what, was, is_now in (
        ("the title", old.title, new.title),
        ("the days", _when(old), _when(new)),
        ("the place", events.place(old), events.place(new)),
        ("the number", old.number, new.number),
        ("the theme", old.theme, new.theme),
        ("the format", old.format, new.format),
        ("the summary", old.summary, new.summary),
    ):
        if was != is_now:
            yield f"{what} is now {is_now or 'empty'}, before {was or 'empty'}"
    if old.convenings != new.convenings:
        yield "the convening bodies are others"
    if (old.endorsed, old.plans) != (new.endorsed, new.plans):
        yield "the plans in force or endorsed are others"


def _when(meeting: MeetingFacts) -> str:
    return prose.when(meeting.starts_on, meeting.ends_on, meeting.precision)


def _people(old: MeetingFacts, new: MeetingFacts) -> Iterator[Change]:
    before = {(chair.body, chair.party.name): chair.person for chair in old.chairs}
    after = {(chair.body, chair.party.name): chair.person for chair in new.chairs}
    for key in dict.fromkeys([*before, *after]):
        if key not in after:
            words = "no longer co-chairs"
        elif key not in before:
            words = "now co-chairs"
        elif before[key] != after[key]:
            words = f"is now represented by {_person(after[key])}"
        else:
            continue
        body, party = key
        yield Change(f"{new.title}: {party}, for {body}, {words}.", "chairs")


def _person(person: PersonFact | None) -> str:
    if person is None:
        return "nobody by name"
    return ", ".join(filter(None, [person.name, person.title, person.unit]))
