"""A programme entered in a browser: by keyboard alone, without scripts, by two people."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from meetings.gather import covering_facts
from meetings.models import Contribution, Meeting, Session
from meetings.statements import compose
from tests import factories

from .conftest import AXE, AXE_RULES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clerk(page, sign_in):
    user = factories.UserFactory(is_staff=True, party=None)
    apps = ("meetings", "workplans")
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label__in=apps)
    )
    sign_in(user)
    return user


@pytest.fixture
def meeting(transactional_db):
    """The 11th meeting of WG-TIP, with an action item to advance and nothing entered."""
    body = factories.BodyFactory(abbreviation="WG-TIP", name="Working Group")
    version = factories.PlanVersionFactory(plan__body=body)
    factories.ActionItemFactory(version=version, number="2.3", text="Train judges")
    for name in ("Australia", "Fiji"):
        party = factories.PartyFactory(name=name)
        factories.PersonFactory(name=f"{name}’s Official", party=party)
    return factories.MeetingFactory(
        title="11th Annual Meeting",
        bodies=[body],
        series=factories.SeriesFactory(),
        number=11,
        starts_on=date(2025, 12, 1),
    )


def address(meeting, name="programme") -> str:
    return reverse(f"admin:meetings_meeting_{name}", args=[meeting.pk])


def assert_accessible(page):
    page.evaluate(AXE)
    # Reading imported style sheets, axe would break the content security policy itself.
    found = page.evaluate(
        "rules => axe.run({runOnly: rules, preload: false}).then(r => r.violations)",
        AXE_RULES,
    )
    assert {rule["id"]: [n["html"] for n in rule["nodes"]] for rule in found} == {}


def press(page, *keys):
    for key in keys:
        if len(key) > 1 and key[0] == "“":
            page.keyboard.type(key[1:-1])
        else:
            page.keyboard.press(key)


def save(page):
    page.get_by_role("button", name="Save the programme").click()
    page.get_by_text("Programme saved").wait_for()


def titles() -> list[str]:
    return [row.title for row in Session.objects.order_by("position", "pk")]


def test_a_programme_is_entered_by_keyboard_and_by_two_people(page, clerk, meeting):
    page.goto(address(meeting))
    page.get_by_role("button", name="Add a session").press("Enter")
    page.locator("input[name$=-title]:focus").wait_for()
    # Enter goes on to the next field.
    press(page, "“National updates”", "Enter", "“Upd”", "Tab", "“their measures”")
    first = page.locator("fieldset.programme-row").first
    first.get_by_label("Party or group").focus()
    press(page, "“Fiji”", "Enter")
    assert page.locator(":focus").get_attribute("list").startswith("people-")
    press(page, "“Fiji’s Official”", "Enter")
    page.get_by_text("Several outcomes, one a line").first.press("Enter")
    page.get_by_label("Outcomes. A line may begin").first.focus()
    press(page, "“a guide”", "Enter", "“Noted: the report”")
    page.get_by_role("button", name="Add a session").press("Enter")
    page.locator("input[name$=-title]:focus").wait_for()
    press(page, "“Scam centres”", "Tab", "“Panel”")
    moved = page.get_by_role("button", name="Move up: New session")
    moved.press("Enter")
    assert moved.evaluate("button => button === document.activeElement")
    assert_accessible(page)
    save(page)

    assert titles() == ["Scam centres", "National updates"]
    spoken = Contribution.objects.get()
    assert (spoken.party.name, spoken.person.name) == ("Fiji", "Fiji’s Official")
    text = compose.markup(compose.compose(covering_facts([meeting.slug])))
    assert "The meeting agreed a guide." in text
    assert "The meeting noted the report." in text
    assert page.get_by_text("The meeting agreed a guide.").is_visible()
    in_every_state_it_is_accessible_and_fits_a_phone(page, meeting)


def in_every_state_it_is_accessible_and_fits_a_phone(page, meeting):
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address(meeting)}?open=all")
    Session.objects.filter(title="Scam centres").update(title="Theirs")
    page.get_by_label("Title").first.fill("Mine")
    page.get_by_label("Person").first.fill("Jane Doe")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert_accessible(page)
    page.get_by_role("button", name="Save the programme").click()
    page.get_by_text("What to mend is written beside it").wait_for()
    assert_accessible(page)
    page.get_by_label("Person").first.fill("")
    page.get_by_role("button", name="Save the programme").click()
    page.get_by_label("the other’s").wait_for()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_label("yours, as it stands below").check()
    save(page)
    assert titles() == ["Mine", "National updates"]

    page.goto(address(meeting, "following"))
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_it_is_entered_and_the_next_meeting_is_planned(plain, meeting):
    for position, title in ((1, "National updates"), (2, "Scam centres")):
        factories.SessionFactory(meeting=meeting, position=position, title=title)
    plain.goto(f"{address(meeting)}?open=all")
    plain.get_by_role("button", name="Move down: National updates").click()
    plain.get_by_label("Person").first.fill("Jane Doe")
    plain.get_by_label("Party or group").first.fill("Australia")
    outcome = plain.get_by_role("group", name="The whole meeting, outcome 1")
    outcome.get_by_label("Kind").select_option("agreed")
    outcome.get_by_label("Text").fill("a guide")
    outcome.get_by_text("Whom it asks").click()
    outcome.get_by_text("Action items that it advanced").first.click()
    outcome.get_by_label("2.3 Train judges").check()
    plain.get_by_role("button", name="Save the programme").click()
    plain.get_by_text("No person of this name is in the record.").first.wait_for()
    plain.get_by_label("Add “Jane Doe” as a new person").check()
    save(plain)

    assert titles() == ["Scam centres", "National updates"]
    assert Contribution.objects.get().person.name == "Jane Doe"
    assert meeting.outcomes.get().action_items.get().number == "2.3"

    plain.goto(address(meeting, "following"))
    plain.get_by_label("First day").fill("2026-11-30")
    plain.get_by_role("button", name="Look again").click()
    plain.get_by_text("no term covers 30 November 2026").wait_for()
    plain.get_by_role("button", name="Make the meeting").click()
    plain.get_by_text("Planned: “12th Annual Meeting”, with 1 session.").wait_for()
    made = Meeting.objects.get(number=12)
    assert [row.title for row in made.sessions.all()] == ["National updates"]
