"""Pasted names: known for certain, or asked about; never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.admin.grid.names import NameReader
from meetings.facts import PartyFact, Vocabulary


def _party(name, *aliases, kind="state", abbreviation=""):
    return PartyFact(
        name=name,
        running_name=name,
        kind=kind,
        sort_key=name.lower(),
        abbreviation=abbreviation,
        aliases=aliases,
    )


READER = NameReader(
    Vocabulary(
        parties=(
            _party("Australia"),
            _party("Indonesia"),
            _party("Philippines", "the Philippines"),
            _party("Thailand"),
            _party("Viet Nam", "Vietnam"),
            _party(
                "International Organization for Migration",
                kind="international_organisation",
                abbreviation="IOM",
            ),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vietnam", ["Viet Nam"]),
        ("VIET NAM", ["Viet Nam"]),
        ("  viet   nam ", ["Viet Nam"]),
        ("1. The Philippines\n2) Thailand", ["Philippines", "Thailand"]),
        (
            "• Australia\n- IOM",
            ["Australia", "International Organization for Migration"],
        ),
        (
            "Australia, Indonesia and Vietnam",
            ["Australia", "Indonesia", "Viet Nam"],
        ),
        ("Thailand\n\nThailand", ["Thailand"]),
        (
            "International Organisation for Migration (IOM)",
            ["International Organization for Migration"],
        ),
    ],
)
def test_every_usual_spelling_is_recognised(text, names):
    read = READER.read(text)

    assert sorted(set(read.known)) == sorted(names)
    assert read.asked == ()


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("University of Indonesia", "Indonesia"),
        ("Ministry of Justice, Thailand", "Thailand"),
        ("Embassy of Australia in Thailand", "Australia"),
        ("Phillipines", "Philippines"),
    ],
)
def test_a_name_that_is_not_certain_is_asked_about(text, suggestion):
    read = READER.read(text)

    assert read.known == ()
    assert [item.text for item in read.asked] == [text]
    assert suggestion in read.asked[0].suggestions


def test_of_a_list_in_one_line_only_the_unknown_part_is_asked_about():
    read = READER.read("Australia, Atlantis and Vietnam")

    assert read.known == ("Australia", "Viet Nam")
    assert [item.text for item in read.asked] == ["Atlantis"]


@given(st.text())
def test_no_text_breaks_the_reading(text):
    READER.read(text)


def test_a_party_named_twice_is_told():
    read = READER.read("Vietnam\nThailand\nVIET NAM; Thailand, Australia")

    assert read.known == ("Viet Nam", "Thailand", "Australia")
    assert read.repeated == ("Viet Nam", "Thailand")


def test_a_part_of_two_names_suggests_both():
    reader = NameReader(
        Vocabulary(parties=(_party("Republic of Korea"), _party("DPR Korea")))
    )

    (asked,) = reader.read("Korea").asked
    assert asked.suggestions == ("Republic of Korea", "DPR Korea")
