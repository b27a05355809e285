"""Numbers and ordinals, in figures and in words, as a text writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.statements import prose

_CARDINALS = {prose.cardinal(number): number for number in range(100)}
_CARDINALS |= {word.replace("-", " "): number for word, number in _CARDINALS.items()}
_CARDINALS["a dozen"] = 12
_ORDINALS = {prose.ordinal_word(number): number for number in range(1, 100)}
_ORDINALS |= {word.replace("-", " "): number for word, number in _ORDINALS.items()}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(\d{{1,6}})|({_any(_CARDINALS)}))(?![\w/]|[.,]\d)"
)
_ORDINAL = re.compile(
    rf"(?<![\w.-])(?:(\d{{1,3}}) ?(?:st|nd|rd|th)|({_any(_ORDINALS)}))\b"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands; ``word`` if it is written in words."""

    start: int
    end: int
    value: int
    word: bool


def numbers(low: str, start: int, end: int) -> Iterator[Figure]:
    for found in _NUMBER.finditer(low, start, end):
        value = int(found[1]) if found[1] else _CARDINALS[found[2]]
        yield Figure(found.start(), found.end(), value, not found[1])


def ordinals(low: str, start: int, end: int) -> Iterator[Figure]:
    for found in _ORDINAL.finditer(low, start, end):
        value = int(found[1]) if found[1] else _ORDINALS[found[2]]
        yield Figure(found.start(), found.end(), value, not found[1])


def number_like(written: str, number: int, *, word: bool) -> str:
    """Return ``number`` in the manner of what was written: "Six" -> "Seven"."""
    if not word or number >= 100:
        return str(number)
    return _cased(written, prose.cardinal(number))


def ordinal_like(written: str, number: int, *, word: bool) -> str:
    """Return the ordinal in the manner of what was written: "Tenth" -> "Eleventh"."""
    if not word or number >= 100:
        return prose.ordinal(number)
    return _cased(written, prose.ordinal_word(number))


def _cased(written: str, told: str) -> str:
    if written.isupper():
        return told.upper()
    return prose.sentence_case(told) if written[:1].isupper() else told
