"""What is on the paper and in the file, read back with another program."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pypdf
import pytest

from meetings.documents.pdf import render_pdf

from .paper import RECORD, STAMP, matrix, page, statement

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def paper() -> bytes:
    return render_pdf(statement(), RECORD, STAMP)


@pytest.fixture(scope="module")
def pdf(paper):
    with pikepdf.open(io.BytesIO(paper)) as opened:
        yield opened


@pytest.fixture(scope="module")
def grid_pdf():
    grid = render_pdf(matrix(), RECORD, STAMP)
    with pikepdf.open(io.BytesIO(grid)) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return every structure element, in reading order."""

    def below(element):
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    return [found for child in pdf.Root.StructTreeRoot.K for found in below(child)]


def kinds(pdf: pikepdf.Pdf) -> Counter:
    return Counter(str(element.S) for element in elements(pdf))


def xmp(pdf: pikepdf.Pdf) -> str:
    return pdf.Root.Metadata.read_bytes().decode()


def marked_content(pdf: pikepdf.Pdf, number: int) -> list[str]:
    """Return the tags that open marked content on a page, outermost first."""
    return [
        str(instruction.operands[0])
        for instruction in pikepdf.parse_content_stream(pdf.pages[number])
        if str(instruction.operator) in {"BDC", "BMC"}
    ]


# What the file claims, and carries


def test_it_says_that_it_is_archivable_and_accessible(pdf):
    metadata = xmp(pdf)

    assert 'pdfaid:part="3"' in metadata
    assert 'pdfaid:conformance="A"' in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_it_has_a_language_a_title_and_tags(pdf):
    root = pdf.Root

    assert str(root.Lang) == "en"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert pdf.docinfo["/Title"] == "A sheet of paper"


def test_the_record_is_attached_as_its_source(pdf):
    assert list(pdf.attachments) == ["record.json"]
    record = pdf.attachments["record.json"]
    assert record.get_file().read_bytes() == RECORD
    assert record.get_file().creation_date == STAMP.replace(microsecond=0)
    assert str(record.obj.AFRelationship) == "/Source"
    assert record.description == "The record"


def test_its_dates_are_those_of_the_record(pdf):
    dates = pdf.docinfo

    assert str(dates["/CreationDate"]).startswith("D:20251205043000")
    assert str(dates["/ModDate"]).startswith("D:20251205043000")


# What a screen reader meets


def test_what_crosses_pages_stays_one_thing(pdf):
    assert len(pdf.pages) >= 4
    found = kinds(pdf)
    assert (found["/Part"], found["/Table"], found["/THead"]) == (1, 1, 1)
    assert (found["/TBody"], found["/L"], found["/LI"]) == (1, 1, 70)
    assert found["/TR"] == 61


def test_every_header_cell_says_what_it_heads(pdf):
    scopes = Counter(
        str(element.A.Scope) for element in elements(pdf) if element.S == "/TH"
    )

    assert scopes == {"/Column": 3, "/Row": 60}


def test_a_matrix_over_several_pages_is_one_table(grid_pdf):
    assert len(grid_pdf.pages) >= 2
    found = kinds(grid_pdf)
    assert (found["/Table"], found["/THead"], found["/TBody"]) == (1, 1, 1)
    assert (found["/TH"], found["/TD"]) == (21 + 60, 60 * 20)


def test_page_margins_and_repeated_headers_are_artifacts(pdf, grid_pdf):
    for number, one in enumerate(pdf.pages):
        margins = marked_content(pdf, number).count("/Artifact")
        assert margins >= 3, f"page {one.label}"
    first, second = (marked_content(grid_pdf, number) for number in (0, 1))
    assert second.count("/Artifact") >= first.count("/Artifact") + 21


def test_all_content_is_either_tagged_once_or_an_artifact(pdf):
    reached = Counter()
    for element in elements(pdf):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                reached[element.Pg.objgen, int(kid)] += 1
            elif kid.get("/Type") == "/MCR":
                reached[kid.Pg.objgen, int(kid.MCID)] += 1
    marked = Counter(
        (one.obj.objgen, int(instruction.operands[1].MCID))
        for one in pdf.pages
        for instruction in pikepdf.parse_content_stream(one)
        if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
    )

    assert reached == marked


def test_the_parent_tree_leads_back_to_the_same_elements(pdf):
    known = {element.objgen for element in elements(pdf)}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for entry in list(numbers)[1::2]:
        for element in entry if isinstance(entry, pikepdf.Array) else [entry]:
            assert element is None or element.objgen in known


# What the eye meets


def test_the_paper_says_what_it_is_on_every_page(paper):
    pages = pypdf.PdfReader(io.BytesIO(paper)).pages
    for number, one in enumerate(pages, start=1):
        text = one.extract_text()
        assert f"Page {number} of {len(pages)}" in text
        assert "DRAFT – not cleared" in text
        assert "Revision 3" in text
        assert ("The Bali Process" in text) == (number > 1)


def test_a_published_document_does_not_say_draft():
    plain = render_pdf(page("<h1>Statement</h1><p>Done.</p>"), RECORD, STAMP)

    assert "DRAFT" not in pypdf.PdfReader(io.BytesIO(plain)).pages[0].extract_text()


def test_a_matrix_lies_on_its_side(grid_pdf):
    _, _, width, height = grid_pdf.pages[0].mediabox

    assert width > height


def test_only_our_own_fonts_are_used(pdf):
    names = {
        str(font.BaseFont).split("+")[-1]
        for one in pdf.pages
        for font in one.Resources.Font.values()
    }

    assert names
    assert all(re.match("/?Bali-S(erif|ans)", name) for name in names), names


def test_names_of_every_party_come_out_as_they_are():
    names = "Türkiye, Đặng, Łódź, São Tomé, Côte d’Ivoire – Việt Nam"

    plain = render_pdf(page(f"<h1>Names</h1><p>{names}</p>"), RECORD, STAMP)

    assert names in pypdf.PdfReader(io.BytesIO(plain)).pages[0].extract_text()


def test_a_link_without_a_full_address_is_only_text(pdf):
    addresses = [
        str(note.A.URI) for one in pdf.pages for note in one.get("/Annots", [])
    ]

    assert addresses == ["https://www.baliprocess.net/"]


# The same input, the same bytes


def test_two_renderings_are_the_same_file(paper):
    assert render_pdf(statement(), RECORD, STAMP) == paper


def test_another_process_elsewhere_makes_the_same_file_without_weasyprint(paper):
    code = (
        "import hashlib, sys\n"
        "from meetings.documents.pdf import render_pdf\n"
        "from tests.documents.paper import RECORD, STAMP, statement\n"
        "made = render_pdf(statement(), RECORD, STAMP)\n"
        "print(hashlib.sha256(made).hexdigest())\n"
        "print([name for name in sys.modules if 'weasyprint' in name])\n"
    )
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta", "LANG": "C"}
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | elsewhere,
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )

    assert told.stdout.split() == [hashlib.sha256(paper).hexdigest(), "[]"]
    assert told.stderr == ""
