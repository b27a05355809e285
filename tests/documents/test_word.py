"""Statements as Word documents, read back with another program than wrote them."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from html import unescape

import docx
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from meetings.documents import export, html
from meetings.documents.pdf import RenderError
from meetings.documents.word import template
from meetings.documents.word.writing import statement_docx
from meetings.facts import Capacity
from meetings.statements.compose import compose, markup
from tests.factories import MeetingFactory, StatementFactory
from tests.statements import facts

TEXT = """\
## Annual Meeting

Members spoke of **many things**, of *some* and ***all***; see [the plan](https://e.org/?a=1&b=2).
A line\\
and another, the RSO's.

### Below

- one
- two
  - within
  1. numbered within

  and on

1. first
2. second

Between.

1. first again
"""
MARGINS = (
    "The Bali Process Co-Chair Statement, Manila, the Philippines, December 2025 "
    "Revision 3 DRAFT – not cleared Page 1 of 2"
)


@pytest.fixture
def record():
    return facts.statement(
        facts.meeting(
            attendance=(
                facts.present(facts.AUSTRALIA),
                facts.present(facts.MALDIVES),
                facts.present(facts.IOM, Capacity.BALI_PROCESS_OBSERVER),
                facts.present(facts.WALK_FREE, Capacity.CIVIL_SOCIETY),
            ),
            sessions=(facts.session("panel", facts.by(facts.WALK_FREE)),),
        )
    )


def written(record, text=TEXT, ref="Revision 3"):
    return statement_docx(record, compose(record), text, ref=ref)


def opened(content):
    return docx.Document(io.BytesIO(content))


def paragraphs(content):
    return [(one.style.name, one.text) for one in opened(content).paragraphs]


def margins(content):
    page = opened(content).sections[0]
    return (page.header, page.first_page_header, page.footer, page.first_page_footer)


def published(record):
    return replace(record, published=True)


# What it says


def test_the_head_and_the_text_stand_in_named_styles(record):
    assert paragraphs(written(record)) == [
        ("Statement Forum", "The Bali Process"),
        (
            "Statement Forum Subject",
            "on People Smuggling, Trafficking in Persons and Related Transnational Crime",
        ),
        ("Title", "Co-Chair Statement"),
        ("Subtitle", "11th Annual Meeting"),
        ("Statement Details", "Working Group on Trafficking in Persons"),
        ("Statement Details", "Manila, the Philippines, December 2025"),
        ("Statement Reference", "Revision 3"),
        (
            "Draft Note",
            "DRAFT – not for publication. The co-chairs have not cleared this text.",
        ),
        ("Heading 2", "Annual Meeting"),
        (
            "Normal",
            "Members spoke of many things, of some and all; see the plan. "
            "A line\nand another, the RSO’s.",
        ),
        ("Heading 3", "Below"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Bullet 2", "within"),
        ("List Number 2", "numbered within"),
        ("List Bullet", "and on"),
        ("List Number", "first"),
        ("List Number", "second"),
        ("Normal", "Between."),
        ("List Number", "first again"),
    ]


def test_bold_italic_and_links_are_real(record):
    content = written(record)
    told = opened(content).paragraphs[9]

    looks = [
        (run.text, run.bold, run.italic) for run in told.runs if run.bold or run.italic
    ]
    (link,) = told.hyperlinks

    assert looks == [
        ("many things", True, None),
        ("some", None, True),
        ("all", True, True),
    ]
    assert (link.text, link.url) == ("the plan", "https://e.org/?a=1&b=2")
    assert link.runs[0].style.name == "Hyperlink"


def test_every_numbered_list_begins_at_one(record):
    numbered = [
        one._p.pPr.numPr.numId.val
        for one in opened(written(record)).paragraphs
        if one.style.name == "List Number"
    ]

    first, second, again = numbered
    assert first == second != again


def test_what_goes_on_behind_an_inner_list_has_no_bullet_of_its_own(record):
    item = opened(written(record)).paragraphs[15]

    assert (item.text, item._p.pPr.numPr.numId.val) == ("and on", 0)


def test_html_pdf_and_word_carry_the_same_words(record):
    text = markup(compose(record)) + TEXT
    document = export.statement(record, Revision(text))
    page = words_of_html(document.html("page"))
    paper = words_of_pdf(document.render("pdf"))
    word = [
        word for _, line in paragraphs(document.render("docx")) for word in words(line)
    ]

    assert word == page
    left = iter(paper)
    assert [word for word in page if word not in left] == []  # in this order
    assert set(Counter(paper) - Counter(page)) <= set(words(MARGINS))


class Revision:
    number = 3

    def __init__(self, text):
        self.text = text


def words(text):
    return re.findall(r"\w+", text)


def words_of_html(page):
    body = re.sub(r"<nav.*?</nav>", " ", page.split("<body", 1)[1], flags=re.DOTALL)
    return words(unescape(re.sub(r"<[^>]*>", " ", f"<body{body}")))


def words_of_pdf(content):
    return words(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    )


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_becomes_a_document_that_opens(text):
    record = facts.statement()

    opened(statement_docx(record, compose(record), text, ref="Revision 1"))


def test_control_characters_are_left_out(record):
    assert ("Normal", "ab") in paragraphs(written(record, "a\x0c\x07\ufffe\x1bb"))


# What marks a draft


def test_a_draft_says_so_on_every_page_and_tracks_changes(record):
    content = written(record)
    head, first, foot, first_foot = margins(content)

    assert len(head._element.xpath(".//w:pict")) == 1
    assert len(first._element.xpath(".//w:pict")) == 1
    assert "DRAFT – not cleared" in foot.paragraphs[0].text
    assert foot.paragraphs[0].text == first_foot.paragraphs[0].text
    assert opened(content).settings.element.find(qn("w:trackRevisions")) is not None


def test_a_cleared_text_says_that_and_not_draft(record):
    content = export.statement(record, cleared=True).render("docx")
    head, _, foot, first_foot = margins(content)

    assert head._element.xpath(".//w:pict") == []
    assert "Cleared, not yet published" in foot.paragraphs[0].text
    assert foot.paragraphs[0].text == first_foot.paragraphs[0].text
    told = "Not yet published. The co-chairs have cleared this text."
    assert ("Draft Note", told) in paragraphs(content)


def test_nothing_of_a_published_one_says_draft(record):
    content = written(published(record))

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name != "word/styles.xml":
                assert b"DRAFT" not in package.read(name)
    assert opened(content).settings.element.find(qn("w:trackRevisions")) is None
    assert opened(content).core_properties.content_status == "Published"


def test_header_and_footer_say_which_text_it_is_and_count_pages(record):
    head, first, foot, _ = margins(written(record))

    assert head.paragraphs[0].text == (
        "The Bali Process\tCo-Chair Statement, Manila, the Philippines, December 2025"
    )
    assert first.paragraphs[0].text == ""
    assert foot.paragraphs[0].text.split("\t")[0] == "Revision 3"
    assert [code.text.strip() for code in foot._element.xpath(".//w:instrText")] == [
        "PAGE",
        "NUMPAGES",
    ]


# The file itself


def test_the_same_statement_is_the_same_bytes(record):
    assert written(record) == written(record)


def test_it_says_what_it_is(record):
    about = opened(written(record)).core_properties

    assert about.title == "Co-Chair Statement: 11th Annual Meeting"
    assert (about.author, about.last_modified_by) == ("The Bali Process",) * 2
    assert about.created.replace(tzinfo=None) == datetime(2025, 12, 1, 12)  # noqa: DTZ001
    assert (about.identifier, about.version) == ("wg-tip-2025-12", "Revision 3")
    assert (about.language, about.content_status) == ("en-GB", "Draft")


def test_the_template_is_what_its_script_makes():
    with (
        zipfile.ZipFile(template.TEMPLATE) as shipped,
        zipfile.ZipFile(io.BytesIO(template.template())) as made,
    ):
        assert shipped.namelist() == made.namelist()
        for name in made.namelist():
            assert shipped.read(name) == made.read(name), name


def test_styles_are_in_english_and_named_as_word_names_them():
    word = docx.Document(str(template.TEMPLATE))

    (language,) = word.styles.element.xpath("w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "en-GB"
    for name in ("Title", "Subtitle", "Heading 2", "List Bullet", "Header", "Footer"):
        assert word.styles[name].builtin


# Where it can be had


def test_attendance_is_not_a_word_document(record):
    document = export.meeting_attendance(record.meetings[0])

    with pytest.raises(RenderError, match="Only statements can be had as Word"):
        document.render("docx")


def test_a_revision_as_exported_is_the_document(record):
    document = export.statement(record, Revision(TEXT))

    assert document.render("docx") == written(record)
    assert document.stamp == html.stamp(record.meetings)


@pytest.mark.django_db
def test_the_export_command_writes_statements_and_says_why_not_attendance(tmp_path):
    meeting = MeetingFactory()
    statement = StatementFactory()
    statement.meetings.add(meeting)
    path = tmp_path / "statement.docx"

    call_command(
        "export_statement",
        statement.slug,
        format="docx",
        output=str(path),
        stderr=io.StringIO(),
    )

    assert ("Title", "Co-Chair Statement") in paragraphs(path.read_bytes())
    with pytest.raises(CommandError, match="Only statements can be had as Word"):
        call_command(
            "export_attendance", meeting=meeting.slug, format="docx", output=str(path)
        )
