"""Sessions, speakers and outcomes as the text that their forms hold.

What was typed and what is recorded are compared as such texts, by their digest: that is
all a page has to carry with it to notice another editor's change.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from meetings.models import Contribution, Outcome, Session

Values = dict[str, str | list[str]]

SESSION, SPEAKER, OUTCOME = "session", "speaker", "outcome"
MEETING = "meeting"
LABELS = {
    "title": "title",
    "kind": "kind",
    "topics": "topics",
    "summary": "summary",
    "role": "part",
    "party": "party or group",
    "person": "person",
    "unit": "ministry or agency",
    "speaking_as": "speaking as",
    "text": "text",
    "asked_of": "asked of",
    "due_on": "by",
    "state": "state afterwards",
    "place": "belongs to",
}


def key_of(kind: str, pk: int | str) -> str:
    return f"{kind}-{pk}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def whole_text(text: str) -> str:
    """Return the text as it is after any number of journeys through a form."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def session_values(session: Session) -> Values:
    return {
        "title": one_line(session.title),
        "kind": session.kind,
        "topics": one_line(session.topics),
        "summary": whole_text(session.summary),
    }


def speaker_values(row: Contribution, person: str) -> Values:
    """Return the values of a speaker; ``person`` is the name by which one is found."""
    return {
        "role": row.role,
        "party": row.party.name if row.party else row.get_group_display(),
        "person": person,
        "unit": one_line(row.unit),
        "speaking_as": speaking_as(row.as_role, row.as_body_id),
    }


def outcome_values(row: Outcome, asked_of: Iterable[str]) -> Values:
    return {
        "kind": row.kind,
        "text": one_line(row.text),
        "asked_of": "; ".join(sorted(asked_of)),
        "due_on": row.due_on.isoformat() if row.due_on else "",
        "state": row.state,
        "place": place_of(row),
    }


def place_of(row: Outcome) -> str:
    """Return the key of what an outcome belongs to: its session, or the whole meeting."""
    if row.session_id:
        return key_of(SESSION, row.session_id)
    return key_of(MEETING, row.meeting_id)


def speaking_as(role: str, body: int | None) -> str:
    return f"{role}:{body}" if role and body else ""


def digest(values: Mapping[str, str | list[str]]) -> str:
    told = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()[:24]
