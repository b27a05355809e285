"""What lists can be narrowed by. Every value comes from the address and is validated."""

from collections.abc import Callable, Iterable

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from .models import Attendance, Body, Meeting, Outcome, Party, Series, Session
from .models.meetings import MeetingKind
from .years import FIRST_YEAR, LAST_YEAR, year_input

SORTS = {
    "newest": [F("starts_on").desc(nulls_first=True), "-pk"],
    "oldest": [F("starts_on").asc(nulls_last=True), "pk"],
    "title": ["title", "pk"],
}


class PeriodFilterForm(forms.Form):
    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("year_from"), cleaned.get("year_to")
        if first and last and first > last:
            self.add_error(
                "year_to", ValidationError("The last year is before the first one.")
            )
        return cleaned


def _visible(request) -> QuerySet[Meeting]:
    return Meeting.objects.visible_to(request.user)


def countries(request) -> QuerySet[Party]:
    """Those in which a meeting took place that the user may know of."""
    held = _visible(request).filter(country=OuterRef("pk"))
    return Party.objects.filter(Exists(held))


def series(request) -> QuerySet[Series]:
    return Series.objects.filter(
        Exists(_visible(request).filter(series=OuterRef("pk")))
    )


def parties_asked(request) -> QuerySet[Party]:
    """Those of whom an outcome that the user may see asks something."""
    outcomes = Outcome.objects.visible_to(request.user).filter(asked_of=OuterRef("pk"))
    return Party.objects.filter(Exists(outcomes))


def mentioning(
    rows: QuerySet, words: Iterable[str], mentions: Callable[[str], Q]
) -> QuerySet:
    """Return the rows that have each of the words somewhere: words make them fewer.

    ``mentions`` gives the condition under which a row has a word in it.
    """
    for word in words:
        rows = rows.filter(mentions(word))
    return rows


class YearFilter(filters.Filter):
    field_class = forms.IntegerField

    def __init__(self, *args, **kwargs):
        # Bounds, because a date has no year 0 and no year 10000.
        kwargs |= {"min_value": FIRST_YEAR, "max_value": LAST_YEAR}
        super().__init__(*args, widget=year_input(), **kwargs)


class FoldedFilterSet(filters.FilterSet):
    """Narrows meetings, or what is of them; most fields are folded away on the page."""

    q = filters.CharFilter(
        label="Words", method="search", max_length=200, widget=forms.SearchInput
    )
    body = filters.ModelChoiceFilter(
        label="Body",
        queryset=Body.objects.all(),
        to_field_name="slug",
        method="convened_by",
        empty_label="Any body",
    )

    plain = ("q", "body", "year_from", "year_to")
    meeting = "pk"
    """The path from a row to its meeting."""

    def search(self, queryset, name, text):
        return mentioning(queryset, text.split(), self._mentions)

    def _mentions(self, word: str) -> Q:
        """Return the condition under which a row has ``word`` in it."""
        raise NotImplementedError

    def convened_by(self, queryset, name, body):
        rows = Meeting.bodies.through.objects.filter(
            meeting=OuterRef(self.meeting), body=body
        )
        return queryset.filter(Exists(rows))

    @property
    def narrowed(self) -> bool:
        """Whether anything but the order is asked for."""
        asked = self.form.cleaned_data if self.is_bound else {}
        return any(value for name, value in asked.items() if name != "sort")

    @property
    def told(self) -> str:
        """What is asked for in words, as a printed list must say: "Body: WG-TIP"."""
        asked = self.form.cleaned_data if self.is_bound else {}
        parts = [
            f"{self.form.fields[name].label}: {self._shown(name, value)}"
            for name, value in asked.items()
            if value
        ]
        return "; ".join(parts)

    def _shown(self, name: str, value) -> str:
        choices = getattr(self.form.fields[name], "choices", None)
        named = isinstance(value, str) and choices
        return str(dict(choices)[value] if named else value)

    @property
    def plain_fields(self):
        return [self.form[name] for name in self.plain]

    @property
    def further_fields(self):
        return [field for field in self.form if field.name not in self.plain]

    @property
    def further_open(self) -> bool:
        """Whether a field that is folded away is in use, or wrong."""
        return any(field.data or field.errors for field in self.further_fields)


