"""One sentence at a time: what it proposes, and what is doubted."""

import pytest

from meetings.statements.read import read
from meetings.statements.reading.plain import plain

from .vocabulary import shipped

OPENING = (
    "The Ad Hoc Group of the Bali Process met in Perth, Australia, on 1 May 2018. "
)


def told(text):
    return plain(read(OPENING + text, shipped()))


def attended(text):
    return [
        (row["party"], row["capacity"], row["level"] if row["present"] else "absent")
        for row in told(text)["attendance"]
    ]


def doubts(text):
    return [row["kind"] for row in told(text)["doubts"]]


def member(*names):
    return [(name, "member", None) for name in names]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In attendance: Fiji and Samoa.", member("Fiji", "Samoa")),
        ("Participating countries included Fiji and Samoa.", member("Fiji", "Samoa")),
        (
            "Member country participants were from Fiji and Samoa.",
            member("Fiji", "Samoa"),
        ),
        (
            "The following delegations were present: Fiji; Samoa.",
            member("Fiji", "Samoa"),
        ),
        (
            "Delegations of Fiji and the Kingdom of Tonga attended.",
            member("Fiji", "Tonga"),
        ),
        ("The Governments of Fiji and Samoa took part.", member("Fiji", "Samoa")),
        (
            "The meeting was attended by two states, namely Fiji and Samoa.",
            member("Fiji", "Samoa"),
        ),
        (
            "The meeting was attended by 2 out of 16 members: Fiji; Samoa.",
            member("Fiji", "Samoa"),
        ),
        (
            "Senior officials conferred, with Fiji and Samoa also in attendance.",
            member("Fiji", "Samoa"),
        ),
        (
            "It was attended by Fiji—with Samoa to follow later—and Palau.",
            member("Fiji", "Palau"),
        ),
        (
            "It was attended by Fiji and Samoa as Co-Chairs, and Palau.",
            member("Fiji", "Samoa", "Palau"),
        ),
        (
            "It was attended by H.E. Ana Bola, High Commissioner of Fiji to Samoa, and Ms "
            "Eka Dewi, Adviser on Tonga to Samoa.",
            member("Fiji"),
        ),
        (
            "It was attended by:\n\nMr Paul Poe, Bureau of Fiji;\nMs Eka Dewi of Samoa.",
            member("Fiji", "Samoa"),
        ),
        (
            "Observers included Canada.",
            [("Canada", "bali_process_observer", None)],
        ),
        (
            "Canada and UN-ACT attended as observers of the Bali Process.",
            [
                ("Canada", "bali_process_observer", None),
                (
                    "United Nations Action for Cooperation against Trafficking in Persons",
                    "bali_process_observer",
                    None,
                ),
            ],
        ),
        (
            "The meeting was observed by Bali Process members Fiji and Samoa.",
            [
                ("Fiji", "bali_process_member", None),
                ("Samoa", "bali_process_member", None),
            ],
        ),
        (
            "It was attended by Fiji; and Samoa and Palau as observers.",
            [
                ("Fiji", "member", None),
                ("Samoa", "bali_process_observer", None),
                ("Palau", "bali_process_observer", None),
            ],
        ),
        (
            "Fiji and Samoa attended at ministerial level.",
            [("Fiji", "member", "minister"), ("Samoa", "member", "minister")],
        ),
        (
            "The meeting was attended by senior officials from Fiji and Samoa.",
            [
                ("Fiji", "member", "senior official"),
                ("Samoa", "member", "senior official"),
            ],
        ),
        (
            "It was attended by Fiji. Fiji was represented by an expert.",
            [("Fiji", "member", "expert")],
        ),
        ("Fiji could not attend.", [("Fiji", "member", "absent")]),
        ("Apologies were received from Fiji.", [("Fiji", "member", "absent")]),
        (
            "Regrets: Fiji and Samoa",
            [("Fiji", "member", "absent"), ("Samoa", "member", "absent")],
        ),
        (
            "\n\nObservers (2): Canada and Samoa",
            [
                ("Canada", "bali_process_observer", None),
                ("Samoa", "bali_process_observer", None),
            ],
        ),
        (
            "It was attended by two regional organisations (PIFS and the ASEAN Secretariat).",
            [
                ("Pacific Islands Forum Secretariat", "regional_forum", None),
                ("ASEAN Secretariat", "regional_forum", None),
            ],
        ),
        (
            "It was attended by two universities (ANU and Walk Free) and three guests "
            "(Fiji, Samoa and Meta).",
            [
                ("Australian National University", "academic", None),
                ("Walk Free", "academic", None),
                ("Fiji", "member", None),
                ("Samoa", "member", None),
                ("Meta", "private_sector", None),
            ],
        ),
    ],
)
def test_attendance(sentence, expected):
    assert attended(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It was attended by three members (Fiji and Samoa).", ["count"]),
        ("It was attended by two members (Fiji, Samoa and Fiji).", ["listed twice"]),
        (
            "It was attended by one member (Fiji) and one Bali Process observer (Fiji).",
            ["listed twice"],
        ),
        (
            "It was attended by one member (Fiji). Fiji could not attend.",
            ["contradiction"],
        ),
        ("It was attended by two members (Fiji and Congo).", ["ambiguous name"]),
        (
            "It was attended by one member (the Labour Body of the World [ILO]).",
            ["spelling"],
        ),
        (
            "It was attended by one member (Fiji). It was represented by a deputy minister.",
            [],
        ),
        (
            "It was attended by one member (Fiji). Fiji was represented by a deputy "
            "minister.",
            ["level"],
        ),
        (
            "It was attended by one member (Fiji). Samoa was represented by a minister.",
            ["level"],
        ),
        ("It was attended by members including Fiji.", ["incomplete list"]),
        (
            "It was attended by four members (including Fiji and Samoa).",
            ["incomplete list"],
        ),
    ],
)
def test_doubts(sentence, kinds):
    assert doubts(sentence) == kinds


def test_a_secretariat_is_whoever_keeps_it():
    text = "It was attended by one member (Fiji) and the GABF Secretariat (Walk Free)."

    assert attended(text)[1:] == [("Walk Free", "civil_society", None)]
    assert doubts(text) == ["spelling"]


def chairs(text):
    rows = plain(read(text, shipped()))["co_chairs"]
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

    assert plain(read(text, shipped()))["doubts"] == [
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
    assert [row["kind"] for row in plain(read(text, shipped()))["doubts"]] == [
        "co-chair"
    ]


def place(text):
    read_ = plain(read(text, shipped()))
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
    assert plain(read(text, shipped()))["start"] == day


def test_an_event_of_two_numbers_is_doubted():
    text = "The 18th Steering Group Meeting and the 17th Ad Hoc Group Meeting met on 2 May 2024."
    proposal = plain(read(text, shipped()))

    assert proposal["ordinal"] == 18
    assert proposal["bodies"] == ["SG", "AHG"]
    assert [row["kind"] for row in proposal["doubts"]] == ["ordinal"]


def test_what_is_recalled_is_not_what_was_held():
    text = (
        "The 14th Ad Hoc Group Meeting was held in Suva on 2 May 2018 and took stock since "
        "the Seventh Ministerial Conference of 7 August 2018."
    )
    proposal = plain(read(text, shipped()))

    assert proposal["ordinal"] == 14
    assert proposal["bodies"] == ["AHG"]
    assert proposal["start"] == proposal["end"] == "2018-05-02"
