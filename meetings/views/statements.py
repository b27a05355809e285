import json
from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.decorators import method_decorator

from meetings import workbench
from meetings.documents import markup
from meetings.facts import ParticipantAnnex, StatementFacts
from meetings.gather import statement_facts
from meetings.models import Edition, Meeting, Statement
from meetings.permissions import may_draft, may_see_drafts
from meetings.statements.changes import changes
from meetings.statements.compose import compose
from meetings.statements.compose import markup as as_markup
from meetings.workbench.standing import from_json

from .mixins import VisibleListView, VisibleRecordView


def covered_by(user) -> Prefetch:
    meetings = Meeting.objects.visible_to(user).prefetch_related("bodies")
    return Prefetch("meetings", meetings.order_by("starts_on", "pk"), to_attr="covered")


def covered_in(facts: StatementFacts, user) -> QuerySet[Meeting]:
    """Return the meetings that a published text is on, whatever is drafted since."""
    slugs = [meeting.slug for meeting in facts.meetings]
    meetings = Meeting.objects.visible_to(user).filter(slug__in=slugs)
    return meetings.prefetch_related("bodies").order_by("starts_on", "pk")


def _as_published(statements: Iterable[Statement], user) -> None:
    """Let those that are being corrected cover what their latest edition covers."""
    corrected = [row for row in statements if row.published_on and not row.is_published]
    if not corrected:
        return
    editions = Edition.objects.filter(statement__in=corrected).order_by("number")
    frozen = editions.values_list("statement", "revision__facts__meetings")
    told = {key: [row["slug"] for row in meetings] for key, meetings in frozen}
    slugs = set().union(*told.values())
    held = {
        row.slug: row for row in Meeting.objects.visible_to(user).filter(slug__in=slugs)
    }
    for statement in corrected:
        statement.covered = [held[slug] for slug in told[statement.pk] if slug in held]


class StatementListView(VisibleListView):
    queryset = Statement.objects.all()
    template_name = "meetings/statement_list.html"
    context_object_name = "statements"
    paginate_by = 25

    def get_queryset(self):
        return (
            super()
            .get_queryset()
            .prefetch_related(covered_by(self.request.user))
            .order_by("-slug")
        )

    def get_context_data(self, **kwargs):
        may_draft_new = may_see_drafts(self.request.user)
        context = super().get_context_data(may_draft_new=may_draft_new, **kwargs)
        _as_published(context["statements"], self.request.user)
        return context


@method_decorator(login_not_required, name="dispatch")
class StatementView(VisibleRecordView):
    """The statement as it reads. Published ones are open to everybody."""

    queryset = Statement.objects.all()
    template_name = "meetings/statement_detail.html"
    context_object_name = "statement"

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            # To somebody without an account a draft and no statement look the same.
            if request.user.is_authenticated or self.is_visible():
                raise
            return redirect_to_login(request.get_full_path())

    def is_visible(self) -> bool:
        return super().get_queryset().filter(slug=self.kwargs["slug"]).exists()

    def get_queryset(self):
        return super().get_queryset().prefetch_related(covered_by(self.request.user))

    def get_context_data(self, **kwargs):
        editions = list(
            self.object.editions.select_related("revision").defer(
                "pdf", "record", "html"
            )
        )
        edition = self.chosen(editions)
        if edition:  # a correction in the making changes nothing here
            revision, facts = edition.revision, from_json(edition.revision.facts)
            draft = json.loads(edition.record)  # its head as it was printed
        else:
            revision = self.object.revisions.select_related("author").last()
            facts = statement_facts(self.object)
            draft = compose(facts)
        text = revision.text if revision else as_markup(draft)
        drafts = may_draft(self.request.user, self.object)
        return super().get_context_data(
            draft=draft,
            revision=revision,
            edition=edition,
            editions=editions,
            superseded_by=edition and edition != editions[-1] and editions[-1],
            body=markup.html(text),
            may_draft=drafts,
            cleared=not edition and workbench.is_cleared(self.object),
            # Names are for those who log in, and in no edition.
            names_delegates=self.request.user.is_authenticated
            and facts.annex == ParticipantAnnex.NAMED,
            covered=covered_in(facts, self.request.user)
            if edition
            else self.object.covered,
            moved=drafts and edition and changes(facts, statement_facts(self.object)),
            **kwargs,
        )

    def chosen(self, editions: list[Edition]) -> Edition | None:
        """Return the edition that is shown: the latest, None while there is none."""
        return editions[-1] if editions else None


class EditionView(StatementView):
    """One edition, at its own address for good. One that was corrected says so."""

    def chosen(self, editions: list[Edition]) -> Edition:
        for edition in editions:
            if edition.number == self.kwargs["number"]:
                return edition
        raise Http404
