"""Counts that are off, names on lists where they should not be, and names left out."""

import re
from collections.abc import Iterator

from meetings.facts import Capacity
from meetings.statements.prose import cardinal

from .truth import Truth, name_pattern, planter

_WORDS = {cardinal(number): number for number in range(1, 60)}


_NUMBER = "|".join(sorted(_WORDS, key=len, reverse=True))


_COUNTED = re.compile(
    rf"\b(\d{{1,2}}|{_NUMBER}) (?=(?:additional|civil society|Bali Process|private sector|WG-TIP|members\b|"
    r"international organisations|states\b|organisations\)|delegations|academic)\b)",
    re.IGNORECASE,
)


@planter
def counts(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    if not truth.whole:
        return
    for found in _COUNTED.finditer(truth.text):
        told = found[1]
        number = int(told) if told.isdigit() else _WORDS[told.lower()]
        kind = "count in figures" if told.isdigit() else "count in words"
        for other in (number - 1, number + 1, number + 10):
            if other > 0:
                now = str(other) if told.isdigit() else cardinal(other)
                yield (
                    kind,
                    *found.span(1),
                    now.capitalize() if told[0].isupper() else now,
                )


def _lists(truth: Truth) -> Iterator[list[re.Match[str]]]:
    """Yield the names of each list of attendance, as they stand."""
    name = name_pattern(truth)
    item = rf"(?:the\s)?(?:{name})(?: (?:\\?\[|\()[A-Z-]{{2,9}}(?:\\?\]|\)))?"
    run = re.compile(rf"{item}(?:,\s(?:and\s)?{item})+,?(?:\sand\s{item})?")
    for found in run.finditer(truth.text):
        before = truth.text[max(0, found.start() - 400) : found.start()]
        paragraph = before.rpartition("\n\n")[2] or before
        if re.search(r"attend|Members:|articipants:|took part|represented:", paragraph):
            names = re.compile(rf"(?<![\w(\[-])(?:{name})(?![\w-])")
            yield list(names.finditer(truth.text, found.start(), found.end()))


@planter
def listed_names(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    if not truth.whole:
        return
    absent = truth.absent_states()
    for number, names in enumerate(_lists(truth)):
        if len(names) < 3:
            continue
        for place in (0, len(names) // 2, len(names) - 1):
            name, other = names[place], absent[(number * 7 + place * 3) % len(absent)]
            yield "absent party on a list", *name.span(), other
            yield "party added to a list", *name.span(), f"{name[0]}, {other}"
            if place + 1 < len(names):
                yield (
                    "party left out of a list",
                    name.start(),
                    names[place + 1].start(),
                    "",
                )
                yield "party listed twice", *names[place + 1].span(), name[0]
            if len(name[0]) > 6 and " " not in name[0]:
                yield "name misspelt on a list", *name.span(), name[0][:2] + name[0][3:]


@planter
def capacities(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    """A party that attended in another capacity in the place of one on a list."""
    if not truth.whole:
        return
    groups = [truth.present(capacity) for capacity in Capacity]
    groups = [group for group in groups if group]
    for names in _lists(truth):
        if not truth.text[: names[0].start()].endswith(("(", "(the ", "Members: ")):
            continue
        own = {re.sub(r"\s", " ", name[0]) for name in names}
        for group in groups:
            if not own & set(group) and len(names) > 2:
                name = names[1]
                yield "party in another capacity", *name.span(), group[0]
    for one, other in (
        ("additional Bali Process members as observers", "Bali Process observers"),
        ("civil society organisations", "private sector organisations"),
        ("Bali Process observers (", "additional Bali Process members as observers ("),
    ):
        place = truth.text.find(one)
        if place >= 0 and not truth.text[:place].endswith("additional "):
            yield "label of another capacity", place, place + len(one), other


@planter
def levels(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(
        r"represented\sby (a )?(senior\sofficials?|ministers?)", truth.text
    ):
        told = "minister" if "senior" in found[2] else "senior official"
        yield "level", *found.span(2), f"{told}s" if not found[1] else told
        begins = max(
            truth.text.rfind(". ", 0, found.start()) + 2,
            truth.text.rfind("\n\n", 0, found.start()) + 2,
        )
        names = list(
            re.finditer(name_pattern(truth), truth.text[begins : found.start()])
        )
        if len(names) > 2:
            gone, after = names[1], names[2]
            yield (
                "party left out of a level",
                begins + gone.start(),
                begins + after.start(),
                "",
            )
            others = [
                name
                for name in truth.present()
                if name not in truth.text[begins : found.start()]
            ]
            if others:
                yield (
                    "party of another level",
                    begins + gone.start(),
                    begins + gone.end(),
                    others[0],
                )


@planter
def apologies(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    if not truth.whole:
        return
    for found in re.finditer(
        r"Apologies(?: were received from|:) (?:the )?([A-Z][\w-]+(?: [A-Z]\w+)*)( and)?",
        truth.text,
    ):
        for name in truth.present()[:1]:
            yield "apologies of another", *found.span(1), name
        yield "apologies of another", *found.span(1), truth.absent_states()[0]
        if found[2]:
            yield "apologies left out", found.start(1), found.end(2) + 1, ""


_SPEAKS = re.compile(
    r"(?:speakers from|moderated by|facilitated by|[Pp]resentations from|brought together|led by) (?:the )?([A-Z][\w-]+)"
    r"|(?:^|\. |- |\* )(?:The )?([A-Z][\w-]+)(?=(?:, [\w -]+)*(?:,? and [\w -]+)? (?:presented|gave|shared|briefed|opened|spoke|delivered|provided))",
    re.MULTILINE,
)


@planter
def speakers(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    """A state that was not there in the place of one that spoke."""
    if not truth.whole:
        return
    known = {re.sub(r"\s", " ", name) for name in name_pattern(truth).split("|")}
    absent = truth.absent_states()
    for number, found in enumerate(_SPEAKS.finditer(truth.text)):
        group = 1 if found[1] else 2
        if found[group] in known:
            yield (
                "absent party in the prose",
                *found.span(group),
                absent[number % len(absent)],
            )
