"""A list of names against the record, both ways."""

import re
from collections import Counter
from difflib import SequenceMatcher

from meetings.facts import Capacity, PartyFact
from meetings.statements import prose
from meetings.statements.prose import bare

from . import groups
from .case import Case
from .counted import Counted
from .reading import fold
from .record import Group
from .result import Kind, told
from .runs import Item

_JOINED = re.compile(r"[,;]? (?:and )?(?:the )?")
_MOST_UNKNOWN = 8
"""A list with more names than this that nobody knows is no list of names."""


def check_list(
    case: Case, counted: Counted, meant: Group, whole: frozenset[str]
) -> bool:
    """Compare a list with those whom its label means; tell whether they differ."""
    record, names = case.record, counted.names
    for item in counted.items:
        if item.mention:
            case.attend(item.mention)
        known = item.mention is not None and (
            record.complete or item.mention.entity.key in record.rows
        )
        case.sheet.claim(Kind.NAME, item.start, item.end, checked=known)
    if not record.present:
        return False
    _check_twice(case, counted)
    _check_written(case, counted)
    if _check_label(case, counted, meant):
        return True
    unknown = [item for item in counted.items if item.mention is None]
    extra = [
        item
        for item in counted.items
        if item.mention
        and item.mention.entity.key not in whole
        and (record.complete or item.mention.entity.key in record.rows)
    ]
    lacking = [] if counted.open_ended else _in_order(case, whole - names)
    case.reported.update(party.name for party in lacking)
    lacking = _check_unknown(case, unknown, lacking)
    if len(extra) == 1 and len(lacking) == 1:
        _say_extra(case, counted, extra[0], whole, lacking[0])
        return True
    for item in extra:
        _say_extra(case, counted, item, whole, None)
    if len(lacking) > max(5, len(names)):
        _say_many_missing(case, counted, lacking)
        return True
    by_place: dict[Item | None, list[PartyFact]] = {}
    for party in lacking:
        by_place.setdefault(_item_before(counted, party), []).append(party)
    for place, parties in by_place.items():
        _say_missing(case, counted, place, parties)
    return bool(extra or lacking or unknown)


def _in_order(case: Case, names: frozenset[str]) -> list[PartyFact]:
    parties = [case.record.present[name].party for name in names]
    return sorted(parties, key=lambda party: party.order)


def _check_twice(case: Case, counted: Counted) -> None:
    seen: Counter[str] = Counter()
    before: Item | None = None
    for item in counted.items:
        if item.mention is None:
            continue
        seen[item.mention.entity.key] += 1
        if seen[item.mention.entity.key] == 2:
            beside = before and _JOINED.fullmatch(case.low[before.end : item.start])
            case.sheet.error(
                Kind.NAME,
                (before.end if before and beside else item.start, item.end),
                "This name is on the list already.",
                "" if beside and item.end == item.mention.end else None,
                says=case.text[item.start : item.end],
            )
        before = item


def _check_written(case: Case, counted: Counted) -> None:
    """Report a name that only the abbreviation behind it tells: "Justise Mission (IJM)"."""
    for item in counted.items:
        if item.mention is None or item.start >= item.mention.start - 1:
            continue
        opens = item.mention.start - 1
        written = case.text[item.start : opens].rstrip()
        party = item.mention.entity.party
        if case.text[opens] not in "([" or party is None:
            continue
        names = [party.name, bare(party.running_name), *party.aliases]
        ratio, name = max((_ratio(written, name), name) for name in names)
        if 0.75 <= ratio < 1:
            case.sheet.error(
                Kind.NAME,
                (item.start, item.start + len(written)),
                f"The record has {name}.",
                name,
            )


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(
        None, fold(one)[:100], fold(other)[:100], autojunk=False
    ).ratio()


def _check_label(case: Case, counted: Counted, meant: Group) -> bool:
    """Say that the whole list stands under the wrong label, if it plainly does."""
    names = counted.names
    if len(names) < 2 or any(_share(choice, names) >= 0.5 for choice in meant.choices):
        return False
    for capacity, held in case.record.by_capacity.items():
        if _share(held, names) >= 0.75:
            label = groups.label_of(capacity, len(names))
            figure = counted.figure
            number = f"{case.text[figure.start : figure.end]} " if figure else ""
            case.sheet.error(
                Kind.CAPACITY,
                counted.label_span,
                f"The record has them as {label}.",
                f"{number}{label}" if number else None,
            )
            return True
    return False


def _share(held: frozenset[str], names: frozenset[str]) -> float:
    return len(held & names) / (len(held | names) or 1)


def _check_unknown(
    case: Case, unknown: list[Item], lacking: list[PartyFact]
) -> list[PartyFact]:
    """Report names that nobody has; return who is missing besides."""
    left = list(lacking)
    for item in unknown[:_MOST_UNKNOWN]:
        written = case.text[item.start : item.end]
        likeliest = max(left, key=lambda party: _likeness(written, party), default=None)
        if likeliest and (
            _likeness(written, likeliest) >= 0.6 or len(left) == len(unknown) == 1
        ):
            left.remove(likeliest)
            case.sheet.error(
                Kind.NAME,
                (item.start, item.end),
                f"The record has {likeliest.running_name} there.",
                case.party(likeliest, listed=True),
            )
        elif case.record.complete and written[:1].isupper():
            case.sheet.error(
                Kind.NAME,
                (item.start, item.end),
                "The record knows nobody of this name.",
            )
    return left


