"""Documents by their addresses: type, name, cache, and calm refusal."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.documents import export
from meetings.documents.pdf import RenderError
from tests.factories import (
    AttendanceFactory,
    GatheringFactory,
    MeetingFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(monkeypatch):
    """Printing itself has its own tests; here it leaves a note of what it was given."""
    given = []

    def note(html, record, stamp, **bounds):
        given.append(html)
        return b"%PDF-1.7"

    monkeypatch.setattr(export, "cached_pdf", note)
    return given


@pytest.fixture
def addresses(body):
    meeting = MeetingFactory(bodies=[body], gathering=GatheringFactory())
    AttendanceFactory(meeting=meeting)
    statement = StatementFactory(
        meetings=[meeting], state="published", published_on=date(2024, 12, 1)
    )
    return {
        "meeting-attendance": meeting.slug,
        "gathering-attendance": meeting.gathering.slug,
        "body-attendance": body.slug,
        "statement-document": statement.slug,
    }


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        ("pdf", "application/pdf"),
        ("html", "text/html; charset=utf-8"),
        ("json", "application/json"),
    ],
)
def test_each_comes_as_what_its_address_says(
    delegate, addresses, printed, suffix, content_type
):
    for name, slug in addresses.items():
        answer = delegate.get(reverse(f"meetings:{name}", args=[slug, suffix]))

        assert answer.status_code == 200
        assert answer["Content-Type"] == content_type
        assert answer["Content-Disposition"].startswith("inline; filename=")
        assert answer["Content-Disposition"].endswith(f'.{suffix}"')
        assert answer["Cache-Control"] == "private"


def test_a_page_of_a_document_brings_no_style_that_the_policy_would_stop(
    delegate, addresses
):
    for name, slug in addresses.items():
        page = delegate.get(reverse(f"meetings:{name}", args=[slug, "html"]))

        assert "<style" not in page.content.decode()
        assert "css/document.css" in page.content.decode()


def test_a_pdf_that_cannot_be_made_is_answered_in_a_sentence(
    delegate, addresses, monkeypatch
):
    def fail(*args, **bounds):
        raise RenderError("The text layout library Pango is missing.")

    monkeypatch.setattr(export, "cached_pdf", fail)

    for name, slug in addresses.items():
        answer = delegate.get(reverse(f"meetings:{name}", args=[slug, "pdf"]))

        assert answer.status_code == 503
        assert "The text layout library Pango is missing." in answer.content.decode()


def test_the_years_of_a_matrix_are_those_of_the_address(delegate, body, printed):
    for year in (2019, 2021, 2023):
        MeetingFactory(bodies=[body], starts_on=date(year, 5, 1), title=f"In {year}")
    address = reverse("meetings:body-attendance", args=[body.slug, "json"])

    told = delegate.get(address, {"since": 2020, "until": 2022}).json()

    assert [meeting["title"] for meeting in told["meetings"]] == ["In 2021"]
    assert (told["since"], told["until"]) == (2020, 2022)


@pytest.mark.parametrize(
    "query", ["since=abc", "since=2024&until=2020", "until=99999999999999999999"]
)
def test_years_that_make_no_sense_are_marked_beside_the_field(delegate, body, query):
    address = reverse("meetings:body-attendance", args=[body.slug, "pdf"])

    answer = delegate.get(f"{address}?{query}", follow=True)

    assert answer.redirect_chain == [(f"/bodies/{body.slug}/attendance/?{query}", 302)]
    assert answer.context["period_form"].errors
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/meetings/none/attendance.pdf",
        "/gatherings/none/attendance.pdf",
        "/bodies/none/attendance.pdf",
        "/bodies/none/attendance/",
        "/statements/none.pdf",
        "/statements/none.docx",
    ],
)
def test_what_is_not_there_is_not_found(delegate, address):
    assert delegate.get(address).status_code == 404
