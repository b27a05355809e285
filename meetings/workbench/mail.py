"""Mail to the seats when it is their turn. Sent once the transaction holds."""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet

from meetings.models import Statement, User

from .standing import Seat


def awaited(statement: Statement, seats: Iterable[Seat], by: User) -> None:
    """Tell the seats that the text awaits their clearance."""
    _send(
        seats,
        f"For clearance: {statement}",
        f"{by.get_full_name() or by} has submitted the co-chair statement "
        f"“{statement}” for clearance.\n\nRead and clear it at {_address(statement)}\n",
    )


def voided(statement: Statement, seats: Iterable[Seat], by: User) -> None:
    """Tell the seats that cleared the text that it has changed since."""
    _send(
        seats,
        f"To be cleared again: {statement}",
        f"{by.get_full_name() or by} has changed the text of “{statement}”, which you "
        "had cleared. Your clearance was of the earlier text and no longer counts.\n\n"
        f"See what changed and clear it again at {_address(statement)}\n",
    )


def cleared(statement: Statement, seats: Iterable[Seat]) -> None:
    """Tell all seats that every one of them has cleared the text."""
    _send(
        seats,
        f"Cleared: {statement}",
        f"All co-chairs have cleared “{statement}”. It can be published.\n\n"
        f"{_address(statement)}\n",
    )


def _address(statement: Statement) -> str:
    return f"{settings.SITE_URL}{statement.get_desk_url()}"


def unreachable(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return the seats that no mail reaches: nobody there has an account with an address."""
    seats = tuple(seats)
    reached = set(_people(seats).values_list("party__name", flat=True))
    return tuple(seat for seat in seats if seat.party.name not in reached)


def _people(seats: Iterable[Seat]) -> QuerySet[User]:
    parties = [seat.party.name for seat in seats]
    people = User.objects.filter(
        party__name__in=parties, is_active=True, is_staff=False
    )
    return people.exclude(email="")


def _send(seats: Iterable[Seat], subject: str, body: str) -> None:
    subject = " ".join(subject.split())
    for address in sorted(_people(seats).values_list("email", flat=True)):
        # One letter each: nobody learns who else has an account.
        # What keeps one from being sent, a line break in a title, keeps no other back.
        transaction.on_commit(
            partial(send_mail, subject, body, None, [address], fail_silently=True),
            robust=True,
        )
