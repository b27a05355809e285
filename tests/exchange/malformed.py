"""Files as secretariats and enemies might send them, most of them broken somewhere."""

import io
import zipfile

from openpyxl import Workbook

from .sheets import saved, text, xlsx

GOOD = [
    ["Participants of the meeting"],
    [
        "Country",
        "Name",
        "Title",
        "Level",
        "Role",
        "Attendance",
        "Mode",
        "No. of delegates",
    ],
    ["Japan", "Ms Ito Aya", "Director", "Expert", "HoD", "Present", "Online", 2],
    ["Fiji", "Mr Ben Two", "Officer", "Official", "", "Apologies", "", 1],
]
COLUMNS = GOOD[1]
WORDS = [
    "", " ", "Japan", "JAPAN", "Fiji", "Country", "Name", "Total", "Members", "Apologies",
    "absent", "x", "✓", "-", "-5", "3", "3.5", "99999999999999999999", "1e309", "nan",
    "=1+1", "=cmd|' /C calc'!A0", "'=1", "@SUM(A1)", "#REF!", "#N/A", "TBC", "Mr",
    "H.E.", "SMITH, John (Mr)", ",", "((", "))", "(((Japan)))", "\"", "'", "\\", "%s{}",
    "{{ 7|add:7 }}", "<script>alert(1)</script>", "</td>", "\u202e\u05e0\u05e4\u05d9\u202c", "\u0627\u0644\u064a\u0627\u0628\u0627\u0646",
    "日本", "Jápán", "İ", "ß", "ﬁji", "gue\u017ft", "\ufeff", "\u0000", "\u0085", "\u2028",
    "\U0001f1ef\U0001f1f5", "\u0663", "²", "31/02/2025", "2025-12-03", "0000-00-00", "x" * 700,
    "Minister; Expert", "yes/no", "sep=;", "NULL", "None", "true", "-0", "1,5", "1 000",
    "2 delegates", "-1 pax", "Speaker", "Ministerial", "hybrid", "Viet\u00a0Nam", "e\u0301",
]  # fmt: skip


def rows_with(word, column):
    row = list(GOOD[2])
    row[column] = word
    return [*GOOD[:2], row, GOOD[3]]


def _book(change) -> bytes:
    book = Workbook()
    for row in GOOD:
        book.active.append(row)
    change(book, book.active)
    return saved(book)


def _merged(book, sheet):
    sheet.merge_cells("A3:H4")
    sheet.merge_cells("A1:H1")


def _all_formulas(book, sheet):
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.value = "=A1"


def _chart_only(book, sheet):
    book.remove(sheet)
    book.create_chartsheet("Chart")


def _hidden(book, sheet):
    book.create_sheet("Shown")
    sheet.sheet_state = "hidden"


def _wild_date(book, sheet):
    sheet["H3"] = 99999999999
    sheet["H3"].number_format = "yyyy-mm-dd"


def _far_cell(book, sheet):
    sheet["XFD1048576"] = "x"


def _patched(part: str, old: bytes, new: bytes) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(xlsx(GOOD))), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            out.writestr(name, data.replace(old, new) if name == part else data)
    return target.getvalue()


