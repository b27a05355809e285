"""Passages of a sentence that speak of some other meeting than those of the record.

Statements look back ("since the Fifth Ministerial Conference, held in Bali on 2 April
2013") and ahead ("recommendations to the Sixth, to be held ..."). The record of these
meetings says nothing of such days, places and numbers, so they are left alone.
"""

import re

from .case import Case
from .reading import Sentence
from .references import references

_CUE = re.compile(
    r"\b(?:since|recall\w*|upcoming|forthcoming|to be (?:held|convened|hosted)|recommendations? (?:to|from|of|for)|"
    r"(?:as )?(?:directed|mandated|tasked|requested|decided) (?:by|at|in)|as agreed (?:by|at|in)|outcomes? (?:of|from)|"
    r"ahead of|prior to|building on|preparations? for|through the convening of|lead-?up to|in follow-up to|"
    r"including (?:at )?the special|launch of|statement (?:from|of) the|reviewed the)\b"
)
_OTHER_EVENT = re.compile(
    r"\b(?:Meetings|Session|Assembly|Summit|Retreat|Roundtable|Symposium|Conference|Workshop|Forum)\b"
)
_WITHIN = 140
_LOOK_BACK = 500


def is_elsewhen(case: Case, sentence: Sentence, place: int) -> bool:
    """Tell whether words before ``place`` lead away from the meetings of the record."""
    before = case.words_without_names(max(sentence.start, place - _LOOK_BACK), place)
    return _CUE.search(before) is not None or _follows_other(case, sentence, place)


def _follows_other(case: Case, sentence: Sentence, place: int) -> bool:
    """Tell "the Plenary Session of the General Assembly (20 November ...)"."""
    begins = max(sentence.start, place - _WITHIN)
    named = list(_OTHER_EVENT.finditer(case.text, begins, place))
    if not named or case.titles.around(named[-1].start()):
        return False
    last = named[-1].start()
    return not any(
        row.end > last for row in references(case, sentence.start, sentence.end)
    )
