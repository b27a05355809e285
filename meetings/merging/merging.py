"""Merge two records that are one: everything moves, or nothing does.

The preview is the merge itself, undone: what is shown is what happens.
"""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ForeignKey, Model

from meetings.models import Party, PartyAlias, Person, PersonAlias

from .outcome import Conflict, Difference, Merge, Move, Refusal, row_of
from .relations import naming, pointing, rivals, told

KEPT, MERGED = "kept", "merged"
REASON = 100
"""Letters that the history keeps of a reason."""
OWN = {"slug", "sources", "notes"}


class NotMergedError(Exception):
    """Nothing was merged; ``merge`` is what would happen now."""

    def __init__(self, merge: Merge) -> None:
        super().__init__("Nothing was merged.")
        self.merge = merge


def preview(kept: Model, merged: Model, choices: Mapping[str, str]) -> Merge:
    """Return what merging would do. Nothing is saved."""
    with transaction.atomic():
        found = _Merging(kept, merged, choices).run()
        transaction.set_rollback(True)
    return found


def merge(
    kept: Model, merged: Model, choices: Mapping[str, str], fingerprint: str
) -> Merge:
    """Merge ``merged`` into ``kept`` just as the preview of that fingerprint showed.

    Raises: NotMergedError if a conflict is open, something forbids it, or the record has
    changed since the preview; nothing is saved then.
    """
    with transaction.atomic():
        found = _Merging(kept, merged, choices).run()
        if not found.ready or found.fingerprint != fingerprint:
            raise NotMergedError(found)
    return found


