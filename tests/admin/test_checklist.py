"""What is missing for a statement, on the pages of meetings and weeks."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission

from meetings.models import Session
from tests import factories

from .forms import address

LINK = re.compile(r'<li><a href="([^"]+)">[^<]*</a>: ([^<]*)</li>')


@pytest.fixture
def week(body):
    """A week with a meeting of which almost nothing is known."""
    gathering = factories.GatheringFactory()
    person = factories.PersonFactory()
    factories.ChairTermFactory(body=body, party=person.party, person=person)
    meeting = factories.MeetingFactory(bodies=[body], gathering=gathering, city="")
    for position in (2, 1):
        factories.SessionFactory(
            meeting=meeting, position=position, title=f"No {position}"
        )
    return gathering


def _links(client, record) -> dict[str, str]:
    page = client.get(address(record, "change", record.pk)).content.decode()
    return {words: link for link, words in LINK.findall(page)}


def test_every_gap_links_to_the_page_and_part_to_mend(staff, week):
    meeting = week.meetings.get()
    links = _links(staff, meeting)
    page = address(meeting, "change", meeting.pk)
    person = week.meetings.get().bodies.get().chair_terms.get().person

    grid = address(meeting, "attendance", meeting.pk)
    assert links.pop("no attendance is recorded.") == grid
    assert 'id="grid"' in staff.get(grid).content.decode()
    assert links["no city is recorded."] == f"{page}#id_city"
    assert links["no title is recorded on the day."] == (
        f"{address(person, 'change', person.pk)}#appointments-group"
    )
    for link in links.values():
        where, part = link.split("#")
        assert f'id="{part}"' in staff.get(where).content.decode()


def test_a_session_is_found_by_its_place_in_the_agenda(staff, week):
    page = staff.get(address(week, "change", week.pk)).content.decode()
    for session in Session.objects.all():
        programme = address(session.meeting, "programme", session.meeting.pk)
        link = f"{programme}?open={session.pk}#session-{session.pk}"
        assert f'<a href="{link}">{session.meeting}, {session.title}</a>' in page


def test_a_week_tells_what_its_meetings_lack(staff, week):
    assert "no attendance is recorded." in _links(staff, week)


def test_whole_when_nothing_is_missing(staff, body):
    person = factories.PersonFactory()
    factories.AppointmentFactory(person=person)
    factories.ChairTermFactory(body=body, party=person.party, person=person)
    meeting = factories.MeetingFactory(
        bodies=[body], kind="site_visit", country=factories.PartyFactory()
    )
    factories.AttendanceFactory(meeting=meeting)

    page = staff.get(address(meeting, "change", meeting.pk)).content.decode()
    assert "Nothing: a statement can be composed in full." in page


def test_a_new_record_has_no_checklist(staff):
    meeting = factories.MeetingFactory.build()

    assert b"checklist" not in staff.get(address(meeting, "add")).content


def test_a_week_without_meetings_says_so(staff):
    week = factories.GatheringFactory()
    page = staff.get(address(week, "change", week.pk)).content.decode()

    assert "nothing to write a statement on" in page


def test_the_history_of_a_record_still_opens(staff, week):
    meeting = week.meetings.get()
    meeting.starts_on = meeting.ends_on = date(2024, 11, 20)
    meeting.save()
    version = meeting.history.last().pk

    page = staff.get(address(meeting, "simple_history", meeting.pk, version))
    assert page.status_code == 200


def test_only_pages_that_one_may_open_are_linked(client, week):
    viewer = factories.UserFactory(is_staff=True)
    viewer.user_permissions.set(
        Permission.objects.filter(codename__in=["view_meeting", "view_gathering"])
    )
    client.force_login(viewer)
    meeting = week.meetings.get()

    for record in (week, meeting):
        page = client.get(address(record, "change", record.pk)).content.decode()
        assert "no attendance is recorded." in page
        links = _links(client, record).values()
        assert f"{address(meeting, 'change', meeting.pk)}#id_city" in links
        assert {client.get(link).status_code for link in links} == {200}
