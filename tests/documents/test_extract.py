"""The text of files: what is read, and what is refused in plain words."""

import io
import zipfile

import pikepdf
import pytest
from docx import Document

from meetings.documents import extract
from meetings.documents.extract import ExtractError, text_of

DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def packed(body, **parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", DOCUMENT.format(body))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def word(*paragraphs):
    document = Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(*pages):
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
    )
    for words in pages:
        page = made.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        told = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET" if words else ""
        page.Contents = made.make_stream(told.encode())
    return made


def saved(made, **options):
    file = io.BytesIO()
    made.save(file, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "Việt Nam and Türkiye\r\nmet".encode(),
        "\ufeffViệt Nam and Türkiye\nmet".encode(),
        "Việt Nam and Türkiye\nmet".encode("utf-16"),
    ],
)
def test_plain_text_of_several_encodings(content):
    assert text_of(content, "old.txt") == "Việt Nam and Türkiye\nmet"


def test_text_of_an_old_windows_computer():
    content = "Co-Chairs’ Statement – Türkiye".encode("cp1252")

    assert text_of(content, "old.txt") == "Co-Chairs’ Statement – Türkiye"


def test_word_headings_bullets_and_paragraphs():
    content = word(
        ("Annual Meeting", "Heading 1"),
        ("It was attended by:", None),
        ("Fiji", "List Bullet"),
        ("Samoa", "List Bullet"),
    )

    assert text_of(content, "old.docx") == (
        "## Annual Meeting\n\nIt was attended by:\n\n- Fiji\n\n- Samoa"
    )


def test_word_insertions_count_and_deletions_do_not():
    content = packed(
        "<w:p><w:r><w:t>Fiji</w:t></w:r>"
        '<w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve"> and Samoa</w:t>'
        "</w:r></w:ins>"
        '<w:del w:id="2" w:author="a"><w:r><w:delText> and Tonga</w:delText></w:r></w:del>'
        "</w:p>"
    )

    assert text_of(content, "old.docx") == "Fiji and Samoa"


def test_pdf_pages():
    content = saved(pdf("Attended by Fiji", "and Samoa."))

    assert text_of(content, "old.pdf") == "Attended by Fiji\n\nand Samoa."


def test_a_file_is_what_it_holds_whatever_it_is_called():
    assert text_of(saved(pdf("Attended by Fiji")), "old.docx") == "Attended by Fiji"


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "old.txt", "The file is empty."),
        (b" \n", "old.txt", "The file is empty."),
        (b"\x00\x01\x02\x81", "old.txt", "holds no text"),
        (b"\x00\x01\x02\x81", "old.pdf", "holds no PDF document"),
        (b"\x00\x01\x02\x81", "old.docx", "holds no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "Save it as .docx"),
        (b"PK\x03\x04 and no more", "old.docx", "The Word file is damaged"),
        (b"%PDF-1.7 and no more", "old.pdf", "The PDF file is damaged"),
        (packed("<w:p>"), "old.docx", "The Word file is damaged"),
        (packed(""), "old.docx", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(content, name, reason):
    with pytest.raises(ExtractError, match=reason):
        text_of(content, name)


def test_another_zip_file_is_no_word_document():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(ExtractError, match="no Word document"):
        text_of(file.getvalue(), "list.xlsx")


def test_a_word_file_that_swells_is_refused_unopened(monkeypatch):
    monkeypatch.setattr(extract, "ask", None)
    content = packed("", media="0" * (31 << 20))
    assert len(content) < 1 << 20

    with pytest.raises(ExtractError, match="more than 30 MB"):
        text_of(content, "old.docx")


def test_a_word_file_with_entities_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

    with pytest.raises(ExtractError, match="damaged"):
        text_of(packed("<w:p/>", settings=bomb), "old.docx")


def test_a_file_of_more_than_20_mb_is_refused():
    with pytest.raises(ExtractError, match="larger than 20 MB"):
        text_of(b"a" * ((20 << 20) + 1), "old.txt")


def test_a_scan_has_no_text():
    with pytest.raises(ExtractError, match="If it is a scan"):
        text_of(saved(pdf("")), "scan.pdf")


def test_a_pdf_of_too_many_pages_is_refused():
    with pytest.raises(ExtractError, match="more than 200 pages"):
        text_of(saved(pdf(*[""] * 201)), "book.pdf")


def test_a_pdf_with_a_password_is_refused():
    locked = saved(
        pdf("Fiji"), encryption=pikepdf.Encryption(user="secret", owner="secret")
    )

    with pytest.raises(ExtractError, match="has a password"):
        text_of(locked, "old.pdf")


def test_a_text_longer_than_any_statement_is_refused():
    with pytest.raises(ExtractError, match=r"longer than 400,000 characters"):
        text_of(b"Fiji " * 100_000, "old.txt")


def test_a_child_that_dies_is_told_of(monkeypatch):
    monkeypatch.setattr(extract, "ask", lambda *_: b"")

    with pytest.raises(ExtractError, match="could not be read within"):
        text_of(saved(pdf("Fiji")), "old.pdf")
