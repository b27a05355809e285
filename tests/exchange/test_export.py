"""Attendance out of the record, safely, and back in again unchanged."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from meetings.models import Import
from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    DelegateFactory,
    GatheringFactory,
    MeetingFactory,
    MembershipFactory,
    PartyFactory,
    PersonFactory,
    UserFactory,
)

from .test_desk import upload

FORMATS = ["csv", "xlsx"]
NASTY = ["=HYPERLINK(1)", "+1", "-", "@SUM(A1)", "\t=1", "'=1", "plain", "123", "1e5"]


def export(client, file_format, **query):
    address = reverse("admin:meetings_attendance_export", args=[file_format])
    return client.get(address, query)


def table(response, file_format) -> list[dict]:
    if file_format == "csv":
        text = response.content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))
    sheet = load_workbook(io.BytesIO(response.content)).active
    head, *rows = sheet.iter_rows()
    assert all(cell.data_type != "f" for row in rows for cell in row)
    headings = [cell.value for cell in head]
    return [
        dict(
            zip(
                headings,
                ["" if cell.value is None else str(cell.value) for cell in row],
                strict=True,
            )
        )
        for row in rows
    ]


@pytest.fixture
def week(db):
    """Two meetings with everything that an attendance may have."""
    week = GatheringFactory()
    body = BodyFactory(abbreviation="WG-TIP")
    japan, fiji = PartyFactory(name="Japan"), PartyFactory(name="Fiji")
    MembershipFactory(body=body, party=japan)
    for title in ("First Event", "Second Event"):
        meeting = MeetingFactory(title=title, bodies=[body], gathering=week)
        row = AttendanceFactory(
            meeting=meeting,
            party=japan,
            level="senior official",
            mode="in_person",
            delegation_size=3,
            note=title,
        )
        for name, role in (("Ito Aya", "head"), ("Sato Ken", "adviser")):
            person = japan.people.filter(name=name).first() or PersonFactory(
                party=japan, name=name, honorific="Ms"
            )
            DelegateFactory(attendance=row, person=person, role=role)
        AttendanceFactory(
            meeting=meeting,
            party=fiji,
            presence="apologies",
            capacity_override="bali_process_observer",
            override_reason="By invitation",
        )
    return week


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_export_has_a_line_for_each_delegate_or_delegation(desk, week, file_format):
    rows = table(export(desk, file_format), file_format)

    assert [(row["Meeting"], row["Delegation"], row["Name"]) for row in rows] == [
        ("First Event", "Fiji", ""),
        ("First Event", "Japan", "Ito Aya"),
        ("First Event", "Japan", "Sato Ken"),
        ("Second Event", "Fiji", ""),
        ("Second Event", "Japan", "Ito Aya"),
        ("Second Event", "Japan", "Sato Ken"),
    ]
    assert rows[1] == {
        "Meeting": "First Event",
        "First day": "2024-11-19",
        "Delegation": "Japan",
        "Capacity on the day": "Member of a convening body",
        "Attendance": "Present",
        "Level": "Senior official",
        "Mode": "In person",
        "Number of delegates": "3",
        "Honorific": "Ms",
        "Name": "Ito Aya",
        "Role": "Head of delegation",
        "Capacity set by hand": "",
        "Reason for capacity": "",
        "Note": "First Event",
    }


@pytest.mark.parametrize("file_format", FORMATS)
def test_what_was_exported_comes_back_unchanged(desk, week, file_format):
    content = export(desk, file_format).content

    response = upload(desk, content, f"attendance.{file_format}", gathering=week.pk)

    preview = response.context["preview"]
    assert [(row.outcome.status.value, row.outcome.notes) for row in preview.rows] == [
        ("unchanged", [])
    ] * 6
    assert not preview.plan.is_ready
    assert Import.objects.count() == 1


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("note", NASTY)
def test_no_text_is_executed_and_each_comes_back(desk, db, file_format, note):
    row = AttendanceFactory(
        note=note.strip(), party=PartyFactory(name="=cmd|' /C calc'!A0")
    )

    content = export(desk, file_format)
    (line,) = table(content, file_format)

    for value in line.values():
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    back = upload(desk, content.content, f"a.{file_format}", meeting=row.meeting.pk)
    assert [each.outcome.status.value for each in back.context["preview"].rows] == [
        "unchanged"
    ]


def test_an_export_is_what_the_list_shows(desk, week):
    first = week.meetings.get(title="First Event")

    one = table(export(desk, "csv", meeting__id__exact=first.pk), "csv")
    present = table(export(desk, "csv", presence__exact="present", q="Japan"), "csv")
    all_of_week = table(
        export(desk, "csv", meeting__gathering__id__exact=week.pk), "csv"
    )

    assert {row["Meeting"] for row in one} == {"First Event"}
    assert {row["Delegation"] for row in present} == {"Japan"}
    assert len(all_of_week) == 6


def test_an_address_that_filters_by_nonsense_leads_to_the_list(desk, week):
    assert export(desk, "csv", presence__exact="present", p="x").status_code == 200
    assert export(desk, "csv", meeting__id__exact="x").status_code == 302


def test_other_formats_and_other_people_get_nothing(desk, week):
    assert export(desk, "xls").status_code == 404
    delegate, staff = Client(), Client()
    delegate.force_login(UserFactory())
    staff.force_login(UserFactory(is_staff=True, party=None))

    assert export(delegate, "csv").status_code == 302
    assert export(staff, "csv").status_code == 403


@pytest.mark.parametrize("many", [1, 4])
def test_queries_of_an_export_do_not_grow(desk, many, django_assert_num_queries):
    for _ in range(many):
        row = AttendanceFactory()
        DelegateFactory(attendance=row)

    with django_assert_num_queries(19):
        export(desk, "csv")
