"""What is missing for a statement, on the page of a meeting or a week, with links."""

from collections.abc import Sequence

from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse

from meetings.facts import MeetingFacts
from meetings.gather import meetings_facts
from meetings.models import Body, Meeting, Person, Session
from meetings.statements.gaps import Place, to_mend

_ROWS = {
    "appointments",
    "chair_terms",
    "contributions",
    "convenings",
    "sessions",
}


class ChecklistMixin:
    """Adds the list of what is missing to the page of what a statement is written on."""

    def meetings_told(self, record):
        """The meetings that a statement on ``record`` would tell of."""
        raise NotImplementedError

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "missing"]

    def get_fieldsets(self, request, obj=None):
        first, *rest = super().get_fieldsets(request, obj)
        if obj is None:
            return [first, *rest]
        return [first, ("For a statement", {"fields": ["missing"]}), *rest]

    def get_object(self, request, *args, **kwargs):
        record = super().get_object(request, *args, **kwargs)
        if record is not None:
            record.reader = request.user  # what is read only is not told of the request
        return record

    @admin.display(description="what is missing")
    def missing(self, record) -> str:
        facts = meetings_facts(self.meetings_told(record), None)
        addresses = Addresses(facts)
        rows = [
            (gap, addresses.of(gap.place) if may_open(record.reader, gap.place) else "")
            for gap in to_mend(facts)
        ]
        context = {
            "needed": [row for row in rows if row[0].needed],
            "fuller": [row for row in rows if not row[0].needed],
            "told": any(row.status in {"held", "planned"} for row in facts),
        }
        return render_to_string("admin/checklist.html", context)


class MeetingChecklist(ChecklistMixin):
    def meetings_told(self, record):
        return Meeting.objects.filter(pk=record.pk)


class GatheringChecklist(ChecklistMixin):
    def meetings_told(self, record):
        return Meeting.objects.filter(gathering=record.pk)


def may_open(user, place: Place) -> bool:
    """Whether ``user`` may open the page on which it is mended."""
    if place.part == "attendances":
        return user.has_perm("meetings.change_attendance")
    if _in_programme(place):
        return user.has_perm("meetings.change_session")
    names = (f"meetings.{verb}_{place.kind}" for verb in ("view", "change"))
    return any(user.has_perm(name) for name in names)


def _in_programme(place: Place) -> bool:
    return place.kind == "session" or place.part == "sessions"


class Addresses:
    """The pages on which gaps are mended, looked up once for all of them."""

    def __init__(self, facts: Sequence[MeetingFacts]) -> None:
        slugs = [meeting.slug for meeting in facts]
        self._meetings = dict(
            Meeting.objects.filter(slug__in=slugs).values_list("slug", "pk")
        )
        self._sessions: dict[str, list[int]] = {}
        sessions = Session.objects.filter(meeting__slug__in=slugs)
        for slug, pk in sessions.order_by("position", "pk").values_list(
            "meeting__slug", "pk"
        ):
            self._sessions.setdefault(slug, []).append(pk)
        chairs = [chair for meeting in facts for chair in meeting.chairs]
        bodies = {row.body.abbreviation for held in facts for row in held.convenings}
        self._bodies = dict(
            Body.objects.filter(abbreviation__in=bodies).values_list(
                "abbreviation", "pk"
            )
        )
        names = {chair.person.name for chair in chairs if chair.person}
        self._people = {
            (name, party): pk
            for name, party, pk in Person.objects.filter(name__in=names).values_list(
                "name", "party__name", "pk"
            )
        }

    def of(self, place: Place) -> str:
        """Return where to mend it: the grid, or the field or the rows on a page."""
        if place.part == "attendances":
            return reverse("admin:meetings_meeting_attendance", args=[self._key(place)])
        if _in_programme(place):
            return self._programme(place)
        page = reverse(f"admin:meetings_{place.kind}_change", args=[self._key(place)])
        part = f"{place.part}-group" if place.part in _ROWS else f"id_{place.part}"
        return f"{page}#{part}"

    def _programme(self, place: Place) -> str:
        meeting = self._meetings[place.key[0]]
        page = reverse("admin:meetings_meeting_programme", args=[meeting])
        if place.kind != "session":
            return page
        session = self._key(place)
        field = f"-{place.part}" if place.part == "topics" else ""
        return f"{page}?open={session}#session-{session}{field}"

    def _key(self, place: Place) -> int:
        match place.kind:
            case "session":
                slug, number = place.key
                return self._sessions[slug][int(number)]
            case "body":
                return self._bodies[place.key[0]]
            case "person":
                name, party = place.key
                return self._people[name, party]
        return self._meetings[place.key[0]]
