"""Bytes to sheets: what is read, what is refused, and in which words."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from meetings.exchange import files, limits
from meetings.exchange.files import Line, Sheet, read
from meetings.exchange.limits import UnreadableFileError
from meetings.exchange.text import fold, literal, neutral, squeeze, tidy

from .sheets import saved, text, xlsx

ROWS = [["Country", "Note"], ["Türkiye", "a, b; c"]]
LINES = (Line(1, ("Country", "Note")), Line(2, ("Türkiye", "a, b; c")))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_with_any_delimiter_and_encoding(delimiter, encoding):
    assert read(text(ROWS, delimiter, encoding), "a.csv").sheets == (Sheet("", LINES),)


def test_letters_of_windows_are_pointed_out():
    assert (
        "read as Windows writes them"
        in read(text(ROWS, encoding="cp1252"), "a.csv").remarks[0]
    )
    assert read(text(ROWS), "a.csv").remarks == ()


def test_the_line_about_the_delimiter_is_no_row():
    assert read(b"sep=;\r\nCountry;Note\r\nA,B;x\r\n", "a.csv").sheets[0].lines == (
        Line(1, ("Country", "Note")),
        Line(2, ("A,B", "x")),
    )


def test_a_workbook_is_read_whatever_its_name_says():
    book = read(xlsx(ROWS), "a.csv")

    assert book.sheets == (Sheet("Sheet1", LINES),)
    assert "it is an Excel workbook" in book.remarks[0]


def test_cells_read_as_they_show():
    row = [
        "  Viet\u00a0 Nam\u200b ",
        3.0,
        2.5,
        True,
        date(2025, 12, 3),
        None,
        "a\nb\x07",
    ]
    moment = datetime(2025, 12, 3, 9, 30)  # noqa: DTZ001 - Excel knows no zones
    content = xlsx([[*row[:-1], "a\nb"], [moment]])

    assert [line.cells for line in read(content, "a.xlsx").sheets[0].lines] == [
        ("Viet Nam", "3", "2.5", "yes", "2025-12-03", "", "a b"),
        ("2025-12-03T09:30:00",),
    ]


def test_hidden_and_empty_sheets_are_passed_over():
    book = Workbook()
    book.active.append(["Country"])
    book.create_sheet("Empty")
    hidden = book.create_sheet("Lookup")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"

    found = read(saved(book), "a.xlsx")

    assert [sheet.title for sheet in found.sheets] == ["Sheet"]
    assert found.remarks == ("The sheet “Lookup” is hidden: not read.",)


def test_formulas_are_never_worked_out_and_their_lack_is_told():
    found = read(xlsx([["Country", "=1+1"], ["Japan", "=A1"]]), "a.xlsx")

    assert [line.cells for line in found.sheets[0].lines] == [
        ("Country", "#FORMULA!"),
        ("Japan", "#FORMULA!"),
    ]
    assert "formulas whose results are not in the file" in found.remarks[0]


def test_a_value_that_a_program_saved_for_a_formula_is_read():
    content = changed(
        xlsx([["Country"], ["=A1"]]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v />", b"<v>7</v>").replace(b"<v></v>", b"<v>7</v>"),
    )

    found = read(content, "a.xlsx")

    assert [line.cells for line in found.sheets[0].lines] == [("Country",), ("7",)]
    assert found.remarks == ()


def changed(content: bytes, part: str, change) -> bytes:
    """Return a workbook with one part of it rewritten."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            out.writestr(name, change(data) if name == part else data)
    return target.getvalue()


def test_empty_rows_to_the_end_of_the_sheet_do_no_harm():
    book = Workbook()
    book.active.append(["Country"])
    book.active.cell(1_048_576, 1).number_format = "0.00"

    assert len(read(saved(book), "a.xlsx").sheets[0].lines) == 1


