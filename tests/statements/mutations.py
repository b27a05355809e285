"""Errors planted in true texts, one at a time, to see whether the check finds them.

Each planter takes a true text and its facts and yields texts with one error. They look at
the text with patterns of their own, so that they do not share the checker's blind spots.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from meetings.facts import Capacity, StatementFacts, Vocabulary
from meetings.reports import union
from meetings.statements.prose import bare, cardinal, ordinal, ordinal_word

MONTHS = [
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
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CITIES = ["Jakarta", "Singapore City", "Dhaka", "Bangkok", "Manila", "Sydney"]


@dataclass(frozen=True, slots=True)
class Truth:
    """A text without an error, and the facts that it is true of."""

    name: str
    text: str
    facts: StatementFacts
    vocabulary: Vocabulary

    @property
    def whole(self) -> bool:
        """Whether the record says who was not there."""
        meetings = [row for row in self.facts.meetings if row.kind != "site_visit"]
        return all(row.list_status == "complete" and row.attendance for row in meetings)

    def present(self, *capacities: Capacity) -> list[str]:
        return [
            bare(row.party.running_name)
            for row in union(self.facts.meetings)
            if row.present and (not capacities or row.capacity in capacities)
        ]

    def absent_states(self) -> list[str]:
        known = {row.party.name for row in union(self.facts.meetings)}
        week = {row.party.name for held in self.facts.week for row in held.attendance}
        speakers = {
            row.party.name
            for held in (*self.facts.week, *self.facts.meetings)
            for session in held.sessions
            for row in session.contributions
            if row.party
        }
        return [
            party.name
            for party in self.vocabulary.parties
            if party.is_state
            and party.name not in known | week | speakers
            and party.name not in self.text
            and "(" not in party.name
        ]


@dataclass(frozen=True, slots=True)
class Planted:
    kind: str
    name: str
    text: str
    was: str
    now: str


Planter = Callable[[Truth], Iterator[tuple[str, int, int, str]]]
_PLANTERS: list[Planter] = []


def planter(plant: Planter) -> Planter:
    _PLANTERS.append(plant)
    return plant


def planted(truth: Truth) -> Iterator[Planted]:
    """Yield the text with each error that can be planted in it."""
    for plant in _PLANTERS:
        for kind, start, end, now in plant(truth):
            was = truth.text[start:end]
            if was != now:
                text = f"{truth.text[:start]}{now}{truth.text[end:]}"
                yield Planted(kind, truth.name, text, was, now)


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


def _name_pattern(truth: Truth) -> str:
    names: set[str] = set()
    for party in truth.vocabulary.parties:
        names |= {
            party.name,
            bare(party.running_name),
            party.abbreviation,
            *party.aliases,
        }
    ordered = sorted(filter(None, names), key=len, reverse=True)
    return "|".join(
        re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in ordered
    )


def _lists(truth: Truth) -> Iterator[list[re.Match[str]]]:
    """Yield the names of each list of attendance, as they stand."""
    name = _name_pattern(truth)
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
            re.finditer(_name_pattern(truth), truth.text[begins : found.start()])
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


@planter
def apologies(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    if not truth.whole:
        return
    for found in re.finditer(
        r"Apologies(?: were received from|:) (?:the )?([A-Z][\w-]+(?: [A-Z]\w+)?)( and)?",
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
    known = {re.sub(r"\s", " ", name) for name in _name_pattern(truth).split("|")}
    absent = truth.absent_states()
    for number, found in enumerate(_SPEAKS.finditer(truth.text)):
        group = 1 if found[1] else 2
        if found[group] in known:
            yield (
                "absent party in the prose",
                *found.span(group),
                absent[number % len(absent)],
            )


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


@planter
def formats(truth: Truth) -> Iterator[tuple[str, int, int, str]]:
    for found in re.finditer(r"\bvirtually\b(?= on|:)", truth.text):
        if truth.facts.meetings[0].format == "virtual":
            yield "format", *found.span(), "in person"
    for found in re.finditer(r"\b(hybrid)\b", truth.text):
        yield "format", *found.span(), "virtual"
