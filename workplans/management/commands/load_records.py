from pathlib import Path

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

import meetings.records.load
import meetings.records.shapes
import workplans.records.load
import workplans.records.shapes
from meetings.records.desk import Desk
from meetings.records.reading import (
    Entry,
    FaultyRecordsError,
    read_all,
    refuse_strangers,
)

MEETINGS = meetings.records.shapes.FILES
WORKPLANS = workplans.records.shapes.FILES


class Command(BaseCommand):
    help = (
        "Load the shipped records (or those of --data DIR). All or nothing; can be run "
        "again: only what is new or corrected in the files is written, and what people "
        "entered, changed or removed stays as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--data",
            type=Path,
            metavar="DIR",
            help="read the files of this directory instead of the shipped ones",
        )

    def handle(self, *args, data: Path | None, verbosity: int, **options):
        try:
            records = _shipped() if data is None else _from(data)
            with transaction.atomic():
                desk = Desk()
                meetings.records.load.load(desk, records)
                workplans.records.load.load(desk, records)
        except FaultyRecordsError as error:
            faults = "\n".join(f"  {fault}" for fault in error.faults)
            raise CommandError(
                f"Nothing was loaded. Mend this first:\n{faults}"
            ) from error
        if verbosity:
            self.stdout.write(summary(desk))


def _shipped() -> dict[str, list[Entry]]:
    homes = (("meetings", MEETINGS), ("workplans", WORKPLANS))
    records: dict[str, list[Entry]] = {}
    for app, files in homes:
        records |= read_all(files, Path(apps.get_app_config(app).path) / "data")
    return records


def _from(directory: Path) -> dict[str, list[Entry]]:
    if not directory.is_dir():
        raise CommandError(f"{directory} is not a directory. Nothing was loaded.")
    refuse_strangers(MEETINGS + WORKPLANS, directory)
    return read_all(MEETINGS + WORKPLANS, directory)


def summary(desk: Desk) -> str:
    """What a load did: a line for each kind of record, one for each thing left alone."""
    lines = [f"{'':<24}{'records':>9}{'new':>9}{'changed':>9}"]
    lines += [
        f"{_plural(model):<24}{seen:>9}{desk.made[model]:>9}{desk.changed[model]:>9}"
        for model, seen in desk.seen.items()
    ]
    if desk.left_alone:
        lines += ["", "Left as they are:", *(f"  {line}" for line in desk.left_alone)]
    return "\n".join(lines)


def _plural(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name_plural).capitalize()
