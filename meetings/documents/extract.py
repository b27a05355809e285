"""The text of a file that somebody chose: plain text, Word or PDF.

Word and PDF files are opened in a child process with bounds on time and memory: they are
programs in disguise, and one that hangs or swells must not take the site with it.
"""

import io
import zipfile
from pathlib import PurePath

import msgspec

from .child import Bounds, ask

MAX_FILE = 20 << 20
MAX_UNPACKED = 30 << 20
MAX_PARTS = 2_000
MAX_PAGES = 200
MAX_TEXT = 400_000
BOUNDS = Bounds(wall=25, cpu=20, memory=768 << 20)
SUFFIXES = (".txt", ".docx", ".pdf")

_ZIP, _PDF, _OLD_WORD = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"


class ExtractError(ValueError):
    """Why a file gives no text, in a sentence for the person who chose it."""


class Answer(msgspec.Struct):
    """What the child says: a text, or why there is none."""

    text: str = ""
    error: str = ""


def text_of(content: bytes, name: str = "") -> str:
    """Return the text of a file by what it holds; ``name`` only helps to explain.

    Raises ExtractError with a plain sentence.
    """
    if len(content) > MAX_FILE:
        raise ExtractError("The file is larger than 20 MB. Paste its text instead.")
    if not content.strip():
        raise ExtractError("The file is empty.")
    head = content[:1024].lstrip()
    if head.startswith(_PDF):
        return _asked("pdf", content)
    if head.startswith(_ZIP):
        _refuse_bomb(content)
        return _asked("docx", content)
    if head.startswith(_OLD_WORD):
        raise ExtractError(
            "This is a Word file of before 2007, or one with a password. Save it as "
            ".docx without a password and choose it again."
        )
    return _checked(_plain(content, name))


def _plain(content: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    for encoding in ("utf-8-sig", "utf-16" if _is_utf16(content) else "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    if suffix in SUFFIXES[1:]:
        kind = "Word" if suffix == ".docx" else "PDF"
        raise ExtractError(f"The file is called {suffix} but holds no {kind} document.")
    raise ExtractError("The file holds no text. Choose a .txt, .docx or .pdf file.")


def _is_utf16(content: bytes) -> bool:
    return content[:2] in {b"\xff\xfe", b"\xfe\xff"}


def _refuse_bomb(content: bytes) -> None:
    """Refuse a Word file that unpacks to more than any statement does."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        raise ExtractError(
            "The Word file is damaged. Save it again and choose it once more."
        ) from None
    if "word/document.xml" not in {part.filename for part in parts}:
        raise ExtractError(
            "This is no Word document. Choose a .txt, .docx or .pdf file."
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ExtractError(
            "The Word file unpacks to more than 30 MB. Take out its pictures, or paste "
            "its text instead."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ExtractError("The Word file has a password. Save it without one.")


def _asked(kind: str, content: bytes) -> str:
    said = ask(
        "meetings.documents.extracting", kind.encode().ljust(8) + content, BOUNDS
    )
    try:
        answer = msgspec.json.decode(said, type=Answer)
    except msgspec.DecodeError:
        raise ExtractError(
            "The file could not be read within 25 seconds and 768 MB of memory. It may "
            "be damaged or very large: paste its text instead."
        ) from None
    if answer.error:
        raise ExtractError(answer.error)
    return _checked(answer.text)


def _checked(text: str) -> str:
    text = text.replace("\x00", "")
    if not text.strip():
        raise ExtractError(
            "The file holds no text. If it is a scan, paste the text instead."
        )
    if len(text) > MAX_TEXT:
        raise ExtractError(
            "The text is longer than 400,000 characters, which is no statement. Paste "
            "the part that you need."
        )
    return text
