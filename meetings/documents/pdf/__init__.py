"""HTML in, PDF out: PDF/A-3a and PDF/UA-1 at once, the record attached.

The web process never loads WeasyPrint. A server process of its own (``server``)
loads it once and forks a short-lived, bounded child for every document; whatever a
text does to the layout engine, including a crash in C, comes back as a
:class:`RenderError` with a sentence for the person who asked.
"""

from .background import Pending, prepared_pdf
from .cache import cached_pdf, document_key
from .errors import RenderError
from .press import DEFAULT_BOUNDS, render_pdf

__all__ = [
    "DEFAULT_BOUNDS",
    "Pending",
    "RenderError",
    "cached_pdf",
    "document_key",
    "prepared_pdf",
    "render_pdf",
]
