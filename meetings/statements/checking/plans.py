"""Work plans, strategies and what was done with them."""

import re
from collections.abc import Iterator

from meetings.facts import PlanFact

from .case import Case
from .reading import Sentence, fold
from .result import Kind, told

_YEARS = r"(\d{4}) ?(?:-|/| to ) ?(\d{4}|\d{2})"
_PLAN = re.compile(
    rf"(?<![\w-])((?:[A-Z][\w-]*,? )(?:(?:[A-Z][\w-]*|and|of|for|on) ){{0,4}}?)?(Plan|Roadmap|Programme of Work)(?: for| of| \()? ?(?:for )?{_YEARS}(?!\d)"
)
_PLAN_AFTER = re.compile(rf"(?<![\w-]){_YEARS} ((?:[A-Z][\w-]* ){{0,4}}Plan)\b")
_STRATEGY = re.compile(r"(?:(\d{4}) )?\b([A-Z]\w+) (Strategy)((?: for| on) [A-Z]\w+)?")
_OTHER_TIME = re.compile(
    r"\b(?:previous|former|preceding|earlier|replac\w+|succeed\w*|success\w*|expir\w+|conclud\w+|complet\w+|outgoing|next|future|past|last|old|"
    r"following|development of|develop|draft\w*)\b"
)
_ENDORSED = re.compile(r"\b(?:endors\w+|adopt\w+|approv\w+)\b")
_ELSEWHEN = re.compile(
    r"\b(?:previous\w*|earlier|last year|in (?:19|20)\d\d|already|since|had been|at the \w+ meeting in|as endorsed|will)\b"
)
_ITEMS = re.compile(
    r"\baction items? ((?:\d+(?:\.\d+)*)(?:(?:, | and |, and )\d+(?:\.\d+)*)*)"
)


def check_plans(case: Case) -> None:
    for sentence in case.sentences:
        for found in _PLAN.finditer(case.text, sentence.start, sentence.end):
            _check_years(case, sentence, found, (found.start(3), found.end(4)))
        for found in _PLAN_AFTER.finditer(case.text, sentence.start, sentence.end):
            _check_years(case, sentence, found, (found.start(1), found.end(2)))
        for found in _STRATEGY.finditer(case.text, sentence.start, sentence.end):
            _check_strategy(case, found)
        for found in _ITEMS.finditer(case.low, sentence.start, sentence.end):
            _check_items(case, found)


def _check_years(
    case: Case, sentence: Sentence, found: re.Match[str], span: tuple[int, int]
) -> None:
    plans = case.record.plans
    first, last = _years(case.text[slice(*span)])
    before = case.low[max(sentence.start, found.start() - 70) : found.start()]
    other = bool(_OTHER_TIME.search(before))
    ours = [plan for plan in plans if _is_of_years(plan, first, last)]
    other = other or not _is_worded_as(found, plans) or _is_anothers(case, found, plans)
    checked = bool(plans) and (bool(ours) or not other)
    case.sheet.claim(Kind.PLAN, *span, checked=checked)
    if not checked:
        return
    if not ours:
        right = _years_like(case.text[slice(*span)], plans[0])
        case.sheet.error(
            Kind.PLAN,
            span,
            f"The record has the {told(plan.title for plan in plans[:3])}.",
            right,
            says=found[0].strip(),
        )
        return
    _check_wording(case, found, ours)
    _check_body(case, found.start(), ours)
    _check_endorsed(case, sentence, found.start(), ours)


def _is_worded_as(found: re.Match[str], plans: tuple[PlanFact, ...]) -> bool:
    """Tell our plans from others: "ASEAN Multi-Sectoral Work Plan"."""
    match = re.search(r"(?:[A-Z][\w-]* )*Plan\b", found[0])
    written = fold(match[0]) if match else ""
    return any(
        written in {"plan", "work plan", word} or written.endswith(f" {word}")
        for word in (_before_plan(fold(plan.title)) for plan in plans)
    )


def _is_anothers(case: Case, found: re.Match[str], plans: tuple[PlanFact, ...]) -> bool:
    """Tell the plan of an organisation, or of a body that has none here."""
    named = [
        row
        for row in case.mentions.all_from(found.start() - 2, found.end())
        if not row.entity.is_forum
    ]
    bodies = {plan.body for plan in plans}
    return any(
        row.entity.body is None or row.entity.body.abbreviation not in bodies
        for row in named
    )


