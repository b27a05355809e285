"""The record: parties, people, bodies, meetings, attendance, sessions, statements."""

from .activities import Activity, ActivityFigure, TraineeCount
from .attendance import Attendance, Delegate
from .bodies import Body, BodyName, ChairTerm, Membership
from .clearance import AcceptedFinding, Clearance, Comment, Edition, digest
from .documents import Document, Publication
from .figures import StatedFigure
from .imports import Import
from .meetings import Convening, Gathering, Meeting, Series
from .parties import Party, PartyAlias
from .people import Appointment, Person, PersonAlias
from .sessions import Contribution, Outcome, Session
from .statements import Coverage, Revision, StaleRevisionError, Statement
from .users import User

__all__ = [
    "AcceptedFinding",
    "Activity",
    "ActivityFigure",
    "Appointment",
    "Attendance",
    "Body",
    "BodyName",
    "ChairTerm",
    "Clearance",
    "Comment",
    "Contribution",
    "Convening",
    "Coverage",
    "Delegate",
    "Document",
    "Edition",
    "Gathering",
    "Import",
    "Meeting",
    "Membership",
    "Outcome",
    "Party",
    "PartyAlias",
    "Person",
    "PersonAlias",
    "Publication",
    "Revision",
    "Series",
    "Session",
    "StaleRevisionError",
    "StatedFigure",
    "Statement",
    "TraineeCount",
    "User",
    "digest",
]
