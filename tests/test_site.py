"""What holds of every page: log-in first, proper errors, accounts."""

import re

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import get_resolver, reverse

from tests.factories import MeetingFactory, UserFactory

pytestmark = pytest.mark.django_db

OPEN = {
    "login",
    "password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
    "statement-document",
    "statement-detail",
    "edition",
    "edition-feed",
}

FILLED = {
    "suffix": "json",
    "file_format": "csv",
    "number": 1,
    "pk": 1,
    "step": "clear",
}


def named_addresses():
    """Every address of the two apps and the accounts, with something filled in."""
    for prefix in ("meetings:", "workplans:", ""):
        resolver = get_resolver()
        if prefix:
            resolver = resolver.namespace_dict[prefix[:-1]][1]
        for name in filter(lambda key: isinstance(key, str), resolver.reverse_dict):
            parameters = resolver.reverse_dict.getlist(name)[0][0][0][1]
            filled = {key: FILLED.get(key, "any") for key in parameters}
            yield name, reverse(prefix + name, kwargs=filled)


def test_every_address_asks_for_a_log_in_unless_it_is_known_to_be_open(anonymous):
    asked = {
        name: anonymous.get(address)
        for name, address in named_addresses()
        if name not in OPEN and name != "logout"
    }

    assert len(asked) > 18
    for name, answer in asked.items():
        assert answer.status_code == 302, name
        assert answer.url.startswith("/accounts/login/?next="), name


@pytest.mark.parametrize("who", ["anonymous", "delegate"])
def test_an_unknown_address_is_a_proper_404(request, who):
    answer = request.getfixturevalue(who).get("/nowhere/at/all/")
    page = answer.content.decode()

    assert answer.status_code == 404
    assert "There is no page at this address" in page
    assert ("Search the record" in page) == (who == "delegate")


def test_a_form_without_its_token_is_told_what_to_do(db):
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/")

    assert answer.status_code == 403
    assert "Please send the form again" in answer.content.decode()


def test_an_error_of_ours_is_told_of_calmly(delegate, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("meetings.views.meetings.compared_facts", fail)
    delegate.raise_request_exception = False
    answer = delegate.get(MeetingFactory().get_absolute_url())
    page = answer.content.decode()

    assert answer.status_code == 500
    assert "Something went wrong on our side" in page
    assert "secret detail" not in page


class DeadlockError(Exception):
    sqlstate = "40P01"


@pytest.mark.parametrize(
    ("words", "cause"), [("database is locked", None), ("other", DeadlockError())]
)
def test_who_waits_too_long_for_others_is_told_that_nothing_was_saved(
    delegate, monkeypatch, words, cause
):
    def fail(*args, **kwargs):
        raise OperationalError(words) from cause

    monkeypatch.setattr("meetings.views.home.chaired_bodies", fail)

    answer = delegate.get("/")

    assert answer.status_code == 503
    assert b"Nothing of yours was saved" in answer.content


def test_a_forgotten_password_is_replaced_by_mail(anonymous, settings):
    user = UserFactory(email="anna@example.org")
    anonymous.post("/accounts/password_reset/", {"email": "anna@example.org"})
    (message,) = mail.outbox
    (link,) = re.findall(r"http://testserver(\S+)", message.body)

    form = anonymous.get(link, follow=True)
    anonymous.post(
        form.redirect_chain[-1][0],
        {"new_password1": "monsoon-ledger-9", "new_password2": "monsoon-ledger-9"},
    )

    assert message.subject == "A new password for balitrack"
    assert user.username in message.body
    assert anonymous.login(username=user.username, password="monsoon-ledger-9")


def test_a_used_link_says_so(anonymous):
    page = anonymous.get("/accounts/reset/MQ/abc-def/").content.decode()

    assert "This link no longer works" in page


def test_one_changes_ones_password_and_logs_out(delegate):
    form = delegate.get(reverse("password_change"))
    gone = delegate.post(reverse("logout"))

    assert form.status_code == 200
    assert gone.url == "/accounts/login/"
    assert delegate.get("/").status_code == 302


def test_after_the_log_in_one_is_where_one_wanted_to_be(anonymous):
    user = UserFactory()
    address = "/accounts/login/?next=/parties/"
    given = {"username": user.username, "password": "correct horse battery"}

    answer = anonymous.post(address, given | {"next": "/parties/"})
    elsewhere = Client().post(
        "/accounts/login/", given | {"next": "https://example.org/"}
    )

    assert answer.url == "/parties/"
    assert elsewhere.url == "/"
