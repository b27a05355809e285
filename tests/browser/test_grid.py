"""The attendance grid in a browser: by keyboard, by paste, on a phone, without scripts."""

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from meetings.models import Attendance
from tests import factories

from .conftest import AXE, AXE_RULES, settle

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clerk(page, sign_in):
    user = factories.UserFactory(is_staff=True, party=None)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="meetings")
    )
    sign_in(user)
    return user


@pytest.fixture
def week(transactional_db):
    """Two events of a body with three members."""
    body = factories.BodyFactory(abbreviation="WG-TIP")
    gathering = factories.GatheringFactory()
    for day in (1, 2):
        factories.MeetingFactory(
            bodies=[body], gathering=gathering, starts_on=date(2025, 12, day)
        )
    for name in ("Australia", "Indonesia", "Viet Nam"):
        party = factories.PartyFactory(name=name)
        factories.MembershipFactory(body=body, party=party)
    return gathering


def address(record) -> str:
    name = f"admin:meetings_{record._meta.model_name}_attendance"
    return reverse(name, args=[record.pk])


def assert_accessible(page):
    settle(page)
    page.evaluate(AXE)
    # Reading imported style sheets, axe would break the content security policy itself.
    found = page.evaluate(
        "rules => axe.run({runOnly: rules, preload: false}).then(r => r.violations)",
        AXE_RULES,
    )
    assert {rule["id"]: [n["html"] for n in rule["nodes"]] for rule in found} == {}


def save(page):
    page.get_by_role("button", name="Save the attendance").click()
    page.get_by_text("Attendance saved").wait_for()


def marks() -> Counter:
    return Counter(
        Attendance.objects.values_list("party__name", "meeting__starts_on", "presence")
    )


def test_cells_are_marked_by_keyboard_alone(page, clerk, week):
    page.goto(address(week))
    page.get_by_label("Australia, WG-TIP 1 Dec").focus()
    for key in ("p", "ArrowRight", "a", "ArrowDown", "Space", "ArrowDown", "P"):
        page.keyboard.press(key)

    totals = page.locator("[data-counts]").all_inner_texts()
    assert totals == ["2", "2", "0", "1"]
    save(page)
    first, second = date(2025, 12, 1), date(2025, 12, 2)
    assert marks() == Counter(
        [
            ("Australia", first, "present"),
            ("Australia", second, "apologies"),
            ("Indonesia", second, "present"),
            ("Viet Nam", first, "present"),
            ("Viet Nam", second, "present"),
        ]
    )


def test_enter_in_the_field_for_a_party_adds_its_row(page, clerk, week):
    factories.PartyFactory(name="Nepal")
    page.goto(address(week))
    page.get_by_label("Add a party").fill("nepal")
    page.keyboard.press("Enter")

    page.get_by_label("Nepal, WG-TIP 1 Dec").wait_for()


def test_without_scripts_names_are_added_and_the_grid_is_saved(plain, week):
    factories.PartyFactory(name="Nepal")
    plain.goto(address(week))
    plain.get_by_label("Australia, WG-TIP 1 Dec").select_option("present")
    plain.get_by_label("Add a party").fill("Nepal")
    plain.keyboard.press("Enter")  # presses the first button, which only looks
    plain.get_by_text("1 member (Australia)").wait_for()
    plain.get_by_label("Add a party").fill("Nepal")
    plain.get_by_role("button", name="Add a row").click()
    plain.get_by_label("Nepal, WG-TIP 2 Dec").select_option("apologies")
    save(plain)

    assert marks() == Counter(
        [
            ("Australia", date(2025, 12, 1), "present"),
            ("Nepal", date(2025, 12, 2), "apologies"),
        ]
    )


def test_the_grid_is_accessible_in_each_of_its_states(page, clerk, week):
    page.goto(address(week))
    for summary in page.locator("summary").all():
        summary.click()
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)

    page.get_by_label("Names, one a line").fill("Australia\nAtlantis")
    page.get_by_role("button", name="Mark the names").click()
    page.get_by_role("heading", name="Who is meant?").wait_for()
    page.get_by_label("Indonesia: number of delegates").fill("many")
    page.get_by_role("button", name="Save the attendance").click()
    page.get_by_role("link", name="Atlantis").wait_for()
    assert_accessible(page)
    page.emulate_media(color_scheme="light")
    assert_accessible(page)


def test_a_dispute_is_shown_in_the_cell_and_is_accessible(page, clerk, week):
    page.goto(address(week))
    meeting = week.meetings.order_by("starts_on").first()
    party = meeting.bodies.get().memberships.first().party
    factories.AttendanceFactory(meeting=meeting, party=party, presence="apologies")
    page.get_by_label("Australia, WG-TIP 1 Dec").select_option("present")
    page.get_by_role("button", name="Save the attendance").click()

    page.get_by_label("yours: Present").wait_for()
    assert_accessible(page)
    page.get_by_label("yours: Present").check()
    save(page)
    assert Attendance.objects.get().presence == "present"


def test_the_table_scrolls_and_the_page_does_not(page, clerk, week):
    page.goto(address(week))
    for width in (390, 1366):
        page.set_viewport_size({"width": width, "height": 768})

        assert page.evaluate("document.documentElement.scrollWidth") == width
