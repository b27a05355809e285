"""The only way a document reaches a file: ours, static, of a harmless kind."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from .place import BASE_URL

SUFFIXES = {".css", ".ttf", ".svg", ".png", ".jpg"}
MAX_BYTES = 5_000_000


class StaticOnlyFetcher(URLFetcher):
    """Serves the files below ``root`` at ``BASE_URL`` and refuses everything else.

    A refusal ends the rendering: a document that is not all there must not look as
    if it were. WeasyPrint swallows it inside of SVG pictures, hence ``refusal``.
    """

    refusal = ""  # the first one, in words

    def __init__(self, root: Path):
        super().__init__(
            allowed_protocols=frozenset(), allow_redirects=False, fail_on_errors=True
        )
        self._root = root.resolve(strict=True)

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        """Return the static file that ``url`` names; never asks the parent class."""
        try:
            path = self._path(url)
        except (OSError, ValueError) as error:
            self.refusal = self.refusal or f"“{url[:200]}”: {error}"
            raise
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _path(self, url: str) -> Path:
        if not url.startswith(BASE_URL):
            raise ValueError("not a static file of this site")
        relative = unquote(urlsplit(url).path, errors="strict").lstrip("/")
        try:
            path = (self._root / relative).resolve(
                strict=True
            )  # follows symbolic links
        except FileNotFoundError as error:
            raise ValueError("no such file in the static folder") from error
        if not path.is_relative_to(self._root) or not path.is_file():
            raise ValueError("not a file in the static folder")
        if path.suffix not in SUFFIXES:
            raise ValueError("not a kind of file that documents use")
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        return path
