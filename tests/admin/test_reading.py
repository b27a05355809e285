"""An old statement read in the admin: looked through first, saved all at once."""

from datetime import date
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.models import (
    Attendance,
    ChairTerm,
    Meeting,
    Party,
    Person,
    Session,
)
from tests import factories
from tests.conftest import logged_in
from tests.statements.malformed import FILES, ODD

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
    assert page.count('<span class="doubt">In the text: ') == 2
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


def test_a_capacity_is_overridden_only_where_it_is_chosen_and_another(staff, world):
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    for name in ("Japan", "Australia"):  # of Australia, text and record agree
        data[f"row-{_number(shown, name)}-capacity"] = "member"
    data[f"row-{_number(shown, 'Philippines')}-capacity"] = "civil_society"
    staff.post(PAGE, data)

    rows = Attendance.objects.exclude(capacity_override="").order_by("party__name")
    assert [
        (row.party.name, row.capacity_override, row.override_reason) for row in rows
    ] == [
        ("Japan", "member", "As the statement of December 2025 lists it."),
        (
            "Philippines",
            "civil_society",
            "Corrected by hand when the statement of December 2025 was read.",
        ),
    ]


def test_a_misread_party_is_corrected_by_any_of_its_names(staff, world):
    vanuatu = factories.PartyFactory(name="Vanuatu", abbreviation="VU")
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    staff.post(PAGE, data | {f"row-{_number(shown, 'Japan')}-party": " vu "})

    assert {row.party for row in Attendance.objects.all()} == {
        vanuatu,
        *Party.objects.filter(name__in=["Australia", "Philippines"]),
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Atlantis", "The record knows no party of this name."),
        ("", "Name the party, or leave it out."),
        ("Australia", "This party is named twice: leave one out."),
        ("Twin", "This is a name of Castor and Pollux: write which one it is."),
    ],
)
def test_a_party_that_is_none_is_told_of_beside_its_row(staff, world, words, told):
    for name in ("Castor", "Pollux"):
        factories.PartyFactory(name=name, running_name="Twin")
    shown = _read(staff)
    data = _posted(shown) | {"kind": "annual_meeting", "number": ""}
    row = f"row-{_number(shown, 'Japan')}"
    data |= {f"{row}-party": words, f"{row}-capacity": "member"}
    response = staff.post(PAGE, data)

    page = unescape(response.content.decode())
    assert told in page
    assert f'name="{row}-party" id="id_{row}-party" value="{words}"' in page
    assert Meeting.objects.count() == Attendance.objects.count() == 0
    del data[f"{row}-take"]
    staff.post(PAGE, data)
    assert Attendance.objects.count() == 2


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
    told = {"unknown-0-party": party.name, "unknown-0-remember": "on"}
    staff.post(PAGE, data | told | {"unknown-0-level": "minister"})
    assert Attendance.objects.get(party=party).level == "minister"
    assert [alias.name for alias in party.aliases.all()] == ["Fiji"]


def test_an_unknown_name_is_recorded_as_a_new_party(staff, world):
    data = _posted(_read(staff)) | {"kind": "annual_meeting", "number": ""}
    told = {"unknown-0-kind": "state", "unknown-0-name": "Fiji"}
    staff.post(PAGE, data | told | {"sources": "http://example.org/statement"})

    party = Party.objects.get(name="Fiji")
    assert (party.kind, party.slug, party.unverified) == ("state", "fiji", True)
    assert party.sources == "http://example.org/statement"
    assert Attendance.objects.filter(party=party).exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"unknown-0-party": "Japan"}, "Either choose a party above or record a new"),
        ({"unknown-0-name": ""}, "A new party needs its list name."),
        ({"unknown-0-name": "Japan"}, "already exists"),
    ],
)
def test_a_new_party_that_is_none_is_told_of(staff, world, wrong, words):
    data = _posted(_read(staff)) | {"kind": "annual_meeting", "number": ""}
    response = staff.post(PAGE, data | {"unknown-0-kind": "state"} | wrong)

    assert words in unescape(response.content.decode())
    assert not Party.objects.filter(name="Fiji").exists()
    assert Meeting.objects.count() == Attendance.objects.count() == 0


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
        ({"unknown-0-party": "Atlantis"}, "The record knows no party of this name."),
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
    assert response.context["forms"].meeting["kind"].value() == "annual_meeting"
    assert Meeting.objects.count() == 0


