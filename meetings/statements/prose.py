"""Lists, counts, ordinals, dates and names as statements write them."""

import re
from collections.abc import Sequence
from datetime import date

_BELOW_TWENTY = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MARKUP = re.compile(r"([\\`*_\[\]<>#~|&!])")


def listing(items: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C". Items that hold commas are the caller's."""
    if not items:
        return ""
    *rest, last = items
    return f"{', '.join(rest)} and {last}" if rest else last


def cardinal(number: int) -> str:
    """Return a number from 0 to 99 in words: "seventeen", "twenty-one"."""
    if not 0 <= number < 100:
        raise ValueError(f"{number} is not between 0 and 99")
    if number < 20:
        return _BELOW_TWENTY[number]
    tens, units = divmod(number, 10)
    word = _TENS[tens - 2]
    return f"{word}-{_BELOW_TWENTY[units]}" if units else word


def count(number: int, singular: str, plural: str, *, words_below_ten: bool) -> str:
    """Return "nine members" or "9 members", "1 member", "17 members".

    Source: the 2024 statement writes numbers below ten in words, that of 2025 never.
    """
    figure = cardinal(number) if words_below_ten and 0 <= number < 10 else str(number)
    return f"{figure} {singular if number == 1 else plural}"


def ordinal(number: int) -> str:
    """Return the ordinal in figures, as running text has it: "11th", "22nd"."""
    if number < 1:
        raise ValueError(f"{number} has no ordinal here")
    suffix = "th"
    if number % 100 not in {11, 12, 13}:
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def ordinal_word(number: int) -> str:
    """Return the ordinal in words, as headings have it; figures from 100 on."""
    if number >= 100:
        return ordinal(number)
    *before, last = cardinal(number).split("-")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    elif last.endswith("y"):
        last = f"{last[:-1]}ieth"
    else:
        last = f"{last}th"
    return "-".join([*before, last])


def day(when: date) -> str:
    """Return "3 December 2025"."""
    return f"{when.day} {month(when)}"


def month(when: date) -> str:
    """Return "December 2025"."""
    # Not strftime: the month's name must not follow the machine's language.
    return f"{_MONTHS[when.month - 1]} {when.year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def span(first: date, last: date, *, joined_by: str = " to ") -> str:
    """Return both days, inclusive, saying month and year once where they agree.

    "3 December 2025", "1 to 5 December 2025", "30 November to 2 December 2025",
    "30 December 2025 to 2 January 2026". Raises ValueError if ``last`` comes first.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}")
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{joined_by}{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]}{joined_by}{day(last)}"
    return f"{day(first)}{joined_by}{day(last)}"


def when(first: date | None, last: date | None, precision: str = "day") -> str:
    """Return the days of a meeting as far as they are known: "June 2010", "2017"."""
    if first is None:
        return "date not known"
    last = last or first
    if precision == "year":
        return (
            str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
        )
    if precision == "month":
        if (first.year, first.month) == (last.year, last.month):
            return month(first)
        return f"{month(first)} to {month(last)}"
    return span(first, last)


def opening(first: date, last: date, precision: str = "day") -> str:
    """Return how a sentence opens on those days: "On", "From" or "In"."""
    told = when(first, last, precision)
    if precision != "day":
        return f"In {told}"
    return f"On {told}" if first == last else f"From {told}"


def years(since: int, until: int | None) -> str:
    """Return a plan's years as its title has them: "2024-26", "2024" with an open end."""
    if until is None or until == since:
        return str(since)
    if since // 100 == until // 100:
        return f"{since}-{until % 100:02}"
    return f"{since}-{until}"


def bare(name: str) -> str:
    """Return a running name without its article: "the Philippines" -> "Philippines"."""
    return name.removeprefix("the ").removeprefix("The ")


def series(items: Sequence[str]) -> str:
    """Return a list of phrases: with semicolons where a phrase holds a comma itself."""
    if any("," in item for item in items):
        return "; ".join([*items[:-1], f"and {items[-1]}" if items[1:] else items[-1]])
    return listing(items)


def sentence_case(text: str) -> str:
    """Return the text with its first letter a capital; the rest stays."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """Return a title for the middle of a sentence; names and acronyms keep capitals.

    Only a first word that is plainly a common word is lowered: one in small letters
    after its first, followed by another such word.
    """
    first, _, rest = text.partition(" ")
    if not first[1:].islower() or not rest[:1].islower():
        return text
    return text[:1].lower() + text[1:]


def literal(text: str) -> str:
    """Return ``text`` so that the light markup prints it as it stands, on one line.

    Control and private use characters, which no font prints, become spaces.
    """
    flat = " ".join(re.sub(r"[\x00-\x1f\ue000-\uf8ff]", " ", text).split())
    return escape_start(escape_signs(flat))


def escape_signs(text: str) -> str:
    """Return words of a line so that none of their signs is taken for light markup."""
    return _MARKUP.sub(r"\\\1", text)


def escape_start(line: str) -> str:
    """Return a line so that how it begins does not make it an item of a list."""
    line = re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line)
    return re.sub(r"^([-+=])", r"\\\1", line)
