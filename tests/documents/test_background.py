"""Long documents: begun by one request, fetched by another, whichever process is asked."""

import fcntl
import os
import threading
import time

import pytest
from django.urls import reverse

from meetings.documents import export
from meetings.documents.pdf import Pending, RenderError, background, prepared_pdf
from meetings.documents.pdf.cache import document_key
from tests.conftest import logged_in
from tests.factories import BodyFactory, MeetingFactory, StatementFactory, UserFactory

from .paper import RECORD, STAMP, page

LONG = page("<h1>A long document</h1>")
TOO_MUCH = "This document is too large. Shorten it."


class Maker:
    """Stands in for the renderer: takes as long as the test wants, and keeps count."""

    def __init__(self, shelf):
        self.shelf, self.made, self.problem = shelf, 0, None
        self.may_end = threading.Event()
        self.seconds = None

    def __call__(self, html, record, stamp, *, bounds):
        self.seconds = bounds.wall
        path = self.shelf / f"{document_key(html, record, stamp)}.pdf"
        if not path.exists():
            self.made += 1
            assert self.may_end.wait(5)
            if self.problem:
                raise self.problem
            path.write_bytes(b"%PDF made")
        return path.read_bytes()


@pytest.fixture
def maker(tmp_path, settings, monkeypatch):
    settings.DOCUMENT_CACHE_DIR = tmp_path
    one = Maker(tmp_path)
    monkeypatch.setattr(background, "cached_pdf", one)
    monkeypatch.setattr(background, "PATIENCE", 0)
    yield one
    one.may_end.set()
    settled()


def settled() -> None:
    """Wait until no document is being made."""
    for thread in threading.enumerate():
        if thread.name.endswith(".job"):
            thread.join(5)


def ask():
    return prepared_pdf(LONG, RECORD, STAMP)


def job(shelf):
    return shelf / f"{document_key(LONG, RECORD, STAMP)}.job"


def test_a_document_is_made_once_however_often_it_is_asked_for(maker, tmp_path):
    assert [ask(), ask(), ask()] == [Pending(0, 40)] * 3

    maker.may_end.set()
    settled()

    assert ask() == b"%PDF made"
    assert maker.made == 1
    assert not job(tmp_path).exists()


def test_what_another_process_makes_is_waited_for(maker, tmp_path):
    with job(tmp_path).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        os.utime(held.name, (time.time() - 9,) * 2)

        assert ask().seconds in {9, 10}
        assert maker.made == 0


def test_what_a_process_left_that_died_is_made_again(maker, tmp_path):
    job(tmp_path).touch()

    ask()
    maker.may_end.set()
    settled()

    assert ask() == b"%PDF made"


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (RenderError(TOO_MUCH), TOO_MUCH),
        (ZeroDivisionError(), background.UNFORESEEN),
    ],
)
def test_why_there_is_no_document_is_told_for_a_while(maker, tmp_path, problem, told):
    maker.problem = problem
    ask()
    maker.may_end.set()
    settled()

    for _ in range(2):
        with pytest.raises(RenderError) as refusal:
            ask()
        assert str(refusal.value) == told
    assert maker.made == 1

    os.utime(job(tmp_path), (time.time() - background.REMEMBERED - 1,) * 2)
    maker.problem = None
    ask()
    settled()
    assert ask() == b"%PDF made"


def test_a_quick_failure_is_told_at_once(maker, monkeypatch):
    monkeypatch.setattr(background, "PATIENCE", 5)
    maker.problem = RenderError(TOO_MUCH)
    maker.may_end.set()

    with pytest.raises(RenderError, match=TOO_MUCH):
        ask()


def test_a_document_that_cannot_be_kept_is_not_made_for_ever(maker, tmp_path):
    maker.shelf = tmp_path / "elsewhere"
    maker.shelf.mkdir()
    ask()
    maker.may_end.set()
    settled()

    with pytest.raises(RenderError, match="disk of the server is full"):
        ask()


def test_a_crowd_is_asked_to_come_back(maker, monkeypatch):
    monkeypatch.setattr(background, "_places", threading.BoundedSemaphore(1))
    ask()

    with pytest.raises(RenderError, match="try again in a minute"):
        prepared_pdf(page("<h1>Another</h1>"), RECORD, STAMP)


@pytest.mark.django_db
def test_whoever_asks_for_a_long_document_gets_a_page_until_it_is_there(
    maker, monkeypatch
):
    monkeypatch.setattr(export, "LONG", 0)
    delegate = logged_in(UserFactory())
    address = reverse("meetings:body-attendance", args=[BodyFactory().slug, "pdf"])

    told = delegate.get(address, {"since": 2015})

    assert (told.status_code, told["Refresh"]) == (202, "3")
    assert "It was asked for just now." in told.content.decode()
    assert "more than 40 seconds" in told.content.decode()
    assert f'{address[:-4]}.html?since=2015"' in told.content.decode()

    maker.may_end.set()
    settled()
    made = delegate.get(address, {"since": 2015})
    assert (made.status_code, made.content) == (200, b"%PDF made")

    maker.problem = RenderError(TOO_MUCH)
    delegate.get(address, {"since": 2016})  # it may be told already
    settled()
    failed = delegate.get(address, {"since": 2016})
    assert failed.status_code == 503
    assert TOO_MUCH in failed.content.decode()


@pytest.mark.django_db
def test_what_people_typed_may_take_less_time_than_what_the_record_holds(
    maker, monkeypatch, staff
):
    monkeypatch.setattr(export, "LONG", 0)
    statement = StatementFactory(meetings=[MeetingFactory()])
    address = reverse("meetings:statement-document", args=[statement.slug, "pdf"])

    told = staff.get(address).content.decode()

    assert "more than 14 seconds" in told
    maker.may_end.set()
    settled()
    assert maker.seconds == 14
