"""The rows of one party at one meeting, taken together: what its attendance would be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from meetings.models import Attendance, Delegate
from meetings.models.attendance import LEVELS

from .cells import ABSENT, APOLOGIES, HEAD, PRESENT
from .outcomes import Change, Outcome, Status
from .proposals import Entry, Weight

LEVEL_ORDER = [value for value, _ in LEVELS]
IN_PERSON = Attendance.Mode.IN_PERSON.value
LABELS = {
    "presence": "Attendance",
    "level": "Level",
    "mode": "Mode",
    "delegation_size": "Number of delegates",
    "note": "Note",
    "capacity_override": "Capacity",
    "override_reason": "Reason",
}


@dataclass(slots=True)
class Delegation:
    """The entries of one party at one meeting, with what becomes of each."""

    rows: list[tuple[Entry, Outcome]] = field(default_factory=list)
    presence: str = ""
    values: dict[str, object] = field(default_factory=dict)

    @property
    def first(self) -> Outcome:
        return self.rows[0][1]

    def settle(self) -> bool:
        """Work out one attendance from all rows; False when they contradict each other."""
        entries = [entry for entry, _ in self.rows]
        if not self._agree(entries):
            return False
        said = {entry.presence for entry in entries}
        self.presence = next(
            each for each in (PRESENT, APOLOGIES, ABSENT, "") if each in said
        )
        coming = [entry for entry in entries if entry.presence == self.presence]
        self._settle_values(coming)
        return self._is_valid()

    def _agree(self, entries: Sequence[Entry]) -> bool:
        plain = [entry for entry in entries if not entry.person]
        checks = [
            ("attendance", [entry.presence for entry in plain]),
            ("number of delegates", [entry.size for entry in entries]),
            ("capacity", [entry.capacity for entry in entries]),
            ("reason", [entry.reason for entry in entries]),
            ("level", [entry.level for entry in plain]),
            ("mode", [entry.mode for entry in plain]),
        ]
        for what, values in checks:
            if len(_distinct(values)) > 1:
                rows = ", ".join(str(entry.row) for entry in entries)
                self._fail(f"The rows of this party ({rows}) differ in the {what}.")
                return False
        for (entry, outcome), (earlier, _) in zip(
            self.rows[1:], self.rows, strict=False
        ):
            if not entry.person and not earlier.person:
                words = f"Listed twice, in row {earlier.row} as well."
                outcome.say(Weight.WARNING, words)
        return True

    def _settle_values(self, entries: Sequence[Entry]) -> None:
        found = {
            "presence": self.presence,
            "level": self._level(entries),
            "mode": self._mode(entries),
            "delegation_size": next(iter(_distinct(e.size for e in entries)), None),
            "note": "; ".join(_distinct(entry.note for entry in entries)),
            "capacity_override": "".join(_distinct(e.capacity for e in entries)),
            "override_reason": "".join(_distinct(entry.reason for entry in entries)),
        }
        self.values = {
            name: value for name, value in found.items() if value not in ("", None)
        }

    def _level(self, entries: Sequence[Entry]) -> str:
        levels = _distinct(entry.level for entry in entries)
        if len(levels) < 2:
            return "".join(levels)
        heads = _distinct(entry.level for entry in entries if entry.role == HEAD)
        chosen = heads[0] if len(heads) == 1 else min(levels, key=LEVEL_ORDER.index)
        why = "that of its head" if len(heads) == 1 else "the highest"
        words = f"The delegation’s rows differ in the level: {_shown('level', chosen)}, {why}, is taken."
        self.first.say(Weight.WARNING, words)
        return chosen

    def _mode(self, entries: Sequence[Entry]) -> str:
        modes = _distinct(entry.mode for entry in entries)
        if len(modes) < 2:
            return "".join(modes)
        words = (
            "Some of the delegation are in person and some online: in person is taken."
        )
        self.first.say(Weight.WARNING, words)
        return IN_PERSON

    def _is_valid(self) -> bool:
        if len(str(self.values.get("note", ""))) > 500:
            self._fail(
                "The notes of this party’s rows are longer than 500 letters together."
            )
            return False
        if ("capacity_override" in self.values) != ("override_reason" in self.values):
            self._fail(
                "Another capacity than the derived one needs a reason, and a reason a "
                "capacity."
            )
            return False
        return True

    def _fail(self, words: str) -> None:
        for _, outcome in self.rows:
            outcome.end(Status.ERROR, Weight.ERROR, words)

    def compare(self, recorded: Attendance | None) -> list[Change]:
        """Return the values that differ from those recorded. What the file leaves empty
        stays as it is."""
        return [
            Change(
                LABELS[name],
                _shown(name, getattr(recorded, name)) if recorded else "",
                _shown(name, value),
                added=recorded is None,
            )
            for name, value in self.values.items()
            if recorded is None or getattr(recorded, name) != value
        ]


def _distinct(values: Iterable) -> list:
    return [value for value in dict.fromkeys(values) if value not in ("", None)]


def _shown(name: str, value) -> str:
    choices = dict(Attendance._meta.get_field(name).flatchoices)
    return "" if value is None else str(choices.get(value, value))


def role_label(role: str) -> str:
    return str(Delegate.Role(role).label)