def refused(content: bytes, name: str = "a.xlsx") -> str:
    with pytest.raises(UnreadableFileError) as error:
        read(content, name)
    return str(error.value)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.csv", "is empty"),
        (b" \r\n ", "a.csv", "is empty"),
        (b",,,\n,,\n", "a.csv", "no cell holds anything"),
        (b"Country", "a.xls", "neither an Excel workbook nor CSV"),
        (b"Country", "a", "neither an Excel workbook nor CSV"),
        (b"\xd0\xcf\x11\xe0 old", "a.xlsx", "old Excel workbook"),
        (b"%PDF-1.4", "a.csv", "is a PDF"),
        (b"{\\rtf1", "a.csv", "is a text document"),
        (b"\x89PNG\r\n", "a.xlsx", "is a picture"),
        (b"\x1f\x8b\x08", "a.csv", "is compressed"),
        (b"<html><table>", "a.xlsx", "is a web page"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a.csv", "is a web page"),
        (b"Country\0\nJapan", "a.csv", "not a text file"),
        (b"Country\n\x81\x8d\xff", "a.csv", "cannot be read"),
        (b"PK\x03\x04", "a.xlsx", "is damaged"),
        (xlsx(ROWS)[:900], "a.xlsx", "is damaged"),
        (b"x" * (limits.MOST_BYTES + 1), "a.csv", "larger than 5 MB"),
        (b'"' + b"x" * 200_000, "a.csv", "a cell never ends"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(content, name, words):
    assert words in refused(content, name)


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_another_document_in_a_zip_is_refused():
    assert "is not an Excel workbook" in refused(
        packed(**{"word/document.xml": b"<a/>"})
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = packed(
        **{
            "xl/workbook.xml": b"<a/>",
            "[Content_Types].xml": b"<a/>",
            "xl/worksheets/sheet1.xml": b"0" * (limits.MOST_UNPACKED + 1),
        }
    )
    assert len(bomb) < limits.MOST_BYTES

    assert "unpacks to more than can be read" in refused(bomb)


def test_a_list_of_texts_that_would_fill_the_memory_is_refused():
    assert "unpacks to more" in refused(
        packed(
            **{
                "xl/workbook.xml": b"<a/>",
                "[Content_Types].xml": b"<a/>",
                "xl/sharedStrings.xml": b"0" * (limits.MOST_STRINGS + 1),
            }
        )
    )


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize(
    "declaration", [b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<!ENTITY b 'c'>"]
)
def test_declarations_that_let_xml_grow_are_refused(part, declaration):
    content = changed(xlsx(ROWS), part, lambda xml: declaration + xml)

    assert "is damaged or not a real Excel workbook" in refused(content)


def test_xml_in_another_alphabet_cannot_hide_declarations():
    content = changed(
        xlsx(ROWS),
        "xl/workbook.xml",
        lambda xml: xml.decode().replace("utf-8", "utf-16").encode("utf-16"),
    )

    assert "is damaged" in refused(content)


def test_too_many_rows_sheets_and_columns_are_refused():
    rows = text([["Country"], *[["Japan"]] * (limits.MOST_FILLED + 1)])
    sheets = xlsx(*[[["Country"]]] * (limits.MOST_SHEETS + 1))
    columns = text([["x"] * (limits.MOST_COLUMNS + 1)])

    assert "more than 10,000 rows" in refused(rows, "a.csv")
    assert "more than 40 sheets" in refused(sheets)
    assert "more than 60 columns" in refused(columns, "a.csv")


def test_a_row_number_from_nowhere_does_not_make_a_million_rows():
    content = changed(
        xlsx(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="2"', b'<row r="99999999999"').replace(
            b'"A2"', b'"A99999999999"'
        ),
    )

    assert "more rows, most of them empty" in refused(content)


def test_a_huge_cell_is_cut_and_the_rest_read():
    book = read(text([["Country"], ["x" * 100_000], ["Japan"]]), "a.csv")

    assert [len(line.cells[0]) for line in book.sheets[0].lines] == [7, 2001, 5]
    assert limits.MOST_LETTERS == 2000


@pytest.mark.parametrize(
    ("quoted", "cell"),
    [(b'"a ""b"" c"', 'a "b" c'), (b'a "b" c', 'a "b" c'), (b'"a\nb"', "a b")],
)
def test_nested_quotation_marks(quoted, cell):
    assert read(b"Country\n" + quoted, "a.csv").sheets[0].lines[1].cells == (cell,)


def test_quotation_marks_that_do_not_close_are_pointed_out():
    book = read(b'Country,Note\nJapan,"open\nNepal,x\n', "a.csv")

    assert "quotation marks are not closed" in book.remarks[0]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("  a\u00a0b  ", "a b"),
        (
            "\u202b\u05e2\u05d1\u05e8\u05d9\u05ea\u202c",
            "\u05e2\u05d1\u05e8\u05d9\u05ea",
        ),
        ("a\u00adb\ufeff", "ab"),
        ("e\u0301", "é"),
        ("a\x00\x1fb", "a b"),
        ("\ud800x", "x"),
    ],
)
def test_tidy(said, meant):
    assert tidy(said) == meant


def test_names_are_compared_without_case_accents_and_spaces():
    assert fold("  TÜRKIYE & Co. ") == "turkiye and co"
    assert {squeeze("Viet Nam"), squeeze("VIETNAM"), squeeze("Viet-Nam")} == {"vietnam"}
    assert squeeze("the Philippines") == squeeze("PHILIPPINES")


@pytest.mark.parametrize(
    "word",
    ["=1+1", "+1", "-", "-5", "@x", "\tx", "\r=1", "'=1", "''-", "plain", "", "'tis"],
)
def test_no_text_leaves_as_a_formula_and_all_come_back(word):
    assert not neutral(word).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert literal(neutral(word)) == word


def test_formats_name_what_can_be_read():
    assert files.SUFFIXES == (".xlsx", ".csv", ".tsv", ".txt")
