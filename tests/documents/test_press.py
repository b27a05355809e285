"""What a document or a computer can do to the renderer, and what comes of it."""

import shutil
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from meetings.documents import child
from meetings.documents.pdf import RenderError, press, render_pdf
from meetings.documents.pdf.limits import missing_characters, refuse
from meetings.documents.pdf.press import Bounds, Press

from .paper import RECORD, STAMP, TIGHT, matrix, page, rendered

PROJECT = Path(__file__).resolve().parents[2]
PLAIN = page("<h1>Statement</h1><p>All is well.</p>")


@pytest.fixture
def fresh():
    """A renderer of its own, for tests that spoil it."""
    one = Press()
    yield one
    one.stop()


# Refused before it is tried


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<p>" + "Six of them. " * 25_000, "more than 300,000 characters"),
        ("<p>" + "a" * 201, "fits on no line"),
        ("<p>" + "<b>aaaa</b><i>aaaa</i>" * 30, "fits on no line"),
        ("<p>" + "<b>aaa</b>\u00ad" * 60, "fits on no line"),
        ("<p>" + "aaaa\u00a0" * 60, "Put ordinary spaces into it"),
        ("<p>" + "aaaa\u202f<b>aaaa</b>" * 40, "Put ordinary spaces into it"),
        ("<p>" + "aaaa" * 60, "Put spaces into it"),
        ("<p>Zalgo e" + "\u0301" * 11, "more than 10 accents"),
        ("<ul><li>" * 21 + "x", "more than 20 levels deep"),
        ("<div>" * 101 + "x", "nested even deeper"),
        ("<span>" * 300 + "x", "nested even deeper"),
        ("<table>" + ("<tr>" + "<td></td>" * 40 + "</tr>") * 501, "20,000 cells"),
        ("<table><tr><td colspan=1000000>x</table>", "20,000 cells"),
        ("<table><tr>" + "<td rowspan=200 colspan=200>x" * 2, "20,000 cells"),
        ("<p>" + " " * 8_000_000, "far too large"),
        ("<p>สวัสดี</p>", "THAI CHARACTER SO SUA"),
        ("<p>\ud800</p>", "U\\+D800"),
    ],
)
def test_what_cannot_be_printed_well_is_refused_in_words(content, reason):
    with pytest.raises(RenderError, match=reason):
        refuse(page(content))


def test_of_many_strange_characters_ten_are_named():
    strange = "".join(map(chr, range(0x4E00, 0x4E20)))

    with pytest.raises(RenderError) as refusal:
        refuse(page(f"<p>{strange}</p>"))

    assert "“一” (CJK UNIFIED IDEOGRAPH-4E00)" in str(refusal.value)
    assert "and 22 more. Write them in another way" in str(refusal.value)


@pytest.mark.parametrize("document", ["", "<p>Hello", "<html><title>T</title>"])
def test_a_document_without_language_or_title_is_refused(document):
    with pytest.raises(RenderError, match="no title or does not say its language"):
        refuse(document)


@pytest.mark.parametrize(
    "content",
    [
        "<p>" + "word " * 50_000,
        "<p>" + "a" * 200 + "</p><p>" + "a" * 200 + "</p>",
        "<p>" + "3\u00a0December " * 500,
        "<p>" + ("a" * 150 + " <b>" + "b" * 150 + "</b>\n") * 20,
        "<p>Ấ\u0301\u0308\u0323 x",
        "<p>" + "<br>" * 500 + "<img alt='x' src='y'>" * 500,
        "<ul><li>x</li></ul>" * 50,
        "<table>" + ("<tr>" + "<td></td>" * 40 + "</tr>") * 500 + "</table>",
        "<style>" + "a" * 500 + "</style><p>Türkiye, Đặng, Łódź, café\u0301",
        "</div></p></ul><td colspan='x'>odd but harmless",
    ],
)
def test_what_real_documents_hold_is_not_refused(content):
    refuse(page(content))


def test_coverage_is_that_of_both_families():
    assert missing_characters("Côte d’Ivoire – ●\u00ad\u200b\n") == []
    assert missing_characters("a中b") == ["中"]


# Bounded when it is tried


