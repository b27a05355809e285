"""An old statement read in the admin: looked through first, saved all at once."""

from datetime import date
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Attendance, Meeting, Party, Session
from tests import factories
from tests.conftest import logged_in

PAGE = reverse("admin:meetings_meeting_read")
TEXT = """Working Group on Trafficking
Co-Chair Statement
Manila, Philippines, 1 December 2025

The Working Group on Trafficking held its 11th Annual Meeting in Manila, the
Philippines, on 1 December 2025.

The meeting was attended by:
- 2 WG-TIP members (Australia and Japan);
- 2 Bali Process observers (the Philippines and Fiji).
"""


@pytest.fixture
def world(body):
    """Two states, of which only Australia is a member."""
    for name in ("Australia", "Japan", "Philippines"):
        factories.PartyFactory(name=name, running_name=name)
    australia = Party.objects.get(name="Australia")
    factories.MembershipFactory(body=body, party=australia)
    return body


def _posted(response) -> dict:
    """What the page's form posts when nothing is touched, the text as browsers send it."""
    context = response.context
    data = {
        "step": "save",
        "fingerprint": context["fingerprint"],
        "text": context["text"].replace("\n", "\r\n"),
    }
    for form in context["forms"].every:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                data[field.html_name] = (
                    [getattr(each, "pk", each) for each in value]
                    if isinstance(value, list)
                    else getattr(value, "pk", value)
                )
    return data


def _read(client, text=TEXT):
    return client.post(PAGE, {"text": text})


def _number(response, name: str) -> int:
    rows = [row.party.name for row, *_ in response.context["rows"]]
    return rows.index(name)


def test_what_is_read_stands_beside_its_words(staff, world):
    response = _read(staff)
    page = unescape(response.content.decode())

    assert [row.party.name for row, *_ in response.context["rows"]] == [
        "Australia",
        "Japan",
        "Philippines",
    ]
    assert "<q>2 WG-TIP members (Australia and Japan)</q>" in page
    assert "By the record: Other" in page  # of Japan, which is no member of anything
    assert Meeting.objects.count() == Attendance.objects.count() == 0


def test_saving_creates_the_meeting_with_its_attendance(staff, superuser, world):
    data = _posted(_read(staff)) | {"kind": "annual_meeting", "number": ""}
    response = staff.post(PAGE, data)

    meeting = Meeting.objects.get()
    assert response.url == reverse("admin:meetings_meeting_change", args=[meeting.pk])
    assert meeting.starts_on == date(2025, 12, 1)
    assert list(meeting.bodies.all()) == [world]
    assert meeting.attendances.count() == 3
    assert meeting.history.first().history_user == superuser


def test_the_capacity_in_the_text_is_kept_only_where_ticked(staff, world):
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    for name in ("Japan", "Australia"):  # of Australia, text and record agree
        data[f"row-{_number(shown, name)}-override"] = "on"
    staff.post(PAGE, data)

    [row] = Attendance.objects.exclude(capacity_override="")
    assert (row.party.name, row.capacity_override) == ("Japan", "member")
    assert row.override_reason == "As the statement of December 2025 lists it."


def test_unticked_rows_stay_out(staff, world):
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    del data[f"row-{_number(shown, 'Japan')}-take"]
    staff.post(PAGE, data)

    assert not Attendance.objects.filter(party__name="Japan").exists()
    assert Attendance.objects.count() == 2


def test_an_unknown_name_is_asked_about(staff, world):
    shown = _read(staff)
    assert [row.quote.words for row in shown.context["proposal"].unknown] == ["Fiji"]

    party = factories.PartyFactory()
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    staff.post(PAGE, data | {"unknown-0-party": party.pk})
    assert Attendance.objects.filter(party=party).exists()


def test_a_meeting_that_is_there_keeps_what_it_says(staff, world):
    meeting = factories.MeetingFactory(
        city="Pasay", starts_on=date(2025, 12, 1), bodies=[world]
    )
    there = factories.AttendanceFactory(
        meeting=meeting,
        party=Party.objects.get(name="Japan"),
        level="expert",
    )
    title = meeting.title
    staff.post(PAGE, _posted(_read(staff)) | {"into": meeting.pk, "number": ""})

    meeting.refresh_from_db()
    there.refresh_from_db()
    assert (meeting.city, meeting.title, there.level) == ("Pasay", title, "expert")
    assert meeting.country.name == "Philippines"
    assert meeting.attendances.count() == 3


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": ""}, "This field is required"),
        ({"number": "11"}, "A number needs the series it counts in."),
        ({"ends_on": "2025-11-30"}, "A meeting cannot end before it begins."),
        ({"unknown-0-party": "999999"}, "not one of the available choices"),
    ],
)
def test_one_mistake_and_nothing_is_saved(staff, world, wrong, words):
    data = _posted(_read(staff)) | {"kind": "annual_meeting", "number": ""} | wrong
    response = staff.post(PAGE, data)

    assert words in unescape(response.content.decode())
    assert Meeting.objects.count() == Attendance.objects.count() == 0


def test_names_that_changed_since_are_read_again(staff, world):
    data = _posted(_read(staff)) | {"kind": "annual_meeting", "number": ""}
    factories.PartyFactory(name="Fiji", running_name="Fiji")
    response = staff.post(PAGE, data)

    assert b"It has been read again" in response.content
    assert Meeting.objects.count() == 0


def test_sections_become_sessions_when_ticked(staff, world):
    text = (
        TEXT + "\nOpening\n\nThe Co-Chairs opened the meeting and thanked the host.\n"
    )
    shown = _read(staff, text)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    if not shown.context["forms"].sections:
        pytest.fail("No section was read.")
    last = len(shown.context["forms"].sections) - 1
    data |= {f"section-{last}-take": "on", f"section-{last}-kind": "opening"}
    staff.post(PAGE, data)

    session = Session.objects.get()
    assert (session.title, session.summary) == ("Opening", "")


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({}, b"Paste a text or choose a file"),
        ({"text": "x" * 400_001}, b"at most 400000"),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, b"not allowed"),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04 no")}, b"errorlist"),
        ({"file": SimpleUploadedFile("a.txt", b"")}, b"empty"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(staff, posted, words):
    response = staff.post(PAGE, posted)

    assert response.status_code == 200
    assert words in response.content


def test_a_file_is_read_as_well(staff, world):
    file = SimpleUploadedFile("statement.txt", TEXT.encode())
    response = staff.post(PAGE, {"file": file})

    assert len(response.context["rows"]) == 3


def test_a_text_that_says_nothing_proposes_nothing(staff):
    response = _read(staff, "Lorem ipsum.")

    assert response.context["rows"] == []
    assert b"No list of those present was found" in response.content


def test_whoever_may_not_enter_meetings_may_not_read(db):
    user = factories.UserFactory(is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["view_meeting", "add_meeting"])
    )
    client = logged_in(user)

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"text": TEXT}).status_code == 403


def test_as_many_queries_for_three_as_for_one(staff, world):
    _read(staff)
    counts = []
    for names in ("Japan", "Japan, Australia and Philippines"):
        text = TEXT.replace("2 WG-TIP members (Australia and Japan)", f"({names})")
        with CaptureQueriesContext(connection) as queries:
            _read(staff, text)
        counts.append(len(queries))

    assert counts[0] == counts[1]