class MeetingFilter(FoldedFilterSet):
    """Narrows meetings already restricted to what the user may see."""

    year_from = YearFilter("ends_on", "year__gte", label="From year")
    year_to = YearFilter("starts_on", "year__lte", label="To year")
    kind = filters.ChoiceFilter(
        label="Kind", choices=MeetingKind.choices, empty_label="Any kind"
    )
    country = filters.ModelChoiceFilter(
        label="Held in",
        queryset=countries,
        to_field_name="slug",
        empty_label="Any country",
    )
    attended_by = filters.ModelChoiceFilter(
        label="Attended by",
        queryset=Party.objects.all(),
        to_field_name="slug",
        method="attended",
        empty_label="Any party",
    )
    series = filters.ModelChoiceFilter(
        label="Series",
        queryset=series,
        to_field_name="slug",
        empty_label="Any series",
    )
    list_status = filters.ChoiceFilter(
        label="Attendance list",
        choices=Meeting.ListStatus.choices,
        method="listed",
        empty_label="Any",
    )
    sort = filters.ChoiceFilter(
        label="Order",
        choices=[("oldest", "Oldest first"), ("title", "By title")],
        method="ordered",
        empty_label="Newest first",
    )

    class Meta:
        model = Meeting
        form = PeriodFilterForm
        fields: list[str] = []  # every filter is spelled out above

    def _mentions(self, word: str) -> Q:
        bodies = Meeting.bodies.through.objects.filter(meeting=OuterRef("pk")).filter(
            Q(body__abbreviation__icontains=word)
            | Q(body__name__icontains=word)
            | Q(body__names__name__icontains=word)
        )
        country = Party.objects.filter(pk=OuterRef("country")).filter(
            Q(name__icontains=word) | Q(aliases__name__icontains=word)
        )
        # What was said may be seen by fewer than the meeting itself.
        sessions = (
            Session.objects.visible_to(self.request.user)
            .filter(meeting=OuterRef("pk"))
            .filter(Q(title__icontains=word) | Q(topics__icontains=word))
        )
        return (
            Q(title__icontains=word)
            | Q(theme__icontains=word)
            | Q(city__icontains=word)
            | Q(series__name__icontains=word)
            | Q(gathering__title__icontains=word)
            | Q(Exists(bodies))
            | Q(Exists(country))
            | Q(Exists(sessions))
        )

    def attended(self, queryset, name, party):
        rows = Attendance.objects.visible_to(self.request.user).filter(
            meeting=OuterRef("pk"),
            party=party,
            presence=Attendance.Presence.PRESENT,
        )
        return queryset.filter(Exists(rows))

    def listed(self, queryset, name, status):
        return queryset.seen_at(self.request.user, "attendance_visibility").filter(
            list_status=status
        )

    def ordered(self, queryset, name, sort):
        return queryset.order_by(*SORTS[sort])


class OutcomeFilter(FoldedFilterSet):
    """Narrows outcomes already restricted to what the user may see."""

    meeting = "meeting"

    year_from = YearFilter("meeting__ends_on", "year__gte", label="From year")
    year_to = YearFilter("meeting__starts_on", "year__lte", label="To year")
    kind = filters.ChoiceFilter(
        label="Kind", choices=Outcome.Kind.choices, empty_label="Any kind"
    )
    asked_of = filters.ModelChoiceFilter(
        label="Asked of",
        queryset=parties_asked,
        to_field_name="slug",
        empty_label="Anybody or nobody",
    )
    state = filters.ChoiceFilter(
        label="State afterwards",
        choices=[choice for choice in Outcome.State.choices if choice[0]],
        empty_label="Any",
    )

    class Meta:
        model = Outcome
        form = PeriodFilterForm
        fields: list[str] = []

    def _mentions(self, word: str) -> Q:
        return Q(text__icontains=word) | Q(meeting__title__icontains=word)


class PartyFilter(filters.FilterSet):
    q = filters.CharFilter(
        label="Name", method="named", max_length=150, widget=forms.SearchInput
    )
    kind = filters.ChoiceFilter(
        label="Kind", choices=Party.Kind.choices, empty_label="Any kind"
    )
    status = filters.ChoiceFilter(
        label="In the Bali Process today",
        choices=[("member", "Member"), ("observer", "Observer"), ("none", "Neither")],
        method="with_status",
        empty_label="Any",
    )

    class Meta:
        model = Party
        fields: list[str] = []

    def named(self, queryset, name, text):
        return mentioning(queryset, text.split(), self._mentions)

    def _mentions(self, word: str) -> Q:
        aliases = Party.objects.filter(pk=OuterRef("pk"), aliases__name__icontains=word)
        return (
            Q(name__icontains=word)
            | Q(formal_name__icontains=word)
            | Q(abbreviation__icontains=word)
            | Q(Exists(aliases))
        )

    def with_status(self, queryset, name, status):
        if status == "none":
            return queryset.filter(forum_status=None)
        return queryset.filter(forum_status=status)
