"""The whole errand of a statement, on the real record of December 2025."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import Attendance, Party, Person, Statement, User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(records):
    """An account for each of the three seats, and one of the RSO."""
    return {
        name: User.objects.create_user(
            username=name.lower(),
            party=Party.objects.get(name=name),
            person=Person.objects.filter(name=official).first(),
        )
        for name, official in (
            ("Australia", "Kathryn Haigh"),
            ("Indonesia", "Caka Alverdi Awal"),
            ("Philippines", ""),
        )
    } | {"RSO": User.objects.create_superuser(username="rso")}


@pytest.fixture
def statement(people):
    return Statement.objects.get(slug="wg-tip-2025-12")


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def write(page, statement, old, new):
    """Replace words of the text in the editor, and save."""
    page.goto(reverse("meetings:statement-edit", args=[statement.slug]))
    for field in page.get_by_role("textbox").all():
        text = field.input_value()
        if old in text:
            field.fill(text.replace(old, new, 1))
            break
    press(page, "Save")


def clear_as(page, sign_in, people, name, statement):
    sign_in(people[name])
    page.goto(statement.get_desk_url())
    press(page, "Clear this text")
    page.get_by_text("Cleared for").wait_for()


def look_around(page, desk, assert_accessible):
    """Go by keyboard from a finding to its words and back, and to what stands beside."""
    finding = page.locator(".finding").first
    finding.get_by_role("link", name="Show it in the text").press("Enter")
    assert page.locator("mark:target").inner_text() == "6"
    page.get_by_role("link", name="Error 1").press("Enter")
    assert page.locator(".finding:target").count() == 1
    passage = page.locator(".passage.has-findings")
    for summary in passage.locator("summary").all():
        summary.press("Enter")
    assert passage.get_by_role("button", name="Use the record’s wording").is_visible()
    assert passage.get_by_role("link", name="Members of WG-TIP").count() == 0
    assert passage.get_by_role("link", name="Attendance of 11th Annual").is_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Compare texts").click()
    page.get_by_role("link", name="The text with what the record composes").click()
    assert page.locator(".differing ins").inner_text() == "6"
    assert_accessible(page)
    page.goto(f"{desk}scope/")
    assert_accessible(page)
    page.goto(desk)


def test_from_draft_to_correction(page, sign_in, people, statement, assert_accessible):
    desk = statement.get_desk_url()
    sign_in(people["Indonesia"])
    page.goto(desk)
    press(page, "Save the composed text")

    write(page, statement, "- 7 civil society", "- 6 civil society")
    finding = page.locator(".finding").first
    assert "6 civil society organisations" in finding.inner_text()
    for name in ("Australian National University", "Samoa Returnees Charitable Trust"):
        assert name in finding.inner_text()
    assert_accessible(page)
    look_around(page, desk, assert_accessible)
    finding.get_by_role("button", name="Write").click()
    page.get_by_text("Nothing in the text is at odds with the record").wait_for()
    expect(page.get_by_text("“6” is now “7”.")).to_be_in_viewport()

    press(page, "Submit to the co-chairs")
    press(page, "Clear this text for Indonesia")
    sign_in(people["Australia"])
    write(page, statement, "A full day", "One full day")
    assert page.get_by_text("Void", exact=True).count() == 1

    for name in ("Australia", "Indonesia", "Philippines"):
        clear_as(page, sign_in, people, name, statement)
    sign_in(people["RSO"])
    page.goto(desk)
    press(page, "Publish")
    page.get_by_text("Edition 1 is published.").wait_for()
    answer = page.request.get(
        reverse("meetings:edition", args=[statement.slug, 1, "pdf"])
    )
    assert answer.body().startswith(b"%PDF")

    Attendance.objects.filter(
        meeting__in=statement.meetings.all(), party__name="Mixed Migration Centre"
    ).delete()
    page.goto(desk)
    assert page.get_by_text("Mixed Migration Centre: no longer recorded.").is_visible()
    page.get_by_label("Why the published text is corrected").fill("It did not attend.")
    press(page, "Begin a correction")
    press(page, "Let untouched passages follow the record")
    assert "6 civil society organisations" in page.locator(".desk-text").inner_text()
    press(page, "Submit to the co-chairs")
    for name in ("Australia", "Indonesia", "Philippines"):
        clear_as(page, sign_in, people, name, statement)
    sign_in(people["RSO"])
    page.goto(desk)
    press(page, "Publish")
    page.get_by_text("Edition 2 is published.").wait_for()

    page.goto(reverse("meetings:edition-detail", args=[statement.slug, 1]))
    assert page.get_by_text("This edition is superseded by").is_visible()
    assert page.get_by_text("It did not attend.").first.is_visible()
    assert_accessible(page)
