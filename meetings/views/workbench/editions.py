"""Published editions: frozen, at an address that stays."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from meetings.documents.export import CONTENT_TYPES
from meetings.models import Edition

# An edition carries its own stylesheet. It runs nothing and sends nothing anywhere.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)


@login_not_required
def edition(request: HttpRequest, slug: str, number: int, suffix: str) -> HttpResponse:
    """Answer with the bytes that were published. Open to everybody, whatever came after."""
    editions = Edition.objects.only(
        "number",
        "statement__slug",
        {"pdf": "pdf", "html": "html"}.get(suffix, "record"),
    ).select_related("statement")
    found = get_object_or_404(editions, statement__slug=slug, number=number)
    content = {
        "pdf": lambda: bytes(found.pdf),
        "html": lambda: found.html,
        "json": lambda: bytes(found.record),
    }[suffix]()
    response = HttpResponse(content, content_type=CONTENT_TYPES[suffix])
    name = f"{slug}-edition-{number}.{suffix}"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = POLICY
    return response
