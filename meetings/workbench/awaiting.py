"""The seats whose clearance is awaited, over all statements that are with the co-chairs."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from meetings.facts import PartyFact
from meetings.gather import meetings_facts
from meetings.models import (
    Clearance,
    Coverage,
    Meeting,
    Revision,
    Statement,
    User,
    digest,
)
from meetings.statements import events


@dataclass(frozen=True, slots=True)
class AwaitedSeat:
    """A party that has not cleared a statement's text as it stands.

    ``void`` is its latest clearance of an earlier text; ``people`` are the accounts that
    speak for it.
    """

    statement: Statement
    party: PartyFact
    void: Clearance | None
    people: tuple[User, ...]


def awaited_seats() -> list[AwaitedSeat]:
    """Return the seats in the order of statements and parties, with a constant number of
    queries. They are those that each statement's own ``Standing`` awaits."""
    waiting = Statement.objects.filter(state__in=Statement.BEFORE_CO_CHAIRS)
    statements = list(waiting)
    if not statements:
        return []
    keys = [statement.pk for statement in statements]
    digests, given = _digests(keys), _clearances(keys)
    found = []
    for statement, parties in _chairing(statements):
        for party in parties:
            theirs = given[statement.pk, party.name]
            if digests.get(statement.pk) not in {row.digest for row in theirs}:
                void = theirs[-1] if theirs else None
                found.append((statement, party, void))
    people = _people({party.name for _, party, _ in found})
    return [
        AwaitedSeat(statement, party, void, tuple(people[party.name]))
        for statement, party, void in found
    ]


def _chairing(statements: list[Statement]):
    covered = defaultdict(set)
    rows = Coverage.objects.filter(statement__in=statements)
    for statement, slug in rows.values_list("statement", "meeting__slug"):
        covered[statement].add(slug)
    slugs = set().union(*covered.values())
    facts = meetings_facts(Meeting.objects.filter(slug__in=slugs), None)
    for statement in statements:
        ours = [fact for fact in facts if fact.slug in covered[statement.pk]]
        yield statement, events.chairing(ours)


def _digests(keys: list[int]) -> dict[int, str]:
    """The hash of what each statement's seats are asked to clear."""
    last = Revision.objects.filter(statement=OuterRef("statement")).order_by("-number")
    newest = Revision.objects.filter(
        statement__in=keys, pk=Subquery(last.values("pk")[:1])
    )
    return {row.statement_id: digest(row.text, row.facts) for row in newest}


def _clearances(keys: list[int]) -> defaultdict[tuple[int, str], list[Clearance]]:
    given = defaultdict(list)
    rows = Clearance.objects.filter(statement__in=keys)
    for row in rows.select_related("seat", "revision").order_by("cleared_at"):
        given[row.statement_id, row.seat.name].append(row)
    return given


def _people(names: set[str]) -> defaultdict[str, list[User]]:
    people = defaultdict(list)
    accounts = User.objects.filter(
        party__name__in=names, is_active=True, is_staff=False
    )
    for user in accounts.select_related("party").order_by("username"):
        people[user.party.name].append(user)
    return people
