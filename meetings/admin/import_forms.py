"""The forms of an import: the file, and the answers to what the file leaves open."""

from django import forms
from django.core.validators import FileExtensionValidator

from meetings.exchange.files import SUFFIXES
from meetings.exchange.limits import MOST_BYTES
from meetings.exchange.outcomes import Plan, Unknown
from meetings.exchange.targets import OUT
from meetings.exchange.text import fold
from meetings.models import Gathering, Meeting, Party

MOST_ASKED = 50
"""Names asked about on one page. More means that a column is not what it seems."""


class FileForm(forms.Form):
    file = forms.FileField(
        label="Participant list",
        allow_empty_file=True,  # the reader has better words for it
        max_length=255,
        help_text=f"An Excel workbook (.xlsx) or CSV, {MOST_BYTES // 1024**2} MB at most.",
        validators=[FileExtensionValidator([each.lstrip(".") for each in SUFFIXES])],
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={
            "required": "Choose the file of the participant list.",
            "invalid_extension": "This is neither an Excel workbook (.xlsx) nor CSV. "
            "Save the list as one of them, and choose that file.",
        },
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects, required=False, widget=forms.HiddenInput
    )
    gathering = forms.ModelChoiceField(
        Gathering.objects, required=False, widget=forms.HiddenInput
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MOST_BYTES // 1024**2} MB. Take out pictures and "
                "sheets that are not lists, or divide it into several files."
            )
        return file


class AnswersForm(forms.Form):
    """Which meeting each sheet is of, and what each unknown name stands for."""

    def __init__(self, plan: Plan, meetings: list[Meeting], data=None):
        super().__init__(data)
        self._plan = plan
        choices = [(str(each.pk), _dated(each)) for each in meetings]
        for sheet in plan.sheets:
            self.fields[f"sheet-{sheet.index}"] = self._sheet(sheet, choices)
            for column in sheet.columns:
                self.fields[_column_name(sheet, column)] = self._column(column, choices)
        parties = Party.objects.order_by("sort_key")
        every = [(str(party.pk), party.name) for party in parties]
        for index, unknown in enumerate(plan.unknown[:MOST_ASKED]):
            self._ask(index, unknown, every)

    def _sheet(self, sheet, choices) -> forms.ChoiceField:
        target = sheet.target
        known = target.meeting is not None and not target.answered
        if sheet.columns:
            first, choices = "By its columns, below", []
        elif known:
            first = f"{target.meeting.title} ({target.how})"
        elif sheet.asks or not sheet.rows:
            first = "Choose the meeting"
        else:
            first = "As the rows or the sheet say"
        return forms.ChoiceField(
            label=sheet.title or "The list",
            required=False,
            choices=[("", first), (OUT, "Leave this sheet out"), *choices],
            initial=_answered(target),
        )

    def _column(self, column, choices) -> forms.ChoiceField:
        target = column.target
        first = "Choose the meeting"
        if target.meeting is not None and not target.answered:
            first = f"{target.meeting.title} ({target.how})"
        elif target.out and not target.answered:
            first = "Left out: it names another event"
        return forms.ChoiceField(
            label=column.title,
            required=False,
            choices=[("", first), (OUT, "Leave this column out"), *choices],
            initial=_answered(target),
        )

    def _ask(self, index: int, unknown: Unknown, every: list) -> None:
        perhaps = [(str(party.pk), party.name) for party in unknown.perhaps]
        choices = [("", "Choose the party"), (OUT, "Leave these rows out")]
        if perhaps:
            choices.append(("Perhaps", perhaps))
        choices.append(("All parties", every))
        self.fields[f"name-{index}"] = forms.ChoiceField(
            label=unknown.name,
            required=False,
            choices=choices,
            initial=unknown.answer,
        )
        self.fields[f"name-{index}-key"] = forms.CharField(
            initial=fold(unknown.name) or unknown.name, widget=forms.HiddenInput
        )
        self.fields[f"name-{index}-remember"] = forms.BooleanField(
            label=f"Remember “{unknown.name}” as another name of that party",
            required=False,
            initial=unknown.remember,
            label_suffix="",
        )

    def answers(self, earlier: dict) -> dict:
        """Return the answers given, with earlier ones that this page did not show."""
        data = self.cleaned_data
        sheets = {
            str(sheet.index): data[f"sheet-{sheet.index}"]
            for sheet in self._plan.sheets
            if data[f"sheet-{sheet.index}"]
        }
        columns = {
            f"{sheet.index}-{column.index}": answer
            for sheet in self._plan.sheets
            for column in sheet.columns
            if (answer := data[_column_name(sheet, column)])
        }
        names = dict(earlier.get("names", {}))
        for index in range(len(self._plan.unknown[:MOST_ASKED])):
            key = data[f"name-{index}-key"]
            party = data[f"name-{index}"]
            remember = data[f"name-{index}-remember"] and party not in ("", OUT)
            names[key] = {"party": party, "remember": remember}
        return {"sheets": sheets, "columns": columns, "names": names}

    def sheet_rows(self):
        """Each sheet with its question, and each of its columns of events with theirs."""
        return [
            (
                sheet,
                self[f"sheet-{sheet.index}"],
                [(each, self[_column_name(sheet, each)]) for each in sheet.columns],
            )
            for sheet in self._plan.sheets
        ]

    def name_rows(self):
        return [
            (
                unknown,
                self[f"name-{index}"],
                self[f"name-{index}-key"],
                self[f"name-{index}-remember"],
            )
            for index, unknown in enumerate(self._plan.unknown[:MOST_ASKED])
        ]


def _column_name(sheet, column) -> str:
    return f"column-{sheet.index}-{column.index}"


def _answered(target) -> str:
    if not target.answered:
        return ""
    return OUT if target.out else str(target.meeting.pk)


def _dated(meeting: Meeting) -> str:
    if meeting.starts_on is None:
        return meeting.title
    return f"{meeting.title}, {meeting.starts_on:%-d %b %Y}"
