"""Who chaired, as the text tells it: recorded for the days of the meeting, if asked."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from meetings.admin.slugs import free_slug
from meetings.models import Appointment, Body, ChairTerm, Meeting, Party, Person

from .rows import Names, PartyField


class ChairForm(forms.Form):
    """A co-chair: which party, who, with what title, of which body."""

    take = forms.BooleanField(
        label="Record that they chaired on these days", required=False
    )
    party = PartyField(
        label="Party", error_messages={"required": "Name the party that chaired."}
    )
    body = forms.ModelChoiceField(
        Body.objects,
        label="Body",
        error_messages={"required": "Choose the body that they chaired."},
    )
    person = forms.CharField(label="Person", max_length=150, required=False)
    title = forms.CharField(label="Title", max_length=200, required=False)

    def __init__(self, *args, names: Names, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].names = names

    def clean(self) -> None:
        given = self.cleaned_data
        if not given.get("take"):
            self.errors.clear()  # what is left out need not be right
        elif given.get("title") and not given.get("person"):
            self.add_error("person", "A title needs the person who holds it.")


@dataclass(frozen=True, slots=True)
class Term:
    """The days for which a statement tells who chaired, and where it says so."""

    meeting: Meeting
    sources: str

    @property
    def told(self) -> dict:
        return {"sources": self.sources, "unverified": True}

    @property
    def days(self) -> dict:
        first = self.meeting.starts_on
        return {"since": first, "until": self.meeting.ends_on or first}


def record(form: ChairForm, term: Term) -> bool:
    """Record a term of those days, unless one is in force; say whether it did.

    Raises: ValidationError with what is wrong.
    """
    given = form.cleaned_data
    if term.meeting.starts_on is None:
        raise ValidationError(
            "The meeting needs its first day: a term has to begin on one."
        )
    party, body = given["party"], given["body"]
    held = ChairTerm.objects.on(term.meeting.starts_on).filter(body=body, party=party)
    if held.exists():
        return False
    person = _person(given["person"], party, term) if given["person"] else None
    if person and given["title"]:
        _appointment(person, given["title"], term)
    chair = ChairTerm(body=body, party=party, person=person, **term.days, **term.told)
    chair.full_clean()
    chair.save()
    return True


def _person(name: str, party: Party, term: Term) -> Person:
    known = Person.objects.filter(
        Q(name__iexact=name) | Q(aliases__name__iexact=name), party=party
    ).first()
    if known:
        return known
    person = Person(name=name, party=party, slug=free_slug(Person, name), **term.told)
    person.full_clean()
    person.save()
    return person


def _appointment(person: Person, title: str, term: Term) -> None:
    """Record the title of those days, unless the record has one for them."""
    if person.appointment_on(term.meeting.starts_on):
        return
    held = Appointment(person=person, title=title, **term.days, **term.told)
    held.full_clean()
    held.save()
