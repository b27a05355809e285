"""PDFs that were made before, in a folder that never grows beyond its size.

Everything that decides the bytes is in the name of the file, so nothing in here is
ever out of date; what has not been asked for longest goes first.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import time

from .place import edition
from .press import DEFAULT_BOUNDS, Bounds, render_pdf

MAX_BYTES = 200 << 20
DAY = 24 * 60 * 60


def cached_pdf(
    html: str,
    record: bytes,
    stamp: datetime,
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> bytes:
    """Return what ``render_pdf`` returns, from ``DOCUMENT_CACHE_DIR`` if it is there.

    Raises: RenderError, with a sentence that can be shown as it is.
    """
    shelf = folder()
    if shelf is None:
        return render_pdf(html, record, stamp, bounds=bounds)
    path = shelf / f"{document_key(html, record, stamp)}.pdf"
    with suppress(OSError):
        paper = path.read_bytes()
        os.utime(path)  # asked for just now
        return paper
    paper = render_pdf(html, record, stamp, bounds=bounds)
    with suppress(OSError):  # a full disk costs time, not the document
        _store(path, paper)
        _trim(shelf)
    return paper


def document_key(html: str, record: bytes, stamp: datetime) -> str:
    """Return a digest of all that decides the bytes of a PDF, the paper's edition too.

    Versions of Pango and HarfBuzz are not in it: only loading them would tell.
    """
    digest = hashlib.sha256()
    for part in (edition(), html, stamp.astimezone(UTC).isoformat()):
        digest.update(f"{len(part)}:{part}".encode(errors="surrogatepass"))
    digest.update(record)
    return digest.hexdigest()


def folder() -> Path | None:
    """Return where finished documents are kept; None if nowhere."""
    from django.conf import settings  # noqa: PLC0415 the renderer itself needs no Django

    named = getattr(settings, "DOCUMENT_CACHE_DIR", None)
    return Path(named) if named else None


def _store(path: Path, paper: bytes) -> None:
    """Write all of it or nothing: another process may be reading."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(paper)
    Path(draft.name).replace(path)


def _trim(shelf: Path) -> None:
    """Remove the files asked for longest ago until the rest fits, and notes of old jobs."""
    for job in shelf.glob("*.job"):
        if time() - job.stat().st_mtime > DAY:
            job.unlink(missing_ok=True)
    files = sorted(
        ((found := path.stat()).st_mtime, found.st_size, path)
        for path in shelf.glob("*.pdf")
    )
    total = sum(size for _, size, _ in files)
    for _, size, path in files:
        if total <= MAX_BYTES:
            return
        path.unlink(missing_ok=True)
        total -= size
