"""A posted grid, read cell by cell. What was not posted stays as it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from meetings.models import Attendance
from meetings.models.attendance import CAPACITIES, LEVELS

from .cells import DIFFERS, VALUES, Cell, Key, row_of, row_values, spread, tidy
from .state import State

CHOICES = {
    "level": [("", "–"), *LEVELS],
    "mode": [("", "–"), *Attendance.Mode.choices],
    "capacity": [("", "As derived"), *CAPACITIES],
}
PRESENCES = [("", "– absent"), *Attendance.Presence.choices]
NOT_LISTED = "Choose from the list."
NOWHERE = "Nothing is kept of this row: mark at least one event, or empty its fields."


def cell_name(key: Key) -> str:
    return f"cell-{key[0]}-{key[1]}"


def value_name(party: int, name: str) -> str:
    return f"{name}-{party}"


def choice_name(key: Key) -> str:
    return f"keep-{key[0]}-{key[1]}"


@dataclass(slots=True)
class Posted:
    """The grid as its editor left it."""

    shown: dict[Key, Cell]
    presences: dict[Key, str]
    values: dict[int, dict[str, str]]
    choices: dict[Key, str]
    """Of what two editors dispute: "mine" or "theirs"."""
    errors: dict[tuple[Key, str], str] = field(default_factory=dict)

    def mark(self, key: Key, presence: str) -> bool:
        """Mark a party where it is not on the list yet; say whether it was not."""
        if self.presences.get(key):
            return False
        self.presences[key] = presence
        return True

    def cells(self) -> dict[Key, Cell]:
        """Return the cells that the rows, as they were left, make."""
        cells: dict[Key, Cell] = {}
        for party in dict.fromkeys(party for party, _ in self.presences):
            presences = {
                meeting: presence
                for (held, meeting), presence in self.presences.items()
                if held == party
            }
            made = spread(
                row_of(self.shown, party), presences, self.values.get(party, {})
            )
            cells |= {(party, meeting): cell for meeting, cell in made.items()}
        return cells

    def idle(self) -> dict[int, dict[str, str]]:
        """Return the values of rows that say something of a party that is nowhere."""
        held = {party for party, _ in self.cells()}
        before = {party for party, _ in self.shown}
        return {
            party: values
            for party, values in self.values.items()
            if party not in held | before and any(values.values())
        }


def read(data: Mapping[str, str], state: State, keys: list[Key]) -> Posted:
    """Return what was posted for the cells at ``keys``."""
    posted = Posted(
        shown=state.shown,
        presences={key: _presence(data, key, state.shown) for key in keys},
        values={},
        choices={
            key: choice
            for key in state.disputed
            if (choice := data.get(choice_name(key))) in {"mine", "theirs"}
        },
    )
    first = {}
    for party, meeting in keys:
        first.setdefault(party, (party, meeting))
    for party, key in first.items():
        shown = row_values(row_of(state.shown, party).values())
        posted.values[party] = values = {}
        for name in VALUES:
            value = tidy(name, data.get(value_name(party, name), shown[name]))
            if name in CHOICES and value not in {*dict(CHOICES[name]), DIFFERS}:
                posted.errors[key, name] = NOT_LISTED
                value = shown[name]
            values[name] = value
    return posted


def _presence(data: Mapping[str, str], key: Key, shown: dict[Key, Cell]) -> str:
    was = shown[key].presence if key in shown else ""
    value = data.get(cell_name(key), was)
    return value if value in dict(PRESENCES) else was
