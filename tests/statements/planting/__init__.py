"""Errors planted in true texts, one at a time, to see whether the check finds them.

Each planter takes a true text and its facts and yields texts with one error. They look at
the text with patterns of their own, so that they do not share the checker's blind spots.
"""

from . import attendance, occasions, people, words
from .truth import Planted, Truth, planted

__all__ = ["Planted", "Truth", "attendance", "occasions", "people", "planted", "words"]
