"""The files of meetings' documents, for those who may see the document."""

import mimetypes
from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from meetings.models import Document


def paper(request: HttpRequest, name: str) -> FileResponse:
    """Hand the file out to be kept: no page of ours shows what others made.

    Its address is the one that the storage gives it, as the admin links to that.
    """
    if "\x00" in name:  # PostgreSQL refuses to look for it
        raise Http404
    documents = Document.objects.visible_to(request.user)
    document = get_object_or_404(documents, file=name)
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    kind, _ = mimetypes.guess_type(name)
    answer = FileResponse(
        content,
        as_attachment=True,
        filename=PurePath(name).name,
        content_type=kind or "application/octet-stream",
    )
    answer["Cache-Control"] = "private, no-store"
    return answer
