import io
from dataclasses import replace
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml import OxmlElement
from pypdf import PdfReader

from meetings.documents import export
from meetings.documents.word.answers import read_docx
from meetings.documents.word.styles import ANNEX
from meetings.facts import Capacity, DelegateFact, ParticipantAnnex
from meetings.statements.annexes import Annex
from tests.conftest import logged_in
from tests.factories import (
    DelegateFactory,
    MeetingFactory,
    StatementFactory,
    UserFactory,
)
from tests.statements import facts

ALL = tuple(Annex)


@pytest.fixture
def record():
    held = facts.session("update", facts.by(facts.IOM))
    rows = (
        facts.present(facts.AUSTRALIA),
        facts.present(facts.IOM, Capacity.BALI_PROCESS_OBSERVER),
    )
    return facts.statement(facts.meeting(attendance=rows, sessions=(held,)))


def test_annexes_follow_the_text_in_their_order(record):
    told = export.statement(record, annexes=[Annex.AGENDA, *ALL]).html("paper")

    places = [
        told.index(f"Annex: {name}")
        for name in (
            "Participants",
            "Abbreviations",
            "Agenda",
        )
    ]
    assert places == sorted(places)
    assert told.index('<div class="text">') < places[0]
    assert "<caption>1 Bali Process observer</caption>" in told
    assert told.count("<caption>") == 4


def test_without_annexes_no_byte_is_different(record):
    plain = export.statement(record)

    for medium in ("page", "paper", "file"):
        told = plain.html(medium)
        assert told == export.statement(record, annexes=()).html(medium)
        assert 'class="annex"' not in told
    assert plain.html("paper").endswith("</div>\n\n    </main>\n  </body>\n</html>\n")


def test_empty_annexes_say_so():
    empty = facts.statement(facts.meeting(attendance=(), bodies=(), chairs=()))
    told = export.statement(empty, annexes=ALL).html("paper")

    assert "No list of participants is recorded." in told
    assert "No agenda is recorded." in told


def test_pdf_html_and_word_have_the_same_annexes(record):
    document = export.statement(record, annexes=ALL)
    word = Document(io.BytesIO(document.render("docx")))
    paper = PdfReader(io.BytesIO(document.render("pdf")))
    printed = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    shown = unescape(document.html("file"))

    headings = [one.text for one in word.paragraphs if one.style.name == ANNEX]
    assert headings == ["Annex: Participants", "Annex: Abbreviations", "Annex: Agenda"]
    cells = {cell.text for one in word.tables for row in one.rows for cell in row.cells}
    assert "Australia" in cells
    assert "International Organization for Migration" in cells
    for told in (*headings, *cells):
        assert " ".join(told.split()) in printed
        assert told in shown
    assert all(one._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader") for one in word.tables)


@pytest.mark.parametrize(
    ("published", "cleared", "mark"),
    [
        (False, False, "DRAFT – not cleared"),
        (False, True, "Cleared, not yet published"),
        (True, False, None),
    ],
)
def test_every_page_says_how_the_text_stands(record, published, cleared, mark):
    record = replace(record, published=published)
    document = export.statement(record, annexes=ALL, cleared=cleared)

    pages = PdfReader(io.BytesIO(document.render("pdf"))).pages
    told = [" ".join(page.extract_text().split()) for page in pages]

    assert len(told) == 4
    if mark:
        assert all(mark in page for page in told)
        assert ("have not cleared" in told[0]) != cleared
    else:
        assert not any("cleared" in page or "DRAFT" in page for page in told)


def test_annexes_are_not_read_back_as_text(record):
    plain = read_docx(export.statement(record).render("docx"))
    annexed = export.statement(record, annexes=ALL).render("docx")

    assert read_docx(annexed) == plain

    word = Document(io.BytesIO(annexed))
    inserted = OxmlElement("w:ins")
    inserted.append(word.tables[0].rows[1].cells[0].paragraphs[0].runs[0]._r)
    word.tables[0].rows[1].cells[0].paragraphs[0]._p.append(inserted)
    edited = io.BytesIO()
    word.save(edited)
    returned = read_docx(edited.getvalue())
    assert returned.markup == plain.markup
    assert returned.changes == ()
    assert "Changes in the annexes are left out" in returned.notes[0]


def test_the_annex_that_a_statement_asks_for_comes_unasked(record):
    asking = replace(record, annex=ParticipantAnnex.NAMED)
    people = {"Australia": (DelegateFact(facts.HAIGH, "head"),)}

    plain = export.statement(asking)
    named = export.statement(asking, delegates=people)

    assert "Annex: Participants" in plain.html("paper")
    assert "Haigh, First" not in plain.html("paper").split("Annex:")[1]
    assert "Ms Kathryn Haigh, First" in named.html("paper").split("Annex:")[1]
    assert named.render("json") == plain.render("json")
    assert plain.render("docx")


@pytest.mark.django_db
def test_delegates_are_named_to_those_who_log_in_alone():
    meeting = MeetingFactory()
    person = DelegateFactory(attendance__meeting=meeting).person
    statement = StatementFactory(
        meetings=[meeting], annex="named", state="published", published_on="2025-12-10"
    )
    page = reverse("meetings:statement-document", args=[statement.slug, "html"])

    told = {
        user: client.get(page).content.decode()
        for user, client in (
            ("delegate", logged_in(UserFactory())),
            ("public", Client()),
        )
    }

    assert person.name in told["delegate"]
    assert person.name not in told["public"]
    assert "Annex: Participants" in told["public"]


@pytest.mark.django_db
def test_page_and_command_take_annexes(tmp_path):
    rso = logged_in(UserFactory(is_staff=True))
    statement = StatementFactory()
    statement.meetings.add(MeetingFactory())
    page = reverse("meetings:statement-document", args=[statement.slug, "html"])

    answer = rso.get(f"{page}?annex=participants&annex=agenda")
    told = answer.content.decode()
    path = tmp_path / "statement.html"
    call_command(
        "export_statement",
        statement.slug,
        "--annex=participants",
        "--annex=agenda",
        "--format=html",
        f"--output={path}",
        stderr=io.StringIO(),
    )

    for html in (told, path.read_text()):
        assert "Annex: Participants" in html
        assert "Annex: Agenda" in html
        assert "Annex: Abbreviations" not in html
    assert rso.get(f"{page}?annex=recipes").status_code == 404
