"""One name, one spelling, one way to write years: within the one text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from meetings.statements import prose

from .case import Case
from .lexicon import Mention
from .reading import fold
from .result import Kind

_VARIANTS = (
    (re.compile(r"\btaskforces?\b"), re.compile(r"\btask forces?\b")),
    (re.compile(r"\bworkstreams?\b"), re.compile(r"\bwork streams?\b")),
)
_RANGE = re.compile(r"(?<![\w-])((?:19|20)\d\d)( ?[-/] ?)(\d{4}|\d{2})(?![\w-]|/)")
_AMERICAN = {
    "organization": "organisation", "organizations": "organisations", "center": "centre", "centers": "centres",
    "labor": "labour", "recognized": "recognised", "recognize": "recognise", "emphasized": "emphasised", "emphasize": "emphasise",
    "finalized": "finalised", "finalization": "finalisation", "panelist": "panellist", "panelists": "panellists", "program": "programme",
    "programs": "programmes", "organized": "organised", "criminalization": "criminalisation", "criminalized": "criminalised",
    "prioritize": "prioritise", "prioritized": "prioritised", "analyze": "analyse", "analyzed": "analysed",
    "behavior": "behaviour", "defense": "defence", "utilize": "utilise", "utilized": "utilised", "counseling": "counselling",
    "summarized": "summarised", "strategize": "strategise", "mobilize": "mobilise", "normalization": "normalisation",
    "cooperating": "cooperating", "co-operation": "cooperation", "traveling": "travelling",
}  # fmt: skip
_BRITISH = {british: american for american, british in _AMERICAN.items()}
_WORD = re.compile(r"[a-z][a-z-]*[a-z]")
_CAPITAL = re.compile(r"(?<![\w'-])[A-Z][a-z]{4,}(?:[ -][A-Z][a-z]{3,})?(?![\w-])")
_ENDINGS = {"n", "ns", "an", "ans", "i", "is", "ian", "ians", "ese", "ino", "inos"}
_NEAR = 0.85
"""Two letters wrong in eleven, one in seven."""
_MOST_WORDS = 4000


def check_spellings(case: Case) -> None:
    _check_names(case)
    for pattern, other in _VARIANTS:
        _check_variant(case, list(_free(case, pattern)), list(_free(case, other)))
    _check_ranges(case)
    _check_american(case)
    _check_misspelt(case)


def _check_names(case: Case) -> None:
    """Report states that the text calls by two names."""
    by_party: dict[str, list[Mention]] = {}
    for mention in case.mentions.all:
        if mention.entity.is_state and not _is_formal(mention):
            by_party.setdefault(mention.entity.key, []).append(mention)
    for mentions in by_party.values():
        told = Counter(fold(mention.name.text) for mention in mentions)
        if len(told) < 2 or _is_introduced(case, mentions):
            continue
        first = fold(mentions[0].name.text)
        common = max(told, key=lambda name: (told[name], name == first))
        shown = next(row for row in mentions if fold(row.name.text) == common)
        for mention in mentions:
            if fold(mention.name.text) != common:
                case.sheet.warning(
                    Kind.SPELLING,
                    (mention.start, mention.end),
                    f"The text also calls it {shown.name.text}.",
                    case.text[shown.start : shown.end],
                )


def _is_formal(mention: Mention) -> bool:
    """Tell a name that may stand beside the everyday one, "the UK", and a person's."""
    party = mention.entity.party
    formal = party is not None and prose.bare(fold(party.formal_name))
    return (
        mention.name.official is not None
        or mention.name.form == "formal"
        or (mention.name.form == "everyday" and mention.name.exact)
        or fold(mention.name.text) == formal
    )


def _is_introduced(case: Case, mentions: list[Mention]) -> bool:
    """Tell "the United Arab Emirates (UAE)", after which both are right."""
    ends = {mention.end for mention in mentions}
    return any(
        case.text[mention.start - 1 : mention.start] in {"(", "["}
        and mention.start - 2 in ends
        for mention in mentions
    )


