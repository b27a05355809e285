"""Persons misspelt or under other titles, and others in the chair."""

import re
from collections.abc import Iterator

from .truth import Truth, planter


@planter
def people(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for official in truth.vocabulary.officials:
        name = re.escape(official.name).replace(r"\ ", r"\s")
        for found in re.finditer(rf"(?:(Mr|Ms) )?({name})", truth.text):
            if found[1] and official.honorific:
                yield "honorific", *found.span(1), "Ms" if found[1] == "Mr" else "Mr"
            *first, last = found[2].split()
            if found[1] or first:
                wrong = last[:2] + last[3:] if len(last) > 4 else f"{last}er"
                if found[1]:
                    yield "person misspelt", *found.span(2), " ".join([*first, wrong])
            yield from _titles(truth, official, found.end())


_TITLE_SWAPS = (
    ("Director for", "Deputy Director for"),
    ("First Assistant Secretary", "Assistant Secretary"),
    ("Peace and Security", "Trade and Investment"),
    ("Security and Disarmament", "Peace and Security"),
    ("Ambassador to", "Special Envoy to"),
    ("Deputy Minister", "Director-General"),
    ("Director-General", "Deputy Minister"),
    ("Ministry of Foreign Affairs", "Ministry of Home Affairs"),
    ("Minister for Foreign Affairs", "Minister for Immigration"),
    ("International Cooperation and Human Rights Division", "Legal Services and Modern Slavery Division"),
    ("Legal Services and Modern Slavery Division", "Modern Slavery and Human Trafficking Branch"),
    ("Attorney-General", "Solicitor-General"),
    ("Undersecretary", "Secretary"),
    ("Deputy Foreign Minister", "Foreign Minister"),
    ("Department of Labor and Employment", "Department of Foreign Affairs"),
    ("Assistant Secretary, Crime", "Director, Crime"),
    ("Deputy Director-General", "Director"),
)  # fmt: skip


def _titles(truth: Truth, official, place: int) -> Iterator[tuple[str, int, int, str]]:
    flat = truth.text[place : place + 230]
    for was, now in _TITLE_SWAPS:
        found = re.search(re.escape(was).replace(r"\ ", r"\s"), flat)
        stop = re.search(r"\b(?:Mr|Ms)\b|\.\s", flat)
        if (
            found
            and flat.startswith(",")
            and not (stop and stop.start() < found.start())
        ):
            if was == "Director-General" and "Deputy " in flat[: found.start()][-8:]:
                continue
            if was == "Attorney-General" and "Attorney" not in flat:
                continue
            start = place + found.start()
            yield "title", start, start + len(found[0]), now


@planter
def chairs(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    absent = truth.absent_states()
    for found in re.finditer(
        r"([A-Z][\w ]+?) and (?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)?) co-chaired",
        truth.text,
    ):
        yield "co-chair", *found.span(2), absent[0]
    for found in re.finditer(
        r"co-chaired by (?:the Governments of )?([A-Z]\w+)(, [A-Z]\w+)? and (?:the )?([A-Z]\w+(?: Lanka)?)",
        truth.text,
    ):
        yield "co-chair", *found.span(3), absent[1]
        yield "co-chair", *found.span(1), absent[2]
        if found[2]:
            yield "co-chair left out", *found.span(2), ""


@planter
def hosts(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(
        r"Government of (?:the )?(\w+(?: Lanka)?) for", truth.text
    ):
        yield "host", *found.span(1), "Viet Nam" if found[1] != "Viet Nam" else "Nepal"


@planter
def cohosts(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    held = {*truth.facts.meetings, *truth.facts.week}
    there = {row.body.name for meeting in held for row in meeting.convenings}
    for found in re.finditer(
        r"(?:co-hosted with|held jointly with) the ([\w ]+?)(?= \(|\.)", truth.text
    ):
        others = [
            body.name
            for body in truth.vocabulary.bodies
            if body.abbreviation not in {"BP", "TFPP"} and body.name not in there
        ]
        for name in others[-1:]:
            yield "co-host", *found.span(1), name
