"""What no link or form of the admin asks for: answered in words, never by a failure."""

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, SEARCH_VAR, ChangeList
from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import Http404

from .widgets import key_in

WHOLE_LIST = (
    "The address asked for something that no list can show, so here is the list as a "
    "whole. Choose from it what you are looking for."
)


class RecordList(ChangeList):
    """A list that says what no database can look for; Django then shows all of it."""

    def get_queryset(self, request, exclude_parameters=None):
        asked = (value for name, value in request.GET.items() if name != SEARCH_VAR)
        if any("\0" in value for value in asked):  # in a search Django objects to it
            raise IncorrectLookupParameters("NUL is no part of a text.")
        try:
            return super().get_queryset(request, exclude_parameters)
        except OverflowError as error:  # a year of forty digits
            raise IncorrectLookupParameters(error) from error

    def get_results(self, request):
        try:
            super().get_results(request)
        except (OverflowError, DataError) as error:
            raise IncorrectLookupParameters(error) from error


class KeysField(forms.ModelMultipleChoiceField):
    """Several records, none of them by a key that is too large for a database."""

    def clean(self, value):
        for key in value or ():
            if key_in(str(key)) != str(key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": str(key)[:30]},
                )
        return super().clean(value)


class AddressesMixin:
    """An admin whose pages bear whatever is asked of them."""

    def get_changelist(self, request, **kwargs):
        return RecordList

    def changelist_view(self, request, extra_context=None):
        if ERROR_FLAG in request.GET and request.method == "GET":
            messages.warning(request, WHOLE_LIST)
        return super().changelist_view(request, extra_context)

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field or None)

    def history_view(self, request, object_id, extra_context=None):
        if key_in(object_id) != object_id:
            raise Http404
        return super().history_view(request, object_id, extra_context)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", KeysField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)
