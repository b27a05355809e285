"""What a posted grid asks for: to add, paste, copy, look or save. Nothing but saving
touches the record, and everything else leaves what was entered where it is."""

from django.http import QueryDict
from django.utils.functional import cached_property

from . import copying, posted
from .cells import APOLOGIES, PRESENT, Cell, Key
from .merging import changes
from .names import NameReader
from .roster import Roster
from .saving import Saved, objections, save
from .state import Question, State

LEAVE_OUT = "out"
UNANSWERED = "Choose the party that is meant, or leave the name out."
UNDECIDED = "Choose which of the two to keep."
UNCONFIRMED = "Confirm that the proposed parties attended, or take them out."
TOO_LONG = 50_000
LONGEST_NAME = 300


def target_of(roster: Roster) -> str:
    return f"{roster.target._meta.model_name}-{roster.target.pk}"


def fresh(roster: Roster) -> State:
    """Return the state of a page opened just now."""
    return State(target_of(roster), loaded=roster.cells, shown=roster.cells)


class Desk:
    """One page of the grid: as the record has it, or as it was posted."""

    def __init__(self, roster: Roster, state: State, data: QueryDict | None = None):
        self.roster = roster
        self.state = state
        self.data = data or QueryDict()
        # A party or meeting deleted meanwhile can neither be shown nor saved.
        meetings = {meeting.pk for meeting in roster.meetings}
        for cells in (state.loaded, state.shown):
            for key in list(cells):
                if key[0] not in roster.parties or key[1] not in meetings:
                    del cells[key]
        self.notes: list[str] = []
        """What the last step did, for people."""
        self.errors: dict[tuple[Key, str], str] = {}
        self.answers: dict[int, str] = {}
        self.row_errors: dict[int, str] = {}
        self.confirm_error = ""
        self.question_errors: dict[int, str] = {}
        self.dispute_errors: set[Key] = set()
        self.done: Saved | None = None
        self.taken: frozenset[Key] = frozenset()
        """What another changed meanwhile and this editor had not."""
        self.posted = posted.read(self.data, state, self.keys)
        self.errors |= self.posted.errors
        if data is not None:
            self._answer_questions()

    @property
    def parties(self) -> list[int]:
        """Everybody with a row."""
        held = {
            key[0] for cells in (self.state.loaded, self.state.shown) for key in cells
        }
        found = self.roster.expected | held | set(self.state.added)
        return [party for party in found if party in self.roster.parties]

    @property
    def keys(self) -> list[Key]:
        return [
            (party, meeting.pk)
            for party in self.parties
            for meeting in self.roster.meetings
        ]

    @property
    def confirmed(self) -> bool:
        return "confirm" in self.data

    @cached_property
    def _reader(self) -> NameReader:
        return NameReader(self.roster.vocabulary())

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return {party.name: key for key, party in self.roster.parties.items()}

    def cells(self) -> dict[Key, Cell]:
        """Return the cells as they stand on the page."""
        cells = self.posted.cells()
        for key, choice in self.posted.choices.items():
            if choice == "theirs":
                cells.pop(key, None)
                if key in self.state.loaded:
                    cells[key] = self.state.loaded[key]
        return cells

    def do(self, action: str, by) -> None:
        steps = {"add": self._add, "paste": self._paste, "copy": self._copy}
        if action == "save":
            self._save(by)
        elif action in steps:
            steps[action]()
        # A proposal that was unmarked again is none.
        self.state.proposed = {
            key for key in self.state.proposed if self.posted.presences.get(key)
        }

    # Names

    def _answer_questions(self) -> None:
        open_questions = []
        for number, question in enumerate(self.state.questions):
            answer = self.data.get(f"answer-{number}", "")
            if answer == LEAVE_OUT:
                continue
            if answer.isdecimal() and int(answer) in self.roster.parties:
                self._put(int(answer), question.meetings, question.presence)
            else:
                open_questions.append(question)
        self.state.questions = open_questions

    def _add(self) -> None:
        self._read(self.data.get("add", ""), (), PRESENT)

    def _paste(self) -> None:
        known = {str(meeting.pk): meeting.pk for meeting in self.roster.meetings}
        chosen = self.data.getlist("paste_at")
        meetings = tuple(known[pk] for pk in chosen if pk in known)
        as_apologies = self.data.get("paste_as") == APOLOGIES
        self._read(
            self.data.get("paste", ""), meetings, APOLOGIES if as_apologies else PRESENT
        )

    def _read(self, text: str, meetings: tuple[int, ...], presence: str) -> None:
        if len(text) > TOO_LONG:
            self.notes.append("The list is too long: paste it in parts.")
            return
        read = self._reader.read(text)
        marked = sum(
            self._put(self._by_name[name], meetings, presence) for name in read.known
        )
        asked = [
            Question(
                item.text[:LONGEST_NAME],
                tuple(self._by_name[name] for name in item.suggestions),
                meetings,
                presence,
            )
            for item in read.asked
        ]
        self.state.questions += asked
        self.notes.append(_told(len(read.known), marked, len(asked)))
        if read.repeated:
            names = ", ".join(read.repeated)
            self.notes.append(f"Listed more than once, and marked once: {names}.")

    def _put(self, party: int, meetings: tuple[int, ...], presence: str) -> int:
        """Give a party a row and mark it where it is not yet; return how often."""
        if party not in self.parties:
            self.state.added.append(party)
        keys = {(party, meeting.pk) for meeting in self.roster.meetings}
        for key in keys:
            self.posted.presences.setdefault(key, "")
        wanted = [(party, meeting) for meeting in meetings]
        return sum(self.posted.mark(key, presence) for key in wanted if key in keys)

    # Copying

    def _copy(self) -> None:
        choice = self.data.get("copy_from", "")
        if choice not in dict(copying.earlier(self.roster)):
            self.notes.append("Choose an earlier week or meeting to copy from.")
            return
        keys, without = copying.proposal(self.roster, choice)
        new = {key for key in keys if self._put(key[0], (key[1],), PRESENT)}
        self.state.proposed |= new
        self.notes.append(
            f"Proposed: {len(new)} {'mark' if len(new) == 1 else 'marks'}, shown with a "
            "dashed line. Nothing is saved: go through them, then confirm and save."
            if new
            else "Nothing to propose: whoever attended then is marked already."
        )
        if without:
            names = "; ".join(meeting.title for meeting in without)
            self.notes.append(f"Nothing there is like {names}: no marks are proposed.")

    # Saving

    def _save(self, by) -> None:
        for party in self.posted.idle():
            self.row_errors[party] = posted.NOWHERE
        self.question_errors = dict.fromkeys(
            range(len(self.state.questions)), UNANSWERED
        )
        if self._proposed() and not self.confirmed:
            self.confirm_error = UNCONFIRMED
        self.dispute_errors = self.state.disputed - self.posted.choices.keys()
        if self.stopped:
            todo = changes(self.state.loaded, self.cells())
            self.errors |= objections(todo, self.roster.recorded)
            return
        saved = save(self.roster.meetings, self.state.loaded, self.cells(), by=by)
        if saved.done is not None:
            self.done = saved
            return
        self.errors |= saved.errors
        if saved.merged.disputed or saved.merged.taken:
            self._meet(saved)

    def _proposed(self) -> set[Key]:
        return {key for key in self.state.proposed if self.posted.presences.get(key)}

    @property
    def stopped(self) -> bool:
        return bool(
            self.errors
            or self.row_errors
            or self.question_errors
            or self.confirm_error
            or self.dispute_errors
        )

    def _meet(self, saved: Saved) -> None:
        """Show the record as another left it, with what this editor entered."""
        self.state.loaded = dict(saved.theirs)
        self.state.shown = dict(saved.merged.cells)
        self.state.disputed = set(saved.merged.disputed)
        self.taken = saved.merged.taken
        self.posted = posted.read(QueryDict(), self.state, self.keys)


def _told(known: int, marked: int, asked: int) -> str:
    if not known and not asked:
        return "No name was found: write one a line."
    told = f"{known} {'party' if known == 1 else 'parties'} recognised"
    if marked:
        told += f", {marked} {'mark' if marked == 1 else 'marks'} set"
    if asked:
        told += f"; {asked} to ask about, below"
    return f"{told}. Nothing is saved yet."