def _check_wording(case: Case, found: re.Match[str], ours: list[PlanFact]) -> None:
    """Compare the words of the title before "Plan": "Forward Work"."""
    match = re.search(r"(?:[A-Z][\w-]* )*Plan\b", found[0])
    if match is None:
        return
    written = fold(match[0])
    titles = [fold(plan.title) for plan in ours]
    words = [_before_plan(title) for title in titles]
    if any(
        written == word or word.endswith(f" {written}") or written.endswith(f" {word}")
        for word in words
        if word
    ):
        return
    word = next((word for word in words if word), "")
    shared = set(written.split()) & set(word.split())
    if word and len(shared) >= 2:
        start = found.start() + match.start()
        right = re.search(r"(?:[A-Z][\w-]* )*Plan\b", ours[0].title)
        case.sheet.error(
            Kind.PLAN,
            (start, start + len(match[0])),
            f"The record has the {ours[0].title}.",
            right[0] if right else None,
        )


def _before_plan(title: str) -> str:
    place = title.find("plan")
    return title[: place + 4] if place >= 0 else ""


def _check_body(case: Case, place: int, ours: list[PlanFact]) -> None:
    """ "the TFPP Forward Work Plan": the plan of a body is no other's."""
    mention = case.mentions.before(place)
    if mention is None or mention.entity.body is None or mention.is_common:
        return
    between = case.low[mention.end : place]
    if between not in {" ", "'s ", "' "} and not re.fullmatch(
        r" \([^()]{1,20}\) ", between
    ):
        return
    if mention.entity.is_forum:
        return
    bodies = {plan.body for plan in ours}
    if mention.entity.body.abbreviation not in bodies:
        case.sheet.error(
            Kind.PLAN,
            (mention.start, mention.end),
            f"The record has it as the plan of the {told(sorted(bodies))}.",
            min(bodies),
        )


def _check_endorsed(
    case: Case, sentence: Sentence, place: int, ours: list[PlanFact]
) -> None:
    begins = max(sentence.start, place - 110)
    found = _ENDORSED.search(case.low, begins, place)
    if not found:
        return
    endorsed = {plan for row in case.record.week for plan in row.endorsed}
    case.sheet.claim(Kind.OUTCOME, *found.span())
    elsewhen = _ELSEWHEN.search(case.low, sentence.start, sentence.end)
    if not endorsed & set(ours) and not elsewhen:
        case.sheet.warning(
            Kind.OUTCOME,
            found.span(),
            f"The record does not have the {ours[0].title} endorsed at these meetings.",
        )


def _years(written: str) -> tuple[int, int]:
    numbers = re.findall(r"\d+", written)
    first, last = int(numbers[0]), int(numbers[-1])
    return first, last if last > 99 else first // 100 * 100 + last


def _is_of_years(plan: PlanFact, first: int, last: int) -> bool:
    return (plan.since_year, plan.until_year or plan.since_year) == (first, last)


def _years_like(written: str, plan: PlanFact) -> str:
    until = plan.until_year or plan.since_year
    sign = next((sign for sign in ("–", " to ", "/") if sign in written), "-")
    short = len(re.findall(r"\d+", written)[-1]) == 2
    return f"{plan.since_year}{sign}{f'{until % 100:02}' if short else until}"


def _check_strategy(case: Case, found: re.Match[str]) -> None:
    for recorded in _strategies(case):
        known = _STRATEGY.search(recorded)
        if known is None:
            continue
        year, name, _, rest = found.groups()
        same_name = fold(name) == fold(known[2])
        same_rest = bool(rest and known[4]) and fold(rest) == fold(known[4] or "")
        if not same_name and not (same_rest and year == known[1]):
            continue
        case.sheet.claim(Kind.PLAN, *found.span())
        wrong_year = year and known[1] and year != known[1]
        wrong_rest = rest and known[4] and not same_rest
        if wrong_year or wrong_rest or not same_name:
            case.sheet.error(
                Kind.PLAN,
                found.span(),
                f"The record has the {recorded}.",
                known[0] if year and rest else None,
            )
        return


def _strategies(case: Case) -> Iterator[str]:
    yield from dict.fromkeys(
        plan.strategy for plan in case.record.plans if plan.strategy
    )


def _check_items(case: Case, found: re.Match[str]) -> None:
    """Compare action items said to be advanced with those that sessions are tied to."""
    known = {
        item.number
        for row in case.record.covered
        for item in (
            *(item for session in row.sessions for item in session.items),
            *(item for outcome in row.outcomes for item in outcome.items),
        )
    }
    for number in re.finditer(r"\d+(?:\.\d+)*", found[1]):
        start = found.start(1) + number.start()
        span = start, start + len(number[0])
        case.sheet.claim(Kind.PLAN, *span, checked=bool(known))
        if known and number[0] not in known:
            case.sheet.error(
                Kind.PLAN,
                span,
                f"The record ties these meetings to {told(sorted(known))}.",
                says=found[0],
            )
