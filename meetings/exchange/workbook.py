"""The only reader of .xlsx files: what openpyxl is given has been looked at before."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import openpyxl

from .limits import (
    MOST_PARTS,
    MOST_SHEETS,
    MOST_STRINGS,
    MOST_UNPACKED,
    UnreadableFileError,
)

BLOCK = 1024 * 1024
OVERLAP = 256
# No spreadsheet program writes them; they are how XML grows without end.
DECLARATIONS = re.compile(rb"<!(DOCTYPE|ENTITY)")
UNCOUNTED = re.compile(rb"(</f>|<f[^>]{0,200}/>)\s*(<v\s*/>|<v></v>)?\s*</c>")


NO_RESULT = "#FORMULA!"
"""What a formula without its result reads as: an error, so that it is no empty cell."""


class Workbook:
    """A workbook whose parts are of bearable size; its formulas are never worked out."""

    def __init__(self, content: bytes, name: str):
        self._name = name
        self.remarks: list[str] = []
        self._formulas = None
        with self._complaining():
            self._inspect(content)
            # The results that Excel saved, not the formulas; cells as they come.
            self._book = self._opened(content, results=True)
            if self.remarks:
                self._formulas = self._opened(content, results=False)
        if len(self._book.worksheets) > MOST_SHEETS:
            raise UnreadableFileError(
                f"“{name}” has more than {MOST_SHEETS} sheets. Divide it into several "
                "files."
            )

    @staticmethod
    def _opened(content: bytes, *, results: bool):
        return openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=results, keep_links=False
        )

    def sheets(self) -> Iterator[tuple[str, Iterable]]:
        """Yield title and rows of each sheet that is not hidden."""
        for sheet in self._book.worksheets:
            if sheet.sheet_state != "visible":
                self.remarks.append(f"The sheet “{sheet.title}” is hidden: not read.")
                continue
            # What a sheet says of its own size is not to be trusted.
            sheet.reset_dimensions()
            yield sheet.title, self._rows(sheet)
        self._book.close()

    def _rows(self, sheet) -> Iterator[tuple]:
        with self._complaining():
            rows = sheet.iter_rows(values_only=True)
            if self._formulas is None:
                yield from rows
                return
            beside = self._formulas[sheet.title]
            beside.reset_dimensions()
            for row, formulas in zip(
                rows, beside.iter_rows(values_only=True), strict=True
            ):
                yield tuple(map(_told, row, formulas))

    def _inspect(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            self._weigh(parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    self._search(archive, part)

    def _weigh(self, parts: list[zipfile.ZipInfo]) -> None:
        names = {part.filename for part in parts}
        if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
            raise UnreadableFileError(
                f"“{self._name}” is not an Excel workbook, whatever its name says. Save "
                "the list as an Excel workbook (.xlsx) or as CSV."
            )
        too_large = (
            len(parts) > MOST_PARTS
            or sum(part.file_size for part in parts) > MOST_UNPACKED
            or any(
                part.file_size > MOST_STRINGS
                for part in parts
                if part.filename.endswith("sharedStrings.xml")
            )
        )
        if too_large:
            raise UnreadableFileError(
                f"“{self._name}” unpacks to more than can be read. Copy the lists alone "
                "into a new workbook."
            )

    def _search(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        tail = b""
        sheet = part.filename.startswith("xl/worksheets/")
        with archive.open(part) as stream:
            while block := stream.read(BLOCK):
                if not tail and block.startswith((b"\xff\xfe", b"\xfe\xff")):
                    raise self._broken()
                text = tail + block
                if DECLARATIONS.search(text):
                    raise self._broken()
                if sheet and not self.remarks and UNCOUNTED.search(text):
                    self.remarks.append(
                        "Some cells hold formulas whose results are not in the file. Open "
                        "it in Excel, save it, and import it again."
                    )
                tail = text[-OVERLAP:]

    def _broken(self) -> UnreadableFileError:
        return UnreadableFileError(
            f"“{self._name}” is damaged or not a real Excel workbook. Open it in Excel, "
            "save it anew, and choose that file."
        )

    @contextmanager
    def _complaining(self):
        """Turn whatever a damaged file breaks in its readers into words."""
        try:
            with warnings.catch_warnings():
                # Of styles and extensions that are no concern of ours.
                warnings.simplefilter("ignore")
                yield
        except (UnreadableFileError, MemoryError):
            raise
        except Exception as error:  # foreign bytes in a foreign parser: anything
            raise self._broken() from error


def _told(value, formula):
    return NO_RESULT if value is None and formula is not None else value
