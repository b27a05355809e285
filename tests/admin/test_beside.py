"""Whatever a form objects to stands beside a field of it, for every form of the admin."""

import pytest
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.test import RequestFactory

from meetings import models as meetings
from meetings.admin.base import RecordForm

from .forms import address, errors, posted
from .test_pages import MAKE

# None of their fields is on the form in question, so nothing typed there offends them.
NOBODY_TYPES_IT = {
    "action_item_does_not_continue_itself",  # as a row of its version
    "revision_number_once_a_statement",
    "revision_numbers_start_at_one",
    "statement_published_has_a_day",
}


def _forms():
    request = RequestFactory().get("/")
    request.user = meetings.User(is_superuser=True, is_staff=True)
    for model, model_admin in admin.site._registry.items():
        if model in {meetings.Revision, meetings.Import}:
            continue
        yield model_admin.get_form(request)
        for inline in model_admin.get_inline_instances(request):
            yield inline.get_formset(request).form


def test_what_a_constraint_says_has_a_field_to_stand_beside_and_is_its_own(db):
    placed, lost = 0, set()
    for form in filter(lambda each: issubclass(each, RecordForm), _forms()):
        constraints = form._meta.model._meta.constraints
        said = [constraint.violation_error_message for constraint in constraints]
        assert len(said) == len(set(said)), form._meta.model
        for constraint in constraints:
            assert "onstraint" not in constraint.violation_error_message
            if form().place(constraint) == NON_FIELD_ERRORS:
                lost.add(constraint.name)
            placed += 1

    assert lost == NOBODY_TYPES_IT
    assert placed > 50


@pytest.mark.parametrize("value", ["", "\x00", "9" * 20, "31/31/2024"])
def test_nonsense_in_every_field_is_objected_to_and_saves_nothing(staff, value):
    record = MAKE[meetings.Meeting]()
    before = meetings.Meeting.objects.values().get()
    data = posted(staff.get(address(record, "change", record.pk)))
    typed = {
        name: value
        for name in data
        if name != "opened" and not name.endswith(("_FORMS", "-id", "-DELETE"))
    }
    response = staff.post(address(record, "change", record.pk), data | typed)

    assert response.status_code == 200
    found = errors(response)
    assert {"title", "starts_on"} & found.keys()
    assert "attendances-0-party" in found
    assert not [name for name in found if name.endswith("__all__")]
    assert meetings.Meeting.objects.values().get() == before