class _Merging:
    def __init__(self, kept: Model, merged: Model, choices: Mapping[str, str]) -> None:
        model = type(kept)
        both = model._base_manager.select_for_update().in_bulk([kept.pk, merged.pk])
        self._kept, self._merged = both[kept.pk], both[merged.pk]
        self._choices = choices
        self._moved: list[tuple[Model, ForeignKey]] = []
        self._reason = f"Merged {self._merged} into {self._kept}"[:REASON]
        self.found = Merge(row_of(self._kept), row_of(self._merged))

    def run(self) -> Merge:
        self._compare()
        self._tell_apart()
        self._absorb(self._kept, self._merged)
        if self.found.ready:
            self._delete(self._merged)
            self._fill()
            self._add_names()
            self._check()
        return self.found

    # What points at the merged record

    def _absorb(self, kept: Model, merged: Model) -> None:
        for field in pointing(type(kept)):
            rows = field.model._base_manager.filter(**{field.name: merged})
            for row in rows.select_related().order_by("pk"):
                self._move(row, field, kept)
        for field in naming(type(kept)):
            for row in field.model._base_manager.filter(**{field.name: merged}):
                self._rename(row, field.name, kept, merged)

    def _move(self, row: Model, field: ForeignKey, kept: Model) -> None:
        told_before = row_of(row)
        setattr(row, field.name, kept)
        others = rivals(row, field)
        if not others:
            self._save(row, field, told_before)
        elif field.unique or not hasattr(row, "history"):
            names = ", ".join(map(str, others))
            why = f"Both have one, and only one may be: {names}. Mend that first."
            self.found.refusals.append(Refusal(told_before, why))
        else:
            self._settle(row, field, others, told_before)

    def _rename(self, row: Model, name: str, kept: Model, merged: Model) -> None:
        names = getattr(row, name)
        row._change_reason = self._reason
        self.found.moves.append(Move(row_of(row), name.replace("_", " ")))
        if not names.filter(pk=kept.pk).exists():
            names.add(kept)
        names.remove(merged)

    def _save(self, row: Model, field: ForeignKey, before) -> None:
        row._change_reason = self._reason
        try:
            with transaction.atomic():
                row.save(update_fields=[field.name])
        except IntegrityError:
            why = (
                "The database does not allow it to move. Mend it on its own page first."
            )
            self.found.refusals.append(Refusal(before, why))
        else:
            self._moved.append((row, field))
            self.found.moves.append(Move(before, str(field.verbose_name)))

    def _settle(self, row: Model, field: ForeignKey, others: list, before) -> None:
        """Keep one of the rows that cannot both stay: as chosen, or either if alike."""
        differences = _differences(others[0], row, field)
        key = f"{row._meta.label_lower}-{row.pk}"
        alike = not differences and len(others) == 1
        choice = KEPT if alike else self._choices.get(key, "")
        if not alike:
            choice = choice if choice in {KEPT, MERGED} else ""
            kept = tuple(map(row_of, others))
            self.found.conflicts.append(
                Conflict(key, before, kept, tuple(differences), choice)
            )
        if choice == KEPT:
            self._drop(row, others[0], before)
        elif choice == MERGED and all(
            self._drop(other, row, row_of(other)) for other in others
        ):
            self._save(row, field, before)

    def _drop(self, row: Model, survivor: Model, before) -> bool:
        """Delete a row that ``survivor`` stands for; what hangs on it goes over.

        It stays while something that hangs on it cannot go over.
        """
        hindered = len(self.found.open) + len(self.found.refusals)
        self._absorb(survivor, row)
        if len(self.found.open) + len(self.found.refusals) > hindered:
            return False
        self.found.dropped.append(before)
        self._delete(row)
        return True

    def _delete(self, row: Model) -> None:
        row._change_reason = self._reason
        try:
            with transaction.atomic():
                row.delete()
        except models.ProtectedError as error:
            held = ", ".join(map(str, error.protected_objects))
            why = f"It is still needed by {held}. Mend that first."
            self.found.refusals.append(Refusal(row_of(row), why))

    # What the merged record said of itself

    def _compare(self) -> None:
        """Find what of the merged record fills a gap, and what is left behind."""
        self._fills = {}
        for field in self._kept._meta.concrete_fields:
            mine, theirs = (
                getattr(record, field.attname) for record in (self._kept, self._merged)
            )
            if field.primary_key or mine == theirs or field.name in OWN:
                continue
            if isinstance(mine, str) and not mine and not field.choices:
                self._fills[field.name] = theirs
        for difference in _differences(self._kept, self._merged, None):
            filled = difference.what in {
                str(self._kept._meta.get_field(name).verbose_name)
                for name in self._fills
            }
            if filled:
                self.found.filled.append(difference)
            elif difference.merged and difference.what not in OWN:
                self.found.left.append(difference)

    def _tell_apart(self) -> None:
        """Refuse two states of the world: a wrong country name is not a typo."""
        codes = [getattr(row, "iso_code", "") for row in (self._kept, self._merged)]
        if all(codes) and codes[0] != codes[1]:
            why = f"Both are states, with the codes {codes[0]} and {codes[1]}."
            self.found.refusals.append(Refusal(self.found.merged, why))

    def _fill(self) -> None:
        for name, value in self._fills.items():
            setattr(self._kept, name, value)
        for name in ("sources", "notes"):
            lines = [
                line
                for record in (self._kept, self._merged)
                for line in getattr(record, name).splitlines()
                if line.strip()
            ]
            setattr(self._kept, name, "\n".join(dict.fromkeys(lines)))
        self._kept._change_reason = self._reason
        try:
            self._kept.full_clean()
        except ValidationError as error:
            self._refuse(self._kept, error)
        else:
            self._kept.save()

    def _add_names(self) -> None:
        """Make the names of the merged record aliases of the one kept."""
        known = {name.casefold() for name in _names(self._kept)}
        known |= {row.name.casefold() for row in self._kept.aliases.all()}
        for name in _names(self._merged):
            if name.casefold() in known:
                continue
            known.add(name.casefold())
            alias = _alias(self._kept, name)
            alias._change_reason = self._reason
            try:
                alias.full_clean()
            except ValidationError as error:
                self._refuse(self._merged, error)
            else:
                alias.save()
                self.found.aliases.append(name)

    def _check(self) -> None:
        """Look at each moved row once more, where everything stands now."""
        for row, field in self._moved:
            fresh = type(row)._base_manager.filter(pk=row.pk).first()
            if fresh is None:  # dropped since, in favour of another
                continue
            others = [other.name for other in row._meta.fields if other != field]
            try:
                fresh.clean_fields(exclude=others)
                fresh.clean()
            except ValidationError as error:
                self._refuse(fresh, error)

    def _refuse(self, row: Model, error: ValidationError) -> None:
        self.found.refusals.append(Refusal(row_of(row), " ".join(error.messages)))


def _differences(kept: Model, merged: Model, leave) -> list[Difference]:
    mine, theirs = told(kept, leave), told(merged, leave)
    return [
        Difference(what, mine[what], theirs[what])
        for what in mine
        if mine[what] != theirs[what]
    ]


def _names(record: Model) -> list[str]:
    match record:
        case Party():
            names = [record.name, record.abbreviation, record.formal_name]
        case Person():
            names = [record.name]
    return [name for name in names if name]


def _alias(record: Model, name: str) -> Model:
    if isinstance(record, Party):
        return PartyAlias(party=record, name=name)
    return PersonAlias(person=record, name=name)
