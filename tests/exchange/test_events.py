"""Rows with a column for each event against the meetings of a week."""

from datetime import date

import pytest

from meetings.exchange.limits import UnreadableFileError
from meetings.exchange.planning import plan_of
from meetings.exchange.targets import Meetings
from meetings.models import Attendance, Import, Party
from tests.factories import (
    AttendanceFactory,
    BodyFactory,
    GatheringFactory,
    MeetingFactory,
    PartyFactory,
)

from .plans import import_of, planned, told
from .sheets import lists, text, xlsx
from .test_desk import confirm, page_of, upload


@pytest.fixture
def week(db):
    """The week of December 2025, as far as columns are concerned."""
    week = GatheringFactory(title="Joint week")
    tip, teg = BodyFactory(abbreviation="WG-TIP"), BodyFactory(abbreviation="TEG-RR")
    for title, kind, first, last, bodies in (
        ("11th Annual Meeting of WG-TIP", "annual_meeting", 1, 1, [tip]),
        (
            "Joint Regional Event: Breaking the cycle",
            "regional_event",
            2,
            2,
            [tip, teg],
        ),
        ("Visits to shelters", "site_visit", 3, 3, [tip, teg]),
        ("TEG-RR 8th Annual Meeting", "annual_meeting", 4, 5, [teg]),
    ):
        MeetingFactory(
            title=title,
            kind=kind,
            starts_on=date(2025, 12, first),
            ends_on=date(2025, 12, last),
            bodies=bodies,
            gathering=week,
            city="Manila",
        )
    for name in ("Viet Nam", "Japan", "Fiji"):
        PartyFactory(name=name)
    return week


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("WG-TIP", 1),
        ("WG-TIP AM", 1),
        ("WGTIP 11th", 1),
        ("WG-TIP 1 Dec", 1),
        ("Day 1", 1),
        ("Mon 1/12", 1),
        ("2025-12-02", 2),
        ("TEG-RR 2 Dec", 2),
        ("WG-TIP / TEG-RR regional event", 2),
        ("Tuesday", 2),
        ("Site visit", 3),
        ("Shelters", 3),
        ("TEG-RR", 4),
        ("4–5 December", 4),
        ("Day 5", 4),
        ("Annual Meeting", None),
        ("Manila", None),
        ("Day 6", None),
        ("WG-TIP 4 Dec", None),
        ("Meeting of 3 March 2024", None),
        ("Another event", None),
    ],
)
def test_a_heading_fits_one_meeting_or_is_asked_about(week, heading, day):
    meetings = Meetings(Import(gathering=week))
    rows = text([["Country", heading], ["Japan", "x"]])
    (listing,) = lists(rows, "list.csv", meetings.may_be_named).listings
    (column,) = listing.events

    found = meetings.of_column(column, None)

    assert (found.meeting and found.meeting.starts_on.day) == day
    assert bool(found.doubt) == (day is None)


def test_a_row_becomes_an_attendance_for_each_mark(week):
    plan = planned(
        ["Country", "Level", "WG-TIP AM", "2 Dec", "Site visit", "4 Dec", "5 Dec"],
        ["VIETNAM", "Expert", "x", "SOM (3)", "", "", "x"],
        ["Japan", "", "apologies", "online", "–", "x", "2"],
        ["Fiji", "", "", "", "", "", ""],
        gathering=week,
    )

    assert {
        (write.meeting.starts_on.day, write.party.name): write.values
        for write in plan.writes.attendances.values()
    } == {
        (1, "Viet Nam"): {"presence": "present", "level": "expert"},
        (2, "Viet Nam"): {
            "presence": "present",
            "level": "senior official",
            "delegation_size": 3,
        },
        (4, "Viet Nam"): {"presence": "present", "level": "expert"},
        (1, "Japan"): {"presence": "apologies"},
        (2, "Japan"): {"presence": "present", "mode": "online"},
        (4, "Japan"): {"presence": "present", "delegation_size": 2},
    }
    assert told(plan)[-2:] == [
        ("new", []),
        ("skipped", ["No event is marked: nothing is recorded."]),
    ]


def test_delegates_are_named_at_the_events_they_are_ticked_at(week):
    plan = planned(
        ["Country", "Name", "WG-TIP", "TEG-RR"],
        ["Japan", "Ms ITO Aya", "x", ""],
        ["", "Mr ABE Ken", "x", "x"],
        gathering=week,
    )

    named = sorted(
        (
            plan.writes.attendances[write.attendance].meeting.starts_on.day,
            write.person[1],
        )
        for write in plan.writes.delegates
    )
    assert named == [(1, "abe ken"), (1, "aya ito"), (4, "abe ken")]
    assert len(plan.writes.people) == 2


def test_bad_marks_are_errors_and_the_others_are_read(week):
    plan = planned(
        ["Country", "Attendance", "WG-TIP", "TEG-RR"],
        ["Japan", "", "x", "A"],
        ["Fiji", "Apologies", "x", ""],
        ["Viet Nam", "Apologies", "", ""],
        gathering=week,
    )

    assert told(plan) == [
        ("new", ["No attendance is given: read as present."]),
        (
            "error",
            [
                "No attendance is given: read as present.",
                "TEG-RR: “A” may be apologies or absent: write it out.",
            ],
        ),
        ("error", ["The row reads as apologies, but “WG-TIP” is marked as present."]),
        (
            "skipped",
            [
                "The row reads as apologies: write them in the columns of the events.",
                "No event is marked: nothing is recorded.",
            ],
        ),
    ]


