import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from meetings import gather
from meetings.models import Meeting
from meetings.statements.check import Checked, Finding, check


class Command(BaseCommand):
    help = (
        "Check a statement against the record: counts, names, capacities, dates, places, "
        "persons, titles, abbreviations, plans."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="the text, UTF-8, plain or in light markup; - for stdin"
        )
        parser.add_argument(
            "--meetings",
            required=True,
            metavar="SLUG,SLUG",
            help="the meetings that the text covers, for example wgtip-11,wgtip-11r",
        )
        parser.add_argument(
            "--json", action="store_true", help="write findings and coverage as JSON"
        )
        parser.add_argument(
            "--fail-on",
            choices=["error", "warning"],
            help="end with status 1 if there is an error, or any finding at all",
        )

    def handle(self, *args, **options):
        text = read(options["file"])
        checked = check(text, covered(options["meetings"]), gather.vocabulary())
        told = as_json(checked) if options["json"] else as_lines(checked, text)
        self.stdout.write(told)
        failing = {"error": {"error"}, "warning": {"error", "warning"}}
        grave = failing.get(options["fail_on"], set())
        if any(finding.severity in grave for finding in checked.findings):
            sys.exit(1)


def read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"Cannot read {name}: {error.strerror}.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{name} is not UTF-8 text (byte {error.start + 1}). "
            "Save it as plain text in UTF-8 and try again."
        ) from error


def covered(slugs: str):
    wanted = [slug.strip() for slug in slugs.split(",") if slug.strip()]
    if not wanted:
        raise CommandError("Name at least one meeting: --meetings wgtip-11,wgtip-11r.")
    try:
        return gather.covering_facts(wanted)
    except Meeting.DoesNotExist as error:
        raise CommandError(
            f"No meeting has the slug {error}. The address of its page ends in it."
        ) from None


def as_json(checked: Checked) -> str:
    findings = [
        {
            "kind": finding.kind.value,
            "severity": finding.severity,
            "start": finding.start,
            "end": finding.end,
            "says": finding.says,
            "record": finding.record,
            "suggestion": finding.suggestion,
        }
        for finding in checked.findings
    ]
    coverage = {
        "claims": checked.coverage.claims,
        "checked": checked.coverage.checked,
    }
    return json.dumps(
        {"findings": findings, "coverage": coverage}, ensure_ascii=False, indent=2
    )


def as_lines(checked: Checked, text: str) -> str:
    lines = [as_line(finding, text) for finding in checked.findings]
    coverage = checked.coverage
    noun = "claim" if coverage.claims == 1 else "claims"
    lines.append(f"{coverage.checked} of {coverage.claims} factual {noun} checked.")
    return "\n".join(lines)


def as_line(finding: Finding, text: str) -> str:
    number = text.count("\n", 0, finding.start) + 1
    told = f"line {number}: {finding.severity}: “{finding.says}”. {finding.record}"
    if finding.suggestion is None:
        return told
    written = " ".join(text[finding.start : finding.end].split())
    if finding.suggestion:
        return f"{told} Write “{finding.suggestion}” for “{written}”."
    return f"{told} Leave out “{written}”."
