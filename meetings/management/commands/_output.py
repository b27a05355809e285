"""What the export commands share: format and file."""

import sys
from pathlib import Path

from django.core.management.base import CommandError

from meetings.documents.export import CONTENT_TYPES, Document
from meetings.documents.pdf import RenderError


def add_output_arguments(parser) -> None:
    parser.add_argument("--format", choices=sorted(CONTENT_TYPES), default="pdf")
    add_file_argument(parser)


def add_file_argument(parser) -> None:
    parser.add_argument(
        "--output", required=True, help="the file to write; - for stdout"
    )


def write(command, document: Document, options: dict) -> None:
    """Render, then write whole: no half file is left where something fails."""
    try:
        content = document.render(options["format"])
    except RenderError as error:
        raise CommandError(str(error)) from error
    deliver(command, content, options["output"])


def deliver(command, content: bytes, output: str) -> None:
    """Write the whole content to the file, or to standard output for "-"."""
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    path = Path(output)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"Cannot write {path}: {error.strerror}.") from error
    command.stderr.write(f"Wrote {path} ({len(content):,} bytes).")
