"""Lists as spreadsheets: the same rows as their pages, for the same eyes."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    GatheringFactory,
    MeetingFactory,
    MembershipFactory,
    OutcomeFactory,
    PartyFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


def table(browser, address, **asked) -> list[dict]:
    answer = browser.get(address, asked)
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    if address.endswith(".csv"):
        text = answer.content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))
    head, *rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows()
    assert all(cell.data_type != "f" for row in rows for cell in row)
    headings = [cell.value for cell in head]
    return [
        dict(zip(headings, [cell.value for cell in row], strict=True)) for row in rows
    ]


@pytest.fixture
def week(body):
    """A meeting of which every column says something, in a week of its own."""
    body.abbreviation = "WG-TIP"
    body.save()
    meeting = MeetingFactory(
        slug="full",
        title="=HYPERLINK(1)",
        bodies=[body],
        gathering=GatheringFactory(slug="week"),
        series=SeriesFactory(name="Annual"),
        number=9,
        city="Đà Nẵng",
        country=PartyFactory(name="Viet Nam"),
        starts_on=date(2024, 5, 2),
        ends_on=date(2024, 5, 3),
        unverified=True,
    )
    fiji = PartyFactory(name="Fiji", slug="fiji")
    MembershipFactory(body=body, party=fiji)
    AttendanceFactory(
        meeting=meeting, party=fiji, level="minister", mode="online", delegation_size=3
    )
    AttendanceFactory(
        meeting=meeting, party=PartyFactory(name="Tonga"), presence="apologies"
    )
    OutcomeFactory(
        meeting=meeting, kind="requested", text="a report", due_on=date(2025, 1, 2)
    ).asked_of.add(fiji)
    return meeting


def test_meetings_as_their_list_has_them_and_narrows_them(delegate, week):
    MeetingFactory.create_batch(26, title="Else")

    (told,) = table(delegate, "/meetings.xlsx", body="wg-tip", q="nẵng") or [None]

    assert len(table(delegate, "/meetings.csv")) == 27
    assert told == {
        "First day": datetime(2024, 5, 2),  # noqa: DTZ001 as Excel has days
        "Last day": datetime(2024, 5, 3),  # noqa: DTZ001
        "Precision of the dates": "Days are known",
        "Meeting": "'=HYPERLINK(1)",
        "Kind": week.get_kind_display(),
        "Series": "Annual",
        "Number": 9,
        "Bodies": "WG-TIP",
        "City": "Đà Nẵng",
        "Country": "Viet Nam",
        "Format": week.get_format_display() or None,
        "Status": "Held",
        "Delegations": 1,
        "Attendance list": "Complete",
        "Unverified": "Yes",
    }


def test_outcomes_as_their_list_has_them(delegate, week):
    OutcomeFactory(text="else")

    (told,) = table(delegate, "/outcomes.csv", asked_of="fiji")

    assert len(table(delegate, "/outcomes.xlsx")) == 2
    assert told == {
        "First day": "2024-05-02",
        "Meeting": "'=HYPERLINK(1)",
        "Bodies": "WG-TIP",
        "Kind": "Requested",
        "Outcome": "a report",
        "Asked of": "Fiji",
        "Due": "2025-01-02",
        "State afterwards": "Not tracked",
        "Unverified": "",
    }


@pytest.mark.parametrize(
    "address", ["/meetings/full/", "/gatherings/week/", "/bodies/wg-tip/"]
)
def test_attendance_of_a_meeting_a_week_and_a_body(delegate, week, address):
    page = "attendance/" if "bodies" in address else ""
    shown = delegate.get(f"{address}{page}").content.decode()
    present, absent = table(delegate, f"{address}attendance.csv")

    assert f"{address}attendance.xlsx" in shown
    assert present == {
        "First day": "2024-05-02",
        "Last day": "2024-05-03",
        "Meeting": "'=HYPERLINK(1)",
        "Bodies": "WG-TIP",
        "Attendance list": "Complete",
        "Party": "Fiji",
        "Abbreviation": "",
        "Kind": "State",
        "Capacity on the day": "Member of a convening body",
        "Reason for capacity": "",
        "Attendance": "Present",
        "Level": "Minister",
        "Mode": "Online",
        "Delegates": "3",
    }
    assert (absent["Party"], absent["Attendance"]) == ("Tonga", "Apologies")
    assert len(table(delegate, f"{address}attendance.xlsx")) == 2


def test_what_is_hidden_is_in_no_file(delegate, staff, body):
    party = PartyFactory(name="Atlantis")
    quiet = MeetingFactory(
        title="Quiet", bodies=[body], attendance_visibility="secretariat"
    )
    secret = MeetingFactory(title="Secret", bodies=[body], visibility="secretariat")
    for meeting in (quiet, secret):
        AttendanceFactory(meeting=meeting, party=party)
    OutcomeFactory(meeting=MeetingFactory(content_visibility="secretariat"))

    rows = {row["Meeting"]: row for row in table(delegate, "/meetings.csv")}
    matrix = table(delegate, f"/bodies/{body.slug}/attendance.csv")

    assert "Secret" not in rows
    assert (rows["Quiet"]["Delegations"], rows["Quiet"]["Attendance list"]) == (
        "",
        "Withheld",
    )
    assert [(row["Meeting"], row["Party"]) for row in matrix] == [("Quiet", "")]
    assert table(delegate, "/outcomes.csv") == []
    assert delegate.get(f"/meetings/{secret.slug}/attendance.csv").status_code == 404
    assert len(table(staff, f"/bodies/{body.slug}/attendance.csv")) == 2


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/meetings.csv?year_from=soon", "/meetings/?year_from=soon"),
        ("/outcomes.xlsx?kind=none", "/outcomes/?kind=none"),
        (
            "/bodies/wg-tip/attendance.csv?since=abc",
            "/bodies/wg-tip/attendance/?since=abc",
        ),
    ],
)
def test_nonsense_is_answered_on_the_page(delegate, address, page):
    BodyFactory(slug="wg-tip")

    assert delegate.get(address).url == page


@pytest.mark.parametrize("size", [1, 3])
def test_queries(delegate, size, django_assert_num_queries):
    for _ in range(size):
        meeting = MeetingFactory(
            bodies=BodyFactory.create_batch(size), series=SeriesFactory()
        )
        AttendanceFactory.create_batch(size, meeting=meeting)
        for outcome in OutcomeFactory.create_batch(size, meeting=meeting):
            outcome.asked_of.add(*PartyFactory.create_batch(size))

    with django_assert_num_queries(4):
        delegate.get("/meetings.csv")
    with django_assert_num_queries(6):
        delegate.get("/outcomes.csv")


def test_a_letter_that_excel_does_not_have_is_left_out(delegate):
    MeetingFactory(title="Third\x0bmeeting")

    assert table(delegate, "/meetings.xlsx")[0]["Meeting"] == "Thirdmeeting"
