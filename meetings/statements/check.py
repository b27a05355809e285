"""A text against the record: every count, name, date and title that it states.

Precision comes first: a check that cries wolf is worse than none. What the record cannot
answer is counted as a claim and left alone. No text makes it raise.
"""

from meetings.facts import MeetingFacts, StatementFacts, Vocabulary

from .checking.case import Case
from .checking.convening import check_convening
from .checking.counts import check_counts
from .checking.days import check_days
from .checking.laid_out import counted_groups
from .checking.levels import check_levels
from .checking.others import check_others
from .checking.participation import check_participation
from .checking.people import check_people
from .checking.places import check_formats, check_places
from .checking.plans import check_plans
from .checking.result import Checked, Coverage, Finding, Kind
from .checking.roll import check_roll
from .checking.series import check_ordinals
from .checking.spellings import check_spellings
from .checking.tallies import check_tallies
from .checking.terms import check_terms
from .checking.themes import check_themes

__all__ = ["Checked", "Coverage", "Finding", "Kind", "check"]


def check(
    text: str,
    facts: StatementFacts | tuple[MeetingFacts, ...],
    vocabulary: Vocabulary,
) -> Checked:
    """Return what the record does not bear out in ``text``, and how much was compared.

    ``text`` may be light markup or a published statement with its line wraps. ``facts``
    are those of the meetings that it speaks of, ``vocabulary`` the names it may use.
    """
    case = Case(text, facts, vocabulary)
    counted = list(counted_groups(case))
    check_counts(case, counted)
    check_participation(case)
    check_roll(case, counted)
    check_others(case)
    for look in _LOOKS:
        look(case)
    return case.sheet.checked()


_LOOKS = (
    check_tallies,
    check_levels,
    check_convening,
    check_days,
    check_ordinals,
    check_places,
    check_formats,
    check_themes,
    check_people,
    check_plans,
    check_terms,
    check_spellings,
)
