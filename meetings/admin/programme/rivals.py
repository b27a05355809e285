"""The page after another editor's change: theirs and ours side by side, nothing lost."""

from collections.abc import Iterator, Mapping

from .agenda import Agenda
from .order import merged
from .plugs import PLUGS
from .saving import Saved
from .sheet import Sheet
from .state import State
from .values import LABELS, OUTCOME, SESSION, SPEAKER

GONE = (
    "Somebody else removed this since you opened the page, and you had changed it. It "
    "comes back as you have it here when you save; tick “Remove” to let it go."
)
KEPT = (
    "Somebody else changed this since you opened the page, so it was not removed. It is "
    "shown as it is now; tick “Remove” again if it is to go."
)
MOVED = (
    "Somebody else put {} in another order since you opened the page: {}. Yours is "
    "shown here and stands once you save."
)


def meet(sheet: Sheet, saved: Saved) -> Sheet:
    """Return a page of the record as it is now, with what this editor entered."""
    return _Meeting(sheet, saved).met()


class _Meeting:
    def __init__(self, sheet: Sheet, saved: Saved) -> None:
        self._mine, self._saved = sheet, saved
        self._agenda: Agenda = saved.agenda
        self._agenda.locked = sheet.agenda.locked
        state = State(sheet.state.meeting, self._agenda.digests())
        self._met = Sheet(self._agenda, state)
        self._names: dict[str, str] = {}
        """The keys of rows that are new to the record, or new to it again."""

    def met(self) -> Sheet:
        for session in self._mine.order.sessions:
            self._take(session)
        for key in self._mine.order.outcomes[""]:
            self._take_row(key, OUTCOME, "")
        self._stand_in_place()
        for name, rows in self._met.order.lists():
            self._put_in_order(name, rows)
        self._tell_of_moves()
        return self._met

    def _take(self, session: str) -> None:
        mine = self._mine
        to = session
        if session in self._agenda.rows:
            self._take_values(session)
        elif self._comes_back(session):
            to = self._add(session, SESSION, "")
        else:
            to = ""
        for key in mine.order.speakers[session]:
            if to:
                self._take_row(key, SPEAKER, to)
        for key in mine.order.outcomes[session]:
            self._take_row(key, OUTCOME, to)

    def _take_row(self, key: str, kind: str, session: str) -> None:
        if key in self._agenda.rows:
            self._take_values(key)
        elif self._comes_back(key) or (
            # With its session, which another editor had removed.
            session in self._names.values() and not self._mine.is_blank(key)
        ):
            self._add(key, kind, session)

    def _comes_back(self, key: str) -> bool:
        if self._mine.is_new(key):
            return not self._mine.is_blank(key)
        return key in self._saved.disputed and not self._mine.is_removed(key)

    def _add(self, key: str, kind: str, session: str) -> str:
        typed = self._mine.typed[key]
        made = self._met.add(kind, session, typed)
        self._names[key] = made
        if key in self._saved.disputed:
            self._met.notes[made] = [GONE]
        return made

    def _take_values(self, key: str) -> None:
        """Show what this editor typed, unless the other alone changed the row."""
        if key in self._saved.taken:
            return
        if key not in self._saved.disputed:
            self._met.typed[key] = self._mine.typed[key]
        elif self._mine.is_removed(key):
            self._met.notes[key] = [KEPT]
        else:
            self._met.typed[key] = self._mine.typed[key] | {"keep": ""}
            self._met.state.disputed.add(key)

    def _stand_in_place(self) -> None:
        """Have each outcome stand in the session to which one of the two moved it."""
        there = {*self._met.order.sessions, self._agenda.whole, *self._agenda.elsewhere}
        for typed in self._met.typed.values():
            if place := str(typed.get("place", "")):
                place = self._names.get(place, place)
                typed["place"] = place if place in there else ""
        self._met.stand_in_place()

    def _put_in_order(self, name: str, rows: list[str]) -> None:
        """Order a list as both editors left it; room to fill in stays at its end."""
        blank = [key for key in rows if self._met.is_blank(key)]
        theirs = [key for key in rows if key in self._agenda.rows]
        names = {made: key for key, made in self._names.items()}
        old = {key: self._names.get(key, key) for key in self._mine.typed}
        lists = {
            ":".join([kind, old.get(session, session)] if colon else [kind]): keys
            for held, keys in self._mine.order.lists()
            for kind, colon, session in [held.partition(":")]
        }
        mine = [old[key] for key in lists.get(name, ()) if old[key] in rows]
        mine += [key for key in rows if key in names and key not in mine]
        order, _ = merged(list(self._mine.state.loaded), theirs, mine)
        rows[:] = [key for key in order if key not in blank] + blank

    def _tell_of_moves(self) -> None:
        theirs = dict(self._agenda.order.lists())
        for name in self._saved.moved:
            kind, _, session = name.partition(":")
            what = "the sessions"
            if session:
                title = self._agenda.rows[session].values["title"]
                what = f"the {kind} of “{title}”"
            elif kind != "sessions":
                what = "the outcomes of the whole meeting"
            rows = "; ".join(self._told(key) for key in theirs[name])
            self._met.told.append(MOVED.format(what, rows))

    def _told(self, key: str) -> str:
        values = self._agenda.rows[key].values
        names = ("title", "text", "person", "party")
        return next(str(values[name]) for name in names if values.get(name))


def differences(sheet: Sheet, key: str) -> Iterator[tuple[str, str, str]]:
    """Yield the label of each field that differs, the other's words and this editor's."""
    held, typed = sheet.agenda.rows[key].values, sheet.typed[key]
    for name, theirs in held.items():
        mine = typed.get(name, "")
        if mine != theirs:
            words = _choices(sheet, key, name)
            label = LABELS.get(name) or _plug_label(name)
            yield label, _words(theirs, words), _words(mine, words)


def _plug_label(name: str) -> str:
    return next(plug.label for plug in PLUGS if plug.name == name)


def _choices(sheet: Sheet, key: str, name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value, words in getattr(sheet.form(key).fields.get(name), "choices", ()):
        if isinstance(words, list | tuple):
            found |= {str(each): str(told) for each, told in words}
        else:
            found[str(value)] = str(words)
    return found


def _words(value, words: Mapping[str, str]) -> str:
    values = value if isinstance(value, list) else [value]
    return "; ".join(words.get(each, each) for each in values if each) or "–"
