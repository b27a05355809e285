"""An auditor finds the old value of every field, and who put the new one in its place."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests import factories
from tests.factories import UserFactory

from .forms import address, posted


def history(staff, record) -> str:
    page = staff.get(address(record, "history", record.pk)).content.decode()
    return " ".join(page.split())


def change(staff, record, **values):
    url = address(record, "change", record.pk)
    response = staff.post(url, posted(staff.get(url)) | values)
    assert response.status_code == 302


def test_of_a_field_of_the_record(staff, superuser):
    meeting = factories.MeetingFactory(city="Bangkok")

    change(staff, meeting, city="Manila")

    page = history(staff, meeting)
    assert "<strong>City:</strong> Bangkok → Manila" in page
    assert superuser.username in page


def test_of_a_field_of_one_of_its_rows(staff, superuser):
    attendance = factories.AttendanceFactory(party__name="Tonga", level="official")

    change(staff, attendance.meeting, **{"attendances-0-level": "minister"})

    page = history(staff, attendance.meeting)
    assert '<th scope="row">Tonga</th>' in page
    assert "<strong>Level of representation:</strong> Official → Minister" in page or (
        "<strong>Level of representation:</strong> official → minister" in page
    )
    assert page.count(superuser.username) >= 2


def test_of_a_row_that_was_deleted(staff):
    alias = factories.PartyAliasFactory(name="Vietnam")

    change(staff, alias.party, **{"aliases-0-DELETE": "on"})

    page = history(staff, alias.party)
    assert '<th scope="row">Vietnam</th>' in page
    assert "Deleted" in page


@pytest.mark.parametrize("size", [1, 3])
def test_asks_as_much_for_three_rows_as_for_one(staff, size, django_assert_num_queries):
    meeting = factories.MeetingFactory()
    for _ in range(size):
        row = factories.AttendanceFactory(meeting=meeting)
        row.level = "minister"
        row.save()
    url = address(meeting, "history", meeting.pk)
    staff.get(url)

    with django_assert_num_queries(12):
        staff.get(url)


def test_goes_back_to_what_was(staff):
    meeting = factories.MeetingFactory(city="Bangkok")
    change(staff, meeting, city="Manila")
    first = meeting.history.earliest()
    url = address(meeting, "simple_history", meeting.pk, first.pk)

    form = staff.get(url).context["adminform"].form
    data = {
        field.html_name: field.value() for field in form if field.value() is not None
    }
    staff.post(url, data)

    meeting.refresh_from_db()
    assert meeting.city == "Bangkok"


def test_who_may_only_look_cannot_go_back(db):
    meeting = factories.MeetingFactory(city="Bangkok")
    meeting.city = "Manila"
    meeting.save()
    viewer = UserFactory(is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_meeting"))
    client = Client()
    client.force_login(viewer)
    url = address(meeting, "simple_history", meeting.pk, meeting.history.earliest().pk)

    response = client.get(url)
    assert response.status_code == 200
    fields = response.context["adminform"].form.fields.values()
    assert all(field.disabled for field in fields)
    assert client.post(url, {"city": "Bangkok"}).status_code == 403
    meeting.refresh_from_db()
    assert meeting.city == "Manila"


def test_a_statement_never_goes_back(staff):
    statement = factories.StatementFactory()
    url = address(statement, "simple_history", statement.pk, statement.history.get().pk)

    assert staff.get(url).status_code == 200
    assert staff.post(url, {"title": "Other"}).status_code == 403
