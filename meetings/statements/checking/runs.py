"""Names in a row, as lists and sentences have them: "A, the B (C) and D"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .lexicon import Mention

_PEOPLE = (
    r"(?:(?:senior |government |other |invited |expert )?"
    r"(?:representatives?|delegates?|delegations?|officials?|experts?|speakers?|"
    r"panell?ists|presenters?|participants?|colleagues|practitioners|members|observers|"
    r"ministers?|presentations?|interventions?|remarks|updates?|contributions?)"
    r" (?:of|from|by) )"
)
_LEAD = re.compile(
    rf"(?:(?:and |both |including |namely |from |by |with |also )?{_PEOPLE}?"
    r"(?:the )?(?:(?:royal )?governments? of )?(?:the )?)"
)
_BETWEEN = re.compile(
    r",? (?:and|or|&|as well as|along with|together with|alongside|plus|followed by|in addition to)"
    r"(?: also)? |, |; (?:and )?|/"
)
_BEFORE = re.compile(
    r"(?:,? (?:and|or|&|as well as|along with|together with|alongside|plus)(?: also)? |, |; (?:and )?|/)"
    rf"(?:both )?{_PEOPLE}?(?:the )?(?:(?:royal )?governments? of )?(?:the )?$"
)
_OPENS = re.compile(
    rf"(?:both )?{_PEOPLE}?(?:the )?(?:(?:royal )?governments? of )?(?:the )?$"
)
_CLAUSE = re.compile(
    r"(?:^|[.;:,(] ?|\b(?:and|that|while|where|with|when|after which|as|from|by|heard|heard how|before|whereby|then|meanwhile|including) )"
    r"(?:representatives (?:of|from) |delegates from |officials from |experts from |speakers from |presenters from |colleagues from )?(?:the )?(?:governments? of (?:the )?)?$"
)
_CUT = re.compile(
    r",? (?:and|&|as well as|along with|together with|plus) |[,;] (?:and )?|[,;]|[(\[]"
)
_SHELL = re.compile(
    rf"(?:and |including |namely |also )*{_PEOPLE}?(?:the )?(?:governments? of )?(?:the )?"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Names in a row, from the first one's article to the last one's bracket."""

    start: int
    end: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a name that is known, or words that are not."""

    start: int
    end: int
    mention: Mention | None


def run_after(case: Case, place: int, end: int) -> Run | None:
    """Return the names in a row that begin here."""
    begins, last, found = place, place, []
    while place < end:
        lead = _LEAD.match(case.low, place, end)
        mention = case.mention_at(lead.end()) if lead else None
        mention = mention or case.mention_at(place)
        if mention is None:
            break
        found.append(mention)
        last = _after_bracket(case, mention.end, end)
        between = _BETWEEN.match(case.low, last, end)
        if not between:
            break
        place = between.end()
    return Run(begins, last, tuple(found)) if found else None


def run_before(case: Case, place: int, begins: int) -> Run | None:
    """Return the names in a row that end here, none of them before ``begins``."""
    found: list[Mention] = []
    start = place
    while mention := _ending_at(case, start, begins):
        found.append(mention)
        between = _BEFORE.search(
            case.low, max(begins, mention.start - 70), mention.start
        )
        if not between or not _ending_at(case, between.start(), begins):
            break
        start = between.start()
    if not found:
        return None
    first = found[-1].start
    opened = _OPENS.search(case.low, max(begins, first - 70), first)
    return Run(opened.start() if opened else first, place, tuple(reversed(found)))


def _ending_at(case: Case, place: int, begins: int) -> Mention | None:
    """Return the name that ends here, its bracket included: "New Zealand (as Chair)"."""
    opens = case.reading.opens.get(place - 1)
    end = place if opens is None or place - opens > 122 else opens - 1
    mention = case.mentions.before(end)
    if (
        mention is None
        or mention.end != end
        or mention.start < begins
        or mention.name.official
    ):
        return None
    return mention


def opens_clause(case: Case, run: Run, begins: int) -> bool:
    """Tell the subject of a clause from names within it: "the Ministry of Indonesia"."""
    before = case.low[max(begins, run.start - 60) : run.start]
    return run.start <= begins or _CLAUSE.search(before) is not None


def _after_bracket(case: Case, place: int, end: int) -> int:
    """Return the end of the bracket that follows a name, else the name's."""
    opens = place + 1
    if case.text[place:opens] == " " and case.text[opens : opens + 1] in {"(", "["}:
        closes = case.reading.brackets.get(opens)
        if closes is not None and closes < end and closes - opens <= 120:
            return closes + 1
    return place


def items(case: Case, start: int, end: int, *, depth: int = 0) -> Iterator[Item]:
    """Yield the entries of the list between two places, nested lists unfolded."""
    for first, last in _segments(case, start, end):
        yield from _entry(case, first, last, depth)


def _segments(case: Case, start: int, end: int) -> Iterator[tuple[int, int]]:
    begins = place = start
    while place < end:
        cut = _CUT.search(case.low, place, end)
        if cut is None:
            break
        if cut[0] in {"(", "["}:
            place = case.reading.brackets.get(cut.start(), cut.start()) + 1
            continue
        inside = case.mentions.around(cut.start())
        if inside and inside.start < cut.start() and inside.end > cut.start() + 1:
            place = max(inside.end, cut.start() + 1)
            continue
        yield begins, cut.start()
        begins = place = cut.end()
    yield begins, end


def _entry(case: Case, start: int, end: int, depth: int) -> Iterator[Item]:
    while start < end and case.text[start] == " ":
        start += 1
    whole = end
    while end > start and case.text[end - 1] in " .":
        end -= 1
    if start >= end:
        return
    shell = _SHELL.match(case.low, start, end)
    name_at = shell.end() if shell else start
    mention = case.mention_at(name_at) or case.mention_at(start)
    if mention and end < mention.end <= whole:
        end = mention.end  # "the U.S."
    if mention and mention.end <= end and _closes(case, mention, end):
        yield Item(mention.start, _after_bracket(case, mention.end, end), mention)
        return
    opens = _bracket_in(case, start, end)
    closes = case.reading.brackets.get(opens, -1) if opens >= 0 else -1
    if 0 <= opens < closes <= end and depth < 3:
        inner = list(items(case, opens + 1, closes, depth=depth + 1))
        if any(item.mention for item in inner):
            if len(inner) == 1 and case.text[name_at : name_at + 1].isupper():
                yield Item(name_at, closes + 1, inner[0].mention)
            else:
                yield from inner
            return
    yield Item(name_at if name_at < end else start, end, None)


def _closes(case: Case, mention: Mention, end: int) -> bool:
    """Tell whether no further part of a name follows: "Samoa Returnees Trust"."""
    rest = case.text[_after_bracket(case, mention.end, end) : end].lstrip()
    return not rest or not (rest[0].isupper() or rest[0].isdigit())


def _bracket_in(case: Case, start: int, end: int) -> int:
    places = [case.text.find(sign, start, end) for sign in "(["]
    return min((place for place in places if place >= 0), default=-1)
