"""The states of the world, for names that the record does not hold. Source: ISO 3166."""

from collections.abc import Iterator
from functools import lru_cache

import pycountry

from meetings.facts import PartyFact
from meetings.statements.gazetteer import Found, Gazetteer
from meetings.statements.recognise import Recogniser
from meetings.statements.states import names_of

AMBIGUOUS = {
    "korea": "the Republic of Korea or the Democratic People's Republic of Korea",
    "congo": "the Congo or the Democratic Republic of the Congo",
    "guinea": "Guinea, Guinea-Bissau, Equatorial Guinea or Papua New Guinea",
    "red cross": "the International Committee or the International Federation",
    "united nations": "one of the agencies of the United Nations",
    "un": "one of the agencies of the United Nations",
}
"""Names, folded, that are too short to tell whom they name."""


@lru_cache(maxsize=1)
def _states() -> Gazetteer[tuple[str, ...]]:
    return Gazetteer(
        (name, 0, names)
        for country in pycountry.countries
        if (names := tuple(dict.fromkeys(names_of(country))))
        for name in names
        if name.casefold() not in AMBIGUOUS
    )


def everyday(recogniser: Recogniser) -> Iterator[tuple[str, PartyFact]]:
    """Yield the everyday names of the states that the record knows by another."""
    for country in pycountry.countries:
        names = [name for name in names_of(country) if name.casefold() not in AMBIGUOUS]
        whole = [
            (name, row.party)
            for name in names
            for row in recogniser.parties(name)
            if row.end - row.start >= len(name) - 4 and row.party.is_state
        ]
        if len({party.name for _, party in whole}) == 1:
            known = {name for name, _ in whole}
            yield from ((name, whole[0][1]) for name in names if name not in known)


def states(text: str) -> tuple[Found[tuple[str, ...]], ...]:
    """Return the states named in ``text``, each with all its names."""
    return tuple(_states().find(text))
