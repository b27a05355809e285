"""An import taken back, as long as nobody has built on it since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from meetings.models import Import

from .applying import BLOCK, KINDS, NotAppliedError, Progress, values_of

# What refers to others goes first.
ORDER = ["delegate", "attendance", "person", "alias"]


class CannotUndoError(NotAppliedError):
    """Something was changed since the import; ``obstacles`` says what."""

    def __init__(self, obstacles: list["Obstacle"]):
        super().__init__("Some of what was imported has been changed since.")
        self.obstacles = obstacles


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A record that is no longer as the import left it."""

    label: str
    words: str


def undo(pk: int, *, user, leave_changed: bool = False) -> Progress:
    """Put the record back to what it was before the import, in one transaction.

    Raises: CannotUndoError if a record was changed, deleted or built upon since. With
    ``leave_changed`` these stay as they are, and the import says so from then on.
    """
    with transaction.atomic():
        rows = Import.objects.select_for_update().defer("lists", "preview", "answers")
        target = rows.get(pk=pk)
        if target.state != Import.State.APPLIED:
            raise NotAppliedError("Only what was imported can be undone.")
        undoing = Undoing(target, user)
        obstacles = undoing.obstacles()
        if obstacles and not leave_changed:
            raise CannotUndoError(obstacles)
        if len(obstacles) == len(target.written):
            raise NotAppliedError("Every record was changed since: none can be undone.")
        yield from undoing.progress()
        target.state = Import.State.UNDONE
        target.undone_by, target.undone_at = user, timezone.now()
        target.save(update_fields=["written", "state", "undone_by", "undone_at"])


def obstacles_of(target: Import) -> list["Obstacle"]:
    """Return what undoing ``target`` would have to leave. Nothing is changed."""
    with transaction.atomic():
        return Undoing(target, None).obstacles()


class Undoing:
    """Takes back what an import wrote, but not what somebody changed since."""

    def __init__(self, target: Import, user):
        self._user = user
        self._reason = f"Undo of import {target.pk}: {target.file_name}"[:100]
        self._written: dict[str, list[dict]] = defaultdict(list)
        for each in target.written:
            self._written[each["kind"]].append(each)
        self._done = 0
        self._rows = {kind: self._load(kind) for kind in ORDER}

    def _load(self, kind: str) -> dict[int, Model]:
        keys = [each["pk"] for each in self._written[kind]]
        rows = {}
        for few in _blocks(keys):
            rows |= KINDS[kind].objects.select_for_update().in_bulk(few)
        return rows

    def obstacles(self) -> list[Obstacle]:
        """Return what cannot be put back, and mark each as left."""
        found = []
        for kind in ORDER:
            found += [
                self._leave(each, words)
                for each in self._written[kind]
                if (words := self._moved(kind, each))
            ]
            # What refers to others came before them: what it needs is left with it.
            found += [
                self._leave(each, words) for each, words in self._built_upon(kind)
            ]
        return found

    @staticmethod
    def _leave(each: dict, words: str) -> Obstacle:
        each["left"] = words
        return Obstacle(each["label"], words)

    def _moved(self, kind: str, each: dict) -> str:
        row = self._rows[kind].get(each["pk"])
        if row is None:
            return "has been deleted since"
        if values_of(row) == each["after"]:
            return ""
        names = [
            str(row._meta.get_field(name).verbose_name)
            for name, value in values_of(row).items()
            if each["after"].get(name) != value
        ]
        latest = KINDS[kind].history.filter(id=row.pk).order_by("-history_id").first()
        by = f" by {latest.history_user}" if latest and latest.history_user else ""
        return f"has been changed since{by}: {', '.join(names)}"

    def _built_upon(self, kind: str) -> Iterator[tuple[dict, str]]:
        """Yield what others refer to among the records that undoing would delete."""
        made = {each["pk"]: each for each in self._open(kind) if not each["before"]}
        for relation in KINDS[kind]._meta.related_objects:
            if relation.field.model._meta.model_name.startswith("historical"):
                continue
            going = self._going(relation.field.model)
            for few in _blocks(list(made)):
                others = relation.related_model._base_manager.filter(
                    **{f"{relation.field.name}__in": few}
                )
                for other in others:
                    each = made[getattr(other, relation.field.attname)]
                    if other.pk not in going and "left" not in each:
                        name = other._meta.verbose_name
                        yield each, f"is used by {name} “{other}”"

    def _going(self, model: type[Model]) -> set[int]:
        """Return the keys of the records of ``model`` that undoing deletes."""
        kind = next((name for name, each in KINDS.items() if each is model), None)
        return {each["pk"] for each in self._open(kind)} if kind else set()

    def _open(self, kind: str) -> list[dict]:
        return [each for each in self._written[kind] if "left" not in each]

    def progress(self) -> Progress:
        for kind in ORDER:
            made = [each for each in self._open(kind) if not each["before"]]
            changed = [each for each in self._open(kind) if each["before"]]
            for few in _blocks(changed):
                yield self._restore(kind, few)
            for few in _blocks(made):
                yield self._delete(kind, few)

    def _restore(self, kind: str, few: list[dict]) -> tuple[int, int]:
        model, rows = KINDS[kind], []
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        for each in few:
            row = self._rows[kind][each["pk"]]
            for field in fields:
                setattr(row, field.attname, each["before"][field.name])
            rows.append(row)
        bulk_update_with_history(
            rows,
            model,
            [field.name for field in fields],
            batch_size=BLOCK,
            default_user=self._user,
            default_change_reason=self._reason,
        )
        return self._count(few)

    def _delete(self, kind: str, few: list[dict]) -> tuple[int, int]:
        rows = [self._rows[kind][each["pk"]] for each in few]
        self._remember(KINDS[kind].history.model, rows)
        # Without Django's collector, which asks and remembers one by one: that nothing
        # refers to these rows was looked up before, and the database watches over it.
        found = KINDS[kind]._base_manager.filter(pk__in=[row.pk for row in rows])
        found._raw_delete(found.db)
        return self._count(few)

    def _remember(self, historical: type[Model], rows: list[Model]) -> None:
        historical.objects.bulk_create(
            [
                historical(
                    history_date=timezone.now(),
                    history_type="-",
                    history_user=self._user,
                    history_change_reason=self._reason,
                    **{
                        field.attname: getattr(row, field.attname)
                        for field in historical.tracked_fields
                    },
                )
                for row in rows
            ],
            batch_size=BLOCK,
        )

    def _count(self, few: list[dict]) -> tuple[int, int]:
        self._done += len(few)
        return self._done, sum(len(self._open(kind)) for kind in ORDER)


def _blocks(items: list) -> Iterable[list]:
    return (items[start : start + BLOCK] for start in range(0, len(items), BLOCK))
