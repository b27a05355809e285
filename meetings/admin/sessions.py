from django.contrib import admin

from meetings.models import Contribution, Outcome, Session

from .base import SOURCES, RecordAdmin, count_of
from .links import page_link
from .rows import Rows, RowsFormSet


class SessionRows(Rows):
    model = Session
    fields = ["position", "title", "kind", "topics", "speakers"]
    readonly_fields = ["speakers"]
    verbose_name = "session"
    verbose_name_plural = "sessions: summary and speakers on each one's own page"

    def get_queryset(self, request):
        spoken = count_of(Contribution.objects.all(), "session")
        return super().get_queryset(request).annotate(spoken=spoken)

    @admin.display(description="summary and speakers")
    def speakers(self, session: Session) -> str:
        if session.pk is None:
            return ""
        people = "speaker" if session.spoken == 1 else "speakers"
        return page_link(session, f"Open ({session.spoken} {people})")


class OutcomeFormSet(RowsFormSet):
    """Rows that offer the sessions of their meeting, read once for all of them."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "session" in form.fields:
            form.fields["session"].choices = self._sessions

    @property
    def _sessions(self) -> list[tuple[str, str]]:
        if not hasattr(self, "_read_sessions"):
            rows = self.instance.sessions.all() if self.instance.pk else ()
            self._read_sessions = [("", "the whole meeting")] + [
                (row.pk, row.title) for row in rows
            ]
        return self._read_sessions


class OutcomeRows(Rows):
    model = Outcome
    formset = OutcomeFormSet
    fields = [
        "position",
        "kind",
        "text",
        "session",
        "asked_of",
        "due_on",
        "state",
        "more",
    ]
    autocomplete_fields = ["asked_of"]
    readonly_fields = ["more"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("asked_of")


class ContributionRows(Rows):
    model = Contribution
    related = ("party", "person__party", "as_body")
    classes = ["rows", "rows-compact"]
    verbose_name = "speaker"
    verbose_name_plural = "who spoke, and in what capacity"
    fields = [
        "position",
        "role",
        "party",
        "person",
        "group",
        "unit",
        "as_role",
        "as_body",
    ]
    autocomplete_fields = ["party", "person", "as_body"]


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    list_display = ["title", "meeting", "position", "kind", "speakers", "doubt"]
    list_filter = [
        "kind",
        ("meeting__bodies", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["meeting"]
    label_related = ("meeting",)
    date_hierarchy = "meeting__starts_on"
    search_fields = ["title", "topics", "meeting__title", "meeting__slug"]
    autocomplete_fields = ["meeting"]
    save_on_top = True
    inlines = [ContributionRows]
    fieldsets = [
        (None, {"fields": ["meeting", ("position", "kind"), "title"]}),
        ("What was said", {"fields": ["topics", "summary"]}),
        SOURCES,
    ]

    def get_queryset(self, request):
        spoken = count_of(Contribution.objects.all(), "session")
        return super().get_queryset(request).annotate(spoken=spoken)

    def label(self, record) -> str:
        return f"{record.title} – {record.meeting}"

    def view_on_site(self, session: Session) -> str:
        return session.meeting.get_absolute_url()

    @admin.display(ordering="spoken")
    def speakers(self, session: Session) -> int:
        return session.spoken


@admin.register(Outcome)
class OutcomeAdmin(RecordAdmin):
    list_display = ["text", "kind", "meeting", "due_on", "state", "doubt"]
    list_filter = [
        "kind",
        "state",
        ("meeting__bodies", admin.RelatedOnlyFieldListFilter),
        "unverified",
    ]
    list_select_related = ["meeting"]
    label_related = ("meeting",)
    date_hierarchy = "meeting__starts_on"
    search_fields = ["text", "meeting__title", "meeting__slug"]
    autocomplete_fields = ["meeting", "session", "asked_of"]
    fieldsets = [
        (None, {"fields": ["meeting", "session", ("position", "kind"), "text"]}),
        ("What it asks", {"fields": ["asked_of", "due_on", "state"]}),
        SOURCES,
    ]

    def label(self, record) -> str:
        return f"{record.get_kind_display()}: {record.text} – {record.meeting}"

    def view_on_site(self, outcome: Outcome) -> str:
        return outcome.meeting.get_absolute_url()
