"""Two texts beside each other, by word: revisions, the record's, an earlier statement's."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django import forms
from django.db.models import Q

from meetings import workbench
from meetings.gather import statement_facts
from meetings.models import Body, Statement
from meetings.statements.compose import compose, markup
from meetings.statements.difference import difference

from .base import BenchView
from .offering import folded

COMPOSED = "composed"


class Text(NamedTuple):
    """A text that can be compared: its key, its name, and how to have it."""

    key: str
    name: str
    read: Callable[[], str]


class CompareForm(forms.Form):
    """Which text is compared with which."""

    before = forms.ChoiceField(label="Compare")
    after = forms.ChoiceField(label="with")

    def __init__(self, *args, groups: list[tuple[str, list[Text]]], **kwargs):
        super().__init__(*args, **kwargs)
        choices = [
            (name, [(text.key, text.name) for text in texts])
            for name, texts in groups
            if texts
        ]
        for field in self.fields.values():
            field.choices = choices


class CompareView(BenchView):
    template_name = "meetings/workbench/compare.html"

    def get_context_data(self, **kwargs):
        standing = workbench.stand(self.statement)
        revisions, earlier = list(self._revisions()), list(self._earlier())
        composed = Text(
            COMPOSED, "What the record composes", lambda: markup(standing.draft)
        )
        groups = [
            ("Revisions", revisions),
            ("The record", [composed]),
            ("Other statements of the same bodies", earlier),
        ]
        latest = (revisions or [composed])[0]
        other = ([composed] if revisions else earlier or [composed])[0]
        asked = {"before": other.key, "after": latest.key} | self.request.GET.dict()
        form = CompareForm(asked, groups=groups)
        passages = ()
        if form.is_valid():
            texts = {text.key: text for _, group in groups for text in group}
            before, after = (
                texts[form.cleaned_data[key]] for key in ("before", "after")
            )
            passages = difference(before.read(), after.read())
            kwargs |= {"before": before, "after": after}
        return super().get_context_data(
            form=form,
            rows=list(folded(passages)),
            counts=Counter(row.kind for row in passages),
            alone=not (revisions or earlier),
            same=form.is_valid() and not any(row.differs for row in passages),
            shortcuts=list(_shortcuts(latest, revisions, earlier)),
            **kwargs,
        )

    def _revisions(self) -> Iterator[Text]:
        rows = self.statement.revisions.select_related("author").order_by("-number")
        for row in rows.defer("facts"):
            name = f"Revision {row.number} by {row.author}"
            yield Text(str(row.number), name, lambda row=row: row.text)

    def _earlier(self) -> Iterator[Text]:
        """Yield other statements on the same bodies that this user may see."""
        bodies = Body.objects.filter(meetings__statements=self.statement)
        others = (
            Statement.objects.visible_to(self.request.user)
            .filter(Q(meetings__bodies__in=bodies))
            .exclude(pk=self.statement.pk)
            .distinct()
            .order_by("-slug")
        )
        for other in others:
            yield Text(f"of-{other.slug}", str(other), lambda row=other: text_of(row))


def _shortcuts(
    latest: Text, revisions: list[Text], earlier: list[Text]
) -> Iterator[tuple[str, str, str]]:
    """Yield the comparisons that are asked for most: their words, and both keys."""
    if revisions:
        yield "The text with what the record composes", COMPOSED, latest.key
    if len(revisions) > 1:
        yield "The last change", revisions[1].key, latest.key
        yield "All changes since the first revision", revisions[-1].key, latest.key
    for text in earlier[:2]:
        yield f"{text.name} with this one", text.key, latest.key


def text_of(statement: Statement) -> str:
    """Return the text of another statement: what is published of it, if anything is."""
    edition = statement.editions.select_related("revision").only("revision").last()
    revision = edition.revision if edition else statement.revisions.last()
    return revision.text if revision else markup(compose(statement_facts(statement)))
