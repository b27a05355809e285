"""Laws of the grid's cells, and of two editors at once."""

from hypothesis import given
from hypothesis import strategies as st

from meetings.admin.grid.cells import DIFFERS, Cell, row_values, spread, tidy
from meetings.admin.grid.merging import changes, merge

CELLS = st.builds(
    Cell,
    presence=st.sampled_from(["present", "apologies"]),
    level=st.sampled_from(["", "minister", "official"]),
    size=st.sampled_from(["", "2", "13"]),
)
KEYS = st.tuples(st.integers(1, 4), st.integers(1, 3))
GRIDS = st.dictionaries(KEYS, CELLS)


@given(st.dictionaries(st.integers(1, 5), CELLS))
def test_a_row_left_alone_stays_as_it_was(row):
    presences = {meeting: cell.presence for meeting, cell in row.items()}

    assert spread(row, presences, row_values(row.values())) == row


@given(st.dictionaries(st.integers(1, 5), CELLS, min_size=1))
def test_a_value_of_a_row_holds_wherever_the_party_is_present(row):
    presences = dict.fromkeys(row, "present")

    made = spread(row, presences, row_values(row.values()) | {"level": "expert"})

    assert {cell.level for cell in made.values()} == {"expert"}


def test_values_that_differ_are_kept_by_event():
    row = {1: Cell("present", level="minister"), 2: Cell("present", level="official")}
    values = row_values(row.values())

    made = spread(row, {1: "present", 2: "present"}, values | {"mode": "online"})

    assert values["level"] == DIFFERS
    assert made == {
        1: Cell("present", level="minister", mode="online"),
        2: Cell("present", level="official", mode="online"),
    }


def test_apologies_keep_what_they_had_beside_the_present():
    row = {1: Cell("present"), 2: Cell("apologies", level="minister")}

    made = spread(row, {1: "present", 2: "apologies"}, {"level": "expert"})

    assert made == {1: Cell("present", level="expert"), 2: row[2]}


def test_who_was_absent_has_no_cell():
    assert spread({1: Cell("present")}, {1: ""}, {"level": "expert"}) == {}


def test_numbers_are_tidied_as_they_are_read_back():
    assert [tidy("size", each) for each in (" 04 ", "four", "٣")] == ["4", "four", "٣"]


@given(GRIDS, GRIDS, GRIDS)
def test_changes_of_different_cells_are_all_kept(loaded, first, second):
    theirs = loaded | {key: first[key] for key in first if key not in second}
    mine = loaded | {key: second[key] for key in second if key not in first}

    merged = merge(loaded, theirs, mine)

    assert merged.disputed == frozenset()
    assert merged.cells == loaded | {
        key: (theirs if key in first else mine)[key]
        for key in first.keys() ^ second.keys()
    }


@given(GRIDS, GRIDS, GRIDS)
def test_only_cells_that_both_changed_differently_are_disputed(loaded, theirs, mine):
    merged = merge(loaded, theirs, mine)

    for key in {*loaded, *theirs, *mine}:
        versions = {loaded.get(key), theirs.get(key), mine.get(key)}
        assert (key in merged.disputed) == (len(versions) == 3)


@given(GRIDS, GRIDS)
def test_of_two_alike_or_one_editor_alone_nothing_is_disputed(loaded, mine):
    assert merge(loaded, mine, mine).cells == mine
    assert merge(loaded, loaded, mine).cells == mine
    assert merge(loaded, mine, loaded).cells == mine


@given(GRIDS, GRIDS)
def test_changes_lead_from_what_is_recorded_to_what_is_wanted(recorded, wanted):
    todo = changes(recorded, wanted)

    kept = {key: cell for key, cell in recorded.items() if key not in todo.removed}
    assert kept | todo.written == wanted
