"""The forms of reading: the text, what it says of the meeting, of parties, of sessions."""

import re

from django import forms
from django.core.validators import FileExtensionValidator

from meetings.documents.extract import MAX_TEXT, SUFFIXES, ExtractError, text_of
from meetings.models import Body, Meeting, Party, Series, Session
from meetings.statements.reading.proposal import (
    AttendanceRead,
    ChairRead,
    Proposal,
    Unknown,
)

from .chairing import ChairForm
from .rows import Names, RowForm, UnknownForm

TEXTS = ["title", "kind", "series", "number", "starts_on", "ends_on", "city", "country"]
"""What of a meeting is filled, on a new one or where an old one has nothing yet."""


def lines_of(text: str) -> str:
    """Return the text as it is after any number of journeys through a form."""
    return re.sub(r"\r\n?", "\n", text).strip()


class TextForm(forms.Form):
    text = forms.CharField(
        label="Text of the statement",
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="The whole text, headings and lists included.",
    )
    file = forms.FileField(
        label="Or its file",
        required=False,
        allow_empty_file=True,
        max_length=255,
        validators=[FileExtensionValidator([each.lstrip(".") for each in SUFFIXES])],
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        help_text="Word (.docx), PDF or plain text (.txt), 20 MB at most.",
    )

    def clean(self):
        text, file = self.cleaned_data.get("text"), self.cleaned_data.get("file")
        if self.errors:
            return
        if bool(text) == bool(file):
            raise forms.ValidationError(
                "Paste a text or choose a file: one of the two."
            )
        if file:
            try:
                text = text_of(file.read(), file.name)
            except ExtractError as error:
                self.add_error("file", str(error))
                return
        self.cleaned_data["text"] = lines_of(text.replace("\0", ""))


class MeetingForm(forms.ModelForm):
    """What the text says of the meeting; into a new one, or one that is there."""

    into = forms.ModelChoiceField(
        Meeting.objects,
        label="Save into",
        required=False,
        empty_label="A new meeting",
        help_text="What a meeting chosen here says already stays as it is.",
    )
    bodies = forms.ModelMultipleChoiceField(
        Body.objects,
        label="Convened by",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Meeting
        fields = [*TEXTS, "list_status", "sources"]
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "sources": forms.Textarea(attrs={"rows": 2}),
        }

    field_order = ["into", "title", "kind", "bodies"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["series"].queryset = Series.objects.order_by("name")
        if self.data.get(self.add_prefix("into")):
            for name in ("title", "kind"):
                self.fields[name].required = False

    def _post_clean(self):
        # Whole only once it is joined with what is there: checked when it is saved.
        pass


class SectionForm(forms.Form):
    """A section of the text, as a session."""

    take = forms.BooleanField(label="Take as a session", required=False)
    title = forms.CharField(max_length=250, required=False)
    kind = forms.ChoiceField(
        choices=[("", "Choose"), *Session.Kind.choices], required=False
    )
    keep_text = forms.BooleanField(label="Its text is the summary", required=False)

    def clean(self):
        if self.cleaned_data.get("take"):
            for name in ("title", "kind"):
                if not self.cleaned_data.get(name):
                    self.add_error(name, "A session needs this.")


class Forms:
    """All forms of a proposal, as it was read or as they were posted."""

    def __init__(
        self, proposal: Proposal, data=None, *, may_create: bool = False
    ) -> None:
        self.names = Names()
        self.parties = {party.name: party for party in self.names.parties}
        self.meeting = MeetingForm(data, initial=_meeting(proposal))
        self.rows = [
            (row, self._row(number, row, data))
            for number, row in enumerate(proposal.attendance)
        ]
        self.unknown = [
            (row, self._unknown(number, row, data, may_create=may_create))
            for number, row in enumerate(proposal.unknown)
        ]
        told = self.meeting.initial["bodies"]
        self.chairs = [
            (row, self._chair(number, row, told, data) if may_create else None)
            for number, row in enumerate(proposal.co_chairs)
        ]
        self.sections = [
            (row, _section(number, row, data))
            for number, row in enumerate(proposal.sections)
        ]

    def _row(self, number: int, row: AttendanceRead, data) -> RowForm:
        initial = {
            "take": True,
            "party": row.party.name,
            "presence": "present" if row.present else "apologies",
            "level": row.level.value if row.level else "",
        }
        return RowForm(data, prefix=f"row-{number}", initial=initial, names=self.names)

    def _chair(
        self, number: int, row: ChairRead, bodies: list[Body], data
    ) -> ChairForm:
        initial = {
            "party": row.party.name,
            "body": bodies[0] if len(bodies) == 1 else None,
            "person": row.person,
            "title": row.title[:200],
        }
        return ChairForm(
            data, prefix=f"chair-{number}", initial=initial, names=self.names
        )

    def _unknown(
        self, number: int, row: Unknown, data, *, may_create: bool
    ) -> UnknownForm:
        return UnknownForm(
            data,
            prefix=f"unknown-{number}",
            initial={"name": " ".join(row.quote.words.split())[:150]},
            names=self.names,
            may_create=may_create,
        )

    def keep_meeting(self, data) -> None:
        """Keep what was corrected of the meeting, where the rows are read afresh."""
        self.meeting = MeetingForm(data)
        self.meeting.full_clean()

    def chosen(self, form: RowForm | UnknownForm) -> Party | None:
        """Return the party that a posted row names."""
        return getattr(form, "cleaned_data", {}).get("party")

    @property
    def every(self) -> list[forms.BaseForm]:
        pairs = [*self.rows, *self.unknown, *self.chairs, *self.sections]
        return [self.meeting, *(form for _, form in pairs if form)]

    def are_valid(self) -> bool:
        for form in self.every:
            form.full_clean()  # all of them: what is wrong is shown at once
        self._refuse_doubles()
        return all(form.is_valid() for form in self.every)

    def _refuse_doubles(self) -> None:
        met: set[int] = set()
        for form in [
            *(form for _, form in self.rows),
            *(row for _, row in self.unknown),
        ]:
            given = form.cleaned_data
            party = given.get("party") if given.get("take", True) else None
            if party and party.pk in met:
                form.add_error("party", "This party is named twice: leave one out.")
            elif party:
                met.add(party.pk)


def _section(number: int, row, data) -> SectionForm:
    title = " ".join(row.heading.words.lstrip("#* ").split())[:250]
    return SectionForm(data, prefix=f"section-{number}", initial={"title": title})


def _meeting(proposal: Proposal) -> dict:
    """Return what the text says; what it does not say stays empty."""
    bodies = [said.value.abbreviation for said in proposal.bodies]
    country = proposal.country and proposal.country.value.name
    return {
        "title": proposal.title and proposal.title.value,
        "number": proposal.ordinal and proposal.ordinal.value,
        "starts_on": proposal.start and proposal.start.value,
        "ends_on": proposal.end and proposal.end.value,
        "city": proposal.city and proposal.city.value,
        "country": country and Party.objects.filter(name=country).first(),
        "bodies": list(Body.objects.filter(abbreviation__in=bodies)),
        "list_status": Meeting.ListStatus.COMPLETE,
    }
