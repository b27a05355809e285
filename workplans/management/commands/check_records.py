from collections import Counter

import msgspec
from django.apps import apps
from django.core.management.base import BaseCommand

from meetings.gather import meetings_facts
from meetings.models import Attendance, Meeting
from meetings.records.oddities import Oddity, oddities, without_term

UNVERIFIED = "Records still to be verified"
CO_CHAIRED = "Co-chaired the meeting"
"""How the note on an attendance begins where sources name the party as a co-chair."""


class Command(BaseCommand):
    help = (
        "List what looks odd in the record: counts that differ, numbers skipped, titles "
        "missing. Oddities are questions to whoever keeps the record, not errors."
    )

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args, format: str, **options):  # noqa: A002  (the option's name)
        found = _all_oddities()
        self.stdout.write(_as_json(found) if format == "json" else _as_text(found))


def _all_oddities() -> list[Oddity]:
    meetings = meetings_facts(Meeting.objects.all(), None)
    noted = Attendance.objects.filter(note__startswith=CO_CHAIRED)
    co_chaired = noted.values_list("meeting__slug", "party__name")
    return [
        *oddities(meetings),
        *without_term(co_chaired, meetings),
        *_unverified(),
    ]


def _unverified() -> list[Oddity]:
    models = [
        model
        for app in ("meetings", "workplans")
        for model in apps.get_app_config(app).get_models()
        if hasattr(model, "source_list") and hasattr(model, "history")
    ]
    found = []
    for model in models:
        count = model.objects.filter(unverified=True).count()
        if count:
            name = str(model._meta.verbose_name_plural)
            found.append(Oddity(UNVERIFIED, name, f"{count} {name} to be verified."))
    return found


def _as_json(found: list[Oddity]) -> str:
    return msgspec.json.format(msgspec.json.encode(found)).decode()


def _as_text(found: list[Oddity]) -> str:
    if not found:
        return "Nothing looks odd."
    lines = []
    for kind, count in Counter(oddity.kind for oddity in found).items():
        lines += [f"{kind} ({count})"]
        lines += [_line(oddity) for oddity in found if oddity.kind == kind]
        lines += [""]
    return "\n".join(lines).rstrip()


def _line(oddity: Oddity) -> str:
    if oddity.kind == UNVERIFIED:
        return f"  {oddity.message}"
    return f"  {oddity.about}: {oddity.message}"
