"""Sheets to entries: headings, merged cells, names, levels, numbers, days."""

import pytest
from openpyxl import Workbook

from meetings.exchange.asides import is_total
from meetings.exchange.headings import Field, meaning
from meetings.exchange.proposals import Weight

from .sheets import entries, entries_of, lists, saved, text, xlsx


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Country", Field.PARTY),
        (" DELEGATION: ", Field.PARTY),
        ("Country / Organisation", Field.PARTY),
        ("Name of Organization", Field.ORGANISATION),
        ("State", Field.PARTY),
        ("Full name (as in passport)", Field.PERSON),
        ("Title/Position", Field.TITLE),
        ("Surname", Field.FAMILY_NAME),
        ("Level", Field.LEVEL),
        ("Role", Field.ROLE),
        ("Attendance", Field.PRESENCE),
        ("Present", Field.PRESENCE),
        ("Apologies", Field.APOLOGIES),
        ("Mode", Field.MODE),
        ("No. of delegates", Field.SIZE),
        ("No.", None),
        ("E-mail", None),
        ("Passport number", None),
        ("", None),
        ("Country " * 20, None),
    ],
)
def test_what_a_heading_means(heading, field):
    assert meaning(heading) == field


def test_titles_above_the_list_are_no_headings():
    book = Workbook()
    sheet = book.active
    sheet.title = "WG-TIP"
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "List of participants"
    sheet.merge_cells("A2:D2")
    sheet["A2"] = "3 December 2025"
    sheet.append([])
    sheet.append([None, "Country", "Name", "E-mail"])
    sheet.append([1, "Japan", "Ms Ito Aya", "x@example.org"])

    listing = lists(saved(book)).listings[0]

    assert listing.heading == ("List of participants", "3 December 2025")
    assert listing.unread == ("E-mail",)
    assert [(each.row, each.party, each.person) for each in listing.entries] == [
        (5, "Japan", "Ito Aya")
    ]


def test_cells_that_are_not_read_are_not_kept():
    assert "x@example.org" not in str(
        lists(xlsx([["Country", "E-mail"], ["Japan", "x@example.org"]]))
    )


