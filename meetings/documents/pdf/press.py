"""The web process's side: check a document, hand it over, take back bytes."""

import atexit
import base64
import contextlib
import json
import os
import socket
import subprocess
import threading
from datetime import datetime
from time import monotonic

from meetings.documents.child import Bounds, command, environment

from . import place
from .errors import NO_START, RenderError
from .limits import refuse

START_SECONDS = 120  # the very first start on a computer also indexes its fonts
DEFAULT_BOUNDS = Bounds()


class Press:
    """The server process of this process, started when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seats = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))
        self._process: subprocess.Popen | None = None
        self._control: socket.socket | None = None
        self._state: tuple[int, str] | None = None  # owner and edition it runs for

    def print(self, order: dict, bounds: Bounds) -> bytes:
        """Return the PDF of ``order``; RenderError with a sentence otherwise."""
        if not self._seats.acquire(timeout=2 * bounds.wall):
            raise RenderError(
                "Too many documents are being made at the moment. "
                "Please try again in a minute."
            )
        try:
            return self._run(order, bounds)
        finally:
            self._seats.release()

    def _run(self, order: dict, bounds: Bounds) -> bytes:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._hand_over(theirs)
            deadline = monotonic() + bounds.wall + 5
            ours.settimeout(bounds.wall + 5)
            try:
                ours.sendall(json.dumps(order | bounds._asdict()).encode())
                ours.shutdown(socket.SHUT_WR)
                answer = _read(ours, deadline)
            except OSError:  # the child is gone, or did not answer in time
                answer = b""
        return _opened(answer, bounds)

    def _hand_over(self, job: socket.socket) -> None:
        """Pass the other end of a job's socket on, to a new server if need be."""
        with self._lock:
            self._start()
            try:
                socket.send_fds(self._control, [b"j"], [job.fileno()])
            except OSError:  # it died since the last document
                self._stop()
                self._start()
                socket.send_fds(self._control, [b"j"], [job.fileno()])

    def stop(self) -> None:
        """End the server. Nothing is lost: the next document starts another."""
        with self._lock:
            self._stop()

    def _start(self) -> None:
        """Have the server running and warm; RenderError says why it cannot be."""
        state = (os.getpid(), place.edition())
        if self._state == state:
            return
        self._stop()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 our own module
                command(f"{__package__}.server", place.STATIC),
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                cwd="/",
            )
        self._control.settimeout(START_SECONDS)
        self._state = state
        greeting = self._greeting()
        if greeting != "ready":
            self._stop()
            raise RenderError(greeting)
        self._control.settimeout(None)

    def _greeting(self) -> str:
        line = b""
        with contextlib.suppress(OSError):
            while not line.endswith(b"\n"):
                piece = self._control.recv(4096)
                if not piece:
                    break
                line += piece
        if line:
            return line.decode().strip()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        return NO_START.format(reason=f"exit code {self._process.poll()}")

    def _stop(self) -> None:
        if self._control:
            self._control.close()
        if self._process and self._state and self._state[0] == os.getpid():
            try:
                self._process.wait(timeout=3)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = self._control = self._state = None


def _read(source: socket.socket, deadline: float) -> bytes:
    pieces = []
    while True:
        source.settimeout(max(0.1, deadline - monotonic()))
        piece = source.recv(1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def _opened(answer: bytes, bounds: Bounds) -> bytes:
    """Return the PDF in a child's answer, or raise what the answer says."""
    status, content = answer[:1], answer[1:]
    if status == b"+" and content.rstrip().endswith(b"%%EOF"):
        return content
    if status == b"-":
        raise RenderError(content.decode())
    raise RenderError(
        "This document is too large or too deeply nested to be laid out within "
        f"{bounds.wall} seconds and {bounds.memory >> 20} MB. Shorten it, or "
        "split it into several documents."
    )


_press = Press()
atexit.register(_press.stop)


def render_pdf(
    html: str,
    record: bytes,
    stamp: datetime,
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> bytes:
    """Return ``html`` as a PDF with ``record`` inside it as ``record.json``.

    The same arguments give the same bytes: ``stamp``, the moment the document is
    from, is the only time in the file.

    Raises: RenderError, with a sentence that can be shown as it is.
    """
    refuse(html)
    order = {
        "html": html,
        "record": base64.b64encode(record).decode(),
        "stamp": stamp.isoformat(),
    }
    return _press.print(order, bounds)
