"""The recording desk's safeguards in a browser, by keyboard: nothing is lost unseen."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from balitrack.staff import RSO_STAFF
from meetings.models import Attendance, Meeting, Party
from tests import factories

from .conftest import AXE, AXE_RULES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rso(page, sign_in):
    """A member of the group that staff of the office are in, with nothing more."""
    page.set_default_timeout(60_000)  # a form of the admin loads thirty files
    user = factories.UserFactory(is_staff=True, party=None, username="retno")
    user.groups.add(Group.objects.get(name=RSO_STAFF))
    sign_in(user)
    return user


def assert_accessible(page):
    """On a laptop and a phone, in the light and in the dark."""
    page.evaluate(AXE)
    for scheme, width in (("light", 1280), ("dark", 390)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(400)  # colours of links change gradually
        # Reading imported style sheets, axe would break the content security policy.
        found = page.evaluate(
            "rules => axe.run({runOnly: rules, preload: false}).then(r => r.violations)",
            AXE_RULES,
        )
        assert {rule["id"]: [n["html"] for n in rule["nodes"]] for rule in found} == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def press(page, name: str, key: str = "Enter"):
    """Reach a link or button by tabulator, as a keyboard does, and press it."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(e => e.ariaLabel || e.value || e.innerText || '')(document.activeElement)"
        )
        if focused.strip() == name:
            page.keyboard.press(key)
            return
    raise AssertionError(f"“{name}” cannot be reached by keyboard on {page.url}")


def heading(page) -> str:
    return page.locator("#content > h1").inner_text()


def test_two_versions_are_decided_between_and_an_earlier_one_is_gone_back_to(page, rso):
    meeting = factories.MeetingFactory(city="Bangkok", theme="")
    row = factories.AttendanceFactory(
        meeting=meeting, party__name="Fiji", note="On time"
    )
    gone = factories.AttendanceFactory(meeting=meeting, party__name="Tonga")
    url = reverse("admin:meetings_meeting_change", args=[meeting.pk])
    page.goto(url)
    page.fill("#id_city", "Manila")
    page.fill("#id_theme", "Typed by hand")

    Meeting.objects.update(city="Hanoi")
    Attendance.objects.filter(pk=row.pk).update(note="Late")
    gone.delete()
    page.locator("#id_city").press("Enter")
    page.get_by_text("Nothing has been saved yet").wait_for()
    assert_accessible(page)
    table = page.get_by_role("row", name="City")
    assert table.inner_text().split() == ["City", "Bangkok", "Hanoi", "Manila"]
    assert "Theme: empty → Typed by hand" in page.locator("#content").inner_text()
    page.get_by_label("City, theirs: Hanoi").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("City, mine: Manila").is_checked()
    press(page, "Save as chosen above")
    page.get_by_text("was changed successfully").wait_for()
    meeting.refresh_from_db()
    assert (meeting.city, meeting.theme) == ("Manila", "Typed by hand")
    assert [*meeting.attendances.values_list("note", flat=True)] == ["Late"]

    page.goto(reverse("admin:meetings_meeting_history", args=[meeting.pk]))
    assert_accessible(page)
    page.get_by_role("row", name="Created").first.get_by_role("link").press("Enter")
    page.get_by_text("Go back to this version").first.wait_for()
    assert_accessible(page)
    page.get_by_label("Why?").press_sequentially("the wrong week")
    page.keyboard.press("Enter")
    page.get_by_text("Went back to the version of").wait_for()
    meeting.refresh_from_db()
    assert (meeting.city, meeting.theme) == ("Bangkok", "")

    page.goto(url)
    page.fill("#id_city", "Jakarta")
    meeting.delete()
    page.locator("#id_city").press("Enter")
    page.get_by_text("was deleted").first.wait_for()
    assert_accessible(page)
    press(page, "Mine: enter it again as a new record")
    page.get_by_text("was added successfully").wait_for()
    assert Meeting.objects.get().city == "Jakarta"
    page.goto(reverse("admin:deleted"))
    assert_accessible(page)


def test_what_awaits_is_found_verified_and_merged(page, rso):
    one = factories.PartyFactory(name="Viet Nam", unverified=True)
    two = factories.PartyFactory(name="Vietnam", unverified=True)
    body = factories.BodyFactory()
    factories.ChairTermFactory(body=body, party=one)
    meeting = factories.MeetingFactory(bodies=[body])
    factories.AttendanceFactory(meeting=meeting, party=one, level="expert")
    factories.AttendanceFactory(meeting=meeting, party=two, level="minister")
    factories.StatementFactory(meetings=[meeting], state="with_co_chairs")

    page.goto(reverse("admin:index"))
    assert_accessible(page)
    page.get_by_role("link", name="1 Seats whose clearance is awaited").press("Enter")
    page.get_by_text("no account speaks for it yet").wait_for()
    assert_accessible(page)

    page.goto(reverse("admin:index"))
    page.get_by_role("link", name="2 Parties").press("Enter")
    page.get_by_label("Select this object for an action - Viet Nam").press("Space")
    page.get_by_label("Action:").select_option("mark_verified")
    page.get_by_role("button", name="Go").press("Enter")
    page.get_by_label("How was it confirmed?").press_sequentially("by letter")
    assert heading(page) == "Mark as verified"
    assert_accessible(page)
    page.keyboard.press("Enter")
    page.get_by_text("Marked as verified: 1.").wait_for()

    page.goto(reverse("admin:meetings_party_change", args=[one.pk]))
    page.get_by_role("link", name="Merge with another…").press("Enter")
    page.get_by_role("heading", name="Called nearly the same").wait_for()
    assert_accessible(page)

    page.goto(reverse("admin:meetings_party_changelist"))
    for name in ("Viet Nam", "Vietnam"):
        page.get_by_label(
            f"Select this object for an action - {name}", exact=True
        ).press("Space")
    page.get_by_label("Action:").select_option("merge_two")
    page.get_by_role("button", name="Go").press("Enter")
    page.get_by_text("not decided").wait_for()
    assert_accessible(page)
    page.get_by_label("Keep Vietnam at").press("Space")
    press(page, "Show what would happen then")
    page.get_by_role("button", name="Merge Vietnam into Viet Nam").wait_for()
    assert_accessible(page)
    press(page, "Merge Vietnam into Viet Nam")
    page.get_by_text("Merged “Vietnam” into “Viet Nam”.").wait_for()
    assert Attendance.objects.get().level == "minister"
    assert Party.objects.get() == one

    page.goto(reverse("admin:meetings_party_delete", args=[one.pk]))
    page.get_by_text("other records depend on it").wait_for()
    assert_accessible(page)
    page.goto(
        reverse("admin:meetings_statement_delete", args=[meeting.statements.get().pk])
    )
    assert_accessible(page)
