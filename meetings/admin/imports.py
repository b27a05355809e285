"""Participant lists read in from spreadsheets: chosen, previewed, confirmed, undone."""

import hashlib
from collections.abc import Iterator

import msgspec
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from meetings.exchange.applying import NotAppliedError, RecordMovedError, apply
from meetings.exchange.files import read
from meetings.exchange.limits import UnreadableFileError
from meetings.exchange.lists import lists_of
from meetings.exchange.planning import plan_of
from meetings.exchange.targets import Meetings
from meetings.exchange.text import tidy
from meetings.exchange.undoing import CannotUndoError, obstacles_of, undo
from meetings.models import Import
from meetings.models.imports import KEPT
from meetings.permissions import may_import_attendance

from .addresses import AddressesMixin
from .awaiting import waiting
from .import_forms import AnswersForm, FileForm
from .import_pages import Preview, meetings_for
from .progress import End, Line, counted, progress_page

LONG = 1_000
"""Rows from which on the work is shown while it goes on."""
LARGE = 60 * 1024


@admin.register(Import)
class ImportAdmin(AddressesMixin, admin.ModelAdmin):
    list_display = ["file_name", "state", "target", "user", "created_at", "applied_at"]
    list_filter = ["state"]
    list_select_related = ["user", "meeting", "gathering"]
    search_fields = ["file_name", "meeting__title", "gathering__title"]
    date_hierarchy = "created_at"
    actions = None

    class Media:
        css = {"all": ["css/imports.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).defer("lists", "preview", "written")

    def waiting(self, request):
        """What the first page says of imports that nobody has confirmed."""
        words = "Participant lists read in, to be confirmed or discarded"
        rows = Import.objects.filter(state=Import.State.PREVIEWED)
        yield waiting(Import, "Imports", words, rows, state__exact="previewed")

    def has_module_permission(self, request):
        return may_import_attendance(request.user)

    def has_view_permission(self, request, obj=None):
        return may_import_attendance(request.user)

    def has_add_permission(self, request):
        return may_import_attendance(request.user)

    def has_change_permission(self, request, obj=None):
        return may_import_attendance(request.user)

    def has_delete_permission(self, request, obj=None):
        return False  # kept, with what each changed; a mere preview is discarded

    def changelist_view(self, request, extra_context=None):
        context = {"title": "Imports of participant lists"} | (extra_context or {})
        return super().changelist_view(request, context)

    def get_urls(self):
        pages = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(require_POST(page)),
                name=f"meetings_import_{name}",
            )
            for name, page in (
                ("answer", self.answer_view),
                ("apply", self.apply_view),
                ("undo", self.undo_view),
                ("discard", self.discard_view),
            )
        ]
        return [*pages, *super().get_urls()]

    # The file

    def add_view(self, request, form_url="", extra_context=None):
        self._allow(request)
        if request.method != "POST":
            return self._ask_for_file(request, FileForm(initial=request.GET.dict()))
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask_for_file(request, form)
        if form.cleaned_data["file"].size > LARGE:
            words = f"Reading {form.cleaned_data['file'].name}"
            return self._progress(request, words, self._reading(request, form))
        try:
            target = self._read(request, form)
        except UnreadableFileError as error:
            form.add_error("file", str(error))
            return self._ask_for_file(request, form)
        self._keep(target)
        return HttpResponseRedirect(self._address("change", target.pk))

    def _ask_for_file(self, request, form: FileForm):
        values = form.initial if not form.is_bound else form.data
        context = {"form": form, "target": _target(values), "kept": KEPT}
        return self._page(request, "form", "Import a participant list", context)

    def _reading(self, request, form: FileForm) -> Iterator[Line | End]:
        yield Line("The file has arrived and is being read")
        try:
            target = self._read(request, form)
        except UnreadableFileError as error:
            yield End(request.get_full_path(), str(error), failed=True)
            return
        rows = sum(len(each["entries"]) for each in target.lists["listings"])
        yield Line(f"{rows:,} rows were found; they are being compared with the record")
        self._keep(target)
        yield Line("The rows have been compared with the record")
        yield End(self._address("change", target.pk), "Go on to the preview")

    def _read(self, request, form: FileForm) -> Import:
        file = form.cleaned_data["file"]
        content = file.read()
        target = Import(
            file_name=tidy(file.name),
            sha256=hashlib.sha256(content).hexdigest(),
            user=request.user,
            meeting=form.cleaned_data["meeting"],
            gathering=form.cleaned_data["gathering"],
        )
        lists = lists_of(read(content, file.name), Meetings(target).may_be_named)
        target.lists = msgspec.to_builtins(lists)
        return target

    def _keep(self, target: Import) -> None:
        """Save the preview. Whoever reads a list in clears away what others abandoned."""
        target.preview = plan_of(target).as_json()
        target.full_clean()
        target.save()
        Import.objects.discard_abandoned()

    # The preview, and the result

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self._allow(request)
        target = self._get(object_id)
        if "obstacles" in request.GET and target.state == Import.State.APPLIED:
            return self._show(request, target, obstacles=obstacles_of(target))
        return self._show(request, target)

    def _show(self, request, target: Import, status=200, **extra):
        if target.state == Import.State.PREVIEWED:
            preview = Preview(target, request.GET, request.user)
            title, template = f"Preview of {target.file_name}", "preview"
        else:
            preview = Preview.of_the_past(target, request.GET)
            title, template = f"Import of {target.file_name}", "result"
        context = {"import": target, "preview": preview} | extra
        return self._page(request, template, title, context, status)

    def answer_view(self, request, pk):
        self._allow(request)
        target = self._previewed(pk)
        plan = plan_of(target)
        form = AnswersForm(plan, meetings_for(target), request.POST)
        if not form.is_valid():
            words = "An answer could not be read: nothing was changed. Answer anew."
            messages.error(request, words)
        else:
            target.answers = form.answers(target.answers)
            target.preview = plan_of(target).as_json()
            target.save(update_fields=["answers", "preview"])
        return HttpResponseRedirect(self._address("change", target.pk))

    def apply_view(self, request, pk):
        self._allow(request)
        target = self._get(pk)
        steps = apply(
            target.pk,
            user=request.user,
            seen=request.POST.get("seen", ""),
            leave_out_errors="leave_out_errors" in request.POST,
        )
        if len(target.preview) > LONG:
            words = f"Importing {target.file_name}"
            work = self._working(target, steps, "saved", "Go on to the result")
            return self._progress(request, words, work)
        return self._at_once(request, target, steps, "Imported.")

    def undo_view(self, request, pk):
        self._allow(request)
        target = self._get(pk)
        leave = "leave_changed" in request.POST
        steps = undo(target.pk, user=request.user, leave_changed=leave)
        if len(target.preview) > LONG:
            words = f"Undoing the import of {target.file_name}"
            work = self._working(target, steps, "put back", "Go on")
            return self._progress(request, words, work)
        done = "Undone: the record is as it was before the import."
        if leave:
            done = "Undone, but for what was changed since. It is listed below."
        return self._at_once(request, target, steps, done)

    def _at_once(self, request, target: Import, steps, done: str):
        try:
            for _ in steps:
                pass
        except RecordMovedError:
            return self._show(request, target, 409, moved=True)
        except CannotUndoError as error:
            return self._show(request, target, 409, obstacles=error.obstacles)
        except NotAppliedError as error:
            return self._show(request, self._get(target.pk), 409, refused=str(error))
        messages.success(request, done)
        return HttpResponseRedirect(self._address("change", target.pk))

    def _working(
        self, target: Import, steps, verb: str, on: str
    ) -> Iterator[Line | End]:
        address = self._address("change", target.pk)
        yield Line("Checking that nothing has changed since the preview was shown")
        try:
            yield from counted(steps, verb)
        except CannotUndoError as error:
            words = f"{error} Nothing was undone."
            yield End(f"{address}?obstacles", words, failed=True)
        except NotAppliedError as error:
            yield End(address, f"{error} Nothing was saved.", failed=True)
        else:
            yield End(address, on)

    def discard_view(self, request, pk):
        self._allow(request)
        target = self._previewed(pk)
        target.delete()
        messages.success(request, f"The preview of {target.file_name} was discarded.")
        return HttpResponseRedirect(self._address("changelist"))

    # What all pages share

    def _allow(self, request) -> None:
        if not may_import_attendance(request.user):
            raise PermissionDenied

    def _get(self, pk) -> Import:
        if not str(pk).isdecimal():
            raise Http404
        rows = Import.objects.select_related("user", "applied_by", "undone_by")
        target = rows.filter(pk=pk).first()
        if target is None:
            raise Http404
        return target

    def _previewed(self, pk) -> Import:
        target = self._get(pk)
        if target.state != Import.State.PREVIEWED:
            raise Http404
        return target

    def _address(self, page: str, *args) -> str:
        return reverse(f"admin:meetings_import_{page}", args=args)

    def _context(self, request, title: str) -> dict:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,
        }

    def _page(self, request, name: str, title: str, context: dict, status=200):
        return TemplateResponse(
            request,
            f"admin/meetings/import_{name}.html",
            self._context(request, title) | context,
            status=status,
        )

    def _progress(self, request, title: str, steps: Iterator[Line | End]):
        return progress_page(request, self._context(request, title), steps)


def _target(values):
    """Return the meeting or gathering that the import was begun from."""
    form = FileForm({name: values.get(name, "") for name in ("meeting", "gathering")})
    form.is_valid()
    return form.cleaned_data.get("meeting") or form.cleaned_data.get("gathering")
