"""What the states of the world are called in everyday English. Source: ISO 3166."""

from collections.abc import Iterator
from functools import lru_cache

import pycountry

_ALSO = {
    "BN": ("Brunei",),
    "CZ": ("Czech Republic",),
    "FM": ("Micronesia",),
    "GB": ("Britain", "Great Britain", "UK", "U.K."),
    "KG": ("Kyrgyz Republic",),
    "KR": ("South Korea", "ROK"),
    "LA": ("Laos", "Lao PDR"),
    "MH": ("Republic of Marshall Islands",),
    "MM": ("Burma",),
    "NL": ("Holland",),
    "NZ": ("NZ",),
    "PG": ("PNG",),
    "PS": ("Palestine",),
    "RU": ("Russia",),
    "SB": ("Solomons",),
    "SK": ("Slovak Republic",),
    "TL": ("East Timor", "Timor Leste"),
    "AE": ("UAE", "U.A.E.", "Emirates"),
    "US": ("US", "U.S.", "USA", "U.S.A."),
    "VN": ("Vietnam",),
}
"""Everyday names that the standard does not have, by its codes."""


def names_of(country: object) -> Iterator[str]:
    """Yield the names of a country of the standard."""
    yield from _ALSO.get(getattr(country, "alpha_2", ""), ())
    for field in ("name", "common_name", "official_name"):
        name = getattr(country, field, None)
        if not name:
            continue
        yield name
        before, comma, after = name.partition(", ")
        if comma and after.endswith(" of") | after.endswith(" of the"):
            yield f"{after} {before}"


def also_called(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return all names of the state that goes by one of ``names``; none if none does."""
    for name in names:
        found = _by_name().get(name.casefold().removeprefix("the "))
        if found:
            return found
    return ()


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    return {
        name.casefold(): names
        for country in pycountry.countries
        if (names := tuple(dict.fromkeys(names_of(country))))
        for name in names
    }