def _likeness(written: str, party: PartyFact) -> float:
    matcher = SequenceMatcher(b=fold(written)[:100], autojunk=False)
    best = 0.0
    for name in (party.name, party.running_name, *party.aliases):
        matcher.set_seq1(fold(name)[:100])
        best = max(best, matcher.quick_ratio() and matcher.ratio())
    return best


def _say_extra(
    case: Case,
    counted: Counted,
    item: Item,
    whole: frozenset[str],
    instead: PartyFact | None,
) -> None:
    if item.mention is None:
        return
    record, span = case.record, (item.start, item.end)
    entity = item.mention.entity
    row = record.rows.get(entity.key)
    says = case.text[item.start : item.end]
    swap = ""
    suggestion = None
    if instead:
        swap = f" The record has {instead.running_name}, whom the list leaves out."
        suggestion = case.party(instead, listed=not _has_articles(case, counted))
        short = instead.abbreviation
        if short and says.endswith((f"({short})", f"[{short}]")):
            suggestion = f"{bare(instead.running_name)} {says[-len(short) - 2 :]}"
    if row and not row.present:
        case.sheet.error(
            Kind.APOLOGIES,
            span,
            f"{prose.sentence_case(entity.running)} sent apologies.{swap}",
            suggestion,
            says=f"{says} among {_label(case, counted)}",
        )
    elif row:
        told_as = groups.label_of(row.capacity, 1)
        case.sheet.error(
            Kind.CAPACITY,
            span,
            f"{prose.sentence_case(entity.running)} attended as {_article(told_as)}.{swap}",
            suggestion,
            says=f"{says} among {_label(case, counted)}",
        )
    else:
        case.sheet.error(
            Kind.NAME,
            span,
            f"{prose.sentence_case(entity.running)} is not recorded as present.{swap}",
            suggestion,
            says=f"{says} among {_label(case, counted)}",
        )


def _label(case: Case, counted: Counted) -> str:
    """Return what is counted, as the text spells it."""
    start = counted.figure.end if counted.figure else counted.label_span[0]
    return case.text[start : counted.label_span[1]].strip()


def _item_before(counted: Counted, party: PartyFact) -> Item | None:
    """Return the entry after which a party would stand; None before the first."""
    rows = [item for item in counted.items if item.mention]
    before = [
        item
        for item in rows[:-1]
        if item.mention
        and item.mention.entity.party
        and item.mention.entity.party.order < party.order
    ]
    return before[-1] if before else None


def _say_missing(
    case: Case, counted: Counted, after: Item | None, parties: list[PartyFact]
) -> None:
    """Report who is left out, at the name beside which they would stand."""
    rows = [item for item in counted.items if item.mention]
    listed = not _has_articles(case, counted)
    names = ", ".join(case.party(party, listed=listed) for party in parties)
    if after:
        span = after.start, after.end
        suggestion = f"{case.text[slice(*span)]}, {names}"
    else:
        span = _with_article(case, rows[0])
        glue = " and " if len(rows) == len(parties) == 1 else ", "
        suggestion = f"{names}{glue}{case.text[slice(*span)]}"
    several = len(parties) > 1
    capacity = "" if several else _capacity(case, parties[0])
    case.sheet.error(
        Kind.MISSING,
        span,
        f"{prose.sentence_case(told(party.running_name for party in parties))} "
        f"{'were' if several else 'was'} present and "
        f"{'are' if several else 'is'} not listed{capacity}.",
        suggestion,
        says=f"{_label(case, counted)}: {told(sorted(counted.names), 20)}",
    )


def _say_many_missing(case: Case, counted: Counted, lacking: list[PartyFact]) -> None:
    """Report a list that has not even half of them once, and not name by name."""
    case.sheet.error(
        Kind.MISSING,
        counted.label_span,
        f"{len(lacking)} more were present: "
        f"{told((party.running_name for party in lacking), 20)}.",
        says=f"{_label(case, counted)}: {told(sorted(counted.names), 20)}",
    )


def _with_article(case: Case, item: Item) -> tuple[int, int]:
    start = item.start
    return (start - 4 if case.low.endswith("the ", 0, start) else start), item.end


def _capacity(case: Case, party: PartyFact) -> str:
    row = case.record.present.get(party.name)
    if row is None or row.capacity == Capacity.OTHER:
        return ""
    return f" ({groups.label_of(row.capacity, 1)})"


def _has_articles(case: Case, counted: Counted) -> bool:
    """Tell whether the list writes "the Maldives"."""
    return any(
        case.low.endswith("the ", 0, item.start)
        for item in counted.items
        if item.mention and item.mention.entity.running.startswith("the ")
    )


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
