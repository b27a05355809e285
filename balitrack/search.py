"""One search over the whole record, both apps: what the user may see, kind by kind."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic import TemplateView

from .finding import KINDS, Hit, Kind

FIRST = 5
A_PAGE = 25


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Words",
        max_length=150,
        widget=forms.SearchInput,
        help_text="Each word has to occur; parts of words count.",
    )


@dataclass(frozen=True, slots=True)
class Found:
    """The first of what was found of one kind."""

    kind: Kind
    count: int
    hits: list[Hit]

    def __str__(self) -> str:
        return self.kind.counted(self.count)

    @property
    def more(self) -> bool:
        return self.count > len(self.hits)


class SearchView(TemplateView):
    """The first of every kind, or page by page all of the kind that ``in`` names."""

    template_name = "search.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        form = SearchForm(asked if "q" in asked else None)
        words = form.cleaned_data["q"].split() if form.is_valid() else []
        if words and "in" in asked:
            kwargs |= self._one(asked["in"], words)
        elif words:
            kwargs["found"] = self._all(words)
        return super().get_context_data(form=form, words=words, **kwargs)

    def _all(self, words: list[str]) -> list[Found]:
        found = []
        for kind in KINDS:
            rows = kind.find(self.request, words)
            if count := rows.count():
                hits = [kind.hit(row, words) for row in rows[:FIRST]]
                found.append(Found(kind, count, hits))
        return found

    def _one(self, key: str, words: list[str]) -> dict:
        for kind in KINDS:
            if kind.key == key:
                rows = Paginator(kind.find(self.request, words), A_PAGE)
                page = rows.get_page(self.request.GET.get("page"))
                hits = [kind.hit(row, words) for row in page]
                return {"found": [Found(kind, rows.count, hits)], "page_obj": page}
        raise Http404("There is no such kind of record.")
