"""From draft to published statement: how one stands, and the verbs that move it on.

Every verb is one transaction and says in plain words why it refuses.
"""

from .returned import Offer, Returned, add_remarks, returned, take_over, untracked
from .standing import Seat, Standing, stand
from .verbs import (
    Letter,
    RefusedError,
    accept_finding,
    clear,
    comment,
    correct,
    follow_record,
    publish,
    record_letter,
    resolve,
    save,
    submit,
    withdraw,
)

__all__ = [
    "Letter",
    "Offer",
    "RefusedError",
    "Returned",
    "Seat",
    "Standing",
    "accept_finding",
    "add_remarks",
    "clear",
    "comment",
    "correct",
    "follow_record",
    "publish",
    "record_letter",
    "resolve",
    "returned",
    "save",
    "stand",
    "submit",
    "take_over",
    "untracked",
    "withdraw",
]
