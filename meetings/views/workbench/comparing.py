"""Two texts beside each other, by word: revisions, the record's, an earlier statement's."""

from django import forms
from django.db.models import Q

from meetings import workbench
from meetings.gather import statement_facts
from meetings.models import Body, Statement
from meetings.statements.compose import compose, markup
from meetings.statements.difference import difference

from .base import BenchView


class CompareForm(forms.Form):
    """Which text is compared with which."""

    before = forms.ChoiceField(label="Compare")
    after = forms.ChoiceField(label="with")

    def __init__(self, *args, texts: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = texts


class CompareView(BenchView):
    template_name = "meetings/workbench/compare.html"

    def get_context_data(self, **kwargs):
        standing = workbench.stand(self.statement)
        choices = [(key, label) for key, label, _ in self._texts(standing)]
        asked = {"before": "composed", "after": choices[0][0]} | self.request.GET.dict()
        form = CompareForm(asked, texts=choices)
        passages = ()
        if form.is_valid():
            chosen = {key: told for key, _, told in self._texts(standing)}
            passages = difference(
                chosen[form.cleaned_data["before"]](),
                chosen[form.cleaned_data["after"]](),
            )
        return super().get_context_data(
            form=form,
            passages=passages,
            same=form.is_valid() and not any(row.differs for row in passages),
            **kwargs,
        )

    def _texts(self, standing: workbench.Standing):
        """Yield each text that can be compared: its key, its name, and how to have it."""
        for revision in self.statement.revisions.select_related("author").order_by(
            "-number"
        ):
            label = f"Revision {revision.number} by {revision.author}"
            yield str(revision.number), label, lambda row=revision: row.text
        yield "composed", "What the record composes", lambda: markup(standing.draft)
        for other in self._earlier():
            yield f"of-{other.slug}", str(other), lambda row=other: text_of(row)

    def _earlier(self):
        """Other statements on the same bodies that this user may see."""
        bodies = Body.objects.filter(meetings__statements=self.statement)
        return (
            Statement.objects.visible_to(self.request.user)
            .filter(Q(meetings__bodies__in=bodies))
            .exclude(pk=self.statement.pk)
            .distinct()
            .order_by("-slug")
        )


def text_of(statement: Statement) -> str:
    revision = statement.revisions.last()
    return revision.text if revision else markup(compose(statement_facts(statement)))
