"""The process that loads WeasyPrint once and forks a bounded child per document.

Started as ``python -m meetings.documents.pdf.server`` with a socket for standard
input. It answers one line, ``ready`` or what is wrong; after that every byte that
arrives carries the socket of a job. It ends when the web process does.

The standard library's forkserver would do but for three things: it imports the web
process's main module into every child, hands down the environment with its secrets,
and hides why a preload failed.
"""

import base64
import gc
import json
import os
import select
import signal
import socket
import sys
import warnings
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from meetings.documents.child import bind

from .errors import NO_LIBRARIES, NO_PACKAGE, RenderError

STDIN = 0


def main(root: str) -> None:
    """Load everything, say so, then serve jobs until the other side hangs up."""
    control = socket.socket(fileno=STDIN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the web process
    try:
        typesetter = load(Path(root))
    except Exception as error:
        control.sendall(f"{sentence(error)}\n".encode())
        return
    gc.set_threshold(50_000, 20, 20)  # most children end before much is left over
    control.sendall(b"ready\n")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
    while serve(typesetter, control):
        pass


def serve(typesetter, control: socket.socket) -> bool:
    """Fork the child for the next job, wait until it has one; False when all is over.

    It is forked ahead of its job, so that nobody waits for a new process and for the
    memory that it has to copy. The next one is not forked before this one ends, or
    another job waits: it would slow down the work that somebody is waiting for.
    """
    report, told = os.pipe()
    if os.fork() == 0:
        os.close(report)
        wait_and_work(typesetter, control, told)
    os.close(told)
    with os.fdopen(report, "rb", buffering=0) as child:
        if child.read(1):
            select.select([child, control], [], [])
            return True
    try:  # it ended without a job: the other side has hung up, or it was killed
        return bool(control.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT))
    except BlockingIOError:
        return True


def wait_and_work(typesetter, control: socket.socket, told: int) -> NoReturn:
    """Take the next job, say so, do it, and leave the process without any teardown."""
    try:
        gc.collect()  # writes to every object: copied now, and not with a job in hand
        gc.freeze()
        order, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if order:
            with suppress(BrokenPipeError):  # of a server that was killed
                os.write(told, b".")
            control.close()
            with socket.socket(fileno=descriptors[0]) as job:
                work(typesetter, job)
    finally:
        os._exit(0)


def load(root: Path):
    """Return a warm typesetter; raises whatever keeps it from working."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about fonts: checked, and said in a sentence
        from .typeset import Typesetter  # noqa: PLC0415 the failure is the point

    return Typesetter(root)


def sentence(error: Exception) -> str:
    """Return what to tell the people of this computer, in one line."""
    match error:
        case RenderError():
            text = str(error)
        case ModuleNotFoundError():
            text = NO_PACKAGE
        case OSError() if "library" in str(error):
            text = NO_LIBRARIES
        case _:
            text = f"PDF files cannot be made: {type(error).__name__}: {error}"
    return " ".join(text.split())


def work(typesetter, job: socket.socket) -> None:
    """Do one job within its bounds."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        with job.makefile("rb") as stream:
            order = json.load(stream)
        bind(order["wall"], order["cpu"], order["memory"])
        paper = typesetter.typeset(
            order["html"],
            base64.b64decode(order["record"]),
            datetime.fromisoformat(order["stamp"]),
        )
        job.sendall(b"+" + paper)
    except RenderError as error:
        job.sendall(b"-" + str(error).encode())
    except (RecursionError, MemoryError, SystemError):  # the last one: memory, in C
        job.sendall(b"!")
    except BaseException as error:
        job.sendall(f"-{unexpected(error)}".encode(errors="replace"))


def unexpected(error: BaseException) -> str:
    """Return the sentence for what nobody foresaw; it has to be reported to be mended."""
    return (
        f"This document could not be laid out: {type(error).__name__}: "
        f"{str(error)[:200]}. Please report this, with the text it happened with."
    )


if __name__ == "__main__":
    main(sys.argv[1])
