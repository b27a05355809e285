"""The forms of a session, of who spoke in it, and of what came of it."""

from django import forms

from meetings.admin.base import OneLine, RecordForm
from meetings.models import Appointment, Contribution, Outcome, Person, Session

from .agenda import Agenda
from .names import GROUPS
from .plugs import PLUGS
from .values import (
    OUTCOME,
    SESSION,
    SPEAKER,
    Values,
    outcome_values,
    session_values,
    speaker_values,
)

LONGEST_NAME = Person._meta.get_field("name").max_length
NOBODY = "Name a party, a person or a group."
NO_DAY = "A title is kept from a day on: give the meeting its first day before."
OTHERS_PERSON = "Give the party that this person belongs to, then add them."


class RowForm(RecordForm):
    """A row of the programme; what it stands for is found without a query of its own."""

    remove = forms.BooleanField(required=False)
    keep = forms.ChoiceField(
        choices=[("mine", "yours"), ("theirs", "the other’s")], required=False
    )

    empty_without: tuple[str, ...] = ()
    """A new row in which none of these is filled in is no row."""

    def __init__(self, *args, agenda: Agenda, **kwargs) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.agenda = agenda
        for plug in PLUGS:
            if self.linked and agenda.links[plug.name]:
                self.fields[plug.name] = forms.MultipleChoiceField(
                    label=plug.label,
                    required=False,
                    choices=agenda.links[plug.name],
                    widget=forms.CheckboxSelectMultiple,
                    disabled=plug.name in agenda.locked,
                )

    linked = True

    @property
    def plugs(self) -> list[forms.BoundField]:
        return [self[plug.name] for plug in PLUGS if plug.name in self.fields]

    def links(self) -> Values:
        """Return what was chosen of other apps, as the record would have it."""
        if not self.linked:
            return {}
        return {
            plug.name: sorted(self.cleaned_data.get(plug.name, ())) for plug in PLUGS
        }


class SessionForm(RowForm):
    kind_of_row = SESSION
    empty_without = ("title", "topics", "summary")

    topics = OneLine(
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What it dealt with, as it would follow the word “on”.",
    )

    class Meta:
        model = Session
        fields = ["title", "kind", "topics", "summary"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}

    def values(self) -> Values:
        return session_values(self.instance) | self.links()


class SpeakerForm(RowForm):
    """Who spoke: a party or group, a person, or a person whom the record is to learn."""

    kind_of_row = SPEAKER
    empty_without = ("party", "person", "unit", "speaking_as")
    linked = False

    party = OneLine(label="party or group", required=False, max_length=300)
    person = OneLine(required=False, max_length=200)
    speaking_as = forms.ChoiceField(required=False)
    add_person = forms.BooleanField(label="Add as a new person", required=False)
    honorific = OneLine(
        required=False, max_length=20, widget=forms.TextInput(attrs={"size": 6})
    )
    position_held = OneLine(label="title on the day", required=False, max_length=200)
    ministry = OneLine(required=False, max_length=200)

    class Meta:
        model = Contribution
        fields = ["role", "unit"]
        labels = {"role": "part", "unit": "ministry or agency"}
        help_texts = {"unit": ""}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["speaking_as"].choices = [
            ("", "–"),
            *self.agenda.capacities_spoken_in,
        ]
        for name, placeholder in (("party", "who"), ("person", "all-people")):
            self.fields[name].widget.attrs |= {
                "list": placeholder,
                "autocomplete": "off",
            }
        self.person_unknown = False

    def clean(self):
        given = super().clean()
        self._party(given)
        self._person(given)
        role, _, body = given.get("speaking_as", "").partition(":")
        self.instance.as_role = role
        self.instance.as_body_id = int(body) if body else None
        someone = given.get("party") or given.get("person")
        if not someone and not self.errors:
            self.add_error("party", NOBODY)
        return given

    def _party(self, given: dict) -> None:
        text, row = given.get("party", ""), self.instance
        group = GROUPS.get(text.casefold(), "")
        row.party = None
        if text and not group:
            found = self.agenda.names.party(text)
            if found.value is None:
                self.add_error("party", found.why)
            row.party = found.value
        row.group = group

    def _person(self, given: dict) -> None:
        text, row = given.get("person", ""), self.instance
        row.person = None
        if not text:
            return
        found = self.agenda.names.person(text, row.party)
        row.person = found.value
        if found.value is not None:
            return
        self.person_unknown = True
        if not given.get("add_person"):
            self.add_error("person", found.why)
        elif row.party is None:
            self.add_error("party", OTHERS_PERSON)
        else:
            row.person = self._new_person(given, row.party)

    def _new_person(self, given: dict, party) -> Person:
        person = Person(
            name=given["person"], honorific=given.get("honorific", ""), party=party
        )
        if len(person.name) > LONGEST_NAME:
            self.add_error("person", f"{LONGEST_NAME} letters at most.")
        if given.get("position_held") and not self.agenda.meeting.starts_on:
            self.add_error("position_held", NO_DAY)
        return person

    @property
    def appointment(self) -> Appointment | None:
        """The title of a new person, known from the meeting's first day on."""
        given, day = self.cleaned_data, self.agenda.meeting.starts_on
        if not given.get("position_held"):
            return None
        return Appointment(
            title=given["position_held"],
            ministry=given.get("ministry", ""),
            since=day,
            notes=f"First documented on {day:%-d %B %Y}.",
        )

    def values(self) -> Values:
        person = self.instance.person
        if person is None:
            name = ""
        else:
            name = self.agenda.names.name_of(person) if person.pk else person.name
        return speaker_values(self.instance, name)


class OutcomeForm(RowForm):
    kind_of_row = OUTCOME
    empty_without = ("text", "asked_of", "due_on")

    text = OneLine(
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="As it would follow the verb: “the Forward Work Plan”.",
    )
    asked_of = OneLine(
        required=False,
        max_length=600,
        help_text="Parties, a semicolon between them.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "who"}),
    )
    place = forms.ChoiceField(label="belongs to", required=False)

    class Meta:
        model = Outcome
        fields = ["kind", "text", "due_on", "state"]
        labels = {"due_on": "by"}
        widgets = {"due_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean(self):
        given = super().clean()
        self.parties = []
        if given.get("asked_of"):
            self.parties, unknown = self.agenda.names.several(given["asked_of"])
            if unknown:
                self.add_error("asked_of", " ".join(unknown))
        return given

    def values(self) -> Values:
        names = (party.name for party in self.parties)
        told = outcome_values(self.instance, names) | self.links()
        return told | {"place": self.cleaned_data.get("place", "")}


FORMS = {form.kind_of_row: form for form in (SessionForm, SpeakerForm, OutcomeForm)}
