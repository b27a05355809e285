"""Small forms of pages, validated from the address."""

from datetime import date

from django import forms

from .years import FIRST_YEAR, LAST_YEAR, year_input


class PeriodForm(forms.Form):
    """Years of a body's attendance, both included, either open."""

    since = forms.IntegerField(
        label="From year",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=year_input(),
    )
    until = forms.IntegerField(
        label="To year",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=year_input(),
    )

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", "The last year is before the first one.")
        return cleaned


class DayForm(forms.Form):
    """The day on which a body's members are wanted."""

    on = forms.DateField(
        label="Members on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": "Give the day as year-month-day: 2024-11-19."},
    )

    def clean_on(self) -> date | None:
        day = self.cleaned_data["on"]
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(
                f"Give a day between {FIRST_YEAR} and {LAST_YEAR}."
            )
        return day


class YearForm(forms.Form):
    """A year of an office's activity."""

    year = forms.TypedChoiceField(label="Year", required=False, coerce=int)

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]
