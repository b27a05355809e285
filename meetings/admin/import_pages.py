"""What the pages of an import show: counts, one page of rows, what is left to do."""

from collections import Counter

import msgspec
from django.core.paginator import Paginator
from django.utils.functional import cached_property

from meetings.exchange.outcomes import Change, Outcome, Plan, Status
from meetings.exchange.planning import plan_of
from meetings.models import Import, Meeting

from .import_forms import MOST_ASKED, AnswersForm

PER_PAGE = 100
WARNED = "warned"
MOVED = "moved"
WORDS = {
    Status.NEW: "New",
    Status.CHANGED: "Changed",
    Status.UNCHANGED: "Unchanged",
    Status.QUESTION: "Question",
    Status.ERROR: "Error",
    Status.SKIPPED: "Left out",
}


def meetings_for(target: Import) -> list[Meeting]:
    """Return the meetings that sheets may be of, the one begun from first."""
    if target.meeting_id:
        return [target.meeting]
    if target.gathering_id:
        return list(target.gathering.meetings.order_by("starts_on", "pk"))
    return list(Meeting.objects.all())


class Row:
    """An outcome with what the template needs of it."""

    def __init__(self, outcome: Outcome, earlier: dict | None = None):
        self.outcome = outcome
        self.word = WORDS[outcome.status]
        self.earlier = earlier

    @property
    def was(self) -> str:
        """What this row read when the preview was last stored, if it reads otherwise."""
        if self.earlier is None:
            return ""
        word = WORDS[Status(self.earlier["status"])].lower()
        changes = "; ".join(_words(msgspec.convert(each, Change))
                            for each in self.earlier["changes"])  # fmt: skip
        return f"{word}: {changes}" if changes else word


def _words(change: Change) -> str:
    return f"{change.what}: {change.old or 'empty'} → {change.new}"


class Preview:
    """One page of a preview, filtered as the address says."""

    def __init__(self, target: Import, query, user):
        self._query = query
        self.plan: Plan = plan_of(target)
        now = self.plan.as_json()
        self.seen = self.plan.fingerprint()
        self.rows = self._against(target.preview, now)
        self.form = AnswersForm(self.plan, meetings_for(target))
        self.not_allowed = self.plan.writes.not_allowed(user)
        self.same_file = (
            Import.objects.filter(sha256=target.sha256, state=Import.State.APPLIED)
            .select_related("applied_by")
            .first()
        )

    def _against(self, before: list[dict], now: list[dict]) -> list[Row]:
        if len(before) != len(now):
            return [Row(outcome) for outcome in self.plan.outcomes]
        return [
            Row(outcome, old if old != new else None)
            for outcome, old, new in zip(self.plan.outcomes, before, now, strict=True)
        ]

    @classmethod
    def of_the_past(cls, target: Import, query) -> "Preview":
        """Return what was imported, as it was shown when it was confirmed."""
        preview = cls.__new__(cls)
        preview._query = query
        outcomes = msgspec.convert(target.preview, list[Outcome])
        preview.rows = [Row(outcome) for outcome in outcomes]
        return preview

    @cached_property
    def counts(self) -> Counter:
        counts = Counter(row.outcome.status.value for row in self.rows)
        counts[WARNED] = sum(row.outcome.is_warned for row in self.rows)
        counts[MOVED] = sum(row.earlier is not None for row in self.rows)
        return counts

    @property
    def to_save(self) -> int:
        return self.counts[Status.NEW] + self.counts[Status.CHANGED]

    @property
    def errors(self) -> int:
        return self.counts[Status.ERROR]

    @property
    def questions(self) -> int:
        return self.counts[Status.QUESTION]

    @property
    def moved(self) -> int:
        return self.counts[MOVED]

    @property
    def not_asked(self) -> int:
        """Unknown names beyond those that one page asks about."""
        return max(0, len(self.plan.unknown) - MOST_ASKED)

    @property
    def shown(self) -> str:
        return self._query.get("show", "")

    @property
    def filters(self) -> list[tuple[str, str, int, bool]]:
        """The words, value and count of each filter that would show something."""
        every = [("All rows", "", len(self.rows))]
        every += [
            (word, status.value, self.counts[status]) for status, word in WORDS.items()
        ]
        every += [
            ("With a warning", WARNED, self.counts[WARNED]),
            ("Changed since the preview", MOVED, self.counts[MOVED]),
        ]
        return [
            (word, value, number, value == self.shown)
            for word, value, number in every
            if number or not value
        ]

    @cached_property
    def page(self):
        rows = [row for row in self.rows if self._fits(row)]
        return Paginator(rows, PER_PAGE).get_page(self._query.get("page"))

    def _fits(self, row: Row) -> bool:
        match self.shown:
            case "":
                return True
            case "warned":
                return row.outcome.is_warned
            case "moved":
                return row.earlier is not None
        return row.outcome.status == self.shown

    @property
    def has_sheets(self) -> bool:
        return any(row.outcome.sheet for row in self.rows)

    @cached_property
    def has_meetings(self) -> bool:
        """Whether the rows of one sheet are of several meetings, so each must say which."""
        pairs = {(r.outcome.sheet, r.outcome.meeting) for r in self.rows}
        named = [sheet for sheet, meeting in pairs if meeting]
        return len(named) > len(set(named))
