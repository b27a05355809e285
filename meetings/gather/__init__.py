"""The one door from the database to the facts, in a constant number of queries.

``user`` is whoever asks: what they may not see is left out here, so that no page, list,
document or count can show it. ``user=None`` asks for the whole record (for commands). A
statement is written from what delegates may know: it is to be published.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, QuerySet

from meetings.facts import (
    BALI_PROCESS,
    BodyFact,
    GatheringFacts,
    HouseStyle,
    MeetingFacts,
    NameForm,
    OfficialFact,
    ParticipantAnnex,
    StatementFacts,
    Vocabulary,
)
from meetings.models import (
    Attendance,
    Body,
    Gathering,
    Meeting,
    Party,
    Person,
    Statement,
)
from meetings.models.visibility import Visibility

from .capacities import Capacities, bodies_of
from .convert import appointment_fact, body_fact, held_fact, party_fact
from .delegates import delegates
from .fetch import Gathered
from .moments import moment

__all__ = [
    "Capacities",
    "bodies_of",
    "body_fact",
    "body_meeting_facts",
    "compared_facts",
    "covering_facts",
    "delegates",
    "gathering_facts",
    "meeting_facts",
    "meetings_facts",
    "moment",
    "party_fact",
    "party_meeting_facts",
    "statement_facts",
    "vocabulary",
]


def meeting_facts(meeting: Meeting, user) -> MeetingFacts:
    """Return the facts of one meeting that ``user`` may see."""
    return Gathered(Meeting.objects.filter(pk=meeting.pk), user).facts()[0]


def compared_facts(meeting: Meeting, user) -> tuple[MeetingFacts, MeetingFacts | None]:
    """Return the facts of a meeting, and of the one its list can be compared with: the
    latest before it in its series of which ``user`` sees a complete list."""
    earlier = _earlier(meeting, user)
    gathered = Gathered(
        Meeting.objects.filter(pk__in=[meeting.pk, earlier and earlier.pk]), user
    )
    facts = dict(zip(gathered.keys, gathered.facts(), strict=True))
    return facts[meeting.pk], earlier and facts[earlier.pk]


def _earlier(meeting: Meeting, user) -> Meeting | None:
    if not (meeting.series_id and meeting.starts_on):
        return None
    named = Attendance.objects.filter(
        meeting=OuterRef("pk"), presence=Attendance.Presence.PRESENT
    )
    return (
        Meeting.objects.seen_at(user, "visibility", "attendance_visibility")
        .filter(
            Exists(named),
            series=meeting.series_id,
            starts_on__lt=meeting.starts_on,
            list_status=Meeting.ListStatus.COMPLETE,
        )
        .order_by("-starts_on", "-pk")
        .first()
    )


def meetings_facts(meetings: QuerySet[Meeting], user) -> tuple[MeetingFacts, ...]:
    """Return the facts of those ``meetings`` that ``user`` may see, by their days."""
    return Gathered(meetings, user).facts()


def gathering_facts(gathering: Gathering, user) -> GatheringFacts:
    """Return a week and those of its meetings that ``user`` may see."""
    return GatheringFacts(
        slug=gathering.slug,
        title=gathering.title,
        meetings=meetings_facts(Meeting.objects.filter(gathering=gathering), user),
        host=gathering.host and party_fact(gathering.host),
        theme=gathering.theme,
    )


def body_meeting_facts(
    body: Body, user, *, since: int | None = None, until: int | None = None
) -> tuple[MeetingFacts, ...]:
    """Return the dated meetings of a body from the year ``since`` to ``until``, inclusive."""
    meetings = Meeting.objects.filter(bodies=body, starts_on__isnull=False)
    if since:
        meetings = meetings.filter(ends_on__year__gte=since)
    if until:
        meetings = meetings.filter(starts_on__year__lte=until)
    return meetings_facts(meetings, user)


def party_meeting_facts(party: Party, user) -> tuple[MeetingFacts, ...]:
    """Return the meetings with a row of ``party`` that ``user`` may see, each with no
    other attendance than that row."""
    rows = Attendance.objects.filter(party=party)
    if user is not None:
        rows = rows.visible_to(user)
    meetings = Meeting.objects.filter(pk__in=rows.values("meeting"))
    return Gathered(meetings, user, party=party).facts()


def statement_facts(statement: Statement) -> StatementFacts:
    """Return what a statement is written from: its meetings and their week, without what
    is for the secretariat alone."""
    return replace(
        _covering(statement.meetings.all()),
        slug=statement.slug,
        style=HouseStyle(statement.house_style),
        names=NameForm(statement.name_form),
        annex=ParticipantAnnex(statement.annex),
        published=statement.is_published,
    )


def covering_facts(slugs: Iterable[str]) -> StatementFacts:
    """Return what a text on these meetings can be checked against: they and their week.

    Raises: Meeting.DoesNotExist, which names the slugs that no meeting has.
    """
    wanted = set(slugs)
    meetings = Meeting.objects.filter(slug__in=wanted)
    unknown = wanted - set(meetings.values_list("slug", flat=True))
    if unknown:
        raise Meeting.DoesNotExist(", ".join(sorted(unknown)))
    return _covering(meetings)


def _covering(meetings: QuerySet[Meeting]) -> StatementFacts:
    covered = list(meetings.values_list("pk", "gathering"))
    ours = {pk for pk, _ in covered}
    weeks = {gathering for _, gathering in covered if gathering}
    gathering = Gathering.objects.filter(pk__in=weeks).select_related("host").first()
    wanted = Meeting.objects.filter(pk__in=ours)
    if len(weeks) == 1:
        wanted |= Meeting.objects.filter(gathering__in=weeks).exclude(
            visibility=Visibility.SECRETARIAT
        )
    # What is composed is to be published, and its JSON with it.
    gathered = Gathered(wanted, None, to_be_told=True)
    facts = gathered.facts()
    covers = [pk in ours for pk in gathered.keys]
    forum = Body.objects.filter(abbreviation=BALI_PROCESS).first()
    return StatementFacts(
        slug="",
        style=HouseStyle.PARAGRAPH,
        forum=body_fact(forum)
        if forum
        else BodyFact("", "Bali Process", "Bali Process"),
        meetings=tuple(
            fact for fact, covered in zip(facts, covers, strict=True) if covered
        ),
        week=facts if len(weeks) == 1 else (),
        host=party_fact(gathering.host) if gathering and gathering.host else None,
    )


def vocabulary() -> Vocabulary:
    """Return every name that the record knows, with aliases and appointments."""
    parties = Party.objects.prefetch_related("aliases")
    people = Person.objects.select_related("party")
    return Vocabulary(
        parties=tuple(
            replace(
                party_fact(party),
                aliases=tuple(alias.name for alias in party.aliases.all()),
            )
            for party in parties
        ),
        bodies=tuple(
            replace(body_fact(body), names=tuple(row.name for row in body.names.all()))
            for body in Body.objects.prefetch_related("names")
        ),
        officials=tuple(
            OfficialFact(
                name=person.name,
                party=party_fact(person.party),
                honorific=person.honorific,
                aliases=tuple(alias.name for alias in person.aliases.all()),
                appointments=tuple(map(appointment_fact, person.appointments.all())),
            )
            for person in people.prefetch_related("aliases", "appointments")
        ),
        held=tuple(map(held_fact, Meeting.objects.known_to_delegates())),
    )