def _free(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(case.low):
        yield found.span()


def _check_variant(
    case: Case, one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    if not one or not other:
        return
    rare, common = (one, other) if len(one) < len(other) else (other, one)
    if len(one) == len(other) and other[0] < one[0]:
        rare, common = one, other
    shown = case.text[slice(*common[0])]
    for start, end in rare:
        written = case.text[start:end]
        case.sheet.warning(
            Kind.SPELLING,
            (start, end),
            f"The text also writes “{shown}”.",
            _as_written(shown, written),
        )


def _as_written(shown: str, written: str) -> str:
    told = shown.rstrip("s") + ("s" if written.endswith("s") else "")
    told = told.lower() if written.islower() else told
    if not written[:1].isupper():
        return told
    if " " in told:
        return " ".join(prose.sentence_case(word) for word in told.split())
    return prose.sentence_case(told.lower())


def _check_ranges(case: Case) -> None:
    """ "2024-26" and "2024-2026" in one text."""
    found = [
        match
        for match in _RANGE.finditer(case.text)
        if _spans_years(match[1], match[3])
    ]
    told = [(match, (match[1], match[3][-2:])) for match in found]
    in_full = {years for match, years in told if len(match[3]) == 4}
    in_short = {years for match, years in told if len(match[3]) == 2}
    both = in_full & in_short
    short = [match for match, years in told if years in both and len(match[3]) == 2]
    full = [match for match, years in told if years in both and len(match[3]) == 4]
    if not both:
        return
    rare = short if len(short) < len(full) else full
    if len(short) == len(full) and full[0].start() < short[0].start():
        rare = short
    shown = (full if rare is short else short)[0][0]
    for match in rare:
        until = match[3][2:] if rare is full else match[1][:2] + match[3]
        if rare is short and int(until) < int(match[1]):
            until = str(int(until) + 100)
        start, end = match.span()
        case.sheet.warning(
            Kind.SPELLING,
            (start, end),
            f"The text also writes years as in {shown}.",
            f"{match[1]}{match[2]}{until}",
        )


def _spans_years(since: str, until: str) -> bool:
    last = int(until) if len(until) == 4 else int(since[:2] + until)
    return 0 < last - int(since) <= 20


def _check_american(case: Case) -> None:
    """Report the rarer spelling where a text mixes British and American ones."""
    british: list[tuple[int, int]] = []
    american: list[tuple[int, int]] = []
    for number, found in enumerate(_WORD.finditer(case.low)):
        if number > 40 * _MOST_WORDS:
            break
        word = found[0]
        if word in _AMERICAN and word not in {"program", "programs", "center"}:
            american.append(found.span())
        elif word in _BRITISH and word not in {"programme", "programmes"}:
            british.append(found.span())
    american = [span for span in american if not _in_name(case, span)]
    british = [span for span in british if not _in_name(case, span)]
    if not american or not british:
        return
    for start, end in american:
        written = case.text[start:end]
        right = _AMERICAN[case.low[start:end]]
        case.sheet.warning(
            Kind.SPELLING,
            (start, end),
            "The text otherwise spells in the British way.",
            prose.sentence_case(right) if written[:1].isupper() else right,
        )


def _in_name(case: Case, span: tuple[int, int]) -> bool:
    start, _ = span
    return (
        case.mentions.around(start) is not None
        or case.slanted.around(start) is not None
        or case.text[start].isupper()
    )


def _check_misspelt(case: Case) -> None:
    """Report a word that is a state's name but for one letter."""
    known = _one_off(case)
    for number, found in enumerate(_CAPITAL.finditer(case.text)):
        if number > _MOST_WORDS:
            return
        for written, start in _readings(found):
            if case.mentions.around(start) or written in known.adjectives:
                break
            name = known.nearest(written)
            if name:
                case.sheet.warning(
                    Kind.SPELLING,
                    (start, start + len(written)),
                    f"The record knows {name}.",
                    name,
                )
                break


def _readings(found: re.Match[str]) -> Iterator[tuple[str, int]]:
    yield fold(found[0]), found.start()
    if " " in found[0]:
        first, second = found[0].split(" ", 1)
        yield fold(first), found.start()
        yield fold(second), found.start() + len(first) + 1


class _Known:
    """Names of states, recognised through a slip or two."""

    def __init__(self, names: Iterable[str], adjectives: set[str]) -> None:
        self.adjectives = adjectives
        self._answers: dict[str, str | None] = {}
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        for name in names:
            if len(name) >= 5:
                folded = fold(name)
                self._by_start.setdefault(folded[:1], []).append((folded, name))

    def nearest(self, written: str) -> str | None:
        if written not in self._answers:
            self._answers[written] = self._nearest(written)
        return self._answers[written]

    def _nearest(self, written: str) -> str | None:
        rows = self._by_start.get(written[:1], ())
        if any(written == folded for folded, _ in rows):
            return None
        alike = [
            (_likeness(written, folded), name)
            for folded, name in rows
            if not _is_ending(written, folded)
        ]
        ratio, name = max(alike, default=(0.0, ""))
        return name if ratio >= _NEAR else None


def _is_ending(written: str, name: str) -> bool:
    """Tell "Indonesians" or "Philippine", which are words of their own."""
    short, long = sorted((written, name), key=len)
    return long.startswith(short[: max(5, len(short) - 1)]) and (
        written[len(name) - 1 :] in _ENDINGS or long.startswith(short)
    )


def _likeness(written: str, name: str) -> float:
    strange = set(written) ^ set(name)
    if abs(len(written) - len(name)) > 2 or len(strange) > 3:
        return 0.0
    return SequenceMatcher(None, written, name, autojunk=False).ratio()


def _one_off(case: Case) -> _Known:
    parties = {entity.party for entity in case.lexicon.by_key.values() if entity.party}
    states = [party for party in parties if party.is_state]
    names = [
        prose.bare(name)
        for party in states
        for name in (party.name, party.running_name, *party.aliases)
    ]
    return _Known(names, {fold(party.adjective) for party in states})
