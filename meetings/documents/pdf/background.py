"""Long documents, made while nobody waits: a request starts one, a later one fetches it.

All that is known of a job is a file beside the finished documents, so that it does not
matter which worker process is asked. Whoever makes the document holds a lock on it, which
the system takes from a process that dies; a sentence in it says why there is no document.
"""

import fcntl
import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from time import time
from typing import NamedTuple

from .cache import cached_pdf, document_key, folder
from .errors import RenderError
from .press import DEFAULT_BOUNDS, Bounds

PATIENCE = 0.6
"""Seconds that a first request waits: what is made by then needs no second one."""
REMEMBERED = 60
"""Seconds for which a failure is told again, and not tried again."""
MOST = 8
BUSY = "Too many long documents are being made at the moment. Please try again in a minute."
NOT_KEPT = (
    "The document was made but could not be kept: the disk of the server is full. "
    "Please tell whoever looks after it."
)
UNFORESEEN = "Something went wrong that nobody foresaw. Please report it."

Make = Callable[[], bytes]

logger = logging.getLogger(__name__)
_places = threading.BoundedSemaphore(MOST)
_turn = threading.Lock()
"""One at a time in a process, so that short documents need not queue behind them."""


class Pending(NamedTuple):
    """A document that is being made: for how many seconds, and for how many at most."""

    seconds: int
    most: int


def prepared_pdf(
    html: str, record: bytes, stamp: datetime, *, bounds: Bounds = DEFAULT_BOUNDS
) -> bytes | Pending:
    """Return what ``cached_pdf`` returns if it is there; else see to it that it will be.

    Raises: RenderError, with a sentence, if it could not be made a moment ago.
    """
    key = document_key(html, record, stamp)
    make = partial(cached_pdf, html, record, stamp, bounds=bounds)
    shelf = folder()
    if shelf is None:
        return make()
    finished, job = shelf / f"{key}.pdf", shelf / f"{key}.job"
    if finished.exists():
        return make()
    worker = _start(job, finished, make)
    if worker is not None:
        worker.join(PATIENCE)
    if worker is None or worker.is_alive():
        return Pending(_age(job), bounds.wall)
    _tell(job)
    return make()


def _start(job: Path, finished: Path, make: Make) -> threading.Thread | None:
    """Return the thread that makes the document; None if somebody else does already.

    Raises: RenderError if it failed a moment ago, or too many are wanted at once.
    """
    job.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    held = job.open("a+", encoding="utf-8")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.close()
        return None
    try:
        _tell(job)
        if not _places.acquire(blocking=False):
            raise RenderError(BUSY)
    except RenderError:
        held.close()
        raise
    held.truncate(0)
    os.utime(job)  # its age is that of this attempt
    worker = threading.Thread(
        name=job.name, target=_make, args=(held, job, finished, make), daemon=True
    )
    worker.start()
    return worker


def _make(held, job: Path, finished: Path, make: Make) -> None:
    """Make the document, or note why it could not be; the lock goes with the file."""
    with held:
        try:
            with _turn:
                if not finished.exists():
                    make()
            if finished.exists():
                job.unlink(missing_ok=True)
            else:
                held.write(NOT_KEPT)
        except RenderError as error:
            held.write(str(error))
        except Exception:
            logger.exception("A document was not made")
            held.write(UNFORESEEN)
        finally:
            _places.release()


def _tell(job: Path) -> None:
    """Raise what a job that failed a moment ago has noted."""
    with suppress(OSError):
        reason = job.read_text(encoding="utf-8")
        if reason and _age(job) < REMEMBERED:
            raise RenderError(reason)


def _age(job: Path) -> int:
    with suppress(OSError):
        return max(0, int(time() - job.stat().st_mtime))
    return 0
