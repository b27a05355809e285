"""Days, numbers, places, themes and formats that are others'."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from meetings.statements.prose import bare, ordinal, ordinal_word

from .truth import Truth, planter

MONTHS = list(calendar.month_name)[1:]


DAYS = list(calendar.day_name)


CITIES = ["Jakarta", "Singapore City", "Dhaka", "Bangkok", "Manila", "Sydney"]


_DATE = re.compile(rf"\b(\d{{1,2}})\s({'|'.join(MONTHS)})(?: (\d{{4}}))?")


@planter
def dates(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    first = min(row.starts_on for row in truth.facts.meetings if row.starts_on)
    for found in _DATE.finditer(truth.text):
        day, month, year = found.groups()
        if MONTHS[first.month - 1] != month or year != str(first.year):
            continue
        line = truth.text[truth.text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if line.endswith(("24 and ", "by ")):
            continue
        other = int(day) + 9 if int(day) < 18 else int(day) - 9
        yield "day", *found.span(1), str(other)
        yield "month", *found.span(2), MONTHS[(first.month + 3) % 12]
        yield "year", *found.span(3), str(first.year - 1)


@planter
def weekdays(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(rf"\b({'|'.join(DAYS)})\b", truth.text):
        yield "weekday", *found.span(), DAYS[(DAYS.index(found[0]) + 2) % 7]
    for found in re.finditer(
        rf"(?<!\d )(?<!\d)\b(\d{{1,2}} (?:{'|'.join(MONTHS)}) (\d{{4}}))", truth.text
    ):
        if (
            int(found[2]) == truth.facts.meetings[0].starts_on.year
            and " to " not in (truth.text[found.start() - 5 : found.start()])
        ):
            right = _weekday(found[1])
            wrong = DAYS[(right + 3) % 7]
            before = truth.text[found.start() - 10 : found.start()]
            if right >= 0 and not re.search(r"day,? $|and $|[–-]$", before):
                yield "weekday added", *found.span(), f"{wrong} {found[1]}"


def _weekday(told: str) -> int:
    day, month, year = told.split()
    return date(int(year), MONTHS.index(month) + 1, int(day)).weekday()


_ORDINALS = {ordinal_word(number): number for number in range(1, 40)}


_ORDINAL = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))\b"
    r"(?=[\s\w'’-]{0,40}?\s(?:[Mm]eeting|Ministerial Conference|Commemorative))",
    re.IGNORECASE,
)


@planter
def ordinals(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in _ORDINAL.finditer(truth.text):
        number = int(found[1]) if found[1] else _ORDINALS[found[2].lower()]
        for other in (number + 1, max(1, number - 1), number + 10):
            now = ordinal(other) if found[1] else ordinal_word(other)
            if found[0][0].isupper():
                now = now.capitalize()
            kind = "ordinal in figures" if found[1] else "ordinal in words"
            yield kind, *found.span(), now


@planter
def venues(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    cities = {row.city for row in truth.facts.meetings if row.city}
    countries = {
        bare(row.country.running_name) for row in truth.facts.meetings if row.country
    }
    for city in sorted(cities):
        for number, found in enumerate(
            re.finditer(
                rf"(?:in |^){re.escape(city)}(?=[ ,.:\n])", truth.text, re.MULTILINE
            )
        ):
            start = found.end() - len(city)
            after = truth.text[found.end() : found.end() + 40]
            before = truth.text[max(0, found.start() - 60) : found.start()]
            if (
                re.search(
                    r"met |held |place |week|meeting|events|hosting", before + " "
                )
                or "," in after[:2]
            ):
                other = [name for name in CITIES if name != city][number % 4]
                yield "city", start, found.end(), other
    for city in cities:
        for country in countries:
            told = rf"{re.escape(city)}, (?:the )?({re.escape(country)})"
            for found in re.finditer(told, truth.text):
                yield (
                    "country",
                    *found.span(1),
                    "Cambodia" if country != "Cambodia" else "Nepal",
                )


@planter
def themes(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for meeting in truth.facts.meetings:
        theme = re.escape(meeting.theme).replace(r"\ ", r"\s")
        for found in re.finditer(theme, truth.text) if len(meeting.theme) > 20 else ():
            words = list(re.finditer(r"\w{5,}", found[0]))
            before = truth.text[max(0, found.start() - 40) : found.start()]
            if len(words) > 2 and re.search(r"[Ee]vent|theme", before):
                for word in (words[0], words[-1]):
                    start = found.start() + word.start()
                    yield "theme", start, start + len(word[0]), "exploitation"


@planter
def formats(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(r"\bvirtually\b(?= on|:)", truth.text):
        if truth.facts.meetings[0].format == "virtual":
            yield "format", *found.span(), "in person"
    for found in re.finditer(r"\b(hybrid)\b", truth.text):
        yield "format", *found.span(), "virtual"
