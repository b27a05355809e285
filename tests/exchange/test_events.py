"""One sheet with a column for each event: marks read, columns matched with meetings."""

from datetime import date

import pytest

from meetings.exchange import cells
from meetings.exchange.columns import names_event
from meetings.exchange.limits import UnreadableFileError
from meetings.exchange.marks import Mark, mark
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

from .sheets import lists, text, xlsx
from .test_desk import confirm, page_of, upload
from .test_planning import import_of, planned, told


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("x", Mark("present")),
        ("✓", Mark("present")),
        ("Yes", Mark("present")),
        ("1", Mark("present")),
        ("2", Mark("present", size=2)),
        ("3 delegates", Mark("present", size=3)),
        ("0", Mark("absent")),
        ("–", Mark("absent")),
        ("did not attend", Mark("absent")),
        ("Apologies", Mark("apologies")),
        ("regrets", Mark("apologies")),
        ("apologies (minister)", Mark("apologies", level="minister")),
        ("SOM", Mark("present", level="senior official")),
        ("Official level", Mark("present", level="official")),
        ("online", Mark("present", mode="online")),
        ("yes (online)", Mark("present", mode="online")),
        ("x, SOM, 4", Mark("present", level="senior official", size=4)),
        ("2 + online", Mark("present", mode="online", size=2)),
        ("Senior officials - 3 pax", Mark("present", level="senior official", size=3)),
    ],
)
def test_a_mark_is_taken_at_its_word(cell, meant):
    assert mark(cell) == meant


def test_one_is_a_delegate_where_delegates_are_counted():
    assert mark("1", counted=True) == Mark("present", size=1)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("A", "may be apologies or absent"),
        ("r", "may be regrets or registered"),
        ("TBC", "no mark that is known"),
        ("maybe", "no mark that is known"),
        ("Ms SATO Aya", "no mark that is known"),
        ("x (from the embassy)", "no mark that is known"),
        ("yes, no", "says two things at once"),
        ("apologies; present", "says two things at once"),
        ("minister/expert", "says two things at once"),
        ("absent (online)", "says two things at once"),
        ("2, 3", "says two things at once"),
        ("5000", "more than can be right"),
        ("-1", "no mark that is known"),
        ("-3", "no mark that is known"),
        ("3.5", "no mark that is known"),
        ("=1+1", "no mark that is known"),
        ("#REF!", "no mark that is known"),
        ("()", "no mark that is known"),
        ("x" * 200, "no mark that is known"),
    ],
)
def test_a_mark_that_cannot_be_taken_at_its_word_is_doubted(cell, why):
    with pytest.raises(cells.DoubtError, match=why):
        mark(cell)


@pytest.mark.parametrize(
    ("heading", "whether"),
    [
        ("Site visit", True),
        ("Day 2", True),
        ("Mon", True),
        ("1 Dec", True),
        ("December 4–5", True),
        ("2025-12-01", True),
        ("Visa", False),
        ("Vegetarian", False),
        ("E-mail", False),
        ("No.", False),
        ("", False),
    ],
)
def test_a_heading_names_an_event_or_not(heading, whether):
    assert names_event(heading) is whether


def test_columns_of_marks_are_kept_and_no_others():
    (found,) = lists(
        text(
            [
                ["No.", "Country", "Visa", "Mon 1 Dec", "Tue 2 Dec", "Passport", "Wed"],
                ["1", "Japan", "yes", "x", "2", "TR123456", "Ms Ito"],
                ["2", "Fiji", "no", "", "1", "K9", "Mr Two"],
                ["", "Total", "", "1", "3", "", ""],
            ]
        ),
        "list.csv",
    ).listings

    assert [(each.heading, each.counted) for each in found.events] == [
        ("Mon 1 Dec", False),
        ("Tue 2 Dec", True),
    ]
    assert [entry.marks for entry in found.entries[:2]] == [("x", "2"), ("", "1")]
    assert found.entries[2].skipped.startswith("A total")
    assert found.unread == ("No.", "Visa", "Passport", "Wed")


def test_headings_on_two_lines_and_an_empty_corner_are_read():
    (found,) = lists(
        xlsx(
            [
                ["Attendance of the week", None, None, None],
                [None, "WG-TIP", None, "TEG-RR"],
                [None, "Day 1", "Day 2", "Day 4"],
                ["Japan", "x", None, "x"],
                ["Fiji", None, "x", None],
            ]
        )
    ).listings

    headings = [each.heading for each in found.events]
    assert headings == ["WG-TIP Day 1", "WG-TIP Day 2", "TEG-RR Day 4"]
    assert [entry.party for entry in found.entries] == ["Japan", "Fiji"]


def test_the_headings_of_events_may_go_on_below_the_others():
    (found,) = lists(
        text(
            [
                ["Country", "WG-TIP", "", "TEG-RR", "E-mail"],
                ["", "1 Dec", "2 Dec", "4–5 Dec", ""],
                ["Japan", "x", "x", "x", "aya@example.org"],
            ]
        ),
        "list.csv",
    ).listings

    headings = [each.heading for each in found.events]
    assert headings == ["WG-TIP 1 Dec", "WG-TIP 2 Dec", "TEG-RR 4–5 Dec"]
    assert [(entry.row, entry.party) for entry in found.entries] == [(3, "Japan")]
    assert found.unread == ("E-mail",)


def test_marks_below_headings_that_name_no_meeting_are_pointed_out():
    (found,) = lists(
        text([["Country", "Alpha", "Beta"], ["Japan", "x", ""], ["Fiji", "", "x"]]),
        "list.csv",
    ).listings

    assert found.events == ()
    (remark,) = found.remarks
    assert remark.startswith("The columns “Alpha”, “Beta” hold marks")


def test_names_below_an_event_are_pointed_out():
    (found,) = lists(
        text([["Country", "Site visit"], ["Japan", "Ms Ito Aya"]]), "list.csv"
    ).listings

    assert found.events == ()
    assert found.remarks[0].startswith("“Site visit” names an event, but most")


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
