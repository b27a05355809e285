"""What one cell means: yes and no, levels, roles, numbers, days, names with honorifics.

Each reader returns its value, or raises ``DoubtError`` with the words for the preview.
An empty cell says nothing: it is never asked about.
"""

import re
from calendar import month_abbr, month_name
from datetime import date

from meetings.facts import Level
from meetings.models.attendance import CAPACITIES, LEVELS, Attendance, Delegate

from .text import fold

PRESENT, APOLOGIES, ABSENT = "present", "apologies", "absent"
HEAD = Delegate.Role.HEAD.value
MOST_DELEGATES = 1_000


class DoubtError(Exception):
    """The cell cannot be taken at its word. The text says why."""


def _table(choices: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: value for value, words in choices.items() for word in words}


MARKS = {"✓", "✔", "☑", "√", "✅", "●", "•"}
CROSSES = {"✗", "✘", "☒", "❌", "-", "–", "—"}
PRESENCE = _table(
    {
        PRESENT: (
            "present", "yes", "y", "x", "1", "attended", "attending", "confirmed",
            "accepted", "true", "will attend", "p", "attend", "in person", "online",
            "virtual", "hadir", "registered", "ok", "checked in",
        ),
        APOLOGIES: (
            "apologies", "apology", "regrets", "regret", "sent apologies", "excused",
            "with apologies", "apologised", "apologized", "declined",
        ),
        ABSENT: (
            "absent", "no", "n", "0", "not attending", "did not attend", "no show",
            "false", "not present", "cancelled", "withdrawn",
        ),
    }
)  # fmt: skip
LEVEL_WORDS = _table(
    {
        Level.MINISTER.value: (
            "minister", "ministerial", "ministerial level", "vice minister",
            "deputy minister", "minister level", "ministers",
        ),
        Level.SENIOR_OFFICIAL.value: (
            "senior official", "senior officials", "senior", "som", "sol",
            "senior official level", "senior officials level", "so",
        ),
        Level.OFFICIAL.value: (
            "official", "officials", "official level", "working level", "officer",
            "officer level",
        ),
        Level.EXPERT.value: ("expert", "experts", "expert level", "technical", "technical level",
                   "technical expert"),
    }
)  # fmt: skip
ROLE_WORDS = _table(
    {
        Delegate.Role.HEAD.value: (
            "head", "head of delegation", "hod", "head delegate", "yes", "y", "x",
            "leader", "delegation head", "head of the delegation", "chief delegate",
        ),
        Delegate.Role.ALTERNATE.value: (
            "alternate", "alternate head", "alternate head of delegation", "deputy",
            "deputy head", "deputy head of delegation", "dhod", "ahod",
        ),
        Delegate.Role.DELEGATE.value: (
            "delegate", "member", "member of delegation", "participant", "no", "n",
            "delegation member", "representative",
        ),
        Delegate.Role.ADVISER.value: ("adviser", "advisor", "advisers", "advisors"),
    }
)  # fmt: skip
MODE_WORDS = _table(
    {
        Attendance.Mode.IN_PERSON.value: (
            "in person", "inperson", "physical", "physically", "onsite", "on site",
            "face to face", "f2f", "person", "venue", "offline",
        ),
        Attendance.Mode.ONLINE.value: (
            "online", "virtual", "virtually", "remote", "remotely", "zoom", "teams",
            "vc", "video conference", "videoconference", "webex", "vtc", "web", "on line",
        ),
    }
)  # fmt: skip
CAPACITY_WORDS = {fold(label): value for value, label in CAPACITIES} | {
    fold(value): value for value, _ in CAPACITIES
}
LEVEL_NAMES = [name.lower() for _, name in LEVELS]
HONORIFICS = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "drs", "prof", "professor", "h e", "he",
        "hon", "honourable", "honorable", "sir", "dame", "madam", "mdm", "mme", "amb",
        "ambassador", "dato", "datin", "datuk", "tan", "tun", "khun", "ir", "rev", "gen",
        "general", "lt", "col", "colonel", "capt", "captain", "maj", "major", "brig",
        "brigadier", "cdr", "commander", "adm", "admiral", "pol", "insp", "supt", "sgt",
        "atty", "sr", "sra", "srta", "dra", "encik", "puan", "cik", "tuan", "excellency", "his", "her", "the", "bapak", "ibu", "tan sri",
    )
)  # fmt: skip
# Also names and parts of names: only before another honorific, or with a full stop.
WEAK = frozenset(
    (
        "tan", "tun", "the", "his", "her", "sri", "general", "major", "pol", "he", "hon",
        "ir", "gen", "rev", "sr", "cik", "tuan",
    )
)  # fmt: skip
FILLERS = frozenset(
    (
        "", "tbc", "tbd", "tba", "n a", "na", "nil", "none", "vacant", "name", "names",
        "various", "to be confirmed", "to be determined", "to be advised", "unknown",
        "not applicable", "delegation", "as above",
    )
)  # fmt: skip
NUMBERED = re.compile(
    r"^(delegate|participant|official|member|person)?\s*\d*\.?\s*$", re.IGNORECASE
)
MOST_OF_HONORIFIC = 20


