"""Spreadsheets made in the test: bytes as a secretariat would send them."""

import csv
import io

from openpyxl import Workbook

from meetings.exchange.columns import names_event
from meetings.exchange.files import read
from meetings.exchange.lists import lists_of
from meetings.exchange.proposals import Lists


def xlsx(*sheets, **named) -> bytes:
    """Return a workbook: each of ``sheets`` a list of rows, ``named`` by their titles."""
    book = Workbook()
    book.remove(book.active)
    titled = {f"Sheet{number}": rows for number, rows in enumerate(sheets, start=1)}
    for title, rows in (titled | named).items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def text(rows, delimiter=",", encoding="utf-8") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def lists(content: bytes, name: str = "list.xlsx", is_event=names_event) -> Lists:
    return lists_of(read(content, name), is_event)


def entries(content: bytes, name: str = "list.xlsx"):
    return lists(content, name).listings[0].entries


def entries_of(*rows):
    """Return what a CSV file of these rows lists."""
    return entries(text(rows), "list.csv")
