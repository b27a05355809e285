"""How long documents take, side by side with WeasyPrint alone: ``make bench``.

Not a test: what a computer needs is told, and judged by whoever reads it. The layout
engine alone runs in a process of its own, warm, on the same HTML and stylesheet, and takes
turns with ours, so that both meet the same load.
"""

# ruff: noqa: T201 a printed table is what it is for

import base64
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

STATIC = Path(__file__).parents[1] / "static"
ROUNDS = int(os.environ.get("ROUNDS", "7"))


class Bare:
    """WeasyPrint and nothing else, in a process that has rendered before."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, "bare"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def render(self, html: str, variant: str) -> bytes:
        print(json.dumps([html, variant]), file=self.process.stdin, flush=True)
        return base64.b64decode(self.process.stdout.readline())

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(10)


def serve() -> None:
    """Answer each line of HTML with a line of PDF, as ``Bare`` asks."""
    import logging  # noqa: PLC0415 none of it belongs to the process that measures

    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    fonts = FontConfiguration()
    stylesheet = CSS(filename=str(STATIC / "css" / "document.css"), font_config=fonts)
    for line in sys.stdin:
        html, variant = json.loads(line)
        page = HTML(string=html, base_url=str(STATIC))
        paper = page.write_pdf(
            stylesheets=[stylesheet], font_config=fonts, pdf_variant=variant or None
        )
        print(base64.b64encode(paper).decode(), flush=True)


def seconds(run: Callable[[], bytes]) -> float:
    begun = perf_counter()
    paper = run()
    taken = perf_counter() - begun
    if not paper.startswith(b"%PDF"):
        raise SystemExit("No PDF was made.")
    return taken


def side_by_side(runs: dict[str, Callable[[], bytes]]) -> dict[str, list[float]]:
    """Return the seconds of each run, taken in turns after one that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(ROUNDS + 1):
        for name, run in runs.items():
            spent = seconds(run)
            if number:
                taken[name].append(spent)
    return taken


def table(title: str, taken: dict[str, list[float]], against: str) -> None:
    """Print best and median milliseconds, and each against the engine alone."""
    print(f"\n{title}")
    print(f"  {'':34}{'best ms':>10}{'median ms':>11}{'best ×':>9}{'median ×':>10}")
    best, middle = min(taken[against]), statistics.median(taken[against])
    for name, spent in taken.items():
        low, mid = min(spent), statistics.median(spent)
        print(
            f"  {name:34}{low * 1e3:10.1f}{mid * 1e3:11.1f}"
            f"{low / best:9.2f}{mid / middle:10.2f}"
        )


def measure(title: str, document, bare: Bare, **more: Callable[[], bytes]) -> None:
    from meetings.documents import data  # noqa: PLC0415 needs Django set up
    from meetings.documents.pdf import cached_pdf, render_pdf  # noqa: PLC0415

    html, record = document.html("paper"), data.encode(document.record())
    alone = "WeasyPrint alone, PDF/A-3a"
    taken = side_by_side(
        {
            alone: lambda: bare.render(html, "pdf/a-3a"),
            "WeasyPrint alone, plain PDF": lambda: bare.render(html, ""),
            "render_pdf": lambda: render_pdf(html, record, document.stamp),
            "cached_pdf, made before": lambda: cached_pdf(html, record, document.stamp),
            "composed again, made before": lambda: document.render("pdf"),
            **more,
        }
    )
    table(f"{title} ({len(html):,} characters of HTML)", taken, alone)


def exported(statement) -> Callable[[], bytes]:
    """Return what asks the site itself for a statement's PDF, logged in."""
    from django.test import Client  # noqa: PLC0415 needs Django set up
    from django.urls import reverse  # noqa: PLC0415

    from meetings.models import User  # noqa: PLC0415

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get_or_create(username="rso", is_staff=True)[0])
    page = reverse("meetings:statement-document", args=[statement.slug, "pdf"])
    return lambda: client.get(page).content


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="balitrack-bench-") as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django  # noqa: PLC0415 its settings are known only now
        from django.core.management import call_command  # noqa: PLC0415

        django.setup()
        print("Loading the record (half a minute)", flush=True)
        call_command("migrate", verbosity=0)
        call_command("load_records", stdout=io.StringIO())
        from meetings import gather  # noqa: PLC0415
        from meetings.documents import export  # noqa: PLC0415
        from meetings.models import Body, Statement, User  # noqa: PLC0415

        bare = Bare()
        print(f"{ROUNDS} rounds each, in turns. × is against WeasyPrint alone.")
        for statement in Statement.objects.order_by("-slug")[:2]:
            facts = gather.statement_facts(statement)
            measure(
                f"Statement {statement.slug}",
                export.statement(facts),
                bare,
                **{"repeated export, as asked for": exported(statement)},
            )
        body = Body.objects.get(abbreviation="WG-TIP")
        rso = User(username="rso", is_staff=True, is_superuser=True)
        held = gather.body_meeting_facts(body, rso, since=None, until=None)
        matrix = export.body_attendance(body.abbreviation, body.name, held)
        measure(f"Matrix of {body.abbreviation}, {len(held)} meetings", matrix, bare)
        bare.stop()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["bare"] else main()
