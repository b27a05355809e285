"""Abbreviations: introduced once, rightly, before they are used, and used afterwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .lexicon import Entity
from .reading import fold
from .result import Kind

_SHORT = r"[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)*"
_DEFINED = re.compile(
    rf"(?<=[\w'\"*]) ?([(\[])(?:the )?(?:\"|')?({_SHORT})(?:\"|')?([)\]])"
)
_USED = re.compile(
    r"[A-Z][a-z0-9]{0,3}-?[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)*(?!\w)"
)
_WORD = re.compile(r"[\w'-]+")
_KNOWN = {
    "UN", "EU", "ASEAN", "USA", "US", "UK", "UAE", "COVID", "COVID-19", "AI", "ICT", "NGO", "NGOs", "SMS", "CEO", "ID",
    "PDR", "SAR", "DPRK", "ROK", "HIV", "TV", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "SDG", "SDGs", "G20",
    "COVID-", "LGBTQI", "PDF", "AM", "PM", "MOU", "MoU", "AUD", "USD", "EUR", "MOUs", "CSO", "CSOs", "QR", "DNA", "IT", "HE", "BC", "AD", "TIP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Defined:
    """An abbreviation introduced: "the full name (ABBR)"."""

    start: int
    end: int
    short: str
    full: str
    """What the words before come to, for a comparison of two introductions."""
    entity: Entity | None


def check_terms(case: Case) -> None:
    defined = list(_definitions(case))
    uses = list(_uses(case))
    for row in defined:
        case.sheet.claim(Kind.ABBREVIATION, row.start, row.end)
        _check_meaning(case, row)
    _check_repeated(case, defined)
    _check_unused(case, defined, uses)
    _check_undefined(case, defined, uses)


def _definitions(case: Case) -> Iterator[Defined]:
    for found in _DEFINED.finditer(case.text):
        short = found[2]
        pair = found[1] + found[3]
        if pair not in {"()", "[]"} or not _is_short(short):
            continue
        named = case.mentions.at(found.start(2))
        if named and named.name.form != "abbreviation":
            continue  # a list of one: "one observer (Timor-Leste)"
        inside = case.mentions.around(found.start(1))
        if inside and inside.end >= found.end():
            yield Defined(*found.span(2), short, inside.entity.key, inside.entity)
            continue
        before = case.mentions.before(found.start(1))
        touching = (
            before and found.start(1) - before.end <= 1 and not before.name.official
        )
        if touching and before:
            if before.name.exact and before.entity.is_state:
                continue
            yield Defined(*found.span(2), short, before.entity.key, before.entity)
        else:
            full = _initials_of(case, found.start(), short)
            if full is not None:
                yield Defined(*found.span(2), short, full, None)


def _is_short(word: str) -> bool:
    return sum(sign.isupper() for sign in word) >= 2 and len(word) <= 14


def _initials_of(case: Case, place: int, short: str) -> str | None:
    """Return the words before whose first letters an abbreviation is made of."""
    sentence = case.reading.sentence_at(max(0, place - 1))
    words = list(_WORD.finditer(case.low, max(sentence.start, place - 160), place))
    letters = fold(re.sub(r"[^A-Za-z]", "", short.rstrip("s")))
    if not words or not letters:
        return None
    for taken, word in enumerate(reversed(words[-len(letters) - 6 :]), start=1):
        if word[0][:1] == letters[0] and taken >= len(letters) - 1:
            return " ".join(found[0] for found in words[-taken:])
    return None


def _check_meaning(case: Case, row: Defined) -> None:
    """An abbreviation of the record stands for that name and for no other."""
    known = case.lexicon.by_short.get(row.short)
    if row.entity is None or row.entity == known or row.entity.is_forum:
        return
    party, body = row.entity.party, row.entity.body
    right = (party.abbreviation if party else "") or (body.abbreviation if body else "")
    names = {
        fold(name)
        for name in (*(party.aliases if party else ()), *(body.names if body else ()))
    }
    if fold(row.short) in names or (
        known is None and (not right or row.entity.is_state)
    ):
        return
    if known is None and right.replace("-", "") == row.short.replace("-", ""):
        return
    case.sheet.error(
        Kind.ABBREVIATION,
        (row.start, row.end),
        f"{row.short} stands for {known.running}."
        if known
        else f"The record has {right}.",
        right or None,
        says=f"{row.entity.key} ({row.short})",
    )


def _check_repeated(case: Case, defined: list[Defined]) -> None:
    by_short: dict[str, Defined] = {}
    by_full: dict[str, Defined] = {}
    for row in defined:
        first = by_short.setdefault(row.short.rstrip("s"), row)
        other = by_full.setdefault(row.full, row)
        span = row.start, row.end
        if first is not row:
            same = first.full == row.full
            case.sheet.warning(
                Kind.ABBREVIATION,
                span,
                f"{row.short} is introduced already."
                if same
                else f"{row.short} is introduced before for “{first.full}”.",
            )
        elif other is not row and row.entity:
            case.sheet.warning(
                Kind.ABBREVIATION,
                span,
                f"The same name is introduced before as {other.short}.",
                other.short,
            )


def _uses(case: Case) -> Iterator[tuple[int, int, str]]:
    for found in _USED.finditer(case.text):
        before = case.text[found.start() - 1 : found.start()]
        if not (before.isalnum() or before in {"-", "_"}) and _is_short(found[0]):
            yield found.start(), found.end(), found[0]


def _check_unused(
    case: Case, defined: list[Defined], uses: list[tuple[int, int, str]]
) -> None:
    places = {row.start for row in defined}
    used: dict[str, int] = {}
    for start, _, short in uses:
        if start not in places:
            used[short.rstrip("s")] = max(start, used.get(short.rstrip("s"), 0))
            # "the IOM-led panel" uses IOM.
            head = short.split("-")[0]
            used.setdefault(head, start)
    for row in defined:
        if row.short.rstrip("s") not in used:
            opens, closes = row.start - 1, row.end + 1
            case.sheet.warning(
                Kind.ABBREVIATION,
                (opens - (case.text[opens - 1 : opens] == " "), closes),
                f"{row.short} is introduced and not used again.",
                "",
                says=row.short,
            )


def _check_undefined(
    case: Case, defined: list[Defined], uses: list[tuple[int, int, str]]
) -> None:
    introduced: dict[str, int] = {}
    for row in defined:
        introduced.setdefault(row.short.rstrip("s"), row.start)
    seen: set[str] = set()
    for start, end, short in uses:
        word = short.rstrip("s")
        if word in seen or not _needs_introduction(case, start, end, short):
            continue
        where = introduced.get(word)
        if where is not None and start >= where:
            seen.add(word)
            continue
        told = "is used before it is introduced."
        suggestion = None
        if where is None:
            again = sum(other.rstrip("s") == word for _, _, other in uses) > 1
            told, suggestion = (
                "is not introduced in this text.",
                _introduced(case, short, again=again),
            )
        if case.sheet.warning(
            Kind.ABBREVIATION, (start, end), f"{short} {told}", suggestion
        ):
            seen.add(word)


def _introduced(case: Case, short: str, *, again: bool) -> str | None:
    """Return the name, with its abbreviation if the text uses that ``again``."""
    entity = case.lexicon.by_short.get(short)
    if entity is None or entity.party is None:
        return None
    name = entity.party.running_name
    return f"{name} ({short})" if again else name


def _needs_introduction(case: Case, start: int, end: int, short: str) -> bool:
    """Tell an abbreviation that readers may not know, in running text."""
    if not _is_strange(short) or not _is_running(case, start):
        return False
    entity = case.lexicon.by_short.get(short)
    if entity and (entity.is_state or fold(entity.key) == fold(short)):
        return False
    around = case.mentions.around(start)
    if around is None:
        return True
    if around.start == start and around.name.form == "name":
        return False
    return around.end - around.start == end - start or around.entity == entity


def _is_strange(short: str) -> bool:
    """Tell an abbreviation in capitals that not everybody knows."""
    word = short.removesuffix("s")
    return (
        short not in _KNOWN
        and not short.startswith("COVID")
        and 2 < len(word) <= 10
        and word.replace("-", "").isalpha()
        and word.isupper()
    )


def _is_running(case: Case, place: int) -> bool:
    """Tell running text from headings, titles and lines of capitals."""
    sentence = case.reading.sentence_at(place)
    block = case.block_of(sentence)
    told = case.text[sentence.start : sentence.end]
    return (
        block is not None
        and not case.is_heading(block)
        and not case.titles.around(place)
        and not case.slanted.around(place)
        and told.upper() != told
    )
