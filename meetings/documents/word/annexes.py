"""Annexes in Word: each on a page of its own, with tables whose heads repeat."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.table import Table as WordTable
from docx.table import _Row

from meetings.statements.annexed import Section, Table

from .styles import ANNEX, WIDTH

_EMU = 635  # in a twentieth of a point
_SHARES = {
    ("Abbreviation", "Full name"): (25, 75),
    ("Session", "Form", "Contributions"): (40, 17, 43),
    ("State or organisation",): (100,),
    ("State or organisation", "Level"): (58, 42),
    ("State or organisation", "Delegates"): (40, 60),
    ("State or organisation", "Delegates", "Level"): (36, 46, 18),
}
"""Of the width, in hundredths: Word does not measure columns by itself."""


def write_annexes(
    document: WordDocument, annexes: Iterable[Section], printable
) -> None:
    """Write the annexes to the end of a document; ``printable`` makes text fit for it."""
    for section in annexes:
        document.add_paragraph(printable(section.title), ANNEX)
        if section.lead:
            document.add_paragraph(printable(section.lead))
        for table in section.tables:
            document.add_paragraph(printable(table.caption), "Caption")
            _write_table(document, table, printable)
            document.add_paragraph("", "Annex Space")


def _write_table(document: WordDocument, table: Table, printable) -> None:
    made = document.add_table(0, len(table.columns), "Annex Table")
    made.autofit = False
    widths = [_EMU * WIDTH * share // 100 for share in _SHARES[table.columns]]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for cells in (table.columns, *table.rows):
        row = made.add_row()
        _mark(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].add_run(printable(text))
    _head(made)


def _head(table: WordTable) -> None:
    """Make the first row one that is said and shown again on every page."""
    row = table.rows[0]
    _mark(row, "w:tblHeader")
    for cell in row.cells:
        cell.paragraphs[0].runs[0].bold = True


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
