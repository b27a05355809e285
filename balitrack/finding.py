"""What can be searched for: where each kind of record is looked up, and how it is told."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.text import capfirst

from meetings.filters import (
    MeetingFilter,
    OutcomeFilter,
    PartyFilter,
    mentioning,
)
from meetings.models import (
    Body,
    BodyName,
    ChairTerm,
    Contribution,
    Document,
    Edition,
    Meeting,
    Outcome,
    Party,
    Publication,
    Revision,
    Session,
    Statement,
)
from meetings.templatetags.pages import days
from workplans.models import ActionItem, Strategy, WorkPlan

AROUND = 90
"""Letters shown before and after a word that was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    title: str
    url: str
    meta: tuple[str, ...]
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """``find`` looks the words up for who asks; ``hit`` tells a row of what it found."""

    key: str
    one: str
    several: str
    find: Callable[[HttpRequest, list[str]], QuerySet]
    hit: Callable[[Model, list[str]], Hit]

    def counted(self, number: int) -> str:
        return f"{number} {self.one if number == 1 else self.several}"


def excerpt(text: str, words: Iterable[str]) -> str:
    """Return what stands around the first of the words in the text, "" without one."""
    plain = re.sub(r"\s+", " ", re.sub(r"[#*_\\]+", "", text))
    places = [plain.lower().find(word.lower()) for word in words]
    places = [place for place in places if place >= 0]
    if not places:
        return ""
    start, end = max(min(places) - AROUND, 0), min(places) + AROUND
    # Whole words only, but for one that is longer than all that is shown.
    head = plain[start:].find(" ") + 1 if start else 0
    shown = plain[start + head : end]
    if end < len(plain):
        shown = shown.rpartition(" ")[0] or shown
    opening = f"… {shown.strip()}" if start else capfirst(shown.strip())
    return f"{opening} …" if end < len(plain) else opening


def _filtered(filterset, rows: QuerySet, request: HttpRequest, words: list[str]):
    """As the list of that kind finds them."""
    return filterset({"q": " ".join(words)}, rows, request=request).qs


def _meetings(request, words):
    rows = Meeting.objects.visible_to(request.user)
    return _filtered(MeetingFilter, rows, request, words)


def _meeting(row, words):
    return Hit(row.title, row.get_absolute_url(), (days(row),))


def _at(meeting) -> str:
    return f"{meeting.title}, {days(meeting)}"


def _sessions(request, words):
    rows = Session.objects.visible_to(request.user).select_related("meeting")
    spoke = Contribution.objects.filter(session=OuterRef("pk"))
    return mentioning(
        rows,
        words,
        lambda word: (
            Q(title__icontains=word)
            | Q(topics__icontains=word)
            | Q(summary__icontains=word)
            | Q(Exists(spoke.filter(person__name__icontains=word)))
        ),
    ).latest_first()


def _session(row, words):
    told = excerpt(row.summary, words) or excerpt(row.topics, words)
    return Hit(row.title, row.get_absolute_url(), (_at(row.meeting),), told)


def _outcomes(request, words):
    rows = Outcome.objects.visible_to(request.user).select_related("meeting")
    ordered = rows.latest_first()
    return _filtered(OutcomeFilter, ordered, request, words)


def _outcome(row, words):
    meta = (row.get_kind_display(), _at(row.meeting))
    return Hit(capfirst(row.text), row.get_absolute_url(), meta)


def _statements(request, words):
    """By the text that their pages show: the latest edition's, a draft's own."""
    published = Edition.objects.filter(statement=OuterRef("pk")).order_by("-number")
    drafted = Revision.objects.filter(statement=OuterRef("pk")).order_by("-number")
    rows = Statement.objects.visible_to(request.user).annotate(
        says=Coalesce(
            Subquery(published.values("revision__text")[:1]),
            Subquery(drafted.values("text")[:1]),
        )
    )
    return mentioning(
        rows,
        words,
        lambda word: Q(title__icontains=word) | Q(says__icontains=word),
    ).order_by("-slug")


def _statement(row, words):
    told = excerpt(row.says or "", words)
    return Hit(row.title, row.get_absolute_url(), (row.get_state_display(),), told)


def _plans(request, words):
    rows = WorkPlan.objects.select_related("body")
    return mentioning(rows, words, _named).order_by("-since_year", "title")


def _named(word: str) -> Q:
    return (
        Q(title__icontains=word)
        | Q(body__abbreviation__icontains=word)
        | Q(body__name__icontains=word)
    )


def _plan(row, words):
    return Hit(row.title, row.get_absolute_url(), (row.body.name,))


def _strategies(request, words):
    return mentioning(Strategy.objects.select_related("body"), words, _named)


def _items(request, words):
    """Those of the latest version of each plan."""
    later = Q(version__plan__versions__number__gt=F("version__number"))
    rows = ActionItem.objects.exclude(later).select_related("version__plan__body")
    return mentioning(
        rows,
        words,
        lambda word: Q(text__icontains=word) | Q(measure__icontains=word),
    ).order_by("-version__plan__since_year", "version", "position", "pk")


def _item(row, words):
    plan = row.version.plan
    meta = (f"{plan.body.abbreviation} {plan.title}",)
    return Hit(f"{row.number} {row.text}", row.get_absolute_url(), meta)


def _parties(request, words):
    return _filtered(PartyFilter, Party.objects.all(), request, words)


def _party(row, words):
    return Hit(row.name, row.get_absolute_url(), (row.get_kind_display(),))


def _bodies(request, words):
    chaired = ChairTerm.objects.filter(body=OuterRef("pk"))
    other = BodyName.objects.filter(body=OuterRef("pk"))
    return mentioning(
        Body.objects.all(),
        words,
        lambda word: (
            Q(abbreviation__icontains=word)
            | Q(name__icontains=word)
            | Q(Exists(other.filter(name__icontains=word)))
            | Q(Exists(chaired.filter(person__name__icontains=word)))
        ),
    )


def _body(row, words):
    return Hit(row.name, row.get_absolute_url(), (row.abbreviation,))


def _documents(request, words):
    rows = Document.objects.visible_to(request.user).select_related("meeting")
    return mentioning(rows, words, lambda word: Q(title__icontains=word)).order_by(
        "-meeting__starts_on", "title"
    )


def _document(row, words):
    meta = (row.get_kind_display(), _at(row.meeting))
    return Hit(row.title, f"{row.meeting.get_absolute_url()}#documents", meta)


def _publications(request, words):
    rows = Publication.objects.select_related("body")
    return mentioning(rows, words, lambda word: Q(title__icontains=word))


def _publication(row, words):
    url = f"{row.body.get_absolute_url()}#publications"
    return Hit(row.title, url, (row.get_kind_display(), str(row.year)))


KINDS = (
    Kind("meetings", "meeting", "meetings", _meetings, _meeting),
    Kind("outcomes", "outcome", "outcomes", _outcomes, _outcome),
    Kind("sessions", "session", "sessions", _sessions, _session),
    Kind("statements", "statement", "statements", _statements, _statement),
    Kind("items", "action item", "action items", _items, _item),
    Kind("plans", "work plan", "work plans", _plans, _plan),
    Kind("strategies", "strategy", "strategies", _strategies, _plan),
    Kind("bodies", "body", "bodies", _bodies, _body),
    Kind("parties", "party", "parties", _parties, _party),
    Kind("documents", "document", "documents", _documents, _document),
    Kind("publications", "publication", "publications", _publications, _publication),
)
