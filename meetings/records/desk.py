"""Where records from files become rows: found or made, validated, saved, counted.

What people entered or changed is theirs: such a row is neither overwritten nor brought
back after they removed it. The history tells who touched a row last.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from django.db import models
from simple_history.utils import bulk_create_with_history

from meetings.models import Body, Gathering, Meeting, Party, Person, Series

from .reading import Entry, Fault, FaultyRecordsError, Place
from .validating import Validator

REASON = "Loaded from the shipped records"

_REFERENCES: dict[str, tuple[type[models.Model], str]] = {
    "party": (Party, "name"),
    "body": (Body, "abbreviation"),
    "person": (Person, "slug"),
    "series": (Series, "slug"),
    "gathering": (Gathering, "slug"),
    "meeting": (Meeting, "slug"),
}


class LeftOutError(Exception):
    """The record hangs on something that people have removed."""


class Desk:
    """One load: what it found, made, changed and left alone."""

    def __init__(self) -> None:
        self.made: Counter[type[models.Model]] = Counter()
        self.changed: Counter[type[models.Model]] = Counter()
        self.seen: Counter[type[models.Model]] = Counter()
        self.left_alone: list[str] = []
        self._rows: dict[tuple, dict[tuple, models.Model]] = {}
        self._ever: dict[tuple, set[tuple]] = {}
        self._placed: dict[tuple, Place] = {}
        self._named: dict[tuple, models.Model | None] = {}
        self._validator = Validator()
        self._saves_at_once = True
        self._leaves: dict[type[models.Model], list[models.Model]] = {}

    def lay(
        self,
        entries: Iterable[Entry],
        place_one: Callable[["Desk", Place, Any], models.Model],
        *,
        kind: str = "",
        named_by: str = "slug",
    ) -> None:
        """Place every record of a file.

        Later records may call the rows: a ``kind`` named by that field of its record.
        Raises: FaultyRecordsError with all faults of the file.
        """
        faults: list[Fault] = []
        for entry in entries:
            row = None
            try:
                row = place_one(self, entry.place, entry.record)
            except FaultyRecordsError as error:
                faults += error.faults
            except LeftOutError as error:
                self.left_alone.append(f"{entry.place}: {error}")
            if kind:
                self.name(kind, getattr(entry.record, named_by), row)
        if faults:
            raise FaultyRecordsError(faults)
        self._save_leaves()

    def put(
        self, model: type[models.Model], place: Place, key: dict, **values
    ) -> models.Model:
        """Return the row of ``key``, made or brought up to ``values``.

        Raises: FaultyRecordsError if it is not valid or was placed before in this load;
        LeftOutError if people have removed it or given it another key.
        """
        self.seen[model] += 1
        shelf = (model, *key)
        at = tuple(map(_plain, key.values()))
        self._refuse_twice(shelf, at, place, key)
        row = self._shelf(shelf).get(at)
        if row is None:
            if at in self._keys_ever(shelf):
                raise LeftOutError("people have removed or renamed it since; left so.")
            row = model(**key, **values)
            self._validator.validate(row, place, set(key))
            if self._saves_at_once:
                self._save(row)
            else:
                self._leaves.setdefault(model, []).append(row)
            self._rows[shelf][at] = row
            self.made[model] += 1
        elif different := _different(row, values):
            self._change(row, place, different)
        return row

    def put_part(
        self, model: type[models.Model], place: Place, key: dict, **values
    ) -> models.Model | None:
        """Put a row that hangs on another; None, and noted, if people have removed it."""
        try:
            return self.put(model, place, key, **values)
        except LeftOutError as error:
            self.left_alone.append(f"{place}: {error}")
            return None

    def put_leaf(
        self, model: type[models.Model], place: Place, key: dict, **values
    ) -> None:
        """Put a part on which nothing else hangs: saved with its like, which is quicker."""
        self._saves_at_once = False
        try:
            self.put_part(model, place, key, **values)
        finally:
            self._saves_at_once = True

    def put_related(
        self, row: models.Model, field: str, wanted: list[models.Model]
    ) -> None:
        """Have ``wanted`` in a many-to-many field, unless people changed the row."""
        related = getattr(row, field)
        present = set(related.values_list("pk", flat=True))
        if present == {other.pk for other in wanted} or not _is_ours(row):
            return
        row._change_reason = REASON
        related.set(wanted)

    def name(self, kind: str, name: str, row: models.Model | None) -> None:
        """Let other records of this load call ``row`` by ``name`` (None: left out)."""
        self._named[kind, name] = row

    def find(self, kind: str, name: str | None, place: Place) -> Any:
        """Return the party, body, person, meeting … that ``name`` calls."""
        if name is None:
            return None
        if (kind, name) in self._named:
            row = self._named[kind, name]
            if row is None:
                raise LeftOutError(f"{kind} “{name}” has been removed by people.")
            return row
        row = self._known(kind).get((name,))
        if row is None:
            refuse(place, f"“{name}” is not a known {kind}.{self._guess(kind, name)}")
        return row

    def find_all(self, kind: str, names: list[str], place: Place) -> list:
        """Return those that ``names`` call, without what people have removed."""
        rows = []
        for number, name in enumerate(names):
            at = _item(place, number)
            try:
                rows.append(self.find(kind, name, at))
            except LeftOutError as error:
                self.left_alone.append(f"{at}: {error}")
        return rows

    def _known(self, kind: str) -> dict[tuple, models.Model]:
        """The rows that the database already had, by what files call them."""
        return self._shelf(_REFERENCES[kind]) if kind in _REFERENCES else {}

    def _guess(self, kind: str, name: str) -> str:
        known = {named for of, named in self._named if of == kind}
        known |= {at[0] for at in self._known(kind)}
        near = get_close_matches(name, sorted(known), 1)
        return f" Did you mean “{near[0]}”?" if near else ""

    def _refuse_twice(self, shelf: tuple, at: tuple, place: Place, key: dict) -> None:
        first = self._placed.setdefault((*shelf, at), place)
        if first is not place:
            fields = " and ".join(key)
            refuse(place.at(fields), f"this has been given already: {first}.")

    def _shelf(self, shelf: tuple) -> dict[tuple, models.Model]:
        if shelf not in self._rows:
            model, *fields = shelf
            names = [model._meta.get_field(field).attname for field in fields]
            self._rows[shelf] = {
                tuple(getattr(row, name) for name in names): row
                for row in model._base_manager.all()
            }
        return self._rows[shelf]

    def _keys_ever(self, shelf: tuple) -> set[tuple]:
        """The keys that rows had at any time, as far as history goes back."""
        if shelf not in self._ever:
            model, *fields = shelf
            names = [model._meta.get_field(field).attname for field in fields]
            self._ever[shelf] = set(model.history.values_list(*names))
        return self._ever[shelf]

    def _change(self, row: models.Model, place: Place, values: dict) -> None:
        if not _is_ours(row):
            fields = ", ".join(values)
            self.left_alone.append(f"{place}: changed by people, kept so ({fields}).")
            return
        for name, value in values.items():
            setattr(row, name, value)
        self._validator.validate(row, place, set())
        self._save(row)
        self.changed[type(row)] += 1

    @staticmethod
    def _save(row: models.Model) -> None:
        row._change_reason = REASON
        row.save()

    def _save_leaves(self) -> None:
        for model, rows in self._leaves.items():
            bulk_create_with_history(rows, model, default_change_reason=REASON)
        self._leaves.clear()


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value


def _different(row: models.Model, values: dict) -> dict:
    return {
        name: value
        for name, value in values.items()
        if getattr(row, row._meta.get_field(name).attname) != _plain(value)
    }


def _is_ours(row: models.Model) -> bool:
    """Whether a load, not a person, touched ``row`` last."""
    last = type(row).history.filter(**{row._meta.pk.name: row.pk})
    reasons = last.order_by("-history_id").values_list(
        "history_change_reason", flat=True
    )
    return reasons.first() == REASON


def _item(place: Place, number: int) -> Place:
    return Place(place.file, place.record, place.label, f"{place.field}[{number}]")


def refuse(place: Place, message: str) -> None:
    """Stop with one fault. Raises: FaultyRecordsError."""
    raise FaultyRecordsError([Fault(place, message)])
