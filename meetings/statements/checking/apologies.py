"""Apologies that a text tells of, and those that it leaves out."""

import re

from meetings.statements import prose

from .case import Case
from .lexicon import Mention
from .reading import Sentence
from .result import Kind, told
from .runs import items, run_before

_REGRETS = re.compile(
    r"\bapologies (?:were |was |have been |had been )?(?:also )?(?:received |given |sent |noted |recorded )?(?:from|by|for|of)\b|\bapologies ?:|"
    r"\bregrets (?:were |was )?(?:received )?from\b"
)
_COULD_NOT = re.compile(
    r"(?:,)? (?:(?:was|were) (?:not able|unable) to (?:attend|participate|take part|join)|could not (?:attend|participate|take part|join)|"
    r"(?:sent|gave|conveyed|offered|extended) (?:its |their |his |her )?(?:apologies|regrets)|did not attend|(?:was|were) absent)\b"
)


def told_apologies(case: Case, sentence: Sentence) -> set[str] | None:
    """Check the apologies of a sentence; return whose, None if it tells of none."""
    regrets = _REGRETS.search(case.low, sentence.start, sentence.end)
    if regrets:
        return _check_apologies(case, regrets.end(), sentence.end)
    could_not = _COULD_NOT.search(case.low, sentence.start, sentence.end)
    if could_not:
        return _check_unable(case, sentence, could_not.start())
    return None


def _check_apologies(case: Case, start: int, end: int) -> set[str]:
    named = set()
    for item in items(case, start, end):
        if item.mention is None:
            _check_nobody(case, (item.start, item.end))
            continue
        name, span = item.mention.entity.key, (item.start, item.end)
        named.add(name)
        _check_one_apology(case, item.mention, span)
    return named


def _check_nobody(case: Case, span: tuple[int, int]) -> None:
    """Report apologies of a name that nobody has, if it is written as a name."""
    words = case.text[slice(*span)].split()
    if case.record.complete and all(word[:1].isupper() for word in words):
        case.sheet.claim(Kind.APOLOGIES, *span)
        case.sheet.error(
            Kind.APOLOGIES, span, "The record has no apologies of this name."
        )


def _check_unable(case: Case, sentence: Sentence, place: int) -> set[str]:
    run = run_before(case, place, sentence.start)
    for mention in run.mentions if run else ():
        _check_one_apology(case, mention, (mention.start, mention.end))
    return {mention.entity.key for mention in run.mentions} if run else set()


def _check_one_apology(case: Case, mention: Mention, span: tuple[int, int]) -> None:
    row = case.record.rows.get(mention.entity.key)
    known = case.record.complete or row is not None
    case.sheet.claim(Kind.APOLOGIES, *span, checked=known)
    who = prose.sentence_case(mention.entity.running)
    if row and row.present:
        case.sheet.error(Kind.APOLOGIES, span, f"{who} is recorded as present.")
    elif row is None and case.record.complete:
        case.sheet.error(Kind.APOLOGIES, span, f"No apologies of {who} are recorded.")


def check_apologies_whole(case: Case, named: set[str]) -> None:
    """Report apologies that are recorded and not told, where some are told."""
    lacking = [
        row.party
        for name, row in case.record.rows.items()
        if not row.present and name not in named
    ]
    if not named or not lacking:
        return
    told_of = [mention for mention in case.mentions.all if mention.entity.key in named]
    anchor = told_of[-1]
    case.sheet.error(
        Kind.APOLOGIES,
        (anchor.start, anchor.end),
        f"Apologies are also recorded from {told(party.running_name for party in lacking)}.",
        says="apologies",
    )
