"""A statement that comes back from a ministry as a Word file, with its changes and comments.

The file is opened in a process of its own (``reading``), without secrets and within
bounds; what comes of it is light markup and plain words, never HTML.
"""

import os
import threading
from dataclasses import dataclass
from typing import Literal

import msgspec

from meetings.documents import child

MAX_BYTES = 10 << 20
BOUNDS = child.Bounds(wall=14, cpu=12, memory=768 << 20)
_CHILD = "meetings.documents.word.reading"
_seats = threading.BoundedSemaphore(os.cpu_count() or 1)


class UploadError(Exception):
    """A file cannot be used; the message says why and what to do, in plain words."""


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody inserted or deleted while Word kept track."""

    kind: Literal["insertion", "deletion"]
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody remarked on the words quoted, as they read with all changes made."""

    author: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class ReturnedText:
    """What a returned file says.

    The head of the statement is not in it: that follows from the record.
    """

    markup: str
    """The text with every tracked change made."""
    original: str
    """The text with none of them made. Where it differs from the revision that was sent,
    somebody changed the text without Word keeping track."""
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    reference: str = ""
    """Which revision the file says it is, for example "Revision 3"."""
    statement: str = ""
    """Of which statement, by its name in addresses; "" where the file does not say."""
    notes: tuple[str, ...] = ()
    """What was left out or should be looked at, in sentences."""

    @property
    def insertions(self) -> int:
        return sum(change.kind == "insertion" for change in self.changes)

    @property
    def deletions(self) -> int:
        return sum(change.kind == "deletion" for change in self.changes)


def read_docx(data: bytes, *, bounds: child.Bounds = BOUNDS) -> ReturnedText:
    """Return what a Word file says.

    Raises: UploadError, with a sentence that can be shown as it is.
    """
    refuse(data)
    if not _seats.acquire(timeout=bounds.wall):
        raise UploadError(
            "Too many files are being read at the moment. Please try again in a minute."
        )
    try:
        answer = child.ask(_CHILD, data, bounds)
    finally:
        _seats.release()
    if answer[:1] == b"-":
        raise UploadError(answer[1:].decode())
    if answer[:1] == b"+":
        return msgspec.json.decode(answer[1:], type=ReturnedText)
    raise UploadError(
        "This Word document is too large or too deeply nested to be read within "
        f"{bounds.wall} seconds and {bounds.memory >> 20} MB. Remove what does not belong "
        "to the statement, save it, and upload it again."
    )


def refuse(data: bytes) -> None:
    """Raise UploadError for what is plainly no Word document."""
    if not data:
        raise UploadError("This file is empty. Choose the Word document once more.")
    if len(data) > MAX_BYTES:
        raise UploadError(
            f"This file is larger than {MAX_BYTES >> 20} MB, and no statement is. Remove "
            "pictures and attachments from it, save it, and upload it again."
        )
    for beginning, message in _STRANGERS.items():
        if data.startswith(beginning):
            raise UploadError(message)
    if not data.startswith(b"PK"):
        raise UploadError(
            "This is not a Word document. Choose the .docx file that the ministry "
            "sent back."
        )


_STRANGERS = {
    b"\xd0\xcf\x11\xe0": (
        "This file is protected by a password or in the format of Word before 2007. Open "
        "it in Word, remove the password, choose “Save as” and “Word Document (.docx)”, "
        "and upload that file."
    ),
    b"%PDF": (
        "This is a PDF, in which changes cannot be told from the text. Ask for the Word "
        "document (.docx), or write the changes into the text by hand."
    ),
    b"{\\rtf": (
        "This is a rich text file. Open it in Word, choose “Save as” and “Word Document "
        "(.docx)”, and upload that file."
    ),
}
