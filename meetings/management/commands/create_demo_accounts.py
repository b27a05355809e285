from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from meetings.models import Party, Person, User


@dataclass(frozen=True)
class DemoAccount:
    """An account whose password everybody knows."""

    username: str
    password: str
    what: str
    party: str = ""
    person: str = ""
    is_staff: bool = False
    groups: tuple[str, ...] = ()
    is_superuser: bool = False


ACCOUNTS = [
    DemoAccount(
        "rso",
        "demo-rso-2025",
        "Regional Support Office",
        is_staff=True,
        groups=("RSO staff",),
    ),
    DemoAccount(
        "cochair",
        "demo-cochair-2025",
        "Co-Chair of WG-TIP for Australia",
        party="australia",
        person="kathryn-haigh",
    ),
    DemoAccount("delegate", "demo-delegate-2025", "Delegate of Fiji", party="fiji"),
    DemoAccount(
        "admin",
        "demo-admin-2025",
        "Gives people their accounts",
        is_staff=True,
        is_superuser=True,
    ),
]


class Command(BaseCommand):
    help = (
        "Create four accounts with well-known passwords, to try balitrack on one's own "
        "computer. Run it after load_records. Can be run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--force",
            action="store_true",
            help="also on an installation that is not a local trial",
        )

    def handle(self, *args, force: bool, verbosity: int, **options):
        if not (settings.LOCAL or force):
            raise CommandError(
                "These accounts have passwords that everybody knows, and this is not a "
                "local trial (BALITRACK_LOCAL is not set). Nothing was created. Use "
                "createsuperuser for a real account, or --force if you are sure."
            )
        with transaction.atomic():
            for account in ACCOUNTS:
                _ensure(account)
        if verbosity:
            self.stdout.write(_table())


def _ensure(account: DemoAccount) -> None:
    """Create the account, or give it back its party, rights and password."""
    user = User.objects.filter(username=account.username).first() or User(
        username=account.username
    )
    user.party = _party(account.party) if account.party else None
    user.person = _person(account.person) if account.person else None
    user.is_staff, user.is_superuser = account.is_staff, account.is_superuser
    user.is_active = True
    if not user.check_password(account.password):
        user.set_password(account.password)
    try:
        user.full_clean()
    except ValidationError as error:
        message = " ".join(error.messages)
        raise CommandError(f"Account {account.username}: {message}") from error
    user.save()
    user.groups.set(Group.objects.filter(name__in=account.groups))


def _party(slug: str) -> Party:
    if party := Party.objects.filter(slug=slug).first():
        return party
    raise CommandError(f"There is no party {slug} yet. Run load_records first.")


def _person(slug: str) -> Person:
    if person := Person.objects.filter(slug=slug).first():
        return person
    raise CommandError(f"There is no official {slug} yet. Run load_records first.")


def _table() -> str:
    rows = [
        ("Account", "Password", "Who"),
        *((a.username, a.password, a.what) for a in ACCOUNTS),
    ]
    return "\n".join(f"{name:<10}{password:<20}{what}" for name, password, what in rows)