CHAIRED = TEXT.replace(
    "in Manila, the\nPhilippines,",
    "in Manila, the Philippines, co-chaired by Ms Eka Dewi, Director of Visas of Japan, "
    "and Australia,",
)


def _chaired(staff, body, **changed):
    data = _posted(_read(staff, CHAIRED)) | {"kind": "annual_meeting", "number": ""}
    for number in (0, 1):
        data |= {f"chair-{number}-take": "on", f"chair-{number}-body": body.pk}
    response = staff.post(PAGE, data | changed)
    return unescape(response.content.decode())


def test_co_chairs_are_recorded_for_the_days_when_ticked(staff, world):
    staff.post(
        PAGE,
        _posted(_read(staff, CHAIRED)) | {"kind": "annual_meeting", "number": ""},
    )
    assert ChairTerm.objects.count() == Person.objects.count() == 0

    factories.ChairTermFactory(
        body=world, party=Party.objects.get(name="Australia"), since=None, until=None
    )
    _chaired(staff, world)

    [term] = ChairTerm.objects.filter(party__name="Japan")
    day = date(2025, 12, 1)
    assert (term.since, term.until, term.unverified) == (day, day, True)
    assert (term.body, term.person.name) == (world, "Eka Dewi")
    assert term.person.appointment_on(day).title == "Director of Visas of Japan"
    assert ChairTerm.objects.filter(party__name="Australia").count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"chair-0-party": "Atlantis"}, "The record knows no party of this name."),
        ({"chair-0-body": ""}, "Choose the body that they chaired."),
        ({"chair-0-person": ""}, "A title needs the person who holds it."),
    ],
)
def test_a_chair_that_cannot_be_recorded_is_told_of(staff, world, changed, words):
    assert words in _chaired(staff, world, **changed)
    assert Meeting.objects.count() == ChairTerm.objects.count() == 0
    assert Person.objects.count() == 0


def test_a_chair_of_a_meeting_without_days_is_not_recorded(staff, world):
    planned = factories.MeetingFactory(
        status="planned", starts_on=None, ends_on=None, bodies=[world]
    )
    no_days = {"into": planned.pk, "starts_on": "", "ends_on": ""}

    assert "The meeting needs its first day" in _chaired(staff, world, **no_days)
    assert ChairTerm.objects.count() == Attendance.objects.count() == 0


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


@pytest.mark.parametrize("names", ["Japan", "Japan, Australia and Philippines"])
def test_as_many_queries_for_three_as_for_one(
    staff, world, names, django_assert_num_queries
):
    text = TEXT.replace("2 WG-TIP members (Australia and Japan)", f"({names})")
    _read(staff, text)

    with django_assert_num_queries(19):
        _read(staff, text)


def test_odd_texts_and_files_are_shown_or_refused_and_nothing_is_saved(staff, world):
    names = ["a hundred thousand brackets", "brackets in brackets", "zeros", "one line"]
    names += ["a very long word", "turned around", "a script", "accents upon accents"]
    posted = [{"text": ODD[name]} for name in [*names, "nothing", "tabs", "labels"]]
    posted += [
        {"file": SimpleUploadedFile(name, FILES[name])}
        for name in ("zeros.txt", "old.docx", "short.docx", "sheet.docx", "text.pdf")
    ]
    for each in posted:
        response = staff.post(PAGE, each)
        assert response.status_code == 200
        if "rows" not in response.context:
            assert response.context["form"].errors
    assert b"<script>alert" not in staff.post(PAGE, {"text": ODD["a script"]}).content
    assert Meeting.objects.count() == Attendance.objects.count() == 0
    assert Party.objects.count() == 3
