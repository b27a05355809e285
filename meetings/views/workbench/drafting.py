"""A new statement: which meetings it covers. Everything else follows from them."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.generic import FormView

from meetings.models import Coverage, Meeting, Statement
from meetings.permissions import chaired_bodies, may_edit_record, may_see_drafts
from meetings.statements import prose

LATEST = 40
"""Meetings offered: statements are written of the latest ones."""


class MeetingsField(forms.ModelMultipleChoiceField):
    """Meetings with their days, which tell meetings of one series apart."""

    def label_from_instance(self, meeting: Meeting) -> str:
        when = prose.when(meeting.starts_on, meeting.ends_on, meeting.precision)
        return f"{when}: {meeting.title}"


class StatementForm(forms.ModelForm):
    meetings = MeetingsField(
        label="Meetings it covers",
        queryset=Meeting.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Bodies, attendance and co-chairs follow from these.",
    )

    class Meta:
        model = Statement
        fields = ["title", "house_style"]

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meetings"].queryset = meetings

    def clean_title(self) -> str:
        title = self.cleaned_data["title"]
        if Statement.objects.filter(slug=slugify(title)[:100]).exists():
            raise forms.ValidationError("There is a statement of that title already.")
        if not slugify(title):
            raise forms.ValidationError("Use some letters or figures in the title.")
        return title

    @transaction.atomic
    def save(self, commit=True):
        self.instance.slug = slugify(self.cleaned_data["title"])[:100]
        statement = super().save(commit)
        for meeting in self.cleaned_data["meetings"]:
            Coverage.objects.create(statement=statement, meeting=meeting)
        return statement


class NewStatementView(FormView):
    """Choose the meetings of a new statement among those of the bodies one chairs."""

    template_name = "meetings/workbench/new.html"
    form_class = StatementForm

    def dispatch(self, request, *args, **kwargs):
        if not may_see_drafts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        meetings = Meeting.objects.visible_to(self.request.user).filter(
            starts_on__isnull=False
        )
        if not may_edit_record(self.request.user):
            meetings = meetings.filter(bodies__in=chaired_bodies(self.request.user))
        latest = meetings.distinct().order_by("-starts_on", "-pk")[:LATEST]
        offered = Meeting.objects.filter(pk__in=[meeting.pk for meeting in latest])
        return super().get_form_kwargs() | {"meetings": offered}

    def form_valid(self, form):
        return redirect(form.save().get_desk_url())
