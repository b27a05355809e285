"""Counts and lists against each other, and both against who attended."""

import re

from meetings.facts import Capacity
from meetings.reports import totals

from . import groups
from .case import Case
from .counted import Counted, subcounts
from .figures import Figure, number_like
from .listed import check_list
from .record import Group
from .result import Kind, told

_MORE = re.compile(r"\b(?:more than|over|at least|in excess of|upwards of) (?:the )?$")
_ABOUT = re.compile(
    r"\b(?:around|about|approximately|some|nearly|almost|close to|up to|roughly|fewer than|less than|circa) (?:the )?$"
)


def check_counts(case: Case, found: list[Counted]) -> None:
    seen: set[int] = set()
    """Blocks in which a list of those present was found."""
    for group in found:
        if group.figure and groups.counts_persons(group.label):
            _check_persons(case, group, group.figure)
        else:
            _check_group(case, group, near=group.sentence.block in seen)
        if group.attending:
            seen.add(group.sentence.block)
            beside = case.mentions.within(group.sentence.start, group.start)
            case.passed.update(row.entity.key for row in beside)


def _check_group(case: Case, counted: Counted, *, near: bool) -> None:
    meant = groups.group(counted.label, case.record)
    if meant is None:
        return
    if not counted.attending and not _is_who_came(case, counted, meant, near=near):
        if counted.items and counted.figure and not counted.open_ended:
            _claim(case, counted.figure, checked=True)
            _against_list(case, counted, counted.figure, recorded=None)
        return
    checkable = bool(case.record.present)
    whole = meant.best(counted.names) if counted.items else _nearest(meant, counted)
    told_of_list = False
    if counted.items:
        told_of_list = check_list(case, counted, meant, whole)
    if counted.figure is None:
        return
    _claim(case, counted.figure, checked=checkable and case.record.complete)
    if counted.items and not counted.open_ended:
        recorded = len(whole) if checkable and case.record.complete else None
        if not (told_of_list and counted.figure.value == recorded):
            _against_list(case, counted, counted.figure, recorded)
        return
    if checkable and case.record.complete:
        _against_record(case, counted, counted.figure, meant, whole)
    else:
        _against_stated(case, counted, counted.figure, meant)
    for figure, label in subcounts(case, counted):
        _check_part(case, figure, label, whole)


def _is_who_came(case: Case, counted: Counted, meant: Group, *, near: bool) -> bool:
    """Tell a list of those present by its names, whatever words lead up to it.

    As many as the record has of them, and most of them the same; beside another such
    list fewer will do.
    """
    whole = meant.best(counted.names) if counted.items else frozenset()
    alike = len(whole & counted.names) / (len(whole | counted.names) or 1)
    return (
        case.record.complete
        and not counted.open_ended
        and counted.figure is not None
        and counted.figure.value == len(whole)
        and alike >= (0.3 if near else 0.6)
        and len(whole) > (0 if near else 2)
    )


def _nearest(meant: Group, counted: Counted) -> frozenset[str]:
    """Return the choice of the stated size, else the likeliest."""
    value = counted.figure.value if counted.figure else 0
    sizes = {len(choice): choice for choice in reversed(meant.choices)}
    return sizes.get(value, meant.choices[0])


def _against_list(
    case: Case, counted: Counted, figure: Figure, recorded: int | None
) -> None:
    """Compare a count with the list beside it."""
    listed = len(counted.items)
    if figure.value == listed:
        return
    written = case.text[figure.start : figure.end]
    names = told(_item_names(case, counted), 20)
    record = f"{listed} are listed: {names}."
    if recorded is not None:
        record = f"{listed} are listed, and the record has {recorded}: {names}."
        if recorded != listed:
            record = f"{listed} are listed; the record has {recorded}."
    number = listed if recorded is None else recorded
    right = number_like(written, number, word=figure.word)
    case.sheet.error(
        Kind.COUNT,
        (figure.start, figure.end),
        record,
        right if number != figure.value else None,  # it is the list that is wrong
        says=case.text[figure.start : counted.label_span[1]],
    )


def _against_record(
    case: Case,
    counted: Counted,
    figure: Figure,
    meant: Group,
    whole: frozenset[str],
) -> None:
    """Compare a count that stands alone with the record."""
    if _is_borne_out(case, figure, {len(choice) for choice in meant.choices}):
        return
    if _is_stated(case, counted):
        return
    names = ", ".join(sorted(whole))
    case.sheet.error(
        Kind.COUNT,
        (figure.start, figure.end),
        f"The record has {len(whole)}{f': {names}' if whole else ''}.",
        number_like(case.text[figure.start : figure.end], len(whole), word=figure.word),
        says=case.text[figure.start : counted.label_span[1]],
    )


