"""Where the paper's own files are, and what edition of them is in use."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
STATIC = PROJECT / "static"
STYLESHEET = "css/document.css"
PAPER = [STATIC / STYLESHEET, STATIC / "css/fonts.css", STATIC / "img/draft.svg"]
FONTS = {  # either family stands in for the other, character by character
    "serif": STATIC / "fonts" / "SourceSerif4_400Regular.ttf",
    "sans": STATIC / "fonts" / "SourceSans3_400Regular.ttf",
}
# Documents are laid out as if they stood at this address, which no name server will
# ever know: the fetcher maps it to STATIC, and a stray relative link in a PDF gives
# away no path of the server.
BASE_URL = "https://static.invalid/"


def edition() -> str:
    """Return a digest of all but the document that decides the bytes of a PDF.

    Read anew each time, so that a changed stylesheet shows in a running server.
    """
    digest = hashlib.sha256()
    digest.update(_versions().encode())
    for path in [*PAPER, *sorted(Path(__file__).parent.glob("*.py"))]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _versions() -> str:
    packages = ("weasyprint", "pydyf", "fonttools")
    return " ".join(f"{package}={version(package)}" for package in packages)
