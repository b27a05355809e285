import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from meetings.documents.extract import MAX_FILE, ExtractError, text_of
from meetings.gather import vocabulary
from meetings.statements.read import read
from meetings.statements.reading.plain import plain
from meetings.statements.reading.proposal import Proposal


class Command(BaseCommand):
    help = "Read a published statement and tell what it proposes. Nothing is saved."

    def add_arguments(self, parser):
        parser.add_argument("file", help="a .txt, .docx or .pdf file; - for stdin")
        parser.add_argument("--json", action="store_true", help="write JSON")

    def handle(self, *args, **options):
        try:
            text = text_of(_content(options["file"]), options["file"])
        except ExtractError as error:
            raise CommandError(str(error)) from error
        proposal = read(text, vocabulary())
        if options["json"]:
            told = json.dumps(plain(proposal), ensure_ascii=False, indent=2)
        else:
            told = summary(proposal)
        self.stdout.write(told)


def _content(name: str) -> bytes:
    """Return what the file holds, one byte more than is read at most."""
    if name == "-":
        return sys.stdin.buffer.read(MAX_FILE + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise CommandError(f"Cannot read {name}: {error.strerror}.") from error


def summary(proposal: Proposal) -> str:
    """Return the proposal for a person to read."""
    told = plain(proposal)
    lines = [
        f"Title: {told['title'] or 'not found'}",
        f"Number in its series: {told['ordinal'] or 'not found'}",
        f"Bodies: {', '.join(told['bodies']) or 'none found'}",
        f"Days: {_days(told)}",
        f"Place: {', '.join(filter(None, (told['city'], told['country']))) or 'not found'}",
        *_chairs(told),
        *_attendance(told),
    ]
    for row in told["counts"]:
        listed = "no list" if row["listed"] is None else f"{row['listed']} listed"
        lines.append(f"Figure: {row['says']} ({listed}): {_short(row['quote'])}")
    lines += [
        f"Doubt ({row['kind']}): {row['why']} “{_short(row['quote'])}”"
        for row in told["doubts"]
    ]
    return "\n".join(lines)


def _days(told: dict) -> str:
    if told["start"] is None:
        return "not found"
    same = told["start"] == told["end"]
    return told["start"] if same else f"{told['start']} to {told['end']}"


def _chairs(told: dict) -> list[str]:
    return [
        "Co-chair: "
        + ", ".join(filter(None, (row["party"], row["person"], row["title"])))
        for row in told["co_chairs"]
    ]


def _attendance(told: dict) -> list[str]:
    groups: dict[str, list[str]] = {}
    for row in told["attendance"]:
        group = row["capacity"].replace("_", " ") if row["present"] else "apologies"
        level = f" ({row['level']})" if row["level"] else ""
        groups.setdefault(group, []).append(f"{row['party']}{level}")
    return [
        f"Attended, {group} ({len(names)}): {', '.join(names)}"
        if group != "apologies"
        else f"Apologies ({len(names)}): {', '.join(names)}"
        for group, names in groups.items()
    ]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else f"{flat[:89]}…"
