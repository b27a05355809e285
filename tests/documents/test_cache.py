"""Documents that were made before: kept while asked for, and never out of date."""

import os
from datetime import UTC, datetime

import pytest

from meetings.documents.pdf import RenderError, cached_pdf, document_key, render_pdf
from meetings.documents.pdf import cache as pdf_cache

from .paper import RECORD, STAMP, page


@pytest.fixture
def folder(settings, tmp_path):
    settings.DOCUMENT_CACHE_DIR = tmp_path / "documents"
    return settings.DOCUMENT_CACHE_DIR


def test_a_document_is_made_once(folder, monkeypatch):
    made = []
    monkeypatch.setattr(
        pdf_cache, "render_pdf", lambda *args, **kw: made.append(args) or b"%PDF"
    )

    for _ in range(3):
        assert cached_pdf("<p>One</p>", RECORD, STAMP) == b"%PDF"
    assert cached_pdf("<p>Two</p>", RECORD, STAMP) == b"%PDF"

    assert len(made) == 2
    assert folder.stat().st_mode & 0o077 == 0


def test_a_failure_is_not_kept(folder):
    with pytest.raises(RenderError):
        cached_pdf("<p>No title</p>", RECORD, STAMP)

    assert not folder.exists()


def test_the_cache_forgets_what_was_not_asked_for_longest(folder, monkeypatch):
    monkeypatch.setattr(pdf_cache, "MAX_BYTES", 25)
    monkeypatch.setattr(pdf_cache, "render_pdf", lambda *args, **kw: b"0123456789")
    for age, text in enumerate(["new", "newer", "newest"]):
        cached_pdf(text, RECORD, STAMP)
        path = folder / f"{document_key(text, RECORD, STAMP)}.pdf"
        os.utime(path, (age, age))
    cached_pdf("newest of all", RECORD, STAMP)

    kept = {path.stem for path in folder.glob("*")}
    assert kept == {
        document_key(text, RECORD, STAMP) for text in ("newest", "newest of all")
    }


def test_without_a_folder_nothing_is_kept(settings):
    settings.DOCUMENT_CACHE_DIR = None

    plain = page("<h1>One</h1>")

    assert cached_pdf(plain, RECORD, STAMP) == render_pdf(plain, RECORD, STAMP)


def test_the_key_depends_on_all_that_shows():
    later = datetime(2026, 1, 1, tzinfo=UTC)
    keys = {
        document_key("a", b"b", STAMP),
        document_key("a", b"c", STAMP),
        document_key("ab", b"", STAMP),
        document_key("a", b"b", later),
    }

    assert len(keys) == 4
    assert document_key("a", b"b", STAMP) == document_key("a", b"b", STAMP)
