"""The page on which a statement is read: its text, then what it proposes."""

import hashlib
import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from meetings.admin.capacity import Capacities
from meetings.gather import vocabulary
from meetings.models import ChairTerm
from meetings.statements.read import read
from meetings.statements.reading.plain import plain
from meetings.statements.reading.proposal import Proposal

from .doubts import Doubts
from .forms import Forms, TextForm, lines_of
from .rows import LIST
from .saving import NotSavedError, Saved, save

NEEDED = (
    "meetings.add_meeting",
    "meetings.change_meeting",
    "meetings.add_attendance",
    "meetings.add_session",
)
MOVED = (
    "Nothing was saved: the names in the record have changed since the text was read. "
    "It has been read again; look it through once more."
)


class ReadingMixin:
    """Adds the page that reads a statement to the admin of meetings."""

    def get_urls(self):
        page = self.admin_site.admin_view(self.read_view)
        return [path("read/", page, name="meetings_meeting_read"), *super().get_urls()]

    def read_view(self, request):
        if not request.user.has_perms(NEEDED):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask_for_text(request, TextForm())
        if request.POST.get("step") == "save":
            return self._save_reading(request)
        form = TextForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask_for_text(request, form)
        text = form.cleaned_data["text"]
        proposal = read(text, vocabulary())
        forms = Forms(proposal, may_create=_may_create(request))
        return self._show_reading(request, text, proposal, forms)

    def _save_reading(self, request):
        form = TextForm({"text": request.POST.get("text", "")})
        if not form.is_valid():
            return self._ask_for_text(request, form)
        text = lines_of(form.cleaned_data["text"])
        proposal = read(text, vocabulary())
        if request.POST.get("fingerprint") != _fingerprint(proposal):
            messages.error(request, MOVED)
            forms = Forms(proposal, may_create=_may_create(request))
            forms.keep_meeting(request.POST)
            return self._show_reading(request, text, proposal, forms)
        forms = Forms(proposal, request.POST, may_create=_may_create(request))
        try:
            saved = save(forms)
        except NotSavedError:
            messages.error(request, "Nothing was saved. What to mend is marked below.")
            return self._show_reading(request, text, proposal, forms)
        self.log_change(request, saved.meeting, "Read from the text of a statement.")
        messages.success(request, _told(saved))
        page = reverse("admin:meetings_meeting_change", args=[saved.meeting.pk])
        return HttpResponseRedirect(page)

    def _ask_for_text(self, request, form: TextForm):
        return self._reading_page(request, "read_text", {"form": form})

    def _show_reading(self, request, text: str, proposal: Proposal, forms: Forms):
        day, bodies = _settled(forms)
        capacities = Capacities.on(day, bodies)
        doubts = Doubts(proposal)
        for row, form in forms.rows:
            chosen = forms.chosen(form) or forms.parties[row.party.name]
            form.tell_capacity(capacities.of(chosen), row.capacity.value)
        context = {
            "text": text,
            "proposal": proposal,
            "fingerprint": _fingerprint(proposal),
            "forms": forms,
            "said": _said(proposal, doubts),
            "rows": [(row, form, doubts.of(row.quote)) for row, form in forms.rows],
            "unknown": [
                (row, form, doubts.of(row.quote)) for row, form in forms.unknown
            ],
            "list": LIST,
            "chairs": _chairs(forms, doubts, day, bodies),
        }
        return self._reading_page(request, "read", context)

    def _reading_page(self, request, name: str, context: dict):
        context = self.admin_site.each_context(request) | {
            "title": "Read a published statement",
            "opts": self.opts,
            **context,
        }
        return TemplateResponse(request, f"admin/meetings/{name}.html", context)


def _may_create(request) -> bool:
    needed = [
        f"meetings.add_{name}"
        for name in ("party", "partyalias", "person", "appointment", "chairterm")
    ]
    return request.user.has_perms(needed)


def _said(proposal: Proposal, doubts: Doubts) -> list[tuple]:
    """Return what is said of the meeting: name, value, words and doubts of each."""
    told = [
        ("Title", proposal.title),
        ("Number", proposal.ordinal),
        *((f"Convened by {said.value.abbreviation}", said) for said in proposal.bodies),
        ("Days", proposal.start),
        ("City", proposal.city),
        ("Country", proposal.country),
    ]
    return [
        (name, said.quote.words, doubts.of(said.quote)) for name, said in told if said
    ]


def _settled(forms: Forms) -> tuple:
    """Return the first day and the bodies as the form has them now."""
    form = forms.meeting
    given = form.cleaned_data if form.is_bound and hasattr(form, "cleaned_data") else {}
    into = given.get("into")
    if into and into.starts_on:
        return into.starts_on, list(into.bodies.values_list("pk", flat=True))
    day = given.get("starts_on") or (None if given else form.initial["starts_on"])
    bodies = given["bodies"] if "bodies" in given else form.initial["bodies"]
    return day, [body.pk for body in bodies]


def _chairs(forms: Forms, doubts: Doubts, day, bodies: list[int]) -> list[tuple]:
    """Return each co-chair read, with doubts and the bodies it chairs by the record."""
    terms = ChairTerm.objects.filter(body__in=bodies).select_related("body", "party")
    held: dict[str, list[str]] = {}
    for term in terms.on(day) if day else ():
        held.setdefault(term.party.name, []).append(str(term.body))
    return [
        (row, form, doubts.of(row.quote), held.get(row.party.name, []))
        for row, form in forms.chairs
    ]


def _fingerprint(proposal: Proposal) -> str:
    told = json.dumps(plain(proposal), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()


def _told(saved: Saved) -> str:
    told = [f"Saved “{saved.meeting}”: {saved.added} parties added to its attendance"]
    if saved.left:
        told.append(f"{saved.left} were on its list already and stay as they were")
    if saved.overridden:
        told.append(f"{saved.overridden} with the capacity that the statement gives")
    if saved.named:
        told.append(f"{saved.named} new names recorded")
    if saved.chairs:
        told.append(f"{saved.chairs} co-chairs of its days")
    if saved.sessions:
        told.append(f"{saved.sessions} sessions")
    return ", ".join(told) + "."
