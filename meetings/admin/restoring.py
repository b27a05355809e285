"""An earlier version of a record, compared with what is there, and gone back to.

Going back is a change as any other: checked, saved, and kept in the history with its
reason. A record that was deleted comes back under its old number, and with it, if asked,
the rows that went when it was deleted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from .wording import row_words

REASON = 100
"""Letters that the history keeps of a reason."""
ALONG = timedelta(seconds=60)
"""Rows deleted by the same person that shortly before went with their record."""
DELETED = "-"
LAST = {"sources", "unverified", "notes"}


@dataclass(frozen=True, slots=True)
class Line:
    """A field then and now, in words."""

    label: str
    then: str
    now: str

    @property
    def differs(self) -> bool:
        return self.then != self.now


class NotRestoredError(Exception):
    """Nothing was changed; ``reasons`` say why, each a sentence to act on."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Restoring:
    """A version of a record, and the record as it is now, if it is there."""

    def __init__(self, version, *, lock: bool = False) -> None:
        self.version = version
        self.model = version.instance_type
        rows = self.model._base_manager.filter(pk=version.id)
        self.now = (rows.select_for_update() if lock else rows).first()

    @property
    def name(self) -> str:
        return str(self.now) if self.now else row_words(self.version)

    @property
    def lines(self) -> list[Line]:
        every = self.model._meta.concrete_fields
        fields = sorted(every, key=lambda field: field.name in LAST)
        told = [
            Line(
                capfirst(each.verbose_name),
                value(self.version, each),
                value(self.now, each) if self.now else "",
            )
            for each in fields
            if not each.primary_key
        ]
        return told + [
            Line(
                capfirst(each.verbose_name),
                names(each, _kept(self.version, each)),
                names(each, _keys(self.now, each)) if self.now else "",
            )
            for each in self._many
        ]

    @property
    def differs(self) -> bool:
        return self.now is None or any(line.differs for line in self.lines)

    @property
    def untold(self) -> list[str]:
        """Lists of other records that this history does not keep."""
        known = {each.name for each in self._many}
        return [
            str(each.verbose_name)
            for each in self.model._meta.many_to_many
            if each.name not in known and each.remote_field.through._meta.auto_created
        ]

    @property
    def latest(self) -> int:
        """The number of the newest version: a page shows what holds up to it."""
        versions = self.model.history.filter(id=self.version.id)
        return max(versions.values_list("history_id", flat=True))

    @property
    def along(self) -> list:
        """The rows that went with the record when it was deleted, outermost first."""
        return [] if self.now else list(_along(self.model, self.version.id))

    def go_back(self, reason: str, *, along: bool = False) -> models.Model:
        """Make the record what it was.

        Raises: NotRestoredError if the record as it was does not fit into the record as
        it is; nothing is changed then.
        """
        rows = self.along if along else []
        with transaction.atomic():
            record = self._restore(reason)
            refused = []
            for row in rows:
                try:
                    Restoring(row)._restore(reason)
                except NotRestoredError as error:
                    named = f"{capfirst(row.instance_type._meta.verbose_name)}"
                    refused += [f"{named} no. {row.id}: {why}" for why in error.reasons]
            if refused:
                raise NotRestoredError(refused)
        return record

    def _restore(self, reason: str) -> models.Model:
        record = self.version.instance
        record._state.adding = self.now is None
        record._change_reason = self._words(reason)
        if missing := list(self._missing()):
            raise NotRestoredError(missing)
        try:
            record.full_clean()
        except ValidationError as error:
            raise NotRestoredError(list(_sentences(record, error))) from error
        record.save(force_insert=self.now is None)
        for each in self._many:
            there = each.related_model._base_manager.filter(
                pk__in=_kept(self.version, each)
            )
            if {*there.values_list("pk", flat=True)} != {*_keys(record, each)}:
                getattr(record, each.name).set(there)
        return record

    def _words(self, reason: str) -> str:
        told = f"Back to {moment(self.version.history_date)}"
        return (f"{told}: {reason}" if reason else told)[:REASON]

    def _missing(self) -> Iterator[str]:
        for each in self.model._meta.concrete_fields:
            key = getattr(self.version, each.attname)
            if not each.is_relation or key is None:
                continue
            if not each.related_model._base_manager.filter(pk=key).exists():
                kind = each.related_model._meta.verbose_name
                yield (
                    f"{capfirst(each.verbose_name)}: the {kind} it named (no. {key}) has "
                    "been deleted. Bring that back first."
                )

    @property
    def _many(self) -> list[models.ManyToManyField]:
        return [
            self.model._meta.get_field(each.name)
            for each in self.version._history_m2m_fields
        ]


def value(record, field) -> str:
    """Return a field's value in words, of a record or of an entry of its history."""
    found = getattr(record, field.attname)
    if field.is_relation and found is not None:
        try:
            return str(getattr(record, field.name))
        except ObjectDoesNotExist:
            return f"deleted meanwhile (no. {found})"
    if field.flatchoices:
        return str(dict(field.flatchoices).get(found, found) or "")
    if isinstance(found, bool):
        return "yes" if found else "no"
    if isinstance(found, date):
        return date_format(found, "j F Y")
    return "" if found is None else str(found)


def names(field, keys: list[int]) -> str:
    known = field.related_model._base_manager.in_bulk(keys)
    told = [str(known.get(key, f"deleted meanwhile (no. {key})")) for key in keys]
    return ", ".join(sorted(told))


def moment(when) -> str:
    return date_format(timezone.localtime(when), "j F Y, H:i")


def _kept(version, field) -> list[int]:
    """Return the keys that a version kept of a list of records.

    When a record is deleted its lists are emptied first: the version before has them.
    """
    if version.history_type == DELETED:
        earlier = version.instance_type.history.filter(
            id=version.id, history_id__lt=version.history_id
        ).exclude(history_type=DELETED)
        version = earlier.order_by("-history_id").first() or version
    name = f"{field.m2m_reverse_field_name()}_id"
    return list(getattr(version, field.name).values_list(name, flat=True))


def _keys(record, field) -> list[int]:
    return list(getattr(record, field.name).values_list("pk", flat=True))


def _along(model, key: int) -> Iterator:
    """Yield the last versions of the rows that the deletion of a record took along."""
    deletion = _deletion(model, key)
    if deletion is None:
        return
    for relation in model._meta.related_objects:
        rows = relation.related_model
        if relation.on_delete is not models.CASCADE or not hasattr(rows, "history"):
            continue
        deleted = rows.history.filter(
            **{relation.field.attname: key},
            history_type=DELETED,
            history_user=deletion.history_user_id,
            history_date__range=(deletion.history_date - ALONG, deletion.history_date),
        ).exclude(id__in=rows._base_manager.values("pk"))
        for version in deleted.order_by("id"):
            yield version
            yield from _along(rows, version.id)


def _deletion(model, key: int):
    versions = model.history.filter(id=key, history_type=DELETED)
    return versions.order_by("-history_id").first()


def _sentences(record, error: ValidationError) -> Iterator[str]:
    for name, messages in error.message_dict.items():
        for message in messages:
            if name == NON_FIELD_ERRORS:
                yield message
            else:
                label = capfirst(record._meta.get_field(name).verbose_name)
                yield f"{label}: {message}"
