"""The forms of the next meeting or week, filled with what is proposed."""

from datetime import date, timedelta

from django import forms
from django.utils.timezone import localdate

from meetings.admin.base import OneLine, RecordForm
from meetings.models import Gathering, Meeting, Session
from meetings.models.visibility import Visibility

from .proposing import next_title, next_week, unnumbered
from .sources import Source

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
SAME_TITLE = "A meeting of this title and day is in the record already."
NUMBER_TAKEN = "The series has a meeting of this number already: {}."
TOO_EARLY = "The meeting that this one follows began on {:%-d %B %Y}."
CHANGED = (
    "Who convenes last year’s meeting has changed since you looked. It is shown as it is "
    "now: look again, then save."
)
_LEVELS = list(Visibility)


def guarded(level: str) -> str:
    """Return a level that is no more open than last year's, nor than is usual."""
    return max(Visibility(level), Visibility.DELEGATES, key=_LEVELS.index)


class SessionForm(forms.Form):
    """A session of last year's agenda; left without a title it is not taken over."""

    title = OneLine(max_length=250, required=False)
    kind = forms.ChoiceField(choices=Session.Kind.choices)

    def __init__(self, *args, row: Session, comes_back: bool, **kwargs) -> None:
        title = row.title if comes_back else ""
        initial = {"title": title, "kind": row.kind}
        super().__init__(*args, initial=initial, **kwargs)
        self.row, self.comes_back = row, comes_back


class NextForm(RecordForm):
    """The next meeting of its kind."""

    take = forms.BooleanField(required=False, initial=True)
    bodies = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Meeting
        fields = ["title", "number", "starts_on", "ends_on"]
        widgets = {"starts_on": DAY, "ends_on": DAY}
        labels = {"starts_on": "first day", "ends_on": "last day"}
        help_texts = {"number": ""}

    def __init__(self, data=None, *, source: Source, week: bool) -> None:
        before = source.meeting
        self.source, self.week = source, week
        year = before.starts_on.year if before.starts_on else None
        made = Meeting(
            kind=before.kind,
            series=before.series,
            status=Meeting.Status.PLANNED,
            visibility=guarded(before.visibility),
            attendance_visibility=guarded(before.attendance_visibility),
            content_visibility=guarded(before.content_visibility),
        )
        if before.number:
            title = next_title(before.title, [before.number], year, before.theme)
        else:
            kind = before.get_kind_display()
            title = unnumbered(before.title, kind, year, before.theme)
        initial = {
            "title": title,
            "number": before.number + 1 if before.number else None,
            "take": source.later is None,
            "bodies": source.bodies,
        }
        prefix = f"meeting-{before.pk}"
        super().__init__(data, instance=made, initial=initial, prefix=prefix)
        self.sessions = [
            SessionForm(
                data, row=row, comes_back=back, prefix=f"{prefix}-session-{row.pk}"
            )
            for row, back in source.sessions
        ]
        if not before.series_id:
            del self.fields["number"]

    @property
    def taken(self) -> bool:
        return not self.week or bool(self["take"].value())

    def clean(self):
        given = super().clean()
        before, day = self.source.meeting, given.get("starts_on")
        if given.get("bodies") != self.source.bodies:
            self.add_error(None, CHANGED)
        number = given.get("number")
        if number:
            there = Meeting.objects.filter(series=before.series, number=number).first()
            if there:
                self.add_error("number", NUMBER_TAKEN.format(there))
        if day and before.starts_on and day <= before.starts_on:
            self.add_error("starts_on", TOO_EARLY.format(before.starts_on))
        same = Meeting.objects.filter(title=given.get("title"), starts_on=day)
        if same.exists():
            self.add_error("title", SAME_TITLE)
        return given


class WeekForm(RecordForm):
    starts = forms.DateField(
        label="first day of the week",
        required=False,
        widget=DAY,
        help_text="Meetings whose days are left empty follow in last year’s rhythm.",
    )

    class Meta:
        model = Gathering
        fields = ["title"]

    def __init__(self, data=None, *, week: Gathering, sources: list[Source]) -> None:
        days = [row.meeting.starts_on for row in sources if row.meeting.starts_on]
        year = min(days).year if days else localdate().year - 1
        numbers = [row.meeting.number for row in sources if row.meeting.number]
        title = next_week(week.title, numbers, year, week.theme)
        super().__init__(
            data, instance=Gathering(), initial={"title": title}, prefix="week"
        )


class Proposal:
    """All the forms of the page, as they are proposed or as they were posted."""

    def __init__(self, target, sources: list[Source], data=None) -> None:
        self.is_week = isinstance(target, Gathering)
        if data is not None:
            data = with_days(data.copy(), sources)
        self.week = (
            WeekForm(data, week=target, sources=sources) if self.is_week else None
        )
        self.meetings = [
            NextForm(data, source=source, week=self.is_week) for source in sources
        ]

    @property
    def taken(self) -> list[NextForm]:
        return [form for form in self.meetings if form.taken]

    def is_valid(self) -> bool:
        found = [
            form.is_valid() for each in self.taken for form in (each, *each.sessions)
        ]
        if self.week:
            found.append(self.week.is_valid())
        return all(found)


def with_days(data, sources: list[Source]):
    """Return what was posted with the days that follow from those that were given."""
    starts = _day(data.get("week-starts", ""))
    days = [row.meeting.starts_on for row in sources if row.meeting.starts_on]
    for source in sources:
        before = source.meeting
        first, last = (
            f"meeting-{before.pk}-{name}" for name in ("starts_on", "ends_on")
        )
        if not before.starts_on:
            continue
        if starts and not data.get(first) and not data.get(last):
            data[first] = (starts + (before.starts_on - min(days))).isoformat()
        if (day := _day(data.get(first, ""))) and not data.get(last):
            length = (before.ends_on or before.starts_on) - before.starts_on
            data[last] = (day + min(length, timedelta(days=60))).isoformat()
    return data


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1990 < found.year < 2200 else None
