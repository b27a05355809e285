"""Let cffi parse the type of an array once, and not again for each length.

WeasyPrint 70 names the length of a list of glyphs in its type (``hb_codepoint_t[42]``).
cffi parses every name that it has not met as a file of C, which takes about 2 ms: nine
times in a statement, a tenth of all its time. ``hb_codepoint_t[]`` is as long as what it
is filled with, and the same in memory.
"""

import re

from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi

LENGTH = re.compile(r"\[\d+\]$")


class AnyLength:
    """The ``ffi`` of WeasyPrint, with one type for filled arrays of all lengths."""

    def __getattr__(self, name: str):
        return getattr(ffi, name)

    def new(self, kind: str, filling=None):
        """Return memory of a ``kind``; its length is that of a ``filling`` in a row."""
        if isinstance(filling, list | tuple):
            kind = LENGTH.sub("[]", kind)
        return ffi.new(kind, filling)


def install() -> None:
    """Patch WeasyPrint; once per process."""
    fonts.ffi = AnyLength()
