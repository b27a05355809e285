"""In what quality a party attends, and at what level: the one rule of capacity."""

from collections.abc import Iterable
from enum import StrEnum


class Capacity(StrEnum):
    """In what quality a party attends, in the order in which statements list them."""

    MEMBER = "member"
    BALI_PROCESS_MEMBER = "bali_process_member"
    BALI_PROCESS_OBSERVER = "bali_process_observer"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE_SECTOR = "private_sector"
    ACADEMIC = "academic"
    REGIONAL_FORUM = "regional_forum"
    WORKSTREAM = "workstream"
    OTHER = "other"


class Level(StrEnum):
    """Level of representation, highest first."""

    MINISTER = "minister"
    SENIOR_OFFICIAL = "senior official"
    OFFICIAL = "official"
    EXPERT = "expert"


BALI_PROCESS = "BP"
"""The abbreviation under which the forum itself is recorded as a body."""

_BY_KIND = {
    "civil_society": Capacity.CIVIL_SOCIETY,
    "private_sector": Capacity.PRIVATE_SECTOR,
    "academic": Capacity.ACADEMIC,
    "regional_forum": Capacity.REGIONAL_FORUM,
    "workstream": Capacity.WORKSTREAM,
}


def derive_capacity(
    *, kind: str, statuses: Iterable[tuple[str, str]], convening: frozenset[str]
) -> Capacity:
    """Return the capacity in which a party attends. The one rule, used everywhere.

    ``statuses`` are the (body, "member" or "observer") pairs of the party in force on the
    meeting's first day; ``convening`` the bodies that convene or co-host the meeting and
    those whose members they share. "BP" is the Bali Process itself.

    Member of a convening body; else member of the Bali Process, who attends as an
    observer; else Bali Process observer; else by the kind of party.
    Source: the groups of the November 2024 and December 2025 co-chair statements.
    """
    held = frozenset(statuses)
    if any((body, "member") in held for body in convening):
        return Capacity.MEMBER
    if (BALI_PROCESS, "member") in held:
        return Capacity.BALI_PROCESS_MEMBER
    if (BALI_PROCESS, "observer") in held:
        return Capacity.BALI_PROCESS_OBSERVER
    return _BY_KIND.get(kind, Capacity.OTHER)
