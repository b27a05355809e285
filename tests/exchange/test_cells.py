"""What single cells say: numbers, levels, modes, roles, honorifics, days."""

from datetime import date

import pytest

from meetings.exchange import cells
from meetings.exchange.proposals import Weight

from .sheets import entries_of


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("3", 3),
        ("3.0", 3),
        ("0", 0),
        ("4 delegates", 4),
        ("2 pax", 2),
        ("5 persons", 5),
    ],
)
def test_numbers_of_delegates(said, number):
    assert entries_of(["Country", "No. of delegates"], ["Fiji", said])[0].size == number


@pytest.mark.parametrize(
    "said", ["-3", "three", "2.5", "1e5", "99999", "3-4", "\u0663\u066b\u0665"]
)
def test_numbers_that_are_none_are_errors(said):
    entry = entries_of(["Country", "No. of delegates"], ["Fiji", said])[0]

    assert entry.size is None
    assert [note.weight for note in entry.notes] == [Weight.ERROR]


def test_levels_modes_and_roles_by_their_many_names():
    found = entries_of(
        ["Country", "Level", "Mode", "Role"],
        ["A", "SOM", "Zoom", "HOD"],
        ["B", "Ministerial", "in-person", "Deputy Head of Delegation"],
        ["C", "Working Level", "F2F", "Advisor"],
        ["D", "Royal", "by pigeon", "Speaker"],
    )

    assert [(each.level, each.mode, each.role) for each in found] == [
        ("senior official", "online", "head"),
        ("minister", "in_person", "alternate"),
        ("official", "in_person", "adviser"),
        ("", "", ""),
    ]
    assert [note.weight for note in found[3].notes] == [Weight.WARNING] * 3


@pytest.mark.parametrize(
    ("said", "honorific", "name"),
    [
        ("Mr John SMITH", "Mr", "John SMITH"),
        ("H.E. Dr. Ana Silva", "H.E. Dr.", "Ana Silva"),
        ("Sra. María José da Silva", "Sra.", "María José da Silva"),
        ("Tuan Haji Ahmad", "", "Tuan Haji Ahmad"),
        ("HE Mr Li Wei", "HE Mr", "Li Wei"),
        ("He Wei", "", "He Wei"),
        ("SMITH, John", "", "John SMITH"),
        ("SMITH, John (Mr)", "Mr", "John SMITH"),
        ("SMITH, Mr John", "Mr", "John SMITH"),
        ("Dato' Sri Ahmad bin Ali", "Dato' Sri", "Ahmad bin Ali"),
        ("Tan Sri Ahmad", "Tan Sri", "Ahmad"),
        ("Tan Mei Ling", "", "Tan Mei Ling"),
        ("Hon. Jane Doe", "Hon.", "Jane Doe"),
        ("Khun Somchai", "Khun", "Somchai"),
        ("Brigadier General Major Police Dr Atmo", "Brigadier", "Atmo"),
        ("Mr", "", "Mr"),
        ("O'Neill-Brown, Zoë", "", "Zoë O'Neill-Brown"),
        ("Suharto", "", "Suharto"),
    ],
)
def test_honorifics_are_split_from_names(said, honorific, name):
    found = cells.split_name(said)

    if said.startswith("Brigadier"):
        assert found[1].endswith(name)
        assert len(found[0]) <= cells.MOST_OF_HONORIFIC
    else:
        assert found == (honorific, name)


@pytest.mark.parametrize(
    "said", ["TBC", "tbd", "-", "n/a", "12", "Delegate 3", "", "…"]
)
def test_who_is_not_named_yet_is_nobody(said):
    assert not cells.is_name(said)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3 December 2025", date(2025, 12, 3)),
        ("3rd Dec. 2025", date(2025, 12, 3)),
        ("1–5 December 2025, Manila", date(2025, 12, 1)),
        ("December 3, 2025", date(2025, 12, 3)),
        ("2025-12-03", date(2025, 12, 3)),
        ("2025-12-03T00:00:00", None),
        ("03/12/2025", date(2025, 12, 3)),
        ("3.12.2025", date(2025, 12, 3)),
        ("31 February 2025", None),
        ("December 2025", None),
    ],
)
def test_days_as_text(said, day):
    found = cells.days(said)

    if said.endswith("T00:00:00"):
        assert found in ((), (date(2025, 12, 3),))
    else:
        assert found == ((day,) if day else ())
