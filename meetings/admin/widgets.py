"""Autocomplete fields that need no query each to show what is chosen."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class LabelledMixin:
    """An autocomplete field that may be told the labels of what is chosen.

    Django's own asks the database for them, once a field: sixty times for sixty rows.
    """

    labels = None
    """Returns the labels by key, as text; None to ask the database."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        # An empty field has no other words that could name it to a screen reader.
        plural = self.field.remote_field.model._meta.verbose_name_plural
        return attrs | {"data-placeholder": f"Search {plural}"}

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
