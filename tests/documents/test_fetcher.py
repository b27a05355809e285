"""Nothing but static files gets into a document."""

import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from meetings.documents.pdf import RenderError

from .paper import rendered

PROJECT = Path(__file__).resolve().parents[2]


ELSEWHERE = [
    "http://127.0.0.1:{port}/seen",
    "//127.0.0.1:{port}/seen",
    "ftp://127.0.0.1:{port}/seen",
    "file:///etc/passwd",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "../manage.py",
    "%2e%2e/pyproject.toml",
    "..%2fpyproject.toml",
    "css/../../pyproject.toml",
    "/etc/passwd",
    "fonts/LICENSE.txt",
    "img",
    "css/nothing.css",
    "css/%00.css",
    "https://static.invalid.example/css/document.css",
    "https://static.invalid@127.0.0.1:{port}/css/document.css",
]
PICTURE = '<img alt="Figure" src="{}">'
MARKUP = [
    '<link rel="attachment" href="{}">',
    '<a rel="attachment" href="{}">File</a>',
    '<link rel="stylesheet" href="{}">',
    "<style>@import url({});</style>",
    "<style>@font-face {{ font-family: X; src: url({}) }}</style>",
    "<style>p {{ background: url({}) }}</style><p>x",
    '<object data="{}">x</object>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title>'
    '<image href="{}" width="9" height="9"/></svg>',
]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        *((PICTURE, address) for address in ELSEWHERE),
        *((markup, "http://127.0.0.1:{port}/seen") for markup in MARKUP),
    ],
)
def test_nothing_but_static_files_gets_into_a_document(bait, markup, address):
    hostile = markup.format(address.format(port=bait.port))

    with pytest.raises(RenderError, match="a file that may not be used"):
        rendered(f"<h1>Statement</h1>{hostile}")

    assert bait.visitors == []


def test_a_symbolic_link_out_of_the_static_folder_is_refused(tmp_path):
    root = tmp_path / "static"
    root.mkdir()
    (tmp_path / "secret.css").write_text("p { color: red }")
    (root / "open.css").write_text("p { color: blue }")
    (root / "link.css").symlink_to(tmp_path / "secret.css")
    (root / "large.css").write_bytes(b" " * 5_000_001)
    code = (
        "import sys, pathlib\n"
        "from meetings.documents.pdf.fetcher import StaticOnlyFetcher\n"
        "fetcher = StaticOnlyFetcher(pathlib.Path(sys.argv[1]))\n"
        "for name in ('open', 'link', 'large'):\n"
        "    try:\n"
        "        fetcher.fetch(f'https://static.invalid/{name}.css')\n"
        "        print(name, 'served')\n"
        "    except ValueError as error:\n"
        "        print(name, error)\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", code, root],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )

    assert told.stdout.splitlines() == [
        "open served",
        "link not a file in the static folder",
        "large too large",
    ]


def test_a_static_picture_may_be_used():
    drawn = rendered('<h1>Statement</h1><img alt="Draft" src="img/draft.svg">')

    assert len(drawn) > len(rendered("<h1>Statement</h1>"))


class Bait:
    """A server that notes whoever comes."""

    def __init__(self):
        self.visitors = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._wait, daemon=True)
        self._thread.start()

    def _wait(self):
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visitors.append(visitor.recv(100))
            visitor.close()

    def close(self):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(timeout=2)


@pytest.fixture(scope="module")
def bait():
    one = Bait()
    yield one
    one.close()