def _is_borne_out(case: Case, figure: Figure, sizes: set[int]) -> bool:
    before = case.low[max(0, figure.start - 20) : figure.start]
    if _MORE.search(before):
        return any(figure.value <= size <= figure.value * 1.5 + 2 for size in sizes)
    if _ABOUT.search(before):
        return any(abs(figure.value - size) <= 2 + figure.value // 5 for size in sizes)
    return figure.value in sizes


_COUNTED_DIFFERENTLY = {"states", "organisations", "parties", "un_agencies", "other"}


def _is_stated(case: Case, counted: Counted) -> bool:
    """A source may count countries otherwise than its list: what it states is no slip."""
    value = counted.figure.value if counted.figure else -1
    return any(
        row.value == value and row.of in _COUNTED_DIFFERENTLY
        for meeting in case.record.covered
        for row in meeting.stated
    )


_STATED_OF = {
    Capacity.MEMBER: "members",
    Capacity.BALI_PROCESS_MEMBER: "additional_members",
    Capacity.BALI_PROCESS_OBSERVER: "observers",
    Capacity.CIVIL_SOCIETY: "civil_society",
    Capacity.PRIVATE_SECTOR: "private_sector",
}


def _against_stated(case: Case, counted: Counted, figure: Figure, meant: Group) -> None:
    """Compare a count with what sources state, where no list is whole."""
    of = _STATED_OF.get(meant.capacity) if meant.capacity else _of_parties(meant.label)
    stated = [
        row.value
        for meeting in case.record.covered
        for row in meeting.stated
        if row.of == of
    ]
    _claim(case, figure, checked=bool(stated))
    if stated and figure.value not in stated:
        case.sheet.warning(
            Kind.COUNT,
            (figure.start, figure.end),
            f"The record's list is not whole; its source states {told(map(str, stated))}.",
            number_like(
                case.text[figure.start : figure.end], stated[0], word=figure.word
            ),
            says=case.text[figure.start : counted.label_span[1]],
        )


def _of_parties(label: str) -> str:
    if "organisation" in label or "organization" in label:
        return "parties" if "countr" in label or "state" in label else "organisations"
    return "states"


def _check_part(case: Case, figure: Figure, label: str, whole: frozenset[str]) -> None:
    """Compare "13 states" within "17 members" with the states among the members."""
    rows = [case.record.present[name] for name in whole]
    states = "state" in label or "countr" in label or "government" in label
    if not states and "organi" not in label and "agenc" not in label:
        return
    names = [row.party.name for row in rows if row.party.is_state == states]
    whole_known = bool(rows) and case.record.complete
    _claim(case, figure, checked=whole_known)
    if whole_known and figure.value != len(names):
        case.sheet.error(
            Kind.COUNT,
            (figure.start, figure.end),
            f"The record has {len(names)} of them: {told(sorted(names), 20)}.",
            number_like(
                case.text[figure.start : figure.end], len(names), word=figure.word
            ),
            says=f"{case.text[figure.start : figure.end]} {label}",
        )


def _check_persons(case: Case, counted: Counted, figure: Figure) -> None:
    """Compare a number of persons with what sources state, or the delegations' sizes."""
    if not counted.attending:
        return
    stated = [
        row.value
        for meeting in case.record.week
        for row in meeting.stated
        if row.of == "participants"
    ]
    delegates = totals(case.record.rows.values()).delegates
    known = [*stated, *([delegates] if delegates else [])]
    _claim(case, figure, checked=bool(known))
    before = case.low[max(0, figure.start - 20) : figure.start]
    loose = _MORE.search(before) or _ABOUT.search(before)
    sizes = set(known)
    if not known or figure.value in sizes:
        return
    if loose and _is_borne_out(case, figure, {delegates} if delegates else set()):
        return
    case.sheet.warning(
        Kind.COUNT,
        (figure.start, figure.end),
        f"The record has {told(map(str, sorted(sizes)))} participants.",
        number_like(case.text[figure.start : figure.end], known[0], word=figure.word),
        says=case.text[figure.start : counted.label_span[1]],
    )


def _claim(case: Case, figure: Figure, *, checked: bool) -> None:
    case.sheet.claim(Kind.COUNT, figure.start, figure.end, checked=checked)


def _item_names(case: Case, counted: Counted) -> list[str]:
    return [
        row.mention.entity.running if row.mention else case.text[row.start : row.end]
        for row in counted.items
    ]
