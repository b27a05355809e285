"""All that a document may say, as frozen values. No Django, no database.

The facts are what prose is composed from, what a text is checked against, what a
revision keeps beside its text and what a PDF carries as JSON. Days are calendar days at
the venue; periods include both ends; "" and None say that nothing is recorded.
"""

from .capacities import BALI_PROCESS, Capacity, Level, derive_capacity
from .meetings import (
    AttendanceFact,
    ChairFact,
    ContributionFact,
    ConveningFact,
    DelegateFact,
    GatheringFacts,
    MeetingFacts,
    OutcomeFact,
    PlanFact,
    PlanItemFact,
    SessionFact,
    StatedFigureFact,
)
from .names import (
    AppointmentFact,
    BodyFact,
    HeldFact,
    OfficialFact,
    PartyFact,
    PersonFact,
    Vocabulary,
)
from .statements import HouseStyle, NameForm, ParticipantAnnex, StatementFacts

__all__ = [
    "BALI_PROCESS",
    "AppointmentFact",
    "AttendanceFact",
    "BodyFact",
    "Capacity",
    "ChairFact",
    "ContributionFact",
    "ConveningFact",
    "DelegateFact",
    "GatheringFacts",
    "HeldFact",
    "HouseStyle",
    "Level",
    "MeetingFacts",
    "NameForm",
    "OfficialFact",
    "OutcomeFact",
    "ParticipantAnnex",
    "PartyFact",
    "PersonFact",
    "PlanFact",
    "PlanItemFact",
    "SessionFact",
    "StatedFigureFact",
    "StatementFacts",
    "Vocabulary",
    "derive_capacity",
]