def test_a_party_marked_twice_with_different_words_is_an_error(week):
    plan = planned(
        ["Country", "WG-TIP"],
        ["Japan", "x"],
        ["JAPAN", "apologies"],
        gathering=week,
    )

    assert plan.counts == {"error": 2}
    assert "differ in the attendance" in told(plan)[0][1][-1]


def test_marked_as_absent_removes_nothing(week):
    first = week.meetings.get(starts_on=date(2025, 12, 1))
    AttendanceFactory(meeting=first, party=PartyFactory(name="Nepal"))

    plan = planned(
        ["Country", "WG-TIP"], ["Nepal", "no"], ["Fiji", "x"], gathering=week
    )

    assert told(plan)[0][0] == "unchanged"
    assert "An import removes nothing" in told(plan)[0][1][0]


def test_a_column_nobody_can_place_is_asked_about_and_may_be_left_out(desk, week):
    content = xlsx(
        [
            ["Country", "WG-TIP", "Annual Meeting", "Closing event"],
            ["Japan", "x", "x", None],
            ["Nippon", None, "x", "x"],
        ]
    )
    preview = upload(desk, content, gathering=week.pk)
    target = preview.context["import"]
    html = " ".join(preview.content.decode().split())
    assert "No one meeting fits “Annual Meeting”. Choose it." in html
    assert "Choose above which meeting the column “Annual Meeting” is of." in html
    assert confirm(desk, preview).status_code == 409

    last = week.meetings.get(starts_on=date(2025, 12, 4))
    japan = Party.objects.get(name="Japan")
    answered = desk.post(
        page_of(target, "answer"),
        {
            "sheet-0": "",
            "column-0-0": "",
            "column-0-1": str(last.pk),
            "column-0-2": "out",
            "name-0": str(japan.pk),
            "name-0-key": "nippon",
        },
        follow=True,
    )
    assert answered.context["preview"].questions == 0
    assert confirm(desk, answered).status_code == 200

    rows = Attendance.objects.values_list("meeting__starts_on__day", "party__name")
    assert sorted(rows) == [(1, "Japan"), (4, "Japan")]


def test_a_sheet_of_events_may_be_left_out_whole(desk, week):
    content = xlsx([["Country", "WG-TIP"], ["Japan", "x"]])
    target = upload(desk, content, gathering=week.pk).context["import"]

    page = desk.post(page_of(target, "answer"), {"sheet-0": "out"}, follow=True)

    assert page.context["preview"].counts["skipped"] == 1
    assert 'name="column-0-0"' not in page.content.decode()


def test_for_one_meeting_its_days_are_read_together(week):
    last = week.meetings.get(starts_on=date(2025, 12, 4))
    plan = planned(
        ["Country", "Day 1", "Day 2"],
        ["Japan", "x", ""],
        ["Fiji", "apologies", "x"],
        meeting=last,
    )

    assert [write.values for write in plan.writes.attendances.values()] == [
        {"presence": "present"},
        {"presence": "present"},
    ]


def test_the_table_of_a_week_is_read_for_one_of_its_meetings(week):
    last = week.meetings.get(starts_on=date(2025, 12, 4))
    plan = planned(
        ["Country", "WG-TIP 1 Dec", "Site visit", "TEG-RR 4 Dec"],
        ["Japan", "x", "x", "apologies"],
        ["Fiji", "x", "", ""],
        meeting=last,
    )

    assert [write.values for write in plan.writes.attendances.values()] == [
        {"presence": "apologies"}
    ]
    assert told(plan)[-1] == (
        "skipped",
        ["Marked only in columns that are left out."],
    )
    assert [column.target.out for column in plan.sheets[0].columns] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(("heading", "read"), [("The event", 1), ("1 December", 0)])
def test_a_lone_column_is_of_the_only_meeting_unless_its_day_is_another(
    week, heading, read
):
    last = week.meetings.get(starts_on=date(2025, 12, 4))
    plan = planned(["Country", heading], ["Japan", "x"], meeting=last)

    assert len(plan.writes.attendances) == read


def test_cells_of_other_columns_are_not_kept(week):
    target = import_of(
        text([["Country", "Vegetarian", "WG-TIP 1 Dec"], ["Japan", "yes", "x"]]),
        "list.csv",
        gathering=week,
    )

    assert "yes" not in str(target.lists)


def test_more_marks_than_can_be_looked_at_are_refused():
    heads = [f"Day {n}" for n in range(1, 10)]
    rows = [["Country", *heads], *[["Japan", *["x"] * 9]] * 2_300]

    with pytest.raises(UnreadableFileError, match="more than 20,000 marks"):
        lists(text(rows), "list.csv")


def test_queries_do_not_grow_with_the_columns(week, django_assert_num_queries):
    rows = [["Japan", "x", "x", "x"], ["Fiji", "x", "x", "x"]]
    for columns in (2, 4):
        heads = ["Country", "WG-TIP", "2 Dec", "TEG-RR"][:columns]
        target = import_of(
            text([heads, *(row[:columns] for row in rows)]), "a.csv", gathering=week
        )
        with django_assert_num_queries(6):
            plan_of(target)
