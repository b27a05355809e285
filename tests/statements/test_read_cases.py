"""One sentence at a time: what it proposes, and what is doubted."""

import pytest

from .told import told


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
