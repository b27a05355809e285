"""The child that opens Word and PDF files: bytes in, their text or a sentence out.

Knows neither Django nor the database, and is run by ``extract`` alone.
"""

import io
import logging
import re
import sys
import warnings
import zipfile
from html.parser import HTMLParser

import mammoth
import msgspec
from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from .child import bind

MAX_PAGES = 200
MAX_CHARACTERS = 500_000
_DAMAGED = "The {} file is damaged. Save it again and choose it once more."
_BLOCKS = {"p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}


class RefusedError(Exception):
    """Why a file is not read, in a sentence for whoever chose it."""


def docx_text(content: bytes) -> str:
    """Return a Word document's text: headings and bullets marked, insertions included,
    deletions, comments and pictures left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.namelist():
                if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(
                    part
                ):
                    raise RefusedError(_DAMAGED.format("Word"))
        converted = mammoth.convert_to_html(
            io.BytesIO(content),
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
            external_file_access=False,
        )
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError(_DAMAGED.format("Word")) from error
    reader = _Html()
    reader.feed(converted.value)
    reader.close()
    return reader.text()


class _Html(HTMLParser):
    """Text of simple HTML: a blank line between blocks, a dash before a bullet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._lists: list[int | None] = []
        self._superscript = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._parts.append(f"\n{self._mark()}")
        elif tag in {"br", "td"}:
            self._parts.append("\n")
        elif tag == "sup":
            self._superscript += 1
        elif re.fullmatch(r"h[1-6]", tag):
            self._parts.append("\n\n## ")
        elif tag in _BLOCKS and not self._within_item():
            self._parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._parts.append("\n\n")
        elif tag == "sup":
            self._superscript = max(0, self._superscript - 1)
        elif tag in _BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._superscript:  # the number of a footnote
            self._parts.append(data)

    def text(self) -> str:
        text = re.sub(r"[ \t]+\n", "\n", "".join(self._parts))
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def _within_item(self) -> bool:
        return bool(self._parts) and bool(
            re.fullmatch(r"\n(?:- |\d+\. )", self._parts[-1])
        )

    def _mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF, page by page."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if len(reader.pages) > MAX_PAGES:
            raise RefusedError(
                "The PDF has more than 200 pages. Paste the text that you need."
            )
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MAX_CHARACTERS:
                break
    except RefusedError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise RefusedError("The PDF has a password. Save it without one.") from error
    except Exception as error:  # a hostile file may raise anything
        raise RefusedError(_DAMAGED.format("PDF")) from error
    return "\n\n".join(pages)


def main() -> None:
    """Answer the file on standard input with JSON: its text, or a sentence why not."""
    bind(*map(int, sys.argv[1:]))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    given = sys.stdin.buffer.read()
    kind, content = given[:8].strip().decode("ascii", "replace"), given[8:]
    try:
        text = docx_text(content) if kind == "docx" else pdf_text(content)
        answer = {"text": text[:MAX_CHARACTERS], "error": ""}
    except RefusedError as error:
        answer = {"text": "", "error": str(error)}
    # Half of a surrogate pair, which JSON cannot carry, is dropped.
    answer["text"] = answer["text"].encode("utf-8", "ignore").decode()
    sys.stdout.buffer.write(msgspec.json.encode(answer))


if __name__ == "__main__":
    main()
