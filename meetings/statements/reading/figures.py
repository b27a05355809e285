"""Numbers and ordinals, in figures and in words, as statements print them."""

import re

from meetings.statements.prose import cardinal, ordinal_word

_CARDINALS = {cardinal(number): number for number in range(100)}
_ORDINALS = {ordinal_word(number): number for number in range(1, 100)}
_ORDINALS["inaugural"] = 1


def _either(words: dict[str, int]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(word.replace("-", "[- ]") for word in longest_first)


NUMBER = rf"(?<![\w.,/\u2013-])(?:\d{{1,3}}(?![\w.,/%\u2013-]*\d)(?!\w)|(?i:{_either(_CARDINALS)})(?![\w-]))"
ORDINAL = rf"(?<![\w-])(?:\d{{1,2}} ?(?:st|nd|rd|th)(?!\w)|(?i:{_either(_ORDINALS)})(?![\w-]))"


def number(words: str) -> int:
    """Return the number that words matched by ``NUMBER`` say."""
    return int(words) if words.isdecimal() else _CARDINALS[_key(words)]


def ordinal(words: str) -> int:
    """Return the number that words matched by ``ORDINAL`` say."""
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else _ORDINALS[_key(words)]


def _key(words: str) -> str:
    return words.casefold().replace(" ", "-")
