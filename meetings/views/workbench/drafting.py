"""What a statement covers and how it is written. Everything else follows from that."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.shortcuts import redirect
from django.views.generic import FormView

from meetings import workbench
from meetings.models import Coverage, Meeting, Statement
from meetings.permissions import chaired_bodies, may_edit_record, may_see_drafts
from meetings.slugs import slug_of
from meetings.statements import prose

from .base import WritingView

SCOPED = (
    "Saved. A text that was composed before stays as it is until you let it follow the "
    "record, which is offered below."
)
TAKEN = "There is a statement of that title already."
LATEST = 40
"""Meetings offered: statements are written of the latest ones."""


class MeetingsField(forms.ModelMultipleChoiceField):
    """Meetings with their days, which tell meetings of one series apart."""

    def label_from_instance(self, meeting: Meeting) -> str:
        when = prose.when(meeting.starts_on, meeting.ends_on, meeting.precision)
        return f"{when}: {meeting.title}"


class StatementForm(forms.ModelForm):
    """What a statement covers and how it is written; the rest follows."""

    meetings = MeetingsField(
        label="Meetings it covers",
        queryset=Meeting.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Bodies, attendance and co-chairs follow from these.",
    )

    class Meta:
        model = Statement
        fields = ["title", "house_style", "name_form", "annex"]

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meetings"].queryset = meetings


class NewStatementForm(StatementForm):
    def clean_title(self) -> str:
        title = self.cleaned_data["title"]
        if Statement.objects.filter(slug=slug_of(title)[:100]).exists():
            raise forms.ValidationError(TAKEN)
        if not slug_of(title):
            raise forms.ValidationError("Use some letters or figures in the title.")
        return title

    @transaction.atomic
    def save(self, commit=True):
        self.instance.slug = slug_of(self.cleaned_data["title"])[:100]
        statement = super().save(commit)
        for meeting in self.cleaned_data["meetings"]:
            Coverage.objects.create(statement=statement, meeting=meeting)
        return statement


def offered(user, statement: Statement | None = None) -> QuerySet[Meeting]:
    """Return the meetings that ``user`` may choose: the latest of the bodies they chair,
    and those that ``statement`` covers."""
    meetings = Meeting.objects.visible_to(user).filter(starts_on__isnull=False)
    if not may_edit_record(user):
        meetings = meetings.filter(bodies__in=chaired_bodies(user))
    latest = meetings.distinct().order_by("-starts_on", "-pk")[:LATEST]
    chosen = {meeting.pk for meeting in latest}
    if statement is not None:
        chosen |= set(statement.meetings.values_list("pk", flat=True))
    return Meeting.objects.filter(pk__in=chosen).order_by("-starts_on", "-pk")


class NewStatementView(FormView):
    """Choose the meetings of a new statement among those of the bodies one chairs."""

    template_name = "meetings/workbench/new.html"
    form_class = NewStatementForm

    def dispatch(self, request, *args, **kwargs):
        if not may_see_drafts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meetings": offered(self.request.user)}

    def form_valid(self, form):
        try:
            statement = form.save()
        except IntegrityError:  # begun twice at once: the button was pressed twice
            form.add_error("title", TAKEN)
            return self.form_invalid(form)
        return redirect(statement.get_desk_url())


class ScopeView(WritingView):
    """What the statement covers and how it is written, changed while it is a draft."""

    template_name = "meetings/workbench/scope.html"

    def get_context_data(self, **kwargs):
        given = {"form": self._form(), "seen": workbench.scope_of(self.statement)}
        return super().get_context_data(**(given | kwargs))

    def post(self, request, *args, **kwargs):
        form = self._form(request.POST)
        if not form.is_valid():
            seen = request.POST.get("seen", "")
            return self.render_to_response(self.get_context_data(form=form, seen=seen))
        chosen = form.cleaned_data
        try:
            changed = workbench.rescope(
                self.statement,
                meetings=chosen.pop("meetings"),
                by=request.user,
                seen=request.POST.get("seen", ""),
                **chosen,
            )
        except workbench.RefusedError as error:
            return self.refuse(error)
        messages.success(request, SCOPED if changed else "Nothing had changed.")
        return self.back()

    def _form(self, data=None) -> StatementForm:
        # Validation writes into its instance, and the page's own must stay as it is.
        return StatementForm(
            data,
            instance=Statement.objects.get(pk=self.statement.pk),
            initial={"meetings": self.statement.meetings.all()},
            meetings=offered(self.request.user, self.statement),
        )
