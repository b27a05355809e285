"""The named delegates of the meetings that a statement covers, for those who may know."""

from meetings.facts import DelegateFact
from meetings.models import Attendance, Delegate, Statement

from .convert import party_fact, person_fact

_ORDER = [role.value for role in Delegate.Role]


def delegates(statement: Statement, user) -> dict[str, tuple[DelegateFact, ...]]:
    """Return the delegates by the name of their party, heads first, each once.

    Nobody's to those without an account: the public never reads their names.
    """
    if not user.is_authenticated:
        return {}
    seen = Attendance.objects.visible_to(user).filter(
        meeting__in=statement.meetings.all()
    )
    rows = (
        Delegate.objects.filter(
            attendance__in=seen, attendance__presence=Attendance.Presence.PRESENT
        )
        .select_related("person__party", "attendance__meeting")
        .prefetch_related("person__appointments")
        .order_by("attendance__meeting__starts_on", "pk")
    )
    found: dict[str, dict[int, DelegateFact]] = {}
    for row in sorted(rows, key=lambda row: (_ORDER.index(row.role), row.person.name)):
        people = found.setdefault(row.person.party.name, {})
        role = "" if row.role == Delegate.Role.DELEGATE else row.role
        on = row.attendance.meeting.starts_on
        person = person_fact(row.person, on, party_fact(row.person.party))
        people.setdefault(row.person_id, DelegateFact(person, role))
    return {party: tuple(people.values()) for party, people in found.items()}
