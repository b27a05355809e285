"""Word files that are damaged, locked or hostile are refused in words, in time."""

import io
import zipfile

import pytest

from meetings.documents.child import Bounds
from meetings.documents.word.answers import (
    UploadError,
    read_docx,
)

from .ministry import changed, repacked, sent


def bomb():
    """A small file that unpacks to more than it may."""
    zeros = zipfile.ZipInfo("word/media/zeros.bin")
    zeros.compress_type = zipfile.ZIP_DEFLATED
    file = io.BytesIO(sent())
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(zeros, bytes(31 << 20))
    return file.getvalue()


def archive(**parts):
    return repacked(sent(), drop=["word/document.xml"], **parts)


def locked():
    """A package whose first part says that it is encrypted."""
    content = bytearray(sent())
    content[6] |= 1  # in the part's own head
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1  # in the list of parts
    return bytes(content)


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"PK" + bytes(10 << 20), "larger than 10 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
        (b"%PDF-1.7", "This is a PDF"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"GIF89a", "not a Word document"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (sent()[:-200], "damaged"),
        (archive(), "not a Word document"),
        (archive(**{"word/document.xml": "<w:doc"}), "damaged"),
        (archive(**{"word/document.xml": DOCTYPE}), "damaged"),
        (archive(**{"word/document.xml": "<html/>"}), "not a Word document"),
        (locked(), "protected by a password"),
        (bomb(), "unpacks to more than 30 MB"),
        (
            changed(
                sent(),
                "[Content_Types].xml",
                "openxmlformats-officedocument.wordprocessingml.document.main",
                "ms-word.document.macroEnabled.main",
            ),
            "macros",
        ),
        (changed(sent(), "word/styles.xml", "</w:styles>", ""), "damaged"),
        (sent(""), "no text of a statement"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(content, reason):
    with pytest.raises(UploadError, match=reason) as refusal:
        read_docx(content)

    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt><w:sdtContent>" * 20_000,
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 700_000,
        "<w:tbl><w:tr><w:tc>" * 5_000,
    ],
    ids=["deep", "long", "tables"],
)
def test_a_hostile_file_ends_in_time_and_in_words(body):
    content = changed(sent(), "word/document.xml", "<w:body>", f"<w:body>{body}")

    with pytest.raises(UploadError):
        read_docx(content, bounds=Bounds(wall=5, cpu=4, memory=512 << 20))
