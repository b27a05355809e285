"""An old statement read, corrected and saved in a browser, by keyboard alone."""

import pytest
from django.urls import reverse

from meetings.models import Attendance, Meeting, Party
from tests.factories import BodyFactory, MembershipFactory, PartyFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """Working Group on Trafficking
Co-Chair Statement
Suva, Fiji, 1 December 2025

The Working Group on Trafficking met in Suva, Fiji, on 1 December 2025 for its 11th Annual
Meeting, chaired by Fiji. It was attended by 3 members (Fiji, Japan, Samoa and Freedonia)
and the Friends of the Sea. Japan was represented by a minister.
"""
FARTHEST = 120
"""Presses of the tab key within which a field must be reached."""


@pytest.fixture
def world(transactional_db):
    """A body with one member; Samoa is misprinted for Tonga in the text."""
    body = BodyFactory(
        name="Working Group on Trafficking", abbreviation="WG", short_name="WG"
    )
    for name in ("Fiji", "Japan", "Samoa", "Tonga"):
        party = PartyFactory(name=name, running_name=name)
        MembershipFactory(body=body, party=party)
    return body


@pytest.fixture
def desk(page):
    return Keyboard(page)


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, page):
        self.page = page
        self.keys = page.keyboard

    def go(self, label, role="textbox"):
        """Tab on until a field of that name has the focus."""
        field = self.page.get_by_role(role, name=label, exact=True).first
        for _ in range(FARTHEST):
            if field.evaluate("element => element === document.activeElement"):
                return field
            self.keys.press("Tab")
        pytest.fail(f"{label} is not reached by keyboard.")

    def write(self, label, words, role="combobox"):
        self.go(label, role)
        self.keys.press("Control+a")
        self.keys.type(words)

    def choose(self, label, option):
        """Choose as browsers let one: by typing the first letters of an option."""
        field = self.go(label, "combobox")
        self.keys.type(option)
        chosen = field.evaluate("element => element.selectedOptions[0].text")
        assert chosen.startswith(option), chosen

    def press(self, name):
        self.go(name, "button")
        with self.page.expect_navigation():
            self.keys.press("Enter")


def test_a_statement_is_read_corrected_and_saved_by_keyboard(
    page, sign_in, world, desk, assert_accessible
):
    sign_in(UserFactory(is_staff=True, is_superuser=True, party=None))
    page.goto(reverse("admin:meetings_meeting_read"))
    assert_accessible(page)
    desk.go("Text of the statement:")
    page.keyboard.insert_text(TEXT)
    desk.press("Read it")

    # Every proposal stands beside its words, and every doubt is told.
    doubts = page.get_by_role("region", name="Look at these first")
    assert doubts.get_by_text("The text says 3 and lists 4.").is_visible()
    assert doubts.get_by_text("The record does not know this name.").count() == 2
    row = page.get_by_role("row").filter(has_text="Samoa")
    assert row.get_by_role("link", name="Doubt 2").is_visible()
    assert page.get_by_label("Level: Japan").input_value() == "minister"
    assert_accessible(page)
    assert not Meeting.objects.exists()

    # Nothing is saved while anything is wrong; what was typed stays.
    desk.write("Party: Samoa", "Tunga")
    desk.press("Save all this")
    assert page.get_by_text("The record knows no party of this name.").is_visible()
    assert page.get_by_label("Party: Samoa").input_value() == "Tunga"
    assert_accessible(page)
    assert not Meeting.objects.exists()

    desk.choose("Kind:", "Annual meeting")
    desk.write("Number in the series:", "", role="spinbutton")
    page.keyboard.press("Delete")
    desk.go("Take: Fiji", "checkbox")
    page.keyboard.press("Space")
    desk.write("Party: Samoa", "Tonga")
    desk.choose("Level: Samoa", "Expert")
    desk.choose("Capacity: Samoa", "Civil society")
    desk.choose("Or record it as a new party", "State")
    desk.press("Save all this")

    meeting = Meeting.objects.get()
    assert (meeting.title, meeting.city) == ("11th Annual Meeting", "Suva")
    assert sorted(
        Attendance.objects.values_list("party__name", "level", "capacity_override")
    ) == [
        ("Freedonia", "", ""),
        ("Japan", "minister", ""),
        ("Tonga", "expert", "civil_society"),
    ]
    assert Party.objects.get(name="Freedonia").unverified


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_of_reading_is_wider_than_the_screen(page, sign_in, world, width):
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(UserFactory(is_staff=True, is_superuser=True, party=None))
    page.goto(reverse("admin:meetings_meeting_read"))
    page.get_by_label("Text of the statement").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="The meeting").wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
