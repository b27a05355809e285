"""Suggestions for names that nobody knows."""

import pytest

from meetings.exchange.alike import alike

NAMES = [
    "Papua New Guinea",
    "Republic of Korea",
    "Democratic People's Republic of Korea",
    "New Zealand",
    "Solomon Islands",
    "Lao People's Democratic Republic",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PNG", ["Papua New Guinea"]),
        ("P.N.G.", ["Papua New Guinea"]),
        ("NZ", ["New Zealand"]),
        (
            "South Korea",
            ["Republic of Korea", "Democratic People's Republic of Korea"],
        ),
        ("Papua Niugini", ["Papua New Guinea"]),
        ("the Republic of Congo", []),
        ("New Caledonia", []),
        ("", []),
    ],
)
def test_initials_and_rare_words_suggest(text, found):
    assert alike(text, NAMES) == found
