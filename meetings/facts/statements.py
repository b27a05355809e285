"""What a statement is written from, and the choices of its house style."""

from dataclasses import dataclass
from enum import StrEnum

from .meetings import MeetingFacts
from .names import BodyFact, PartyFact


class HouseStyle(StrEnum):
    """How a statement writes its attendance."""

    PARAGRAPH = "paragraph"
    """One paragraph; counts in words below ten; abbreviations in square brackets."""
    BULLETS = "bullets"
    """Bullets; counts in figures; abbreviations in round brackets."""


class NameForm(StrEnum):
    """By which names a statement lists the states that took part."""

    EVERYDAY = "everyday"
    """ "Thailand", "the Philippines", "Viet Nam"."""
    FORMAL = "formal"
    """ "the Kingdom of Thailand", "the Republic of the Philippines"; everyday names
    everywhere else."""


class ParticipantAnnex(StrEnum):
    """What a statement carries as its list of participants."""

    NONE = "none"
    DELEGATIONS = "delegations"
    """States and organisations."""
    NAMED = "named"
    """With the names of their delegates, for those who may log in; the public reads the
    states and organisations."""


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What a statement is written from.

    ``meetings`` are those it covers, in order of their days; ``week`` all meetings of
    their gathering, themselves included (empty without one).
    """

    slug: str
    style: HouseStyle
    forum: BodyFact
    meetings: tuple[MeetingFacts, ...]
    week: tuple[MeetingFacts, ...] = ()
    host: PartyFact | None = None
    published: bool = False
    names: NameForm = NameForm.EVERYDAY
    annex: ParticipantAnnex = ParticipantAnnex.NONE