def _without(part: str) -> bytes:
    source, target = zipfile.ZipFile(io.BytesIO(xlsx(GOOD))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            if name != part:
                out.writestr(name, source.read(name))
    return target.getvalue()


def _events(*rows, heads=("Country", "Day 1", "Site visit")) -> tuple[bytes, str]:
    """Return a sheet with a column for each event."""
    return text([heads, *rows]), "a.csv"


EVENTS = {
    "events without rows": _events(),
    "events without marks": _events(["Japan", "", ""], ["Fiji", "", ""]),
    "events without a country": _events(["", "x", "x"], ["", "x", ""]),
    "the same event twice": _events(["Japan", "x", "x"], heads=("Country", "Day 1", "Day 1")),
    "an event nobody knows": _events(["Japan", "x", "x"], heads=("Country", "Day 9", "Mon")),
    "events only, no corner": _events(["Japan", "x", "x"], heads=("", "Day 1", "Day 2")),
    "events and no parties": _events(["x", "x"], ["x", ""], heads=("Day 1", "Day 2")),
    "events beside an attendance at odds": _events(
        ["Japan", "absent", "x"], ["Fiji", "apologies", "x"],
        heads=("Country", "Attendance", "Day 1"),
    ),
    "a party twice, at odds": _events(["Japan", "x", ""], ["JAPAN", "apologies", ""]),
    "sixty events": _events(
        ["Japan", *["x"] * 59], heads=("Country", *(f"Day {n}" for n in range(59)))
    ),
    "names under events": _events(["Japan", "Ms Ito Aya", "Mr Abe"], ["Fiji", "x", ""]),
    "totals under events": _events(["Japan", "x", "x"], ["Total", "1", "1"]),
    "a heading of 900 letters": _events(["Japan", "x"], heads=("Country", "day 1 " * 150)),
    **{
        f"{mark!r} under an event": _events(["Japan", mark, "x"], ["Fiji", "x", ""])
        for mark in (
            "A", "TBC", "yes/no", "-1", "1.5", "99999", "#REF!", "=1+1", "()", "x x x",
            "minister & expert", "<b>x</b>", "\u202ex", "\u0663", "x" * 900,
        )
    },
}  # fmt: skip
SHEET = "xl/worksheets/sheet1.xml"
WHOLE = xlsx(GOOD)
HAND_MADE = {
    "nothing": (b"", "a.csv"),
    "spaces": (b" \n \t ", "a.csv"),
    "one letter": (b"x", "a.csv"),
    "byte order mark only": (b"\xef\xbb\xbf", "a.csv"),
    "half a utf-16 letter": (b"\xff\xfea", "a.csv"),
    "only headings": (text(GOOD[1:2]), "a.csv"),
    "two headings": (text([COLUMNS, COLUMNS]), "a.csv"),
    "headings twice in a line": (text([COLUMNS + COLUMNS, GOOD[2] + GOOD[3]]), "a.csv"),
    "headings on two lines": (
        text([["Who", ""], ["Country", "Name"], *GOOD[2:]]),
        "a.csv",
    ),
    "headings at the end": (text([*GOOD[2:], COLUMNS]), "a.csv"),
    "17 columns without headings": (text([[str(n) for n in range(17)]] * 9), "a.csv"),
    "a column of names without heading": (text([["Japan"], ["Fiji"]]), "a.csv"),
    "rows longer than headings": (text([["Country"], ["Japan"] * 30]), "a.csv"),
    "rows shorter than headings": (text([COLUMNS, ["Japan"]]), "a.csv"),
    "duplicated parties": (text([*GOOD, *GOOD[2:], *GOOD[2:]]), "a.csv"),
    "contradicting parties": (
        text([["Country", "Level"], ["Japan", "Expert"], ["JAPAN", "Minister"]]),
        "a.csv",
    ),
    "the same person a hundred times": (text([*GOOD[:2], *[GOOD[2]] * 100]), "a.csv"),
    "a person without a party": (
        text([["Name", "Role"], ["Ann Other", "HoD"]]),
        "a.csv",
    ),
    "nul bytes": (b"Country\nJa\0pan", "a.csv"),
    "wrong extension, text": (text(GOOD), "a.xlsx"),
    "wrong extension, workbook": (WHOLE, "a.csv"),
    "no extension": (WHOLE, "list"),
    "double extension": (WHOLE, "list.xlsx.exe"),
    "a path as its name": (text(GOOD), "..\\..\\a.csv"),
    "macros": (WHOLE, "a.xlsm"),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "a.xlsx"),
    "pdf": (b"%PDF-1.7 x", "a.xlsx"),
    "rtf": (b"{\\rtf1 x}", "a.csv"),
    "a web page": (b"<html><table><tr><td>Country", "a.xlsx"),
    "xml": (b"<?xml version='1.0'?><a/>", "a.csv"),
    "json": (b'[{"Country": "Japan"}]', "a.csv"),
    "an empty zip": (b"PK\x05\x06" + b"\0" * 18, "a.xlsx"),
    "a zip in a zip": (_patched(SHEET, b"<sheetData>", WHOLE), "a.xlsx"),
    "only a chart": (_book(_chart_only), "a.xlsx"),
    "only hidden": (_book(_hidden), "a.xlsx"),
    "merged all over": (_book(_merged), "a.xlsx"),
    "formulas everywhere": (_book(_all_formulas), "a.xlsx"),
    "a date past all calendars": (_book(_wild_date), "a.xlsx"),
    "a cell at the end of the sheet": (_book(_far_cell), "a.xlsx"),
    "a negative row": (_patched(SHEET, b'<row r="3"', b'<row r="-3"'), "a.xlsx"),
    "a row that is a word": (_patched(SHEET, b'<row r="3"', b'<row r="x"'), "a.xlsx"),
    "a cell that is nowhere": (_patched(SHEET, b'r="A3"', b'r="3A"'), "a.xlsx"),
    "a text that is not there": (_patched(SHEET, b"<v>0</v>", b"<v>999</v>"), "a.xlsx"),
    "a number that is a word": (_patched(SHEET, b"<v>2</v>", b"<v>two</v>"), "a.xlsx"),
    "an unknown type": (_patched(SHEET, b't="s"', b't="zzz"'), "a.xlsx"),
    "an open tag": (_patched(SHEET, b"</sheetData>", b""), "a.xlsx"),
    "an entity": (_patched(SHEET, b"<sheetData>", b"<sheetData>&bomb;"), "a.xlsx"),
    "another root": (_patched("xl/workbook.xml", b"workbook", b"cookbook"), "a.xlsx"),
    "a sheet that leads outside": (
        _patched("xl/_rels/workbook.xml.rels", b"/xl/worksheets", b"../../etc"),
        "a.xlsx",
    ),
    **{
        f"without {part}": (_without(part), "a.xlsx")
        for part in zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()
    },
    **{
        f"cut off at {share} %": (WHOLE[: len(WHOLE) * share // 100], "a.xlsx")
        for share in (1, 10, 30, 50, 70, 90, 99)
    },
    **EVENTS,
    **{
        f"{word[:20]!r} in column {column}": (text(rows_with(word, column)), "a.csv")
        for column, words in ((0, WORDS[1:]), (1, WORDS[2::3]), (7, WORDS[1::3]))
        for word in words
        if "\0" not in word
    },
}
