"""What a label means: which parties of the record "additional members" are."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from meetings.facts import AttendanceFact, Capacity
from meetings.reports import LABELS

from .record import Group, Record

_Test = Callable[[AttendanceFact], bool]

_OTHER = r"\b(?:additional|other|further|more|non-(?:wg|working|member))"
_PERSONS = re.compile(
    r"\b(?:participants|delegates|officials|people|persons|practitioners|experts|attendees|"
    r"individuals|women|men|officers|trainees|panell?ists|speakers|presenters|representatives)\b"
)
_CIVIL = re.compile(
    r"\b(?:civil society|non-?governmental|non-?government|ngos?|non-?profits?|csos?)\b"
)
_PRIVATE = re.compile(
    r"\b(?:private[- ]sector|business(?:es)?|compan(?:y|ies)|corporations?|firms?)\b"
)
_ACADEMIC = re.compile(
    r"\b(?:academic|academia|universit(?:y|ies)|research institut\w+)\b"
)
_FORUMS = re.compile(
    r"\bregional (?:fora|forums?|bod(?:y|ies)|organi[sz]ations?|mechanisms?|program(?:me)?s?)\b"
)
_STREAMS = re.compile(r"\bwork ?streams?\b|\bworking groups\b")
_UN = re.compile(
    r"\b(?:un|united nations)(?: system)? (?:agenc|organi[sz]ation|bod|entit)"
)
_OBSERVER = re.compile(r"\bobservers?\b|\bobserving\b")
_MEMBER = re.compile(r"\bmembers?\b")
_STATE = re.compile(
    r"\b(?:states?|countr(?:y|ies)|governments?|nations?|economies|jurisdictions)\b"
)
_ORGANISATION = re.compile(
    r"\b(?:organi[sz]ations?|organi[sz]ational|agenc(?:y|ies))\b"
)
_ALL = re.compile(
    r"\b(?:delegations?|parties|entities|participating)\b|^(?:participants|attendees|present|in attendance|attending|represented)$"
)


_APART = re.compile(
    r"\b(?:affected|destination|source|transit|origin|neighbou?ring|pacific|asian|asean|african|european|middle eastern)\b"
)
"""What the record does not know of a party."""


def counts_persons(label: str) -> bool:
    """Tell a label of persons: "participants", unless of parties: "country participants"."""
    parties = (_CIVIL, _PRIVATE, _ACADEMIC, _FORUMS, _STREAMS, _UN, _OBSERVER)
    if any(known.search(label) for known in (*parties, _MEMBER, _STATE, _ORGANISATION)):
        return False
    return bool(_PERSONS.search(label))


def is_of_parties(label: str) -> bool:
    """Tell a label that says what parties are, and not as what they came: "states"."""
    if counts_persons(label) or _MEMBER.search(label) or _OBSERVER.search(label):
        return False
    return bool(_STATE.search(label) or _ORGANISATION.search(label))


def group(label: str, record: Record) -> Group | None:
    """Return which parties present a label means, None if it is no such label."""
    if label not in record.groups:
        found = _group(label, record)
        record.groups[label] = found and replace(found, states=_states(label))
    return record.groups[label]


def _states(label: str) -> bool | None:
    states, organisations = (
        bool(_STATE.search(label)),
        bool(_ORGANISATION.search(label)),
    )
    return states if states != organisations else None


def _group(label: str, record: Record) -> Group | None:
    if _APART.search(label):
        return None
    for known, capacities in _KINDS:
        if known.search(label):
            return _of(label, record, *capacities)
    if _UN.search(label):
        return _tested(label, record, [lambda row: row.party.un_system])
    if _OBSERVER.search(label):
        return _observers(label, record)
    if _MEMBER.search(label) or "organisational" in label:
        return _members(label, record)
    return _parties(label, record)


def _parties(label: str, record: Record) -> Group | None:
    """Return "22 states", "three organisations" or "16 delegations"."""
    narrowed = _narrowed(label)
    if narrowed:
        sets = (_MEMBERS, _ALL_MEMBERS, _STATUTORY)
        tests = [narrowed, *(_both(narrowed, _within(*held)) for held in sets)]
        if not _STATE.search(label):
            tests.append(lambda row: row.party.kind == "international_organisation")
        return _tested(label, record, tests)
    if _ALL.search(label):
        tests = [
            lambda row: True,
            lambda row: row.capacity != Capacity.WORKSTREAM,
            _within(*_STATUTORY),
            _within(*_ALL_MEMBERS),
            _within(*_MEMBERS),
        ]
        return _tested(label, record, tests)
    return None


_MEMBERS = (Capacity.MEMBER,)
_ALL_MEMBERS = (Capacity.MEMBER, Capacity.BALI_PROCESS_MEMBER)
_OBSERVERS = (Capacity.BALI_PROCESS_MEMBER, Capacity.BALI_PROCESS_OBSERVER)
_STATUTORY = (*_ALL_MEMBERS, Capacity.BALI_PROCESS_OBSERVER)
_KINDS: tuple[tuple[re.Pattern[str], tuple[tuple[Capacity, ...], ...]], ...] = (
    (
        _CIVIL,
        (
            (Capacity.CIVIL_SOCIETY,),
            (Capacity.CIVIL_SOCIETY, Capacity.ACADEMIC),
            (Capacity.CIVIL_SOCIETY, Capacity.ACADEMIC, Capacity.REGIONAL_FORUM),
            (Capacity.CIVIL_SOCIETY, Capacity.PRIVATE_SECTOR),
            (Capacity.CIVIL_SOCIETY, Capacity.ACADEMIC, Capacity.PRIVATE_SECTOR),
        ),
    ),
    (_PRIVATE, ((Capacity.PRIVATE_SECTOR,),)),
    (_ACADEMIC, ((Capacity.ACADEMIC,),)),
    (_FORUMS, ((Capacity.REGIONAL_FORUM,),)),
    (_STREAMS, ((Capacity.WORKSTREAM,),)),
)


def _observers(label: str, record: Record) -> Group:
    narrowed = _narrowed(label)
    additional = _MEMBER.search(label) or re.search(_OTHER, label)
    if additional:
        found = _of(label, record, (Capacity.BALI_PROCESS_MEMBER,), narrowed=narrowed)
    elif re.search(r"\bbali process observer", label):
        found = _of(label, record, (Capacity.BALI_PROCESS_OBSERVER,), narrowed=narrowed)
    else:
        found = _of(
            label,
            record,
            (Capacity.BALI_PROCESS_OBSERVER,),
            _OBSERVERS,
            (Capacity.BALI_PROCESS_MEMBER,),
            (*_OBSERVERS, Capacity.REGIONAL_FORUM, Capacity.OTHER),
            tuple(set(Capacity) - {Capacity.MEMBER, Capacity.WORKSTREAM}),
            tuple(set(Capacity) - {Capacity.MEMBER}),
            narrowed=narrowed,
        )
    return found


def _members(label: str, record: Record) -> Group:
    narrowed = _narrowed(label)
    if re.search(_OTHER, label):
        return _of(label, record, (Capacity.BALI_PROCESS_MEMBER,), narrowed=narrowed)
    if re.search(r"\bbali process members?\b", label):
        return _of(
            label,
            record,
            _ALL_MEMBERS,
            _MEMBERS,
            (Capacity.BALI_PROCESS_MEMBER,),
            narrowed=narrowed,
        )
    return _of(label, record, _MEMBERS, _ALL_MEMBERS, narrowed=narrowed)


def _narrowed(label: str) -> _Test | None:
    """Return the test of "member states" or "member organisations"."""
    states, organisations = _STATE.search(label), _ORGANISATION.search(label)
    if states and not organisations:
        return lambda row: row.party.is_state
    if organisations and not states:
        return lambda row: (
            not row.party.is_state and row.capacity != Capacity.WORKSTREAM
        )
    if states and organisations:
        return lambda row: row.capacity != Capacity.WORKSTREAM
    return None


def _of(
    label: str,
    record: Record,
    *choices: tuple[Capacity, ...],
    narrowed: _Test | None = None,
) -> Group:
    """Return a group by capacity; "member states" narrows it to states."""
    only = narrowed if _MEMBER.search(label) or _OBSERVER.search(label) else None
    tests = [
        _both(only, _within(*capacities)) if only else _within(*capacities)
        for capacities in choices
    ]
    capacity = choices[0][0] if len(choices[0]) == 1 else None
    return Group(label, _chosen(record, tests), capacity)


def _tested(label: str, record: Record, tests: Iterable[_Test]) -> Group:
    return Group(label, _chosen(record, tests))


def _chosen(record: Record, tests: Iterable[_Test]) -> tuple[frozenset[str], ...]:
    rows = record.present.values()
    return tuple(
        dict.fromkeys(
            frozenset(row.party.name for row in rows if test(row)) for test in tests
        )
    )


def _within(*capacities: Capacity) -> _Test:
    return lambda row: row.capacity in capacities


def _both(one: _Test, other: _Test) -> _Test:
    return lambda row: one(row) and other(row)


def label_of(capacity: Capacity, number: int) -> str:
    """Return what a statement calls parties in a capacity."""
    one, several = LABELS[capacity]
    return one if number == 1 else several
