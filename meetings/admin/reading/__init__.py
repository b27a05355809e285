"""An old statement read into records: proposed with its words, corrected, saved."""

from .page import ReadingMixin

__all__ = ["ReadingMixin"]
