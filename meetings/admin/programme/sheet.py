"""The page as it was opened or posted: rows in their order, and what was typed in them.

Nothing but saving touches the record; every other step leaves what was typed where it is.
"""

import copy
import re
from collections.abc import Iterator

from django.http import QueryDict

from meetings.models import Contribution, Outcome

from . import lines
from .agenda import Agenda, Order
from .forms import FORMS, RowForm
from .placing import Placing
from .plugs import PLUGS
from .state import State
from .values import OUTCOME, SESSION, SPEAKER, Values, digest, key_of

UNDECIDED = "Choose which of the two to keep."
MORE = 3
_KEY = re.compile(r"(session|speaker|outcome)-(n?)([1-9]\d{0,17})")
_ROLES = {
    "panel": Contribution.Role.PANELLIST,
    "small_groups": Contribution.Role.PARTICIPANT,
    "discussion": Contribution.Role.PARTICIPANT,
    "plenary": Contribution.Role.SPEAKER,
    "opening": Contribution.Role.SPEAKER,
    "address": Contribution.Role.SPEAKER,
    "closing": Contribution.Role.SPEAKER,
}


class Sheet(Placing):
    """All rows of the page; ``typed`` holds the text of their fields."""

    def __init__(
        self, agenda: Agenda, state: State, data: QueryDict | None = None
    ) -> None:
        self.agenda = agenda
        self.state = state
        self.order = Order(outcomes={"": []})
        self.typed: dict[str, Values] = {}
        self.notes: dict[str, list[str]] = {}
        """What is to be said of a row, by its key."""
        self.told: list[str] = []
        """What is to be said of the page, in words."""
        self.focus = ""
        self.saving = False
        self._forms: dict[str, RowForm] = {}
        self._last = 0
        if data is None:
            self._as_recorded()
        else:
            self._as_posted(data)

    # What the page holds

    def _as_recorded(self) -> None:
        self.order = copy.deepcopy(self.agenda.order)
        self.typed = {key: dict(row.values) for key, row in self.agenda.rows.items()}
        self.leave_room()

    def _as_posted(self, data: QueryDict) -> None:
        self.order.sessions = self._keys(data, "sessions", SESSION)
        for session in self.order.sessions:
            for kind, into in (
                (SPEAKER, self.order.speakers),
                (OUTCOME, self.order.outcomes),
            ):
                into[session] = self._keys(data, f"{kind}s:{session}", kind)
        self.order.outcomes[""] = self._keys(data, f"{OUTCOME}s:", OUTCOME)
        for key in list(self.typed):
            self.typed[key] = _fields(data, key)
        self.stand_in_place()
        for session in (*self.order.sessions, ""):
            self._take_lines(data, session)

    def _keys(self, data: QueryDict, name: str, kind: str) -> list[str]:
        """Return the keys of a list: rows of this page, and new ones, each once."""
        found = []
        for key in data.getlist(name):
            match = _KEY.fullmatch(key)
            if not match or match[1] != kind or key in self.typed:
                continue
            if not match[2] and key not in self.state.loaded:
                continue
            if match[2]:
                self._last = max(self._last, int(match[3]))
            self.typed[key] = {}
            found.append(key)
        return found

    def _take_lines(self, data: QueryDict, session: str) -> None:
        """Make rows of what was typed a line each."""
        text = data.get(f"speaker-lines:{session}", "")
        for line in lines.lines(text) if session else ():
            for values in self.agenda.names.spoken(line):
                role = data.get(f"speaker-role:{session}", "") or self.role_in(session)
                self.add(SPEAKER, session, values | {"role": role})
        for values in lines.outcomes(
            data.get(f"outcome-lines:{session}", ""),
            data.get(f"outcome-kind:{session}", ""),
            {value: str(words) for value, words in Outcome.Kind.choices},
        ):
            self.add(OUTCOME, session, values)

    def role_in(self, session: str) -> str:
        """Return the part that most have in a session of its kind."""
        kind = str(self.typed.get(session, {}).get("kind", ""))
        return _ROLES.get(kind, Contribution.Role.PRESENTER)

    # New rows

    def add(self, kind: str, session: str, values: Values | None = None) -> str:
        """Add a row; rows left empty stay behind it."""
        self._last += 1
        key = key_of(kind, f"n{self._last}")
        self.typed[key] = dict(values or {})
        if kind == SESSION:
            self.order.sessions.append(key)
            self.order.speakers[key], self.order.outcomes[key] = [], []
            return key
        if kind == OUTCOME:
            self.typed[key].setdefault("place", self.place_in(session))
        into = self.order.speakers if kind == SPEAKER else self.order.outcomes
        if values:
            self._append(into[session], key)
        else:
            into[session].append(key)
        return key

    def leave_room(self) -> None:
        """See that every list ends in a row to fill in."""
        for session in self.order.sessions:
            if not any(map(self.is_blank, self.order.speakers[session])):
                self.add(SPEAKER, session)
        for session in self.order.outcomes:
            if not any(map(self.is_blank, self.order.outcomes[session])):
                self.add(OUTCOME, session)

    def is_new(self, key: str) -> bool:
        return "-n" in key

    def is_blank(self, key: str) -> bool:
        """Whether it is a new row in which nothing has been typed."""
        kind = key.partition("-")[0]
        typed = self.typed[key]
        if not self.is_new(key) or any(
            str(typed.get(name, "")).strip() for name in FORMS[kind].empty_without
        ):
            return False
        if kind == SESSION:
            return all(map(self.is_blank, self.children(key)))
        return not any(typed.get(plug.name) for plug in PLUGS)

    def children(self, session: str) -> list[str]:
        return [
            *self.order.speakers.get(session, ()),
            *self.order.outcomes.get(session, ()),
        ]

    def every_key(self) -> Iterator[str]:
        """Yield every row in the order of the page."""
        for session in self.order.sessions:
            yield session
            yield from self.children(session)
        yield from self.order.outcomes[""]

    def is_removed(self, key: str) -> bool:
        return bool(self.typed[key].get("remove"))

    def session_of(self, key: str) -> str:
        """Return the session in which a row stands, "" for the whole meeting."""
        for session in self.order.sessions:
            if key in self.children(session):
                return session
        return ""

    # What a button asks for

    def do(self, action: str) -> None:
        """Do what a button other than the one that saves asks for."""
        verb, _, key = action.partition(":")
        if verb in {"up", "down"} and key in self.typed:
            self._move(key, -1 if verb == "up" else 1)
            self.focus = action
        elif verb == "session":
            self.focus = self.add(SESSION, "")
        elif (verb == SPEAKER and key in self.order.speakers) or (
            verb == OUTCOME and key in self.order.outcomes
        ):
            self.focus, *_ = [self.add(verb, key) for _ in range(MORE)]

    def _move(self, key: str, by: int) -> None:
        for _, rows in self.order.lists():
            if key in rows:
                at = rows.index(key)
                to = at + by
                if 0 <= to < len(rows):
                    rows[at], rows[to] = rows[to], rows[at]

    # Forms

    def form(self, key: str) -> RowForm:
        if key not in self._forms:
            self._forms[key] = self._made(key)
        return self._forms[key]

    def _made(self, key: str) -> RowForm:
        made = FORMS[key.partition("-")[0]]
        held = self.agenda.rows.get(key)
        kept = {"agenda": self.agenda, "prefix": key, "auto_id": "%s"}
        if held:
            kept["instance"] = copy.copy(held.row)
        if not self.saving or self.is_blank(key):
            form = made(initial=self.typed[key], **kept)
        else:
            data = {f"{key}-{name}": value for name, value in self.typed[key].items()}
            form = made(data, initial=dict(held.values) if held else {}, **kept)
        if "place" in form.fields:
            form.fields["place"].choices = self.places
        return form

    def check(self) -> bool:
        """Look through all that would be saved; say whether nothing stands in the way."""
        self.saving = True
        self._forms.clear()
        good = True
        for key in self.standing():
            form = self.form(key)
            if key in self.state.disputed and not self.typed[key].get("keep"):
                form.add_error("keep", UNDECIDED)
            good = form.is_valid() and good
        return good

    def unchecked(self) -> "Sheet":
        """Return the sheet as it was typed, its forms made anew."""
        self.saving = False
        self._forms.clear()
        return self

    def settle(self) -> None:
        """Put the other's version where this editor decided for it."""
        for key in self.state.disputed & self.typed.keys() & self.agenda.rows.keys():
            if self.typed[key].get("keep") == "theirs":
                values = dict(self.agenda.rows[key].values)
                self.typed[key] = values | {"keep": "theirs"}
        self.stand_in_place()

    def standing(self) -> list[str]:
        """Return the rows that are to be there after saving."""
        gone = {key for key in self.typed if self.is_removed(key)}
        for session in self.order.sessions:
            if session in gone:
                gone.update(self.order.speakers[session])
        return [
            key
            for key in self.every_key()
            if key not in gone and not self.is_blank(key)
        ]

    def digests(self) -> dict[str, str]:
        """Return what the page wants the record to be.

        What was not posted stays: a row goes only where its removal was asked for.
        """
        posted = {key: digest(self.form(key).values()) for key in self.standing()}
        kept = {
            key: held
            for key, held in self.state.loaded.items()
            if key not in self.typed and not self._goes_with_its_session(key)
        }
        return kept | posted

    def _goes_with_its_session(self, key: str) -> bool:
        held = self.agenda.rows.get(key)
        session = getattr(held and held.row, "session_id", None)
        parent = key_of(SESSION, session) if session else ""
        removed = parent in self.typed and self.is_removed(parent)
        return key.startswith(SPEAKER) and removed


def _fields(data: QueryDict, key: str) -> Values:
    """Return what was posted for the fields of a row."""
    form = FORMS[key.partition("-")[0]]
    many = [plug.name for plug in PLUGS]
    found: Values = {name: data.get(f"{key}-{name}", "") for name in form.base_fields}
    for name in many:
        found[name] = sorted(data.getlist(f"{key}-{name}"))
    return found
