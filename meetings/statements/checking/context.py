"""Where a text says who attended: in a sentence, or in bullets under one."""

import re

from .case import Case
from .reading import Sentence

_BEFORE = re.compile(
    r"\battended by\b|\battendance (?:of|by|from)\b|\bin attendance\b|\battend(?:ees|ance) (?:also )?"
    r"(?:included?|comprised|were|was)\b|\bparticipants (?:also )?(?:included|were|from|came from)\b|"
    r"\bparticipation (?:of|by|from)\b|\bbrought together\b|\bjoined (?:\w+ )?by\b|\bcompris(?:ed|ing)\b|"
    r"\bconsisted of\b|\b(?:observers|members|organi[sz]ations|countries|states|delegations)(?: attending| present| in attendance)? (?:also )?included\b|"
    r"\bpresent (?:were|was)\b|\brepresent(?:atives|ation) (?:of|from)\b|\bdelegat(?:es|ions) (?:of|from)\b|"
    r"\bdelegat(?:es|ions) representing\b|\brepresenting\b|\bgathered\b|\bwere attended\b|\bwith participants\b|\bparticipated in by\b|"
    r"\battendees? from\b|\battended the \w+\b[^.;:]{0,40}:|\b(?:taking part|participating) (?:as \w+ )?were\b|\balso (?:present|attending|taking part):|"
    r"\b(?:brought|drew|welcomed|assembled) (?=(?:all )?(?:\d+|[a-z-]+) (?:members?|delegations|states|countries|participants|representatives|delegates|officials)\b)"
)
_AFTER = re.compile(
    r"(?: (?:who|that|which)(?: \w+){1,4}?)?(?: also| all)?(?: (?:was|were) (?:also )?(?:present|in attendance|represented|there)| (?:also )?"
    r"(?:attended|participated|took part|observed(?=[.,;]|$))(?: as observers?| virtually| online| in person| remotely|"
    r"(?: in)? (?:the|this|its|both|all)(?: \w+){0,4} (?:meeting|meetings|event|events|dialogue|conference|workshop|"
    r"week|forum|symposium|gathering|roundtable|training|consultation|exercise)| at (?:the )?\w+ level)?"
    r"\s?(?:[.,;:]|$| -| as| and| by| virtually| from| in \w+| with| at))"
)
_LABELLED = re.compile(
    r"(?:(?:the )?(?:country|state|government|bali process|wg-tip|working group|other|additional|organi[sz]ational|member|observer)s? )*"
    r"(?:members?|member states|participants|attendees|observers|participating \w+|organi[sz]ations|states|countries|apologies|"
    r"civil society(?: organi[sz]ations)?|international organi[sz]ations|work ?streams|private sector|delegations|"
    r"present|in attendance|attending|represented)(?: as (?:members|observers))?"
)


def attends_before(case: Case, sentence: Sentence, place: int) -> bool:
    """Tell whether what stands here is told of as attending."""
    found = trigger(case, sentence)
    if found and found.end() <= place:
        return True
    label = label_before_colon(case, sentence)
    if label and label[1] < place:
        return True
    return lead_of(case, sentence) is not None and not _own_verb(case, sentence, place)


def attends_after(case: Case, sentence: Sentence, place: int) -> bool:
    return _AFTER.match(case.low, place, sentence.end) is not None


def trigger(case: Case, sentence: Sentence) -> re.Match[str] | None:
    """Return the first words that say that somebody attended."""
    key = sentence.start
    if key not in case.triggers:
        case.triggers[key] = _BEFORE.search(case.low, sentence.start, sentence.end)
    return case.triggers[key]


def lead_of(case: Case, sentence: Sentence) -> tuple[int, int] | None:
    """Return the sentence over the bullets that says who attended, if this is one."""
    blocks = case.reading.blocks
    if not blocks or blocks[sentence.block].kind != "bullet":
        return None
    lead = blocks[case.leads[sentence.block]]
    if lead.kind == "bullet" or not case.low.endswith(":", lead.start, lead.end):
        return None
    begins = max(lead.start, lead.end - 300)
    found = _BEFORE.search(case.low, begins, lead.end)
    return (found.start(), lead.end) if found else None


def label_before_colon(case: Case, sentence: Sentence) -> tuple[int, int] | None:
    """Return the label of a list without a count: "Observers: A and B"."""
    colon = case.low.find(":", sentence.start, min(sentence.end, sentence.start + 90))
    if colon < 0:
        return None
    return (
        (sentence.start, colon)
        if (_LABELLED.fullmatch(case.low, sentence.start, colon))
        else None
    )


def is_label(words: str) -> bool:
    """Tell the label of a list: "country participants", "observers"."""
    return _LABELLED.fullmatch(words) is not None


def _own_verb(case: Case, sentence: Sentence, place: int) -> bool:
    """Tell a bullet that is a sentence of its own: "Five members shared ..."."""
    return place > sentence.start + 60 and " who " in case.low[sentence.start : place]
