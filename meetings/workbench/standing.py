"""How a statement stands: its text, the check, staleness, seats and what blocks it."""

from dataclasses import dataclass
from functools import cached_property

import msgspec

from meetings.facts import PartyFact, StatementFacts, Vocabulary
from meetings.gather import statement_facts, vocabulary
from meetings.models import Clearance, Revision, Statement, digest
from meetings.statements import events
from meetings.statements.changes import Change, Touched, changes, touched
from meetings.statements.check import Checked, Finding, check
from meetings.statements.compose import Draft, compose, markup
from meetings.statements.tracing import Beside, beside, parts, texts

MOST_SHOWN = 200
"""Findings on a page, the first of the text."""


def as_json(facts: StatementFacts) -> dict:
    """Return the facts as a revision keeps them."""
    told = msgspec.to_builtins(facts)
    # Whether it is published is no fact that the text rests on.
    return told | {"published": False}


def from_json(facts: dict) -> StatementFacts:
    return msgspec.convert(facts, StatementFacts, strict=False)


@dataclass(frozen=True, slots=True)
class Seat:
    """A party whose clearance the statement needs, and the one it has given, if any.

    ``void`` is its latest clearance of an earlier text, where it has to clear again.
    """

    party: PartyFact
    clearance: Clearance | None
    void: Clearance | None


class Standing:
    """A statement as it stands at this moment. Nothing of it is stored."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.facts = statement_facts(statement)
        self.revision: Revision | None = statement.revisions.select_related(
            "author"
        ).last()

    @cached_property
    def draft(self) -> Draft:
        """The statement as the record composes it today."""
        return compose(self.facts)

    @property
    def text(self) -> str:
        return self.revision.text if self.revision else markup(self.draft)

    @property
    def number(self) -> int:
        """Of the latest revision, 0 while there is none."""
        return self.revision.number if self.revision else 0

    @cached_property
    def facts_then(self) -> StatementFacts:
        """The facts that the text was written from."""
        return from_json(self.revision.facts) if self.revision else self.facts

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary()

    @cached_property
    def digest(self) -> str:
        facts = self.revision.facts if self.revision else as_json(self.facts)
        return digest(self.text, facts)

    @cached_property
    def checked(self) -> Checked:
        return check(self.text, self.facts, self.vocabulary)

    @cached_property
    def accepted(self) -> dict[tuple[str, str, str], object]:
        """Accepted findings by kind, words and record."""
        return {
            (row.kind, row.says, row.record): row
            for row in self.statement.accepted_findings.select_related("author")
        }

    def acceptance(self, finding: Finding):
        return self.accepted.get((finding.kind, finding.says, finding.record))

    @property
    def first_findings(self) -> tuple[Finding, ...]:
        """As many open findings as somebody can read: a page of thousands helps nobody."""
        return self.open_findings[:MOST_SHOWN]

    @cached_property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that nobody has accepted."""
        return tuple(row for row in self.checked.findings if not self.acceptance(row))

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(row for row in self.open_findings if row.severity == "error")

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What moved in the record since the text was written."""
        return changes(self.facts_then, self.facts)

    @cached_property
    def touched(self) -> tuple[Touched, ...]:
        return touched(self.text, self.facts_then, self.facts)

    @cached_property
    def beside(self) -> tuple[Beside, ...]:
        """The passages of the text, each with what the record composes there today."""
        return beside(self.text, self._composed_then, self.draft)

    @cached_property
    def _composed_then(self) -> Draft:
        same = self.facts_then == self.facts
        return self.draft if same else compose(self.facts_then)

    def is_news(self, row: Beside) -> bool:
        """Whether the record's wording came with its latest change, and nobody has
        written in that passage since."""
        if not row.differs or row.composed in self._wording_before:
            return False
        if self._text_followed is None:  # the text does not follow the record yet
            return True
        own = row.traced.text
        return own in self._text_followed if own else self.text == self._text_followed

    @cached_property
    def _wording_before(self) -> frozenset[str]:
        """What was composed before the record's latest change."""
        if self.changes:
            return frozenset(texts(parts(self._composed_then)))
        if self._facts_before is None:
            return frozenset(texts(parts(self.draft)))
        return frozenset(texts(parts(compose(from_json(self._facts_before.facts)))))

    @cached_property
    def _facts_before(self) -> Revision | None:
        """The last revision on other facts than those of today's text."""
        if self.revision is None:
            return None
        others = self.statement.revisions.exclude(facts=self.revision.facts)
        return others.order_by("number").last()

    @cached_property
    def _text_followed(self) -> str | None:
        """The text as it was when it last followed the record, None if it does not."""
        if self.changes or self._facts_before is None:
            return None
        following = self.statement.revisions.filter(
            number=self._facts_before.number + 1
        )
        return following.values_list("text", flat=True).first()

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """One seat for each party that chairs a body the statement speaks for."""
        given = list(self.statement.clearances.select_related("cleared_by", "seat"))
        return tuple(
            Seat(
                party,
                clearance=next(
                    (
                        row
                        for row in given
                        if row.seat.name == party.name and row.digest == self.digest
                    ),
                    None,
                ),
                void=next(
                    (
                        row
                        for row in reversed(given)
                        if row.seat.name == party.name and row.digest != self.digest
                    ),
                    None,
                ),
            )
            for party in events.chairing(self.facts.meetings)
        )

    @property
    def awaited(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.clearance is None)

    @property
    def is_cleared(self) -> bool:
        return bool(self.seats) and not self.awaited

    @cached_property
    def blockers(self) -> tuple[str, ...]:
        """Why the text cannot be cleared yet, each a whole sentence."""
        told = []
        if self.revision is None:
            told.append("There is no revision yet: save the composed text first.")
        if not self.seats:
            told.append(
                "No party is recorded as chairing the bodies of the meetings covered, so "
                "there is nobody to clear it. Record the chair terms first."
            )
        if self.errors:
            several = "error" if len(self.errors) == 1 else "errors"
            told.append(f"The check has {len(self.errors)} open {several}.")
        if self.changes:
            told.append("The record has changed since the text was written.")
        return tuple(told)


def is_cleared(statement: Statement) -> bool:
    """Return whether every seat of today has cleared the text as it stands.

    The state is that of the last step; a seat may have come with the record since.
    """
    return statement.state == Statement.State.CLEARED and stand(statement).is_cleared


def stand(statement: Statement) -> Standing:
    return Standing(statement)