@pytest.mark.parametrize(
    "content",
    [
        "<div style='display:flex'>" * 20 + "x",
        "<p style='font-size:1e9px'>x</p>",
        "<table>" + ("<tr>" + "<td>x</td>" * 38 + "</tr>") * 500 + "</table>",
        "<style>p { position: fixed }</style>" + "<p>x</p>" * 9_000,
    ],
    ids=["nested boxes", "giant letter", "giant table", "fixed"],
)
def test_a_hostile_document_ends_in_time_and_harms_no_other(content):
    with pytest.raises(RenderError):
        rendered(content, bounds=Bounds(wall=1, cpu=1, memory=1 << 29))

    assert rendered("<h1>Statement</h1>").startswith(b"%PDF-1.7")


def test_too_little_memory_is_an_error_in_words():
    with pytest.raises(RenderError, match="split it into several documents"):
        render_pdf(matrix(), RECORD, STAMP, bounds=Bounds(9, 9, memory=1 << 20))


def test_an_unforeseen_failure_is_named(monkeypatch):
    with pytest.raises(RenderError, match=r"could not be laid out: .*Please report"):
        press._press.print({"html": PLAIN, "record": ""}, TIGHT)


# One warm server


def test_the_server_is_started_once(fresh, monkeypatch):
    monkeypatch.setattr(press, "_press", fresh)
    rendered("<h1>Statement</h1>")
    server = fresh._process.pid
    if sys.platform == "linux":
        assert "libpango" in Path(f"/proc/{server}/maps").read_text()

    for _ in range(3):
        rendered("<h1>Statement</h1>")

    assert fresh._process.pid == server


def test_several_threads_print_at_once():
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: render_pdf(PLAIN, RECORD, STAMP), range(6)))

    assert len(made) == 1


def test_nobody_waits_for_the_document_of_another(fresh, monkeypatch):
    monkeypatch.setattr(press, "_press", fresh)
    unsent, theirs = socket.socketpair()
    with unsent:  # a job that goes on for as long as this is open
        with theirs:
            fresh._hand_over(theirs)
        for _ in range(2):
            assert render_pdf(PLAIN, RECORD, STAMP, bounds=TIGHT).startswith(b"%PDF")


def test_a_server_that_died_or_knows_an_old_stylesheet_is_replaced(fresh, monkeypatch):
    monkeypatch.setattr(press, "_press", fresh)
    rendered("<h1>Statement</h1>")
    fresh._process.kill()
    fresh._process.wait()

    assert render_pdf(PLAIN, RECORD, STAMP).startswith(b"%PDF")

    before = fresh._process.pid
    monkeypatch.setattr(press.place, "edition", lambda: "another")
    assert render_pdf(PLAIN, RECORD, STAMP).startswith(b"%PDF")
    assert fresh._process.pid != before


def test_secrets_stay_in_the_web_process(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "not for the renderer")

    assert "SECRET_KEY" not in child.environment()


def test_a_crowd_is_asked_to_come_back(fresh, monkeypatch):
    monkeypatch.setattr(press, "_press", fresh)
    monkeypatch.setattr(fresh, "_seats", threading.BoundedSemaphore(1))
    fresh._seats.acquire()

    with pytest.raises(RenderError, match="try again in a minute"):
        rendered("<h1>Statement</h1>", bounds=Bounds(wall=0))


# A computer that cannot


def refusal() -> str:
    with pytest.raises(RenderError) as refused:
        render_pdf(PLAIN, RECORD, STAMP)
    return str(refused.value)


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are found otherwise")
def test_a_computer_without_pango_is_told_what_to_install(fresh, monkeypatch, tmp_path):
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"not a library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setattr(press, "_press", fresh)

    problem = refusal()

    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in problem
    assert "brew install pango" in problem
    assert "Pango is missing" in problem
    monkeypatch.delenv("LD_LIBRARY_PATH")
    assert render_pdf(PLAIN, RECORD, STAMP)  # mended, without a restart


def test_a_computer_without_fonts_is_told_what_to_install(fresh, monkeypatch, tmp_path):
    empty = tmp_path / "fonts.conf"
    empty.write_text('<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    monkeypatch.setattr(press, "_press", fresh)

    assert "apt-get install fonts-dejavu-core" in refusal()


def test_a_server_that_dies_at_once_is_told_in_words(fresh, monkeypatch):
    monkeypatch.setattr(child.sys, "executable", shutil.which("false"))
    monkeypatch.setattr(press, "_press", fresh)

    assert "stopped while it started (exit code 1)" in refusal()
