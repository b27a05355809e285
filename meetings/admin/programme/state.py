"""What the page carries with it from one posting to the next, signed."""

from dataclasses import dataclass, field

from django.core import signing

_SALT = "meetings.programme"


@dataclass(slots=True)
class State:
    meeting: int
    loaded: dict[str, str]
    """The digests of the rows that the page was made from, in their order."""
    disputed: set[str] = field(default_factory=set)
    """Rows that another editor changed as well."""

    def sign(self) -> str:
        kept = [self.meeting, list(self.loaded.items()), sorted(self.disputed)]
        return signing.dumps(kept, salt=_SALT, compress=True)


def read_state(signed: str, meeting: int) -> State | None:
    """Return what the page carried; None if it is not a page of ours for ``meeting``."""
    try:
        kept, loaded, disputed = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    if kept != meeting:
        return None
    return State(meeting, dict(loaded), set(disputed))
