"""The scan of a clearance received by letter, for those who may draft the statement."""

import mimetypes

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from .base import BenchView


class LetterView(BenchView):
    """Hand the scan out as a file to keep: no page of ours shows what others made."""

    def get(self, request, *args, **kwargs):
        letters = self.statement.clearances.filter(by_letter=True)
        clearance = get_object_or_404(letters.select_related("seat"), pk=kwargs["pk"])
        try:
            scan = clearance.letter.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        kind, _ = mimetypes.guess_type(clearance.letter.name)
        ending = clearance.letter.name.rpartition(".")[2]
        answer = FileResponse(
            scan,
            as_attachment=True,
            filename=f"letter-{clearance.seat.slug}-{self.statement.slug}.{ending}",
            content_type=kind or "application/octet-stream",
        )
        answer["Cache-Control"] = "private, no-store"
        return answer
