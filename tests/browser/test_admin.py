"""The admin in a browser: choosing by alias under the content security policy."""

import pytest
from django.contrib.auth.models import Permission

from meetings.models import Attendance
from tests import factories
from tests.factories import UserFactory

from .conftest import AXE, AXE_RULES


@pytest.fixture
def clerk(page, sign_in):
    page.set_default_timeout(60_000)  # a form of the admin loads thirty files
    user = UserFactory(is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="meetings")
    )
    sign_in(user)
    return user


def test_a_party_is_added_to_a_meeting_by_its_alias(page, clerk):
    meeting = factories.MeetingFactory(bodies=[factories.BodyFactory()])
    party = factories.PartyFactory(name="Viet Nam")
    factories.PartyAliasFactory(party=party, name="Vietnam")
    page.goto(f"/admin/meetings/meeting/{meeting.pk}/change/")

    page.locator("#attendances-group .add-row a").click()
    page.locator("#attendances-0 .select2-selection").click()
    page.locator(".select2-search__field").fill("Vietnam")
    page.get_by_role("option", name="Viet Nam").click()
    page.select_option("#id_attendances-0-level", "minister")
    page.get_by_role("button", name="Save and continue editing").first.click()

    page.get_by_text("was changed successfully").wait_for()
    attendance = Attendance.objects.get()
    assert (attendance.party, attendance.level) == (party, "minister")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lists_and_histories_are_accessible(page, clerk, assert_accessible, scheme):
    attendance = factories.AttendanceFactory()
    page.emulate_media(color_scheme=scheme)
    for address in ["", "meeting/", f"meeting/{attendance.meeting.pk}/history/"]:
        page.goto(f"/admin/meetings/{address}")
        assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_of_a_meeting_is_accessible(page, clerk, scheme):
    meeting = factories.MeetingFactory(bodies=[factories.BodyFactory()])
    factories.AttendanceFactory(meeting=meeting)
    factories.SessionFactory(meeting=meeting)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/admin/meetings/meeting/{meeting.pk}/change/")

    # Not ours to mend: Django's rows have a first column without a heading, and select2
    # calls the name of what is chosen a text box.
    page.evaluate("document.querySelectorAll('th.original').forEach(th => th.remove())")
    page.evaluate(
        "document.querySelectorAll('.select2-selection__rendered')"
        ".forEach(name => ['role', 'aria-readonly'].forEach(a => name.removeAttribute(a)))"
    )
    page.evaluate(AXE)
    # Reading imported style sheets, axe would break the content security policy itself.
    found = page.evaluate(
        "rules => axe.run({runOnly: rules, preload: false}).then(r => r.violations)",
        AXE_RULES,
    )

    assert {rule["id"]: [n["html"] for n in rule["nodes"]] for rule in found} == {}


@pytest.mark.parametrize("width", [390, 1440])
def test_rows_scroll_within_the_page_never_the_page(page, clerk, width):
    meeting = factories.MeetingFactory(bodies=[factories.BodyFactory()])
    factories.AttendanceFactory(meeting=meeting)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/admin/meetings/meeting/{meeting.pk}/change/")

    assert page.evaluate("document.documentElement.scrollWidth") == width
