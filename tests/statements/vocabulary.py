"""Every name of the shipped records, as the reader of statements is given them."""

import json
from functools import cache
from pathlib import Path

import meetings
from meetings.facts import BodyFact, OfficialFact, PartyFact, Vocabulary

DATA = Path(meetings.__file__).parent / "data"


@cache
def shipped():
    parties = {row["name"]: _party(row) for row in _rows("parties")}
    return Vocabulary(
        parties=tuple(parties.values()),
        bodies=tuple(map(_body, _rows("bodies"))),
        officials=tuple(
            OfficialFact(
                row["name"],
                parties[row["party"]],
                row.get("honorific", ""),
                tuple(row.get("aliases", ())),
            )
            for row in _rows("people")
        ),
    )


def _rows(name):
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def _party(row):
    return PartyFact(
        row["name"],
        row["running_name"],
        row["kind"],
        row["sort_key"],
        abbreviation=row.get("abbreviation", ""),
        formal_name=row.get("formal_name", ""),
        adjective=row.get("adjective", ""),
        un_system=row.get("un_system", False),
        aliases=tuple(row.get("aliases", ())),
    )


def _body(row):
    names = tuple(name["name"] for name in row.get("names", ()))
    return BodyFact(row["abbreviation"], row["name"], row["short_name"], names)
