"""Autocomplete fields that need no query each to show what is chosen."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class LabelledMixin:
    """An autocomplete field that may be told the labels of what is chosen.

    Django's own asks the database for them, once a field: sixty times for sixty rows.
    """

    labels = None
    """Returns the labels by key, as text; None to ask the database."""

    def optgroups(self, name, value, attr=None):
        if self.labels is None:
            return super().optgroups(name, value, attr)
        labels = self.labels()
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self.create_option(name, "", "", False, 0))
        options += [
            self.create_option(name, key, labels[key], True, index)
            for index, key in enumerate(value, start=1)
            if key in labels
        ]
        return [(None, options, 0)]


class LabelledSelect(LabelledMixin, AutocompleteSelect):
    pass


class LabelledSelectMultiple(LabelledMixin, AutocompleteSelectMultiple):
    pass
