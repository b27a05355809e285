"""Who chaired, where it was and when, in sentences of many styles."""

import pytest

from .told import read_text


def chairs(text):
    rows = read_text(text)["co_chairs"]
    return [(row["party"], row["person"], row["title"]) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On 1 May 2018, Fiji and the International Organization for Migration (IOM) "
            "co-chaired the meeting of the Ad Hoc Group in Suva.",
            [("Fiji", "", ""), ("International Organization for Migration", "", "")],
        ),
        (
            "The Philippine and Australian Co-Chairs of the Ad Hoc Group held its second "
            "meeting in Suva on 1 May 2018.",
            [("Philippines", "", ""), ("Australia", "", "")],
        ),
        (
            "The meeting was held in Suva on 1 May 2018 and chaired at Counsellor-level by "
            "Fiji and Samoa.",
            [("Fiji", "", ""), ("Samoa", "", "")],
        ),
        (
            "The meeting was held in Suva on 1 May 2018, chaired by H.E. Dr. Ana Bola, "
            "Secretary of Foreign Affairs of the Republic of Fiji, and Ms Eka Dewi (Samoa).",
            [
                (
                    "Fiji",
                    "Ana Bola",
                    "Secretary of Foreign Affairs of the Republic of Fiji",
                ),
                ("Samoa", "Eka Dewi", ""),
            ],
        ),
        (
            "Australian Foreign Minister, Ms Ana Bola, and Fiji co-hosted the meeting held "
            "in Suva on 1 May 2018.",
            [
                ("Australia", "Ana Bola", "Australian Foreign Minister"),
                ("Fiji", "", ""),
            ],
        ),
        (
            "The meeting was held in Suva on 1 May 2018 and chaired by Dr Li Wei (Chinese "
            "Taipei) and opened by Mr Ravi Rao of Fiji.",
            [],
        ),
        (
            "The meeting was held in Suva on 1 May 2018 and chaired by Ms Eka Dewi, "
            "Director of Visas of Fiji, and Samoa.",
            [("Fiji", "Eka Dewi", "Director of Visas of Fiji"), ("Samoa", "", "")],
        ),
        (
            "The meeting was held in Suva on 1 May 2018 for all.\n\nOpening\n\nMs Eka "
            "Dewi, Director of Visas of Fiji, co-chaired the session.",
            [("Fiji", "Eka Dewi", "Director of Visas of Fiji")],
        ),
        (
            "The meeting was held in Suva on 1 May 2018. The Steering Group was co-chaired "
            "by Fiji and Samoa in 2017. The next meeting is to be co-chaired by Tonga.",
            [],
        ),
        (
            "The Ad Hoc Group (whose working group is co-chaired by others) met in Suva on "
            "1 May 2018.",
            [],
        ),
    ],
)
def test_chairs(sentence, expected):
    assert chairs(sentence) == expected


def test_a_chair_whose_party_is_not_said_is_asked_about():
    text = (
        "The meeting held in Suva on 1 May 2018 was chaired by Dr Ana Bola, Director."
    )

    assert read_text(text)["doubts"] == [
        {
            "kind": "co-chair",
            "quote": "Dr Ana Bola, Director",
            "why": "The text does not say for which party Ana Bola chaired.",
        }
    ]


def test_a_person_who_chairs_for_another_party_is_asked_about():
    text = (
        "The meeting held in Suva on 1 May 2018 was co-chaired by Fiji and Samoa.\n\n"
        "Co-Chairs, Ms Ana Bola, Ambassador of Tonga, spoke first."
    )

    assert [row[0] for row in chairs(text)] == ["Fiji", "Samoa", "Tonga"]
    assert [row["kind"] for row in read_text(text)["doubts"]] == ["co-chair"]


def place(text):
    read_ = read_text(text)
    return (read_["city"], read_["country"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The meeting of the group was held in Da Nang, Viet Nam.",
            ("Da Nang", "Viet Nam"),
        ),
        (
            "The meeting was held in Nusa Dua, Bali, Indonesia, for a day.",
            ("Bali", "Indonesia"),
        ),
        ("The meeting was held in Indonesia for a day or so.", (None, "Indonesia")),
        (
            "The meeting was held in Kuala\nLumpur on 2 May 2018.",
            ("Kuala Lumpur", None),
        ),
        (
            "The meeting was held on 2 May 2018, Suva, Fiji, for a day.",
            ("Suva", "Fiji"),
        ),
        ("The group on Trafficking in Persons met for a day in May.", (None, None)),
        ("The meeting was held virtually on 2 May 2018 for all.", (None, None)),
        (
            "BANGKOK, THAILAND, 2 MAY 2018\n\nThe meeting was held in Bangkok on 2 May 2018.",
            ("Bangkok", "Thailand"),
        ),
        (
            "Fiji, 10 June 2010\n\nThe group met on 10 June 2010 and was pleased with it.",
            (None, "Fiji"),
        ),
        (
            "Suva, Fiji\n\nThe group met on 2 May 2018 and was pleased with itself.",
            ("Suva", "Fiji"),
        ),
    ],
)
def test_places(text, expected):
    assert place(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Suva, 3 May 2018\n\nAfter talks on 1 May 2018 the group met in Suva on 3 May "
            "2018 for a day.",
            "2018-05-03",
        ),
        (
            "3 May 2018 | News\n\nThe group met in Suva for a day of talks on visas.",
            None,
        ),
        (
            "The group met in Suva for a day of talks. The meeting was held on 1 May 2018.",
            "2018-05-01",
        ),
        (
            "On 1 May 2018, Ms Bola came to Suva.\n\nThe group met there for a day of talks.",
            "2018-05-01",
        ),
    ],
)
def test_the_day_is_that_of_the_event(text, day):
    assert read_text(text)["start"] == day


def test_an_event_of_two_numbers_is_doubted():
    text = "The 18th Steering Group Meeting and the 17th Ad Hoc Group Meeting met on 2 May 2024."
    proposal = read_text(text)

    assert proposal["ordinal"] == 18
    assert proposal["bodies"] == ["SG", "AHG"]
    assert [row["kind"] for row in proposal["doubts"]] == ["ordinal"]


def test_what_is_recalled_is_not_what_was_held():
    text = (
        "The 14th Ad Hoc Group Meeting was held in Suva on 2 May 2018 and took stock since "
        "the Seventh Ministerial Conference of 7 August 2018."
    )
    proposal = read_text(text)

    assert proposal["ordinal"] == 14
    assert proposal["bodies"] == ["AHG"]
    assert proposal["start"] == proposal["end"] == "2018-05-02"
