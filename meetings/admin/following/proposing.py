"""What the next year's meeting is called, and which sessions come back. Pure."""

import re
from collections.abc import Collection, Iterable

from meetings.statements import prose

EVERY_YEAR = {
    "adoption of the agenda",
    "any other business",
    "closing",
    "closing remarks",
    "closing session",
    "conclusion",
    "introductions",
    "member updates",
    "national updates",
    "next steps",
    "opening",
    "opening remarks",
    "opening session",
    "rso update",
    "welcome",
    "workstream updates",
}
"""Titles that say nothing of the year, known without an earlier agenda to compare."""


def next_title(title: str, numbers: Iterable[int], year: int | None, theme: str) -> str:
    """Return the title with the next ordinals and year, without the year's theme."""
    found = without_theme(title, theme)
    for number in sorted(set(numbers), reverse=True):
        found = _counted_on(found, number)
    if year:
        found = re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), found)
    return found


def unnumbered(title: str, kind: str, year: int | None, theme: str) -> str:
    """Return what is left of the title without the year and its theme, else the kind.

    A title without any of them tells what was visited or discussed that time.
    """
    found = next_title(title, [], year, theme)
    return found if found != title else kind


def next_week(title: str, numbers: Iterable[int], year: int, theme: str) -> str:
    """Return the title of a week without its place and days, which come after a comma."""
    name, _, _ = without_theme(title, theme).partition(", ")
    name = next_title(name, numbers, year, "")
    after = str(year + 1)
    return name if after in name else f"{name}, {after}"


def without_theme(title: str, theme: str) -> str:
    """Return the title without the theme and the sign that joins the two."""
    if not theme:
        return title
    joined = rf"[\s:;,–—-]*[\"“‘'(]*{re.escape(theme)}[\"”’')]*"
    return re.sub(joined, "", title, flags=re.IGNORECASE).strip() or title


def next_slug(slug: str, number: int | None, year: int | None) -> str:
    """Return the address of the next one, "" where the old one says no number or year."""
    for old in filter(None, (number, year)):
        found = re.sub(rf"(?<!\d){old}(?!\d)", str(old + 1), slug)
        if found != slug:
            return found
    return ""


def comes_back(title: str, earlier: Collection[str]) -> bool:
    """Whether a session is held every year: it was there before, or its title says so."""
    folded = fold(title)
    return folded in EVERY_YEAR or folded in earlier


def fold(title: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", title.casefold()).split())


def _counted_on(text: str, number: int) -> str:
    if not 0 < number < 99:
        return text
    for ordinal in (prose.ordinal, prose.ordinal_word):
        old, new = ordinal(number), ordinal(number + 1)
        pattern = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])", re.IGNORECASE)
        text = pattern.sub(lambda found, new=new: _as_cased(found[0], new), text)
    return text


def _as_cased(old: str, new: str) -> str:
    return prose.sentence_case(new) if old[:1].isupper() else new
