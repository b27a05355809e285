"""The groups of a grid as a statement would write them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from meetings.facts import AttendanceFact, BodyFact, HouseStyle
from meetings.statements import attendance, prose
from meetings.statements.names import Names


@dataclass(frozen=True, slots=True)
class Wording:
    """Light markup: the counted groups, and the sentences that follow them."""

    counted: tuple[str, ...]
    after: tuple[str, ...]


def wording(
    rows: Sequence[AttendanceFact], bodies: Sequence[BodyFact], style: HouseStyle
) -> Wording:
    """Return how a statement in ``style`` would say who attended."""
    names = Names(style, (row.party for row in rows), bodies)
    counted = [text for _, text in attendance.counted(rows, bodies, style, names)]
    after = []
    if named := attendance.named(rows, names):
        after.append(f"{'Also in' if counted else 'In'} attendance: {named}.")
    after += attendance.levels(rows, names)
    if regrets := attendance.regrets(rows, names):
        after.append(regrets)
    texts = names.resolve([*counted, *after])
    return Wording(tuple(texts[: len(counted)]), tuple(texts[len(counted) :]))


def as_markup(said: Wording, style: HouseStyle, events: int) -> str:
    """Return the wording as the passage of a statement that covers so many events."""
    what = "events were" if events > 1 else "meeting was"
    after = " ".join(said.after)
    if not said.counted:
        return after
    if style == HouseStyle.PARAGRAPH:
        lead = f"The {what} attended by {prose.listing(list(said.counted))}."
        return f"{lead} {after}".strip()
    *before, last = said.counted
    lines = [*(f"- {text};" for text in before), f"- {last}."]
    return "\n".join([f"The {what} attended by:", "", *lines, "", after]).strip()
