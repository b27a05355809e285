"""The four accounts for trying balitrack at home."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command

from meetings.management.commands.create_demo_accounts import ACCOUNTS
from meetings.models import User


def create(**options) -> None:
    call_command("create_demo_accounts", verbosity=0, **options)


def test_accounts_speak_for_whom_they_say(records):
    create()

    assert {
        (user.username, user.is_staff, str(user.party), str(user.person))
        for user in User.objects.all()
    } == {
        ("rso", True, "None", "None"),
        ("cochair", False, "Australia", "Kathryn Haigh (Australia)"),
        ("delegate", False, "Fiji", "None"),
        ("admin", True, "None", "None"),
    }
    assert [*User.objects.filter(groups__name="RSO staff")] == [
        User.objects.get(username="rso", is_superuser=False)
    ]


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
def test_each_can_log_in(records, client, account):
    create()

    assert client.login(username=account.username, password=account.password)
    validate_password(account.password, User(username=account.username))


def test_a_second_run_restores_what_was_changed(records, client):
    create()
    user = User.objects.get(username="delegate")
    user.set_password("something else entirely")
    user.party = None
    user.save()

    create()

    assert client.login(username="delegate", password="demo-delegate-2025")
    assert str(User.objects.get(username="delegate").party) == "Fiji"


def test_accounts_are_printed(records, capsys):
    call_command("create_demo_accounts")

    assert "cochair   demo-cochair-2025   Co-Chair of WG-TIP" in capsys.readouterr().out


def test_not_on_a_public_installation(records, settings):
    settings.LOCAL = False

    with pytest.raises(CommandError, match="passwords that everybody knows"):
        create()
    assert not User.objects.exists()

    create(force=True)
    assert User.objects.count() == 4


def test_not_before_the_records_are_there(db):
    with pytest.raises(CommandError, match="Run load_records first"):
        create()
    assert not User.objects.exists()


def test_a_person_who_has_an_account_is_not_taken_over(records):
    create()
    User.objects.filter(username="cochair").update(username="haigh")

    with pytest.raises(CommandError, match="Account cochair: User with this Person"):
        create()
