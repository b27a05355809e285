"""A sheet ready to be shown: its sessions with their rows, errors and what is said."""

from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString, mark_safe

from meetings.admin.rivals.wording import by_whom, latest_version
from meetings.documents import markup
from meetings.gather import covering_facts
from meetings.models import Contribution, Meeting, Outcome
from meetings.statements import compose

from .forms import RowForm, SpeakerForm
from .rivals import differences
from .sheet import Sheet
from .values import OUTCOME, SESSION, SPEAKER

FIRST = {SESSION: "title", SPEAKER: "party", OUTCOME: "text"}


@dataclass(slots=True)
class Line:
    """A row: a session's own fields, a speaker or an outcome."""

    key: str
    form: RowForm
    new: bool
    blank: bool
    place: str
    """How it is called in a message and to a screen reader."""
    notes: list[str] = field(default_factory=list)
    rival: list[tuple[str, str, str]] = field(default_factory=list)
    rival_name: str = ""
    hint: str = ""
    more: bool = False
    """Whether what stands behind “More” is shown from the start."""


@dataclass(slots=True)
class Block:
    """A session with all its rows; or, without a key, the outcomes of the meeting."""

    key: str
    line: Line | None
    number: int
    title: str
    told: str
    speakers: list[Line]
    outcomes: list[Line]
    role: str
    open: bool


class Shown:
    def __init__(self, sheet: Sheet, user, opened: str = "") -> None:
        self._sheet, self._user, self._opened = sheet, user, opened
        self.focus = sheet.focus
        self.state = sheet.state.sign()
        self.told = sheet.told
        self.places = len(sheet.order.outcomes) + len(sheet.agenda.elsewhere)
        """To how many an outcome may belong."""
        self.blocks = [
            self._block(key, number)
            for number, key in enumerate(sheet.order.sessions, start=1)
        ]
        self.whole = self._block("", 0)
        self.roles = Contribution.Role.choices
        self.kinds = Outcome.Kind.choices
        self.who = sheet.agenda.who()
        self.people = sheet.agenda.names.offered()

    @property
    def all_people(self) -> list[tuple[str, str]]:
        return [each for people in self.people.values() for each in people]

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Return what is to be mended: the field, where it is, and what is wrong."""
        return [
            (f"{line.key}-{name}", line.place, " ".join(words))
            for block in (*self.blocks, self.whole)
            for line in filter(None, (block.line, *block.speakers, *block.outcomes))
            for name, words in line.form.errors.items()
        ]

    @property
    def disputed(self) -> list[Line]:
        return [
            line
            for block in (*self.blocks, self.whole)
            for line in filter(None, (block.line, *block.speakers, *block.outcomes))
            if line.rival or line.notes
        ]

    def _block(self, key: str, number: int) -> Block:
        sheet = self._sheet
        typed = sheet.typed.get(key, {})
        title = str(typed.get("title", "")) or "New session"
        place = f"Session {number}" if key else "The whole meeting"
        speakers = [
            self._line(row, f"{place}, speaker {at}")
            for at, row in enumerate(sheet.order.speakers.get(key, ()), start=1)
        ]
        outcomes = [
            self._line(row, f"{place}, outcome {at}")
            for at, row in enumerate(sheet.order.outcomes.get(key, ()), start=1)
        ]
        line = self._line(key, place) if key else None
        return Block(
            key=key,
            line=line,
            number=number,
            title=title,
            told=self._summary(key),
            speakers=speakers,
            outcomes=outcomes,
            role=sheet.role_in(key),
            open=self._open(key, [line, *speakers, *outcomes]),
        )

    def _line(self, key: str, place: str) -> Line:
        sheet = self._sheet
        form = sheet.form(key)
        new, blank = sheet.is_new(key), sheet.is_blank(key)
        line = Line(key, form, new, blank, place, sheet.notes.get(key, []))
        if sheet.focus == key:
            form.fields[FIRST[form.kind_of_row]].widget.attrs["autofocus"] = True
        if key in sheet.state.disputed and key in sheet.agenda.rows:
            line.rival = list(differences(sheet, key))
            row = sheet.agenda.rows[key].row
            latest = latest_version(type(row), str(row.pk))
            line.rival_name = by_whom(latest, self._user)
        if isinstance(form, SpeakerForm):
            self._offer(line, form)
        elif form.kind_of_row == OUTCOME:
            typed = sheet.typed[key]
            said = ("asked_of", "due_on", "state", *(f.name for f in form.plugs))
            line.more = any(typed.get(name) or name in form.errors for name in said)
        return line

    def _offer(self, line: Line, form: SpeakerForm) -> None:
        """Offer the people of the party, and tell in what capacity it is there."""
        typed, agenda = self._sheet.typed[line.key], self._sheet.agenda
        if self._sheet.is_blank(line.key) and not typed.get("role"):
            role = self._sheet.role_in(self._sheet.session_of(line.key))
            form.initial["role"] = role
        party = agenda.names.parties.get(str(typed.get("party", "")))
        line.more = form.is_bound and form.person_unknown
        if not party:
            return
        line.hint = agenda.about(party)
        if any(person.party_id == party.pk for person in agenda.names.people):
            form.fields["person"].widget.attrs["list"] = f"people-{party.pk}"

    def _summary(self, key: str) -> str:
        """Return in a few words what a closed session holds."""
        sheet = self._sheet
        if not key:
            return ""
        kind = dict(sheet.form(key).fields["kind"].choices).get(
            sheet.typed[key].get("kind")
        )
        speakers = [row for row in sheet.order.speakers[key] if not sheet.is_blank(row)]
        outcomes = [row for row in sheet.order.outcomes[key] if not sheet.is_blank(row)]
        told = [str(kind)] if kind and sheet.typed[key].get("kind") else []
        told.append(_counted(len(speakers), "speaker"))
        if outcomes:
            told.append(_counted(len(outcomes), "outcome"))
        if not (sheet.typed[key].get("topics") or sheet.typed[key].get("summary")):
            told.append("not told what it dealt with")
        return ", ".join(told)

    def _open(self, key: str, lines: list[Line | None]) -> bool:
        sheet = self._sheet
        if self._opened in {"all", key.partition("-")[2]} or sheet.is_new(key):
            return True
        keys = [line.key for line in lines if line]
        if sheet.focus in keys or sheet.focus.partition(":")[2] in keys[1:]:
            return True
        return any(
            line.form.errors or line.notes or line.rival or self._touched(line.key)
            for line in lines
            if line
        )

    def _touched(self, key: str) -> bool:
        held, typed = self._sheet.agenda.rows.get(key), self._sheet.typed[key]
        if held is None:
            return not self._sheet.is_blank(key)
        return bool(typed.get("remove")) or any(
            typed.get(name, "") != value for name, value in held.values.items()
        )


def _counted(number: int, what: str) -> str:
    if not number:
        return f"no {what} yet"
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def said(meeting: Meeting) -> SafeString:
    """Return the meeting's section of a statement, composed from what is recorded."""
    draft = compose.compose(covering_facts([meeting.slug]))
    about = f"meeting:{meeting.slug}"
    blocks = tuple(
        block
        for block in draft.blocks
        if block.sentences[0].about.split("/")[0] == about and block.kind != "heading"
    )
    text = compose.markup(replace(draft, blocks=blocks)) if blocks else ""
    return mark_safe(markup.html(text))  # noqa: S308 - cleaned there
