"""What a text tells in passing of other meetings: answered where the record can."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.facts import BodyFact, Capacity, HeldFact, HouseStyle
from meetings.statements.check import check
from meetings.statements.compose import compose, markup
from tests.statements.facts import (
    AUSTRALIA,
    INDONESIA,
    meeting,
    present,
    state,
    statement,
)
from tests.statements.generated import STATES, VOCABULARY

MC = BodyFact("MC", "Bali Process Ministerial Conference", "Ministerial Conference")
AHG = BodyFact("AHG", "Bali Process Ad Hoc Group", "Ad Hoc Group", ("AHG",))
FIFTH = HeldFact(
    "mc-05", "Fifth Ministerial Conference", "ministerial_conference", 5,
    frozenset({"MC"}), date(2013, 4, 2), date(2013, 4, 2), "day", "Bali",
)  # fmt: skip
ELEVENTH = HeldFact(
    "ahg-11", "Eleventh Meeting of the Ad Hoc Group", "ad_hoc_group", 11,
    frozenset({"AHG"}), date(2016, 11, 16), date(2016, 11, 16), "day", "Colombo",
)  # fmt: skip
WORDS = replace(
    VOCABULARY, bodies=(*VOCABULARY.bodies, MC, AHG), held=(FIFTH, ELEVENTH)
)
MEETING = meeting(
    attendance=(
        present(AUSTRALIA),
        present(INDONESIA),
        *(present(party, Capacity.MEMBER) for party in STATES[2:6]),
    )
)
HELD = (
    "The 11th Annual Meeting of the Working Group on Trafficking in Persons was held in "
    "Manila, the Philippines, on 1 December 2025. "
)


def findings(words):
    found = check(HELD + words, (MEETING,), WORDS).findings
    return [(row.kind, row.says, row.suggestion) for row in found]


@pytest.mark.parametrize(
    "words",
    [
        "It looked at progress since the Fifth Ministerial Conference on 2 April 2013.",
        "Members recalled the Fifth Ministerial Conference, held in Bali on 2 April 2013.",
        "It took up the outcomes of the Fifth Ministerial Conference (Bali, 2 April 2013).",
        "The text was agreed at the 11th Ad Hoc Group Meeting in Colombo on 16 November 2016.",
        "Recommendations to the Ninth Ministerial Conference on 3 May 2027 were prepared.",
        "Members welcomed work since the Plenary Session in Geneva on 20 November 2015.",
        "Progress since the meeting held in Jakarta, Indonesia, in 2014 was considerable.",
    ],
)
def test_other_meetings_are_no_errors_of_this_one(words):
    assert findings(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "It looked at progress since the Fifth Ministerial Conference on 3 April 2013.",
            ("date", "3 April 2013", "2 April 2013"),
        ),
        (
            "It took up the outcomes of the Fifth Ministerial Conference (Bali, 2 April 2014).",
            ("date", "2 April 2014", "2 April 2013"),
        ),
        (
            "The text was agreed at the 11th Ad Hoc Group Meeting in Manila on 16 November 2016.",
            ("venue", "Manila", "Colombo"),
        ),
    ],
)
def test_what_the_record_has_of_them_is_compared(words, expected):
    assert findings(words) == [expected]


def test_nothing_goes_on_since_a_meeting_that_is_still_to_come():
    (found,) = findings(
        "Members reviewed progress since the Sixth Ministerial Conference."
    )

    assert found == ("ordinal", "Sixth Ministerial Conference", "Fifth")
    assert not findings("Progress since the Fifth Ministerial Conference was reviewed.")


def test_two_parties_left_out_at_one_place_are_both_named():
    text = HELD + "It was attended by Australia, Indonesia, New Zealand and Lao PDR."

    (found,) = check(text, (MEETING,), WORDS).findings

    assert "Maldives and the Philippines were present" in found.record
    assert found.suggestion == "Indonesia, Maldives, Philippines"


@pytest.mark.parametrize(
    "name", ["*Star*land", "# Hashland", "-Dash", "<Angle>land", "[Bracket]", "A_b_c"]
)
@pytest.mark.parametrize("style", HouseStyle)
def test_names_that_look_like_markup_are_names(name, style):
    party = state(name)
    held = meeting(attendance=(present(AUSTRALIA), present(INDONESIA), present(party)))
    facts = replace(statement(held), style=style)
    words = replace(WORDS, parties=(*WORDS.parties, party))

    assert check(markup(compose(facts)), facts, words).findings == ()


def test_formal_and_everyday_names_may_stand_side_by_side():
    text = (
        HELD + "It was attended by Australia, Indonesia, the Lao People's Democratic "
        "Republic, Maldives, New Zealand and the Philippines. Lao PDR presented."
    )
    lao = state(
        "Lao People's Democratic Republic",
        "Lao PDR",
        formal_name="the Lao People's Democratic Republic",
    )
    words = replace(
        WORDS,
        parties=tuple(lao if row.name == lao.name else row for row in WORDS.parties),
    )

    assert check(text, (MEETING,), words).findings == ()


@pytest.mark.parametrize(
    ("told", "kind", "says"),
    [
        ("Dhaka, the Philippines", "venue", "Dhaka"),
        ("Manila, Cambodia", "venue", "Cambodia"),
    ],
)
def test_half_of_a_place_tells_that_the_other_is_wrong(told, kind, says):
    text = HELD.replace("Manila, the Philippines", told)

    found = check(text, (MEETING,), WORDS).findings

    assert [(row.kind, row.says) for row in found] == [(kind, says)]
