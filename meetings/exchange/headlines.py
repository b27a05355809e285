"""The words that a meeting goes by at the head of a column: "WG-TIP AM", "Tue 2 Dec"."""

import re
from calendar import day_abbr, day_name
from collections.abc import Iterator
from datetime import date, timedelta

from meetings.models import Meeting

from .cells import MONTHS
from .text import fold, squeeze

IDLE = frozenset(("the", "of", "on", "and", "for", "in", "to", "a", "at", "by", "no"))
SHORT = {"am": "annual_meeting", "som": "senior_officials", "ahg": "ad_hoc_group"}
NUMBERED_DAY = re.compile(r"\bday (\d)")
WEEK_DAY = re.compile(r"day\d+")
DAYS = {name.lower() for name in (*day_name, *day_abbr)} | set(MONTHS)
MOST_DAYS = 31


def telling(heading: str) -> set[str]:
    """Return the words of a heading that tell one meeting from another."""
    folded = NUMBERED_DAY.sub(r"day\1", fold(heading))
    return {_plain(word) for word in folded.split()} - IDLE


def of_day(words: set[str]) -> set[str]:
    """Return those of ``words`` that tell the day, if any do."""
    if DAYS.isdisjoint(words) and not any(map(WEEK_DAY.fullmatch, words)):
        return set()
    return {
        word
        for word in words
        if word in DAYS or word.isdecimal() or WEEK_DAY.fullmatch(word)
    }


def bag(meeting: Meeting, first_day: date | None) -> frozenset[str]:
    """Return all the words that may stand for a meeting."""
    words = {*_words(meeting.title), *_words(meeting.get_kind_display())}
    words |= {*_words(meeting.theme), *_words(meeting.city)}
    for row in meeting.convenings.all():
        abbreviation = row.body.abbreviation
        words |= {*_words(abbreviation), squeeze(abbreviation), *_words(row.body.name)}
    words |= {short for short, kind in SHORT.items() if kind == meeting.kind}
    if meeting.number:
        words.add(_ordinal(meeting.number))
    words.update(_of_days(meeting, first_day))
    return frozenset(words | {"event"})


def _words(text: str) -> list[str]:
    return [_plain(word) for word in fold(text).split()]


def _plain(word: str) -> str:
    """Return a word to compare: 01 is 1, and visits are a visit."""
    if word.isdecimal() and len(word) < 5:
        return str(int(word))
    return word.removesuffix("s") if len(word) > 3 else word


def _of_days(meeting: Meeting, first_day: date | None) -> Iterator[str]:
    if not (meeting.starts_on and meeting.ends_on):
        return
    length = min((meeting.ends_on - meeting.starts_on).days, MOST_DAYS)
    for day in (meeting.starts_on + timedelta(days=n) for n in range(length + 1)):
        yield from fold(f"{day:%A %a %B %b %Y}").split()
        yield from (str(day.day), _ordinal(day.day), str(day.month))
        if first_day:
            yield f"day{(day - first_day).days + 1}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ending}"
