"""From draft to published statement: how one stands, and the verbs that move it on.

Every verb is one transaction and says in plain words why it refuses.
"""

from .clearing import (
    Letter,
    abandon,
    clear,
    correct,
    publish,
    record_letter,
    submit,
    withdraw,
)
from .returned import Offer, Returned, add_remarks, returned, take_over, untracked
from .rules import RefusedError, scope_of
from .standing import Seat, Standing, is_cleared, stand
from .timeline import Event, timeline
from .writing import (
    accept_finding,
    comment,
    follow_record,
    reopen_finding,
    rescope,
    resolve,
    save,
)

__all__ = [
    "Event",
    "Letter",
    "Offer",
    "RefusedError",
    "Returned",
    "Seat",
    "Standing",
    "abandon",
    "accept_finding",
    "add_remarks",
    "clear",
    "comment",
    "correct",
    "follow_record",
    "is_cleared",
    "publish",
    "record_letter",
    "reopen_finding",
    "rescope",
    "resolve",
    "returned",
    "save",
    "scope_of",
    "stand",
    "submit",
    "take_over",
    "timeline",
    "untracked",
    "withdraw",
]