def presence(text: str) -> str:
    """Return whether a cell says present, apologies or absent; DoubtError if neither."""
    if text in MARKS or text.strip() in MARKS:
        return PRESENT
    if text in CROSSES:
        return ABSENT
    folded = fold(text)
    if found := PRESENCE.get(folded) or PRESENCE.get(
        fold(text.split("(", maxsplit=1)[0])
    ):
        return found
    raise DoubtError(f"“{text}” says neither present, apologies nor absent")


def is_mark(text: str) -> bool:
    """Whether a cell is ticked rather than written in."""
    return text in MARKS or fold(text) in {"x", "yes", "y", "1", "p"}


def level(text: str) -> str:
    """Return the level of representation; DoubtError for words that are none."""
    if found := LEVEL_WORDS.get(fold(text)):
        return found
    raise DoubtError(
        f"the level “{text}” is none of: {', '.join(LEVEL_NAMES)}. It was left out"
    )


def mode(text: str) -> str:
    """Return how somebody took part: in person or online. DoubtError for other words."""
    if found := MODE_WORDS.get(fold(text)):
        return found
    raise DoubtError(
        f"the mode “{text}” is neither in person nor online. It was left out"
    )


def role(text: str) -> str:
    """Return the role in a delegation; DoubtError for words that are none."""
    if found := ROLE_WORDS.get(fold(text)):
        return found
    raise DoubtError(f"the role “{text}” is not one of a delegation: read as delegate")


def capacity(text: str) -> str:
    """Return the capacity that a cell names; DoubtError for words that are none."""
    if found := CAPACITY_WORDS.get(fold(text)):
        return found
    raise DoubtError(f"“{text}” is no capacity that the record knows")


def size(text: str) -> int:
    """Return a number of delegates, in persons; DoubtError if it is none, or too large."""
    found = re.fullmatch(r"(\d{1,6})(\.0+)?( ?(delegates?|persons?|pax|people))?", text)
    if not found:
        raise DoubtError(
            f"“{text}” is not a number of delegates: write it in digits, 0 or more"
        )
    number = int(found[1])
    if number > MOST_DELEGATES:
        raise DoubtError(f"{number:,} delegates of one party is more than can be right")
    return number


# Names


def is_name(text: str) -> bool:
    """Whether a cell names somebody, rather than saying that nobody is named yet."""
    return (
        fold(text) not in FILLERS
        and not NUMBERED.match(text)
        and any(letter.isalpha() for letter in text)
    )


def split_name(text: str) -> tuple[str, str]:
    """Return the honorific and the name: "H.E. Dr Ana SILVA" is ("H.E. Dr", "Ana SILVA").

    "SILVA, Ana (Ms)" is turned round. Nothing is added, and capitals stay.
    """
    text, behind = _cut_behind(text)
    before, name = _cut_before(text)
    within, name = _cut_before(_turned(name))
    honorific = ""
    for word in f"{before} {within} {behind}".split():
        if len(f"{honorific} {word}") <= MOST_OF_HONORIFIC:
            honorific = f"{honorific} {word}".strip()
    return honorific, name


def _cut_behind(text: str) -> tuple[str, str]:
    found = re.fullmatch(
        r"(.+?),?\s*[(\[]([^()\[\]]{1,12})[)\]]", text
    ) or re.fullmatch(r"(.+),\s*([^\s,]{1,5})", text)
    if found and fold(found[2]) in HONORIFICS:
        return found[1].strip(), found[2].strip()
    return text, ""


def _cut_before(text: str) -> tuple[str, str]:
    words = text.split()
    count = 0
    while count < len(words) - 1 and _is_honorific(words, count):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _is_honorific(words: list[str], index: int) -> bool:
    word = fold(words[index])
    if word not in HONORIFICS and not (word == "sri" and index):
        return False
    if word in WEAK and not words[index].endswith("."):
        following = fold(words[index + 1])
        return following in HONORIFICS or following == "sri" or word == "sri"
    return True


def _turned(name: str) -> str:
    family, comma, given = name.partition(",")
    if comma and given.strip() and "," not in given:
        return f"{given.strip()} {family.strip()}"
    return name.strip(" ,")


# Days

MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name} | {
    name.lower(): number for number, name in enumerate(month_abbr) if name
}
MONTHS["sept"] = 9
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_PATTERNS = [
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|&)\s*\d{{1,2}}"
        rf"(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?P<m>{MONTH})\.?,?\s+(?P<y>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:\s*(?:-|–|to)\s*\d{{1,2}})?,?\s+(?P<y>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    # Day first, as the region writes it.
    re.compile(r"\b(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)\b"),
]


def days(text: str) -> tuple[date, ...]:
    """Return the days that a text names, the first of each span, as they come."""
    found = {}
    for pattern in DAY_PATTERNS:
        for match in pattern.finditer(text):
            if day := _day(match["y"], match["m"], match["d"]):
                found.setdefault(day, match.start())
    return tuple(sorted(found, key=found.get))


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else MONTHS[month.lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def one_day(text: str) -> date:
    """Return the day that a cell names; DoubtError for none, or for several."""
    found = days(text)
    if len(found) != 1:
        raise DoubtError(f"“{text}” is not one day: write it as 2025-12-03")
    return found[0]
