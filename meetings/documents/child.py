"""Processes that meet what others wrote: without secrets, and bounded by the kernel."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
MAX_FILE_BYTES = 64 << 20
# What a child needs to know about the computer. Nothing else of the environment, least
# of all the secret key, reaches a process that meets user text.
ENVIRONMENT = (
    "DYLD_FALLBACK_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "HOME",
    "LD_LIBRARY_PATH",
    "PATH",
    "TMPDIR",
    "XDG_CACHE_HOME",
)


class Bounds(NamedTuple):
    """What one document may take: seconds by the clock, of processor, and memory."""

    wall: int = 40
    cpu: int = 25
    memory: int = 1 << 30


def environment() -> dict[str, str]:
    """Return the environment of a child: what it needs, and nothing that varies."""
    kept = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    roots = [str(PROJECT), *(folder for folder in sys.path if folder)]
    fixed = {
        "PYTHONPATH": os.pathsep.join(roots),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return kept | fixed


def command(module: str, *arguments: str | Path) -> list[str | Path]:
    """Return the command line that runs one of our own modules."""
    return [sys.executable, "-P", "-m", module, *arguments]


def bind(wall: int, cpu: int, memory: int) -> None:
    """Let the kernel end this process when it takes more than it may."""
    signal.alarm(wall)
    limits = {
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: MAX_FILE_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, wanted in limits.items():
        _, hard = resource.getrlimit(limit)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(limit, (most, most))
        except ValueError:
            if sys.platform != "darwin":  # which cannot limit memory
                raise


def ask(module: str, given: bytes, bounds: Bounds) -> bytes:
    """Return what a new child that runs ``module`` answers to ``given``; b"" if it died.

    The module reads its bounds from its arguments and binds itself before it reads on.
    """
    told = command(module, *map(str, bounds))
    try:
        done = subprocess.run(  # noqa: S603 our own module
            told,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            cwd="/",
            timeout=bounds.wall + 5,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return b""
    return done.stdout if done.returncode == 0 else b""
