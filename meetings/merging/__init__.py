"""Two records of one party or person become one, with all that points at them."""

from .alike import alike
from .merging import NotMergedError, merge, preview
from .outcome import Merge

__all__ = ["Merge", "NotMergedError", "alike", "merge", "preview"]
