"""A statement that went to a ministry in Word and came back."""

import io
import struct
import zlib

import docx
import pytest
from docx.shared import Inches

from meetings.documents.spelling import spelled_like
from meetings.documents.word import reading
from meetings.documents.word.answers import (
    Change,
    Comment,
    ReturnedText,
    read_docx,
)
from meetings.statements.difference import difference

from .ministry import TEXT, Desk, changed, repacked, sent

CANONICAL = TEXT.replace("RSO's", "RSO’s")


@pytest.fixture
def desk():
    return Desk(sent())


def read(desk):
    return reading.read(desk.saved())


# Nothing changed


def test_what_was_not_touched_comes_back_as_it_went():
    assert read_docx(sent()) == ReturnedText(
        markup=CANONICAL,
        original=CANONICAL,
        reference="Revision 3",
        statement="wg-tip-2025-12",
    )


def test_a_text_that_only_travelled_does_not_differ():
    typed = (
        '# Head\n* one\n* the RSO\'s "plan" [x]\n  - _in_\n\n    rest\n\n\n__Bold__ a\nb.'
        "\n\n1) a\n2) b\n"
    )

    back = spelled_like(typed, reading.read(sent(typed)).markup)

    assert not any(passage.differs for passage in difference(typed, back))


# Tracked changes


def test_insertions_and_deletions_are_made_and_told(desk):
    desk.insert("ten", after="nine")
    desk.delete("nine")
    desk.insert(" and the press", after="RSO’s staff")

    back = read(desk)

    assert back.markup == CANONICAL.replace("nine", "ten").replace(
        "RSO’s staff", "RSO’s staff and the press"
    )
    assert back.original == CANONICAL
    assert back.changes == (
        Change("deletion", "Siti", "nine"),
        Change("insertion", "Siti", "ten"),
        Change("insertion", "Siti", " and the press"),
    )
    assert (back.insertions, back.deletions) == (2, 1)


def test_what_word_splits_is_one_change(desk):
    desk.insert(" second", after="9 members")
    desk.insert(" first", after="9 members")

    assert read(desk).changes == (Change("insertion", "Siti", " first second"),)


def test_changes_of_two_people_are_two(desk):
    desk.insert(" second", after="9 members")
    desk.author = "Lars"
    desk.insert(" first", after="9 members")

    assert [change.author for change in read(desk).changes] == ["Lars", "Siti"]


def test_moved_words_are_gone_there_and_new_here(desk):
    desk.move("A plan was endorsed.", after="2 observers.")

    back = read(desk)

    assert back.markup == CANONICAL.replace("A plan was endorsed.\n\n", "").replace(
        "2 observers.", "2 observers.A plan was endorsed."
    )
    assert back.original == CANONICAL
    assert (back.insertions, back.deletions) == (1, 1)


def test_a_new_paragraph_is_one_in_the_text_and_none_in_the_original(desk):
    desk.new_paragraph("- 1 guest.", after="2 observers.")
    desk.new_paragraph("It is new.", after="A plan was endorsed.")

    back = read(desk)

    assert back.markup == CANONICAL.replace(
        "- 2 observers.", "- 2 observers.\n- \\- 1 guest."
    ).replace("endorsed.", "endorsed.\n\nIt is new.")
    assert back.original == CANONICAL


def test_a_deleted_paragraph_leaves_nothing(desk):
    desk.delete_paragraph("A plan was endorsed.")

    back = read(desk)

    assert back.markup == CANONICAL.replace("A plan was endorsed.\n\n", "")
    assert back.original == CANONICAL


def test_the_end_of_the_last_paragraph_cannot_be_lost(desk):
    desk.delete("Members thanked ")
    desk.document.paragraphs[-1]._p.get_or_add_pPr().append(
        docx.oxml.parse_xml(
            '<w:rPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/'
            'main"><w:del w:id="1" w:author="Siti"/></w:rPr>'
        )
    )

    assert read(desk).markup.endswith("\n\n*the host*.\n")


def test_what_was_changed_without_a_track_shows_in_the_original(desk):
    desk.type("11 members", instead_of="9 members")
    desk.delete("nine")

    back = read(desk)

    silent = [one.before for one in difference(CANONICAL, back.original) if one.differs]
    assert silent == ["- 9 members;"]


