"""Records marked as verified, many at once: asked first, and kept by whom and how."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests import factories
from tests.conftest import logged_in

LIST = reverse("admin:meetings_party_changelist")


@pytest.fixture
def doubtful(db):
    return [factories.PartyFactory(unverified=True) for _ in range(2)]


def _post(client, records, address=LIST, **kwargs):
    keys = [record.pk for record in records]
    data = {"action": "mark_verified", "_selected_action": keys}
    return client.post(address, data | kwargs)


def test_it_asks_first(staff, doubtful):
    response = _post(staff, doubtful, index=0)

    assert "2 records will lose" in response.content.decode()
    for party in doubtful:
        party.refresh_from_db()
        assert party.unverified


def test_once_confirmed_the_history_says_who_and_how(staff, superuser, doubtful):
    response = _post(staff, doubtful, confirmed="yes", how="letter of 3 March")

    assert response.status_code == 302
    for party in doubtful:
        party.refresh_from_db()
        assert not party.unverified
        latest = party.history.first()
        assert latest.history_user == superuser
        assert latest.history_change_reason == "Verified: letter of 3 March"


def test_records_are_flagged_together_and_their_notes_say_why(staff, superuser):
    sure = [factories.PartyFactory(notes="One."), factories.PartyFactory()]
    already = factories.PartyFactory(unverified=True)
    asked = _post(staff, [*sure, already], action="mark_unverified", index=0)
    assert "2 records will have the mark" in " ".join(asked.content.decode().split())
    assert "1 other of those chosen stays as it is" in " ".join(
        asked.content.decode().split()
    )
    for why in ("Spelling", "x" * 99):
        _post(staff, sure, action="mark_unverified", confirmed="yes", how=why)

    for party in sure:
        party.refresh_from_db()
        assert party.unverified
        assert party.history.count() == 2
        assert party.history.first().history_change_reason == "Unverified: Spelling"
    assert [party.notes for party in sure] == ["One.\nSpelling", "Spelling"]


def test_what_is_verified_already_is_left_alone(staff, doubtful):
    sure = factories.PartyFactory()
    _post(staff, [*doubtful, sure], confirmed="yes")

    assert sure.history.count() == 1


def test_a_published_statement_stays_as_it_is(staff):
    statement = factories.StatementFactory(
        state="published", published_on="2025-12-05", unverified=True
    )
    address = reverse("admin:meetings_statement_changelist")
    _post(staff, [statement], address, confirmed="yes")

    statement.refresh_from_db()
    assert statement.unverified


def test_whoever_may_only_look_cannot(doubtful):
    user = factories.UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_party"))
    _post(logged_in(user), doubtful, confirmed="yes")

    doubtful[0].refresh_from_db()
    assert doubtful[0].unverified


def test_records_without_the_mark_do_not_offer_it(staff):
    factories.SeriesFactory()
    page = staff.get(reverse("admin:meetings_series_changelist"))

    assert b"mark_verified" not in page.content
    assert b"mark_unverified" not in page.content