def test_merged_countries_carry_over_to_the_rows_below():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Country", "Name"],
        ["Fiji", "A One"],
        [None, "B Two"],
        ["Nepal", "C Three"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    found = entries(saved(book))

    assert [(each.party, each.person) for each in found] == [
        ("Fiji", "A One"),
        ("Fiji", "B Two"),
        ("Nepal", "C Three"),
    ]
    assert found[1].notes[0].words == "No delegation in this row: that of row 2."
    assert found[1].notes[0].weight is Weight.REMARK


def test_a_country_on_a_line_of_its_own_heads_the_rows_below():
    found = entries_of(
        ["No.", "Name", "Role"], ["FIJI"], ["1", "A One", "HoD"], ["2", "B Two"]
    )

    assert [(each.party, each.person, each.role) for each in found] == [
        ("", "", ""),
        ("FIJI", "A One", "head"),
        ("FIJI", "B Two", ""),
    ]


def test_headings_within_the_list_say_who_sent_apologies():
    found = entries_of(
        ["Country", "Level"],
        ["Members", ""],
        ["Japan", "Minister"],
        ["Apologies", ""],
        ["Nepal", ""],
        ["TOTAL", "2"],
    )

    assert [(each.party, each.presence, bool(each.skipped)) for each in found] == [
        ("", "", True),
        ("Japan", "present", False),
        ("", "", True),
        ("Nepal", "apologies", False),
        ("", "", True),
    ]


def test_headings_that_come_again_are_followed():
    found = entries_of(
        ["Country", "Level"],
        ["Japan", "Expert"],
        ["Level", "Country"],
        ["Minister", "Fiji"],
    )

    assert [(each.party, each.level) for each in found] == [
        ("Japan", "expert"),
        ("", ""),
        ("Fiji", "minister"),
    ]


def test_first_name_and_surname_make_a_name():
    assert entries_of(["Country", "First name", "Surname", "Salutation"],
               ["Fiji", "Ana", "VAKA", "Ms."])[0].person == "Ana VAKA"  # fmt: skip


def test_title_is_an_honorific_where_the_cells_say_so():
    one = entries_of(
        ["Country", "Title", "Name"], ["Fiji", "Ms", "A One"], ["Nepal", "Mr", "B"]
    )
    two = entries_of(["Country", "Title", "Name"], ["Fiji", "Director", "A One"])

    assert (one[0].honorific, one[0].title) == ("Ms", "")
    assert (two[0].honorific, two[0].title) == ("", "Director")


def test_a_column_for_the_head_of_delegation_is_ticked_or_named():
    ticked = entries_of(
        ["Country", "Name", "HoD"], ["Fiji", "A One", "✓"], ["Fiji", "B Two", ""]
    )
    named = entries_of(["Country", "Head of delegation"], ["Fiji", "H.E. A One"])

    assert [(each.person, each.role) for each in ticked] == [
        ("A One", "head"),
        ("B Two", ""),
    ]
    assert (named[0].person, named[0].honorific, named[0].role) == (
        "A One",
        "H.E.",
        "head",
    )


def test_ticks_say_who_came_and_empty_cells_who_did_not():
    found = entries_of(
        ["Country", "Present"], ["Fiji", "x"], ["Nepal", ""], ["Japan", "X"]
    )

    assert [each.presence for each in found] == ["present", "absent", "present"]


def test_attendance_in_words():
    found = entries_of(
        ["Country", "Attendance"],
        ["Fiji", "Attended"],
        ["Nepal", "Regrets"],
        ["Japan", "No"],
        ["India", "perhaps"],
        ["Iraq", ""],
    )

    assert [each.presence for each in found] == [
        "present",
        "apologies",
        "absent",
        "",
        "present",
    ]
    assert [[(n.weight.value, n.words) for n in each.notes] for each in found[3:]] == [
        [("error", "“perhaps” says neither present, apologies nor absent.")],
        [("warning", "No attendance is given: read as present.")],
    ]


def test_a_column_of_apologies_beside_one_of_presence():
    found = entries_of(
        ["Country", "Present", "Apologies"], ["Fiji", "x", ""], ["Nepal", "", "x"]
    )

    assert [each.presence for each in found] == ["present", "apologies"]


def test_a_list_without_headings_says_what_is_missing():
    listing = lists(text([["x", "y"] * 8 + ["z"], ["1"] * 17]), "a.csv").listings[0]

    assert listing.entries == ()
    assert listing.problem.startswith("No line of headings was found.")


def test_only_headings_is_no_list():
    listing = lists(text([["Country", "Name"]]), "a.csv").listings[0]

    assert listing.problem == "There are headings, but no row below them."


def test_cells_that_are_too_long_or_broken_are_errors():
    found = entries_of(
        ["Country", "Note"], ["Fiji", "x" * 501], ["#REF!", "y"], ["x" * 3000, ""]
    )

    assert [[note.words for note in each.notes] for each in found] == [
        ["The note has 501 letters, where 500 are the most."],
        ["The party shows the error #REF!."],
        ["The party has more than 2000 letters, where 200 are the most."],
    ]


def test_a_row_without_a_party_is_an_error():
    found = entries_of(["Country", "Level", "Mode"], ["", "Minister", "Online"])

    assert found[0].notes[0].words == (
        "No country, delegation or organisation is named."
    )


def test_a_formula_without_its_result_is_no_empty_cell():
    found = entries(
        xlsx(
            [
                ["Country", "Name", "No."],
                ["Fiji", "Mr Ben Two", 1],
                ["=A2", "Ms Ito Aya", 2],
                ["Japan", "=B2", 3],
                [None, None, "=C4+1"],
            ]
        )
    )

    assert [(each.party, each.person) for each in found] == [
        ("Fiji", "Ben Two"),
        ("", "Ito Aya"),
        ("Japan", ""),
        ("", ""),
    ]
    assert [[note.words for note in each.notes] for each in found[1:3]] == [
        ["The party is a formula without its result."],
        ["The person is a formula without its result."],
    ]
    assert found[3].skipped == "Nothing but formulas without their results."


@pytest.mark.parametrize(
    ("cell", "whether"),
    [
        ("Total", True),
        ("SUB-TOTAL", True),
        ("Total delegates: 6", True),
        ("Total number of countries", True),
        ("Total Energies", False),
        ("Totality", False),
        ("Summit", False),
    ],
)
def test_a_total_is_told_from_a_name(cell, whether):
    assert is_total(cell) is whether
