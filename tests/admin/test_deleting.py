"""What was changed while a deletion was being confirmed is shown before anything goes."""

import re
from html import unescape

import pytest
from django.utils.timezone import now

from meetings.admin.rivals.tables import unsign
from meetings.admin.unseen import going, seal
from meetings.models import Attendance, Meeting, User
from tests import factories

from .forms import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return factories.MeetingFactory(city="Bangkok", starts_on="2024-03-01")


def confirming(page) -> dict[str, list[str]]:
    """What the button of a page that asks about a deletion posts."""
    (form,) = re.findall(
        r'<form method="post">.*?Delete</button>', page.content.decode(), re.DOTALL
    )
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form):
        found.setdefault(name, []).append(unescape(value))
    return found


def text(page) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.content.decode())).split())


def test_what_was_changed_and_added_meanwhile_is_shown_and_asked_about(staff, meeting):
    row = factories.AttendanceFactory(meeting=meeting, level="official")
    url = address(meeting, "delete", meeting.pk)
    data = confirming(staff.get(url))
    other = factories.PartyFactory(name="Fiji")
    factories.AttendanceFactory(meeting=meeting, party=other)
    Meeting.objects.filter(pk=meeting.pk).update(
        city="Jakarta", country=other, ends_on="2024-03-09"
    )
    Attendance.objects.filter(pk=row.pk).update(level="minister")

    page = staff.post(url, data)
    told = text(page)
    assert page.status_code == 409
    assert "City: Bangkok → Jakarta" in told
    assert "Country: empty → Fiji" in told
    assert "→ 9 March 2024" in told
    assert "Level of representation: Official → Minister" in told
    assert "Attendance “Fiji at" in told
    assert "Nothing was deleted yet" in told

    assert staff.post(url, confirming(page)).status_code == 302
    assert not Meeting.objects.exists()


def test_what_went_meanwhile_is_in_nobodys_way(staff, meeting):
    row = factories.AttendanceFactory(meeting=meeting)
    url = address(meeting, "delete", meeting.pk)
    data = confirming(staff.get(url))
    row.delete()

    assert staff.post(url, data).status_code == 302


@pytest.mark.parametrize("seen", [{}, {"seen": "nonsense"}])
def test_a_page_that_does_not_say_what_it_showed_deletes_nothing(staff, meeting, seen):
    url = address(meeting, "delete", meeting.pk)

    page = staff.post(url, {"post": "yes"} | seen)

    assert page.status_code == 409
    assert "confirm once more" in text(page)
    assert staff.post(url, confirming(page)).status_code == 302


def test_many_at_once_are_asked_about_like_one(staff, meeting):
    other = factories.MeetingFactory(city="Bali")
    url = address(meeting, "changelist")
    chosen = {"action": "delete_selected", "_selected_action": [meeting.pk, other.pk]}
    data = confirming(staff.post(url, chosen))
    Meeting.objects.filter(pk=other.pk).update(city="Jakarta")

    page = staff.post(url, data)
    assert page.status_code == 409
    assert "City: Bali → Jakarta" in text(page)
    assert Meeting.objects.count() == 2

    assert staff.post(url, confirming(page)).status_code == 302
    assert not Meeting.objects.exists()


def test_a_log_in_meanwhile_is_no_change_and_no_secret_is_in_the_page(staff):
    account = factories.UserFactory(email="anna@example.org")
    url = address(account, "delete", account.pk)
    data = confirming(staff.get(url))
    User.objects.filter(pk=account.pk).update(password="other", last_login=now())

    values = unsign(data["seen"][0])["meetings.user"][str(account.pk)]
    assert values["email"] == "anna@example.org"
    assert "password" not in values
    assert staff.post(url, data).status_code == 302


@pytest.mark.parametrize("size", [1, 3])
def test_looking_costs_as_much_for_three_rows_as_for_one(
    meeting, size, django_assert_num_queries
):
    factories.AttendanceFactory.create_batch(size, meeting=meeting)

    with django_assert_num_queries(14):
        seal(going([meeting]))
