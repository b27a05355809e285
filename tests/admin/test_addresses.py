"""Addresses and keys that nobody was offered: answered in words, on either database."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from meetings.admin.addresses import WHOLE_LIST
from meetings.models import Activity, Gathering, Import, Meeting, User
from tests import factories

from .forms import address, errors, posted

pytestmark = pytest.mark.django_db
LONG = "9" * 40


@pytest.mark.parametrize(
    ("model", "query"),
    [
        (Activity, {"kind__exact": "a\0b"}),
        (Meeting, {"kind__exact": "\0"}),
        (Meeting, {"starts_on__year": LONG}),
        (Meeting, {"id__exact": "abc"}),
        (Import, {"state": "a\0b", "created_at__year": "1"}),
        (Gathering, {"unverified__exact": "\0"}),
        (User, {"party__id__exact": "\0"}),
        (Group, {"id__exact": "a\0b"}),
    ],
)
def test_a_list_that_nothing_can_be_looked_for_in_is_shown_whole(staff, model, query):
    page = staff.get(address(model, "changelist"), query, follow=True)

    assert page.status_code == 200
    assert [str(message) for message in page.context["messages"]] == [WHOLE_LIST]


def test_what_is_searched_for_or_asked_about_may_be_anything(staff):
    for key in ("a\0b", LONG, "\ufffd"):
        assert staff.get(address(Meeting, "history", key)).status_code == 404
    chosen = {"app_label": "meetings", "model_name": "user", "field_name": "party"}
    found = staff.get(reverse("admin:autocomplete"), chosen | {"term": "a\0b"})
    assert found.json()["results"] == []


@pytest.mark.parametrize("key", ["a\0b", LONG, "²", "abc", "\ufffd"])
def test_forms_offer_nothing_for_keys_that_no_record_has(staff, key):
    page = staff.get(address(Activity, "add"), {"body": key, "_to_field": ""})
    assert page.status_code == 200

    account = factories.UserFactory(is_staff=True)
    url = address(account, "change", account.pk)
    forged = {"groups": [key], "user_permissions": [key], "party": key}
    response = staff.post(url, posted(staff.get(url)) | forged)
    assert response.status_code == 200
    assert errors(response).keys() == forged.keys()
    assert staff.get(url, {"_to_field": ""}).status_code == 200
