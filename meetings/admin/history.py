"""The history page: who changed what and when, the record's own rows included."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from .deleted import DeletedMixin
from .versions import VersionsMixin, parent_of
from .wording import row_words

NEWEST = 500


@dataclass(frozen=True, slots=True)
class RowChanges:
    """The changes of one kind of row: of the attendance of a meeting."""

    title: str
    name: str
    records: list


class HistoryAdmin(VersionsMixin, DeletedMixin, SimpleHistoryAdmin):
    object_history_template = "admin/record_history.html"
    object_history_list_template = "admin/record_history_list.html"

    def history_view(self, request, object_id, extra_context=None):
        rows = filter(None, (self._changes(row, object_id) for row in self.inlines))
        context = {"row_changes": list(rows)} | (extra_context or {})
        return super().history_view(request, object_id, context)

    def _changes(self, inline, object_id) -> RowChanges | None:
        if not hasattr(inline.model, "history"):
            return None
        parent = parent_of(self.model, inline)
        records = list(
            inline.model.history.filter(**{parent.attname: object_id})
            .select_related("history_user")
            ._select_related_history_tracked_objs()
            .order_by("-history_date", "-history_id")[:NEWEST]
        )
        for newer, older in pairwise(sorted(records, key=_by_row)):
            if newer.id == older.id:
                newer.history_delta_changes = self._differences(
                    inline.model, newer, older
                )
        for record in records:
            record.row = row_words(record, parent.name)
        # What follows a colon is advice for the form.
        title = str(inline.verbose_name_plural or _plural(inline.model)).partition(":")[
            0
        ]
        name = inline.model._meta.model_name
        return RowChanges(capfirst(title), name, records) if records else None

    @staticmethod
    def _differences(model, newer, older):
        delta = newer.diff_against(older, foreign_keys_are_objs=True)
        helper = HistoricalRecordContextHelper(model, newer)
        return helper.context_for_delta_changes(delta)


def _by_row(record):
    return (record.id, -record.history_date.timestamp(), -record.history_id)


def _plural(model) -> str:
    return model._meta.verbose_name_plural
