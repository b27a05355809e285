"""A whole meeting is entered through its one form, and all of it or nothing is saved."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Attendance, Meeting, Session
from tests import factories

from .forms import address, errors, posted, with_rows


@pytest.fixture
def body(db):
    return factories.BodyFactory(abbreviation="WG-TIP")


def add_form(staff, **values):
    data = posted(staff.get(address(Meeting, "add")))
    return (
        data
        | {
            "title": "Eleventh Annual Meeting",
            "slug": "wgtip-11",
            "kind": "annual_meeting",
            "starts_on": "19/11/2024",
            "ends_on": "20/11/2024",
            "city": "Bangkok",
        }
        | values
    )


def test_a_whole_meeting_is_entered_in_one_go(staff, body):
    member, guest = factories.PartyFactory.create_batch(2)
    factories.MembershipFactory(body=body, party=member)
    data = add_form(staff)
    data = with_rows(
        data, "convenings", {"body": body.pk, "role": "convenes", "position": 0}
    )
    data = with_rows(
        data,
        "attendances",
        {"party": member.pk, "presence": "present", "level": "minister"},
        {"party": guest.pk, "presence": "apologies", "delegation_size": 3},
    )
    data = with_rows(
        data, "sessions", {"position": 1, "title": "Opening", "kind": "opening"}
    )
    data = with_rows(
        data,
        "outcomes",
        {
            "position": 1,
            "kind": "requested",
            "text": "a\r\nreport",
            "asked_of": [member.pk],
            "due_on": "1/2/2025",
        },
    )
    data = with_rows(
        data,
        "documents",
        {
            "title": "Agenda",
            "kind": "agenda",
            "url": "https://example.org/a",
            "visibility": "public",
        },
    )
    data = with_rows(
        data,
        "stated_figures",
        {"of": "participants", "label": "participants", "value": 80},
    )

    response = staff.post(address(Meeting, "add"), data)

    assert response.status_code == 302, errors(response)
    meeting = Meeting.objects.get(slug="wgtip-11")
    assert meeting.starts_on == date(2024, 11, 19)
    assert [row.body for row in meeting.convenings.all()] == [body]
    assert list(
        meeting.attendances.values_list("party", "presence", "level", "delegation_size")
    ) == [
        (member.pk, "present", "minister", None),
        (guest.pk, "apologies", "", 3),
    ]
    assert meeting.sessions.get().title == "Opening"
    assert meeting.outcomes.get().text == "a report"
    assert list(meeting.outcomes.get().asked_of.all()) == [member]
    assert meeting.documents.get().title == "Agenda"
    assert meeting.stated_figures.get().value == 80


def test_sixty_parties_are_entered_and_changed_in_one_go(staff, body):
    parties = factories.PartyFactory.create_batch(60)
    data = add_form(staff)
    rows = [{"party": party.pk, "presence": "present"} for party in parties]
    response = staff.post(
        address(Meeting, "add"), with_rows(data, "attendances", *rows)
    )
    assert response.status_code == 302, errors(response)
    meeting = Meeting.objects.get()

    url = address(meeting, "change", meeting.pk)
    data = posted(staff.get(url)) | {
        "attendances-7-level": "minister",
        "attendances-9-DELETE": "on",
    }
    response = staff.post(url, data)

    assert response.status_code == 302, errors(response)
    assert meeting.attendances.count() == 59
    assert meeting.attendances.filter(level="minister").count() == 1
    assert Attendance.history.filter(history_type="~").count() == 1


def test_capacity_on_the_day_stands_beside_each_party(staff, body):
    forum = factories.BodyFactory(abbreviation="BP")
    meeting = factories.MeetingFactory(bodies=[body], starts_on=date(2024, 11, 19))
    member, late, observer, _charity = (
        factories.AttendanceFactory(meeting=meeting, party=party).party
        for party in [
            factories.PartyFactory(name="A"),
            factories.PartyFactory(name="B"),
            factories.PartyFactory(name="C"),
            factories.PartyFactory(name="D", kind="civil_society"),
        ]
    )
    factories.MembershipFactory(body=body, party=member, until=date(2024, 11, 19))
    factories.MembershipFactory(body=body, party=late, since=date(2024, 11, 20))
    factories.MembershipFactory(body=forum, party=late)
    factories.MembershipFactory(body=forum, party=observer, status="observer")

    response = staff.get(address(meeting, "change", meeting.pk))

    rows = next(
        inline
        for inline in response.context["inline_admin_formsets"]
        if inline.formset.prefix == "attendances"
    )
    shown = {
        row.instance.party.name: rows.opts.capacity(row.instance)
        for row in rows.formset.initial_forms
    }
    assert shown == {
        "A": "Member of a convening body",
        "B": "Bali Process member, as observer",
        "C": "Bali Process observer",
        "D": "Civil society",
    }
    for words in shown.values():
        assert f"<p>{words}</p>" in response.content.decode()


def test_members_of_the_forum_are_members_at_its_conference(staff):
    forum = factories.BodyFactory(abbreviation="BP")
    conference = factories.BodyFactory(abbreviation="MC", members_from=forum)
    attendance = factories.AttendanceFactory(
        meeting=factories.MeetingFactory(bodies=[conference])
    )
    factories.MembershipFactory(body=forum, party=attendance.party)

    response = staff.get(address(attendance, "change", attendance.pk))

    assert "Member of a convening body" in response.content.decode()


def test_nothing_is_half_saved_and_what_was_entered_stays(staff, body):
    party = factories.PartyFactory(name="Tonga")
    data = with_rows(
        add_form(staff, theme="Labour"),
        "attendances",
        {"party": party.pk, "presence": "present", "capacity_override": "member"},
    )

    response = staff.post(address(Meeting, "add"), data)

    assert response.status_code == 200
    assert not Meeting.objects.exists()
    page = response.content.decode()
    assert ">Labour</textarea>" in page.replace("\n", "")
    assert f'<option value="{party.pk}" selected>Tonga</option>' in page


def test_who_is_beaten_to_it_is_told(staff, monkeypatch):
    """A rival who saves between the check and the writing is seen by a second check."""
    factories.MeetingFactory(slug="wgtip-11", title="Rival")
    check, calls = Meeting.validate_unique, []

    def blind_at_first(meeting, exclude=None):
        calls.append(meeting)
        if len(calls) > 1:
            check(meeting, exclude)

    monkeypatch.setattr(Meeting, "validate_unique", blind_at_first)

    response = staff.post(address(Meeting, "add"), add_form(staff))

    assert errors(response) == {"slug": ["Meeting with this Slug already exists."]}
    assert [meeting.title for meeting in Meeting.objects.all()] == ["Rival"]


def test_a_party_that_somebody_else_added_meanwhile_is_told(staff):
    meeting = factories.MeetingFactory()
    url = address(meeting, "change", meeting.pk)
    data = posted(staff.get(url))
    rival = factories.AttendanceFactory(meeting=meeting)
    row = {"party": rival.party.pk, "presence": "present"}

    response = staff.post(url, with_rows(data, "attendances", row))

    assert errors(response) == {
        "attendances-0-party": ["This party is on the list already."]
    }


def test_rows_that_swap_their_parties_are_not_saved_and_not_failed(staff):
    meeting = factories.MeetingFactory()
    first, second = (factories.AttendanceFactory(meeting=meeting) for _ in range(2))
    url = address(meeting, "change", meeting.pk)
    data = posted(staff.get(url))
    data |= {
        "city": "Manila",
        "attendances-0-party": second.party.pk,
        "attendances-1-party": first.party.pk,
    }

    page = staff.post(url, data, follow=True).content.decode()

    assert "Nothing was saved: two rows cannot exchange" in page
    meeting.refresh_from_db()
    assert meeting.city == "Bangkok"
    assert [row.pk for row in meeting.attendances.all()] == [first.pk, second.pk]


def test_saving_sixty_unchanged_parties_writes_none_of_them(staff, body):
    meeting = factories.MeetingFactory(bodies=[body])
    for _ in range(60):
        factories.AttendanceFactory(meeting=meeting)
    url = address(meeting, "change", meeting.pk)
    data = posted(staff.get(url))

    with CaptureQueriesContext(connection) as captured:
        assert staff.post(url, data).status_code == 302

    written = [
        query["sql"]
        for query in captured.captured_queries
        if query["sql"].startswith(("INSERT", "UPDATE"))
        and "attendance" in query["sql"].split("(")[0].split("SET")[0]
    ]
    assert written == []


def test_a_session_and_its_speakers_are_entered_together(staff):
    meeting = factories.MeetingFactory()
    party = factories.PartyFactory()
    dwg = factories.BodyFactory(abbreviation="DWG")
    data = posted(staff.get(address(Session, "add")))
    data |= {"meeting": meeting.pk, "title": "Panel", "kind": "panel", "position": 2}
    data = with_rows(
        data,
        "contributions",
        {
            "position": 1,
            "role": "moderator",
            "party": party.pk,
            "as_role": "co_chair",
            "as_body": dwg.pk,
        },
    )

    response = staff.post(address(Session, "add"), data)

    assert response.status_code == 302, errors(response)
    contribution = Session.objects.get().contributions.get()
    assert (contribution.party, contribution.as_body) == (party, dwg)


def test_outcomes_offer_the_sessions_of_their_meeting_alone(staff):
    session = factories.SessionFactory(title="Ours")
    factories.SessionFactory(title="Theirs")
    factories.OutcomeFactory(meeting=session.meeting, session=session)

    page = staff.get(address(Meeting, "change", session.meeting.pk)).content.decode()

    assert f'<option value="{session.pk}" selected>Ours</option>' in page
    assert "Theirs" not in page