def test_changes_of_the_head_are_left_out_and_said(desk):
    desk.insert(" 2026", after="Co-Chair Statement")

    back = read(desk)

    assert (back.markup, back.changes) == (CANONICAL, ())
    assert back.notes == (
        "Changes were made above the text, in the title or the lines around it. They are "
        "left out: what stands there follows from the record.",
    )


# Comments


def test_comments_come_with_the_words_they_are_about(desk):
    desk.comment("A plan was endorsed.", "Which plan?\nPlease name it.")
    desk.author = "Lars"
    desk.comment("9 members", "Ten.")

    back = read(desk)

    assert back.comments == (
        Comment("Lars", "Ten.", "9 members"),
        Comment("Siti", "Which plan?\nPlease name it.", "A plan was endorsed."),
    )
    assert back.markup == CANONICAL


def test_a_quote_is_as_the_words_read_with_all_changes_made(desk):
    desk.comment("nine members", "Really?")
    desk.insert("ten", after="nine")
    desk.delete("nine")

    assert read(desk).comments == (Comment("Siti", "Really?", "ten members"),)


def test_a_long_quote_is_cut():
    desk = Desk(sent("word " * 100))
    desk.comment("word " * 99, "Long.")

    (comment,) = read(desk).comments

    assert len(comment.quote) <= 300
    assert comment.quote.endswith("word…")


# What a statement cannot have


def picture():
    """Return the smallest PNG."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(2))),
        (b"IEND", b""),
    ]
    told = [
        struct.pack(">I", len(data))
        + kind
        + data
        + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(told))


def test_pictures_tables_and_notes_are_left_out_and_said(desk):
    desk.document.add_picture(picture(), width=Inches(1))
    table = desk.document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Party", "Australia"

    back = read(desk)

    assert back.markup == f"{CANONICAL}\nParty \\| Australia\n"
    assert [note.split(".")[0] for note in back.notes] == [
        "Pictures and embedded files are left out",
        "Tables are left out; each of their rows has become a paragraph",
    ]


def test_footnotes_are_left_out_and_told_in_full():
    word = "http://schemas.openxmlformats.org"
    kind = f"{word}/officeDocument/2006/relationships/footnotes"
    content = changed(
        sent(),
        "word/document.xml",
        "<w:t>A plan was endorsed.</w:t></w:r>",
        '<w:t>A plan was endorsed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
    )
    content = changed(
        content,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId90" Type="{kind}" Target="footnotes.xml"/></Relationships>',
    )
    content = repacked(
        content,
        **{
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{word}/wordprocessingml/2006/'
            'main"><w:footnote w:id="2"><w:p><w:r><w:t>The plan of 2024.</w:t></w:r></w:p>'
            "</w:footnote></w:footnotes>"
        },
    )

    back = reading.read(content)

    assert back.markup == CANONICAL
    assert back.notes == (
        "These footnotes are left out; write into the text what is to stay: “The plan of "
        "2024.”",
    )


def test_changes_in_the_footer_are_said():
    content = changed(
        sent(), "word/footer1.xml", "</w:p>", '<w:ins w:id="1"><w:r/></w:ins></w:p>'
    )

    assert reading.read(content).notes == (
        "Changes in the header or footer are left out: they follow from the record.",
    )


def test_html_in_the_text_is_words():
    text = reading.read(sent("\\<script\\>alert(1)\\</script\\>")).markup

    assert text == "\\<script\\>alert(1)\\</script\\>\n"


def test_the_file_cannot_say_how_it_is_to_be_read(desk):
    content = repacked(
        desk.saved(), **{"mammoth/style-map": "p[style-name='Heading 2'] => !"}
    )

    assert reading.read(content).markup == CANONICAL


# Which text it was made of


def test_what_the_file_was_made_of_stays_with_it_whatever_is_typed(desk):
    desk.type("Revision 9", instead_of="Revision 3")

    told = read(desk)

    assert (told.statement, told.reference) == ("wg-tip-2025-12", "Revision 3")


def test_a_file_of_another_hand_says_nothing_of_it():
    document = docx.Document()
    document.add_paragraph("A plan was endorsed.")
    file = io.BytesIO()
    document.save(file)

    told = reading.read(file.getvalue())

    assert (told.statement, told.reference) == ("", "")
