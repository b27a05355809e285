"""Autocomplete fields that need no query each to show what is chosen."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class LabelledMixin:
    """An autocomplete field that may be told the labels of what is chosen.

    Django's own asks the database for them, once a field: sixty times for sixty rows.
    """

    labels = None
    """Returns the labels by key, as text; None to ask the database."""

    def value_from_datadict(self, data, files, name):
        """Return the keys chosen; what can be none becomes 0, which is no record's."""
        given = super().value_from_datadict(data, files, name)
        if isinstance(given, list):
            return [key_in(each) for each in given]
        return key_in(given) if given else given

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        # An empty field has no other words that could name it to a screen reader.
        plural = self.field.remote_field.model._meta.verbose_name_plural
        return attrs | {"data-placeholder": f"Search {plural}"}

    def optgroups(self, name, value, attr=None):
        value = [each and key_in(str(each)) for each in value]
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


def key_in(text: str) -> str:
    """Return the key that ``text`` is; "0", which is no record's, if it can be none."""
    # Longer numbers are too large for a database, and fail there.
    return text if text.isascii() and text.isdecimal() and len(text) < 19 else "0"


class LabelledSelect(LabelledMixin, AutocompleteSelect):
    pass


class LabelledSelectMultiple(LabelledMixin, AutocompleteSelectMultiple):
    pass
