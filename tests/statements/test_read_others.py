"""The reader on whole texts of other styles: what each says, and nothing else.

The sentences in ``printed/`` are ours; names, bodies, places and most dates are those of
the forum. Beside each text stands what is to be read in it; what is not there is empty.
"""

import json
from pathlib import Path

import pytest

from meetings.statements.read import read
from meetings.statements.reading.plain import plain

from .vocabulary import shipped

PRINTED = Path(__file__).parent / "printed"
SHORT = {
    party.name: party.abbreviation
    for party in shipped().parties
    if party.abbreviation in {"IOM", "RSO", "UAE", "UNHCR", "UNODC", "USA"}
}


def told(text):
    """What was read, without what is empty, in few words."""
    read_ = plain(read(text, shipped()))
    days = dict.fromkeys(day for day in (read_["start"], read_["end"]) if day)
    attended = {}
    for row in read_["attendance"]:
        group = row["capacity"] if row["present"] else "absent"
        group = f"{group}, {row['level']}" if row["level"] else group
        name = SHORT.get(row["party"], row["party"])
        attended.setdefault(group, []).append(name)
    said = {
        "title": read_["title"],
        "number": read_["ordinal"],
        "bodies": read_["bodies"],
        "days": " to ".join(days),
        "place": [read_["city"], read_["country"]],
        "chairs": [
            [row["party"], row["person"], row["title"]]
            if row["person"]
            else row["party"]
            for row in read_["co_chairs"]
        ],
        "attended": attended,
        "counts": [[row["says"], row["listed"]] for row in read_["counts"]],
        "unknown": [row["words"] for row in read_["unknown"]],
        "doubts": [row["kind"] for row in read_["doubts"]],
    }
    return {name: row for name, row in said.items() if row and row != [None, None]}


@pytest.mark.parametrize("name", sorted(path.stem for path in PRINTED.glob("*.txt")))
def test_what_a_text_says_and_nothing_else(name):
    text = (PRINTED / f"{name}.txt").read_text("utf-8")
    expected = json.loads((PRINTED / f"{name}.json").read_text("utf-8"))

    assert told(text) == expected
