"""Bytes to sheets of plain text, within bounds. Knows nothing of lists or records."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePath

from . import workbook
from .limits import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_FILLED,
    MOST_LETTERS,
    MOST_LINES,
    MOST_ROWS,
    UnreadableFileError,
)
from .text import literal, tidy

SUFFIXES = (".xlsx", ".csv", ".tsv", ".txt")
FORMATS = "Save it as an Excel workbook (.xlsx) or as CSV, and choose that file."
SIGNATURES = [
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook (.xls) or has a password. Open it, "
     "take the password away, and save it as an Excel workbook (.xlsx)."),
    (b"%PDF", f"is a PDF. {FORMATS}"),
    (b"{\\rtf", f"is a text document. {FORMATS}"),
    (b"\x89PNG", f"is a picture. {FORMATS}"),
    (b"\xff\xd8\xff", f"is a picture. {FORMATS}"),
    (b"\x1f\x8b", f"is compressed. {FORMATS}"),
]  # fmt: skip
PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table")
DELIMITERS = ",;\t"
EVERY = 1_000
"""Lines between two looks at how many there have been."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not empty, with its number as the spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the file; its empty rows are left out."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What a file holds, and what was left out of it, in words."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()


def read(content: bytes, name: str) -> Book:
    """Return the sheets of a file.

    Raises: UnreadableFileError in plain words, whatever the bytes are.
    """
    _check(content, name)
    if content.startswith(b"PK"):
        book = _workbook(content, name)
    else:
        book = _csv(content, name)
    if not book.sheets:
        raise UnreadableFileError(f"“{name}” is empty: no cell holds anything.")
    return book


def _check(content: bytes, name: str) -> None:
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise UnreadableFileError(
            f"“{name}” is neither an Excel workbook nor CSV. {FORMATS}"
        )
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(
            f"“{name}” is larger than {MOST_BYTES // 1024**2} MB. Take out pictures and "
            "sheets that are not lists, or divide it into several files."
        )
    if not content.strip():
        raise UnreadableFileError(f"“{name}” is empty.")
    for signature, words in SIGNATURES:
        if content.startswith(signature):
            raise UnreadableFileError(f"“{name}” {words}")
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:9].lower().startswith(PAGES):
        raise UnreadableFileError(
            f"“{name}” is a web page, not a spreadsheet. {FORMATS}"
        )


# Excel workbooks


def _workbook(content: bytes, name: str) -> Book:
    remarks = []
    if PurePath(name).suffix.lower() != ".xlsx":
        remarks.append("The file’s name says text, but it is an Excel workbook.")
    found = workbook.Workbook(content, name)
    sheets, budget = [], Budget(name)
    for title, rows in found.sheets():
        if lines := tuple(_lines(rows, budget)):
            sheets.append(Sheet(tidy(title), lines))
    return Book(tuple(sheets), (*remarks, *found.remarks))


# Text


def _csv(content: bytes, name: str) -> Book:
    text, remarks = _decoded(content, name)
    delimiter, text = _delimiter(text)
    try:
        lines = _parsed(text, delimiter, name, strict=True)
    except csv.Error:
        lines = _leniently(text, delimiter, name)
        remarks.append(
            "Some quotation marks are not closed. Rows may have run together: look "
            "through the preview, or save the file anew as CSV."
        )
    return Book((Sheet("", lines),) if lines else (), tuple(remarks))


def _parsed(text: str, delimiter: str, name: str, *, strict: bool) -> tuple[Line, ...]:
    rows = csv.reader(io.StringIO(text, ""), delimiter=delimiter, strict=strict)
    return tuple(_lines(rows, Budget(name)))


def _leniently(text: str, delimiter: str, name: str) -> tuple[Line, ...]:
    try:
        return _parsed(text, delimiter, name, strict=False)
    except csv.Error as error:
        raise UnreadableFileError(
            f"“{name}” cannot be read as CSV: a cell never ends. Open it in Excel and "
            "save it anew."
        ) from error


def _decoded(content: bytes, name: str) -> tuple[str, list[str]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content:
        raise UnreadableFileError(
            f"“{name}” is not a text file, whatever its name says. {FORMATS}"
        )
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        remarks = ["The letters are not in UTF-8. They were read as Windows writes them: "
                   "look at accented names."] if encoding == "cp1252" else []  # fmt: skip
        return text, remarks
    raise UnreadableFileError(
        f"The letters of “{name}” cannot be read. In Excel, save it as “CSV UTF-8”."
    )


def _delimiter(text: str) -> tuple[str, str]:
    """Return what stands between cells, and the text without Excel's line about it."""
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5 and told[4] in DELIMITERS:
        return told[4], rest
    return max(DELIMITERS, key=lambda each: _fit(text, each)), text


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first lines have several cells, and how many those are."""
    widths = []
    try:
        for row in csv.reader(io.StringIO(text, ""), delimiter=delimiter):
            widths.append(sum(1 for cell in row if cell.strip()))
            if len(widths) == 40:
                break
    except csv.Error:
        pass
    several = [width for width in widths if width > 1]
    return len(several), sum(several)


# Cells


class Budget:
    """What is left of the rows that one file may have."""

    def __init__(self, name: str):
        self._name = name
        self._lines = self._rows = 0

    def lines(self, number: int) -> None:
        """Count rows looked through, empty ones included; UnreadableFileError if too many."""
        self._lines += number
        if self._lines > MOST_LINES:
            self._refuse(
                "has more rows, most of them empty, than can be looked through"
            )

    def row(self, width: int) -> None:
        """Count a row that is kept; UnreadableFileError if there are too many, or too wide."""
        self._rows += 1
        if self._rows > MOST_FILLED:
            self._refuse(f"has more than {MOST_ROWS:,} rows")
        if width > MOST_COLUMNS:
            self._refuse(f"has more than {MOST_COLUMNS} columns")

    def _refuse(self, what: str) -> None:
        raise UnreadableFileError(
            f"“{self._name}” {what}. Take out what is not part of the lists, or divide it "
            "into several files."
        )


def _lines(rows: Iterable[Sequence], budget: Budget) -> Iterator[Line]:
    number = 0
    for number, row in enumerate(rows, start=1):
        if number % EVERY == 0:
            budget.lines(EVERY)
        if not any(row):
            continue
        # What stands far to the right of every list is no part of one.
        cells = [_text(value) for value in row[: 2 * MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            budget.row(sum(1 for cell in cells if cell))
            yield Line(number, tuple(cells))
    budget.lines(number % EVERY)


def _text(value) -> str:
    """Return what a cell shows, near enough to read it as a person would."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
    # One more than allowed, so that the reader can tell and complain.
    return literal(tidy(str(value)[: 4 * MOST_LETTERS]))[: MOST_LETTERS + 1]
