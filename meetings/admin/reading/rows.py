"""The rows of an attendance that was read: whose each is, and as what they came."""

from django import forms

from meetings.models import Attendance, Party
from meetings.models.attendance import CAPACITIES, LEVELS

LIST = "all-parties"
"""The list of names on the page, from which a browser completes what is typed."""


class Names:
    """Every party by each of its names, with two queries for a whole page."""

    def __init__(self) -> None:
        self.parties = list(Party.objects.prefetch_related("aliases"))
        self._known: dict[str, dict[int, Party]] = {}
        for party in self.parties:
            for spelling in _spellings(party):
                self._known.setdefault(_folded(spelling), {})[party.pk] = party

    def party(self, words: str) -> Party:
        """Return the party of that name. Raises: ValidationError in plain words."""
        found = list(self._known.get(_folded(words), {}).values())
        if len(found) == 1:
            return found[0]
        if found:
            names = " and ".join(party.name for party in found)
            raise forms.ValidationError(
                f"This is a name of {names}: write which one it is."
            )
        raise forms.ValidationError(
            "The record knows no party of this name. Choose one of the list, or leave "
            "the row out."
        )


def _spellings(party: Party) -> list[str]:
    names = [party.name, party.running_name, party.formal_name, party.abbreviation]
    return [*filter(None, names), *(alias.name for alias in party.aliases.all())]


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


class PartyField(forms.CharField):
    """A party, typed: its list name, an abbreviation or another spelling."""

    def __init__(self, **kwargs) -> None:
        attributes = {"list": LIST, "autocomplete": "off", "class": "party-name"}
        super().__init__(
            max_length=200, widget=forms.TextInput(attrs=attributes), **kwargs
        )
        self.names: Names | None = None

    def clean(self, value) -> Party | None:
        words = super().clean(value)
        return self.names.party(words) if words and self.names else None


class AttendanceForm(forms.Form):
    """A party at the meeting; without a capacity the record decides."""

    party = PartyField(
        label="Party", error_messages={"required": "Name the party, or leave it out."}
    )
    presence = forms.ChoiceField(
        label="Presence",
        choices=Attendance.Presence.choices,
        initial=Attendance.Presence.PRESENT,
    )
    level = forms.ChoiceField(
        label="Level", choices=[("", "–"), *LEVELS], required=False
    )
    capacity = forms.ChoiceField(
        label="Capacity",
        choices=[("", "As the record has it"), *CAPACITIES],
        required=False,
    )

    def __init__(self, *args, names: Names, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].names = names
        self.in_text = ""
        """The capacity in the text, where the record has another."""

    def tell_capacity(self, derived: str, listed: str = "") -> None:
        """Say what the record derives, and which of the others the text gives."""
        words = dict(CAPACITIES).get(listed, "")
        self.in_text = words if derived and words != derived else ""
        first = f"By the record: {derived}" if derived else "By the record, on the day"
        self.fields["capacity"].choices = [
            ("", first),
            *(
                (value, f"{words} (in the text)" if value == listed else words)
                for value, words in CAPACITIES
            ),
        ]


class RowForm(AttendanceForm):
    """A party that the text lists."""

    take = forms.BooleanField(label="Take", required=False)

    def clean(self) -> None:
        if not self.cleaned_data.get("take"):
            self.errors.clear()  # what is left out need not be right


class UnknownForm(AttendanceForm):
    """A name that the record does not know: whose it is, or a new party's."""

    remember = forms.BooleanField(
        label="Remember as another spelling of it", required=False
    )
    kind = forms.ChoiceField(
        label="Or record it as a new party",
        choices=[("", "Not a new party"), *Party.Kind.choices],
        required=False,
    )
    name = forms.CharField(label="List name of the new party", max_length=150)

    def __init__(self, *args, may_create: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].required = False
        self.fields["name"].required = False
        if not may_create:
            for name in ("remember", "kind", "name"):
                del self.fields[name]

    def clean(self) -> None:
        given = self.cleaned_data
        if not given.get("kind"):
            return
        if given.get("party"):
            words = "Either choose a party above or record a new one, not both."
            self.add_error("kind", words)
        if not given.get("name"):
            self.add_error("name", "A new party needs its list name.")
