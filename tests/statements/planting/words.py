"""Plans, abbreviations and spellings that do not agree with the record or each other."""

import re
from collections.abc import Iterator

from .truth import Truth, planter


@planter
def plans(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    recorded = {
        f"{plan.since_year}"
        for row in truth.facts.meetings
        for plan in (*row.plans, *row.endorsed)
        if plan.until_year
    }
    for found in re.finditer(r"Forward Work Plan (\d{4})-(\d{2,4})", truth.text):
        if found[1] in recorded:
            yield "years of a plan", *found.span(1), str(int(found[1]) - 1)
            yield "years of a plan", *found.span(2), str(int(found[2]) + 1)
            yield (
                "years written in two ways",
                len(truth.text),
                len(truth.text),
                (
                    f"\n\nThe plan for {found[1]}-20{found[2]} remains in force.\n"
                    if len(found[2]) == 2
                    else ""
                ),
            )
    for found in re.finditer(r"(2023) (Adelaide) Strategy", truth.text):
        yield "strategy", *found.span(1), "2021"
        yield "strategy", *found.span(2), "Brisbane"


@planter
def terms(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(
        r" \\?([(\[])([A-Z]{2,5}(?:-[A-Z]{2,3})?)\\?[)\]]", truth.text
    ):
        short = found[2]
        if short in {"USA", "UAE"}:
            continue
        later = re.search(rf"\b{short}\b", truth.text[found.end() :])
        earlier = re.search(rf"\b{short}\b", truth.text[: found.start()])
        if later and not earlier:
            yield "abbreviation not introduced", *found.span(), ""
        wrong = {
            "IOM": "ILO",
            "ILO": "IOM",
            "UNODC": "UNHCR",
            "UNHCR": "UNODC",
            "RSO": "DWG",
            "TFPP": "RSO",
        }
        if short in wrong:
            yield "wrong abbreviation", *found.span(2), wrong[short]
        yield (
            "abbreviation introduced twice",
            len(truth.text),
            len(truth.text),
            (f"\n\nWork continues with the {_full(truth, short)} ({short}).\n"),
        )
    yield (
        "abbreviation not used",
        len(truth.text),
        len(truth.text),
        ("\n\nThanks went to the Regional Anti-Piracy Centre (RAPC).\n"),
    )


def _full(truth: Truth, short: str) -> str:
    for party in truth.vocabulary.parties:
        if party.abbreviation == short:
            return party.name
    bodies = truth.vocabulary.bodies
    return next((row.name for row in bodies if row.abbreviation == short), short)


_OTHER_NAMES = {
    "Viet Nam": "Vietnam", "Vietnam": "Viet Nam", "Lao PDR": "Laos", "Laos": "Lao PDR", "Türkiye": "Turkey",
    "Timor-Leste": "East Timor", "USA": "United States", "Iran": "Islamic Republic of Iran (Iran)",
}  # fmt: skip


_MISSPELT = {
    "Indonesia": "Indonesa", "Malaysia": "Malayisa", "Philippines": "Phillipines", "Cambodia": "Combodia",
    "Thailand": "Thaliand", "Australia": "Austrailia", "Maldives": "Maldivs", "Bangladesh": "Bangaldesh", "Pakistan": "Pakstan",
}  # fmt: skip


@planter
def spellings(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for name, other in _OTHER_NAMES.items():
        if (
            re.search(rf"\b{name}\b", truth.text)
            and other not in truth.text
            and "(" not in other
        ):
            yield (
                "one party under two names",
                len(truth.text),
                len(truth.text),
                (f"\n\nThe region looks to {other} for an example.\n"),
            )
    for name, other in _MISSPELT.items():
        if re.search(rf"\b{name}\b", truth.text):
            yield (
                "state misspelt",
                len(truth.text),
                len(truth.text),
                (f"\n\nThe people of {other} know this well.\n"),
            )
    for one, other in (("Taskforce", "Task Force"), ("Task Force", "Taskforce")):
        if one in truth.text and other not in truth.text:
            yield (
                "Taskforce and Task Force",
                len(truth.text),
                len(truth.text),
                (f"\n\nThe {other} goes on.\n"),
            )
