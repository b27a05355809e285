"""Names of the record in a text, however printed, and what is no name."""

import pytest

from meetings.facts import PartyFact, Vocabulary
from meetings.statements.recognise import Recogniser

from .facts import ILO, IOM, META, PHILIPPINES, organisation, state
from .vocabulary import shipped

RECOGNISER = Recogniser(shipped())


def named(text):
    return [(row.as_printed, row.party.name) for row in RECOGNISER.parties(text)]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("VIETNAM", "Viet Nam"),
        ("Viet\nNam", "Viet Nam"),
        ("Việt Nam", "Viet Nam"),
        ("Turkiye", "Türkiye"),
        ("Tu\u0308rkiye", "Türkiye"),
        ("Timor-\nLeste", "Timor-Leste"),
        ("Indo\u00adnesia", "Indonesia"),
        ("lndonesia", "Indonesia"),
        ("lOM", "International Organization for Migration"),
        ("U.S.A.", "United States of America"),
        ("Lao People’s Democratic Republic", "Lao People's Democratic Republic"),
        ("Islamic Republic of Iran", "Iran (Islamic Republic of)"),
        ("Iran (Islamic Republic of)", "Iran (Islamic Republic of)"),
        ("Iran", "Iran (Islamic Republic of)"),
        ("Republic of the Maldives", "Maldives"),
        ("UN Office on Drugs & Crime", "United Nations Office on Drugs and Crime"),
        ("International Labor Organisation", "International Labour Organization"),
        ("Paci\ufb01c Islands Forum Secretariat", "Pacific Islands Forum Secretariat"),
        ("Association of South-East Asian Nations Secretariat", "ASEAN Secretariat"),
        (
            "International Committee of Red Cross",
            "International Committee of the Red Cross",
        ),
        ("Stop the Traffik", "STOP THE TRAFFIK"),
    ],
)
def test_spellings(printed, name):
    assert named(f"from {printed}, and") == [(printed, name)]


def test_a_possessive_or_a_footnote_is_no_part_of_the_name():
    assert named("Australia’s, International Labour Organization1, A21") == [
        ("Australia", "Australia"),
        ("International Labour Organization", "International Labour Organization"),
        ("A21", "A21"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a meta-analysis of who may add to the apc",
        "the pilot of Australians in an Indonesian school",
        "non-IOM staff, pre-ASEAN times and Fiji-Samoa rugby",
        "to stop the traffic and walk free",
        "Viet\n\nNam",
        "the working group",
        "Papua New",
    ],
)
def test_what_only_looks_like_a_name(text):
    assert named(text) == []


def test_the_longest_name_wins():
    assert named("Papua New Guinea and the Samoa Returnees Charitable Trust") == [
        ("Papua New Guinea", "Papua New Guinea"),
        ("Samoa Returnees Charitable Trust", "Samoa Returnees Charitable Trust"),
    ]


def test_an_organisation_that_leads_is_named():
    assert named("an IOM-led panel") == [
        ("IOM", "International Organization for Migration")
    ]


def test_bodies_and_officials_are_found_too():
    bodies = RECOGNISER.bodies("the Ad Hoc Group, TIPWG and WG-TIP")
    officials = RECOGNISER.officials("Ms Kathryn\nHaigh and Pak Caka")

    assert [row.body.abbreviation for row in bodies] == ["AHG", "WG-TIP", "WG-TIP"]
    assert [row.official.name for row in officials] == [
        "Kathryn Haigh",
        "Caka Alverdi Awal",
    ]


def test_a_spelling_of_two_parties_names_neither():
    two = (state("Congo", aliases=("Kongo",)), state("Zaire", aliases=("Kongo",)))
    recogniser = Recogniser(Vocabulary(parties=two))

    assert recogniser.parties("Kongo and Congo")[0].party.name == "Congo"
    assert [found.values for found in recogniser.ambiguous("Kongo")] == [two]


def test_a_name_beats_an_alias_of_another():
    samoa = state("Samoa")
    other = state("American Samoa", aliases=("Samoa",))
    recogniser = Recogniser(Vocabulary(parties=(other, samoa)))

    assert [row.party for row in recogniser.parties("Samoa")] == [samoa]


def test_offsets_are_those_of_the_text():
    text = "The  Philippines\nand the ILO [ILO]; Meta’s"
    parties = (PHILIPPINES, ILO, META, IOM)
    found = Recogniser(Vocabulary(parties=parties)).parties(text)

    assert [(text[row.start : row.end], row.party) for row in found] == [
        ("Philippines", PHILIPPINES),
        ("ILO", ILO),
        ("ILO", ILO),
        ("Meta", META),
    ]


def test_a_vocabulary_may_be_empty():
    assert Recogniser(Vocabulary()).parties("Fiji") == ()


def test_odd_names_are_harmless():
    parties = (
        PartyFact("", "", "state", ""),
        PartyFact("()", "the ", "state", ""),
        organisation("(A) B (C"),
    )

    assert Recogniser(Vocabulary(parties=parties)).parties("( ) the") == ()
