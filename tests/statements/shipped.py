"""The shipped record as facts, and true statements on its meetings."""

from dataclasses import replace
from pathlib import Path

from django.core.management import call_command

from meetings import gather
from meetings.facts import HouseStyle, StatementFacts, Vocabulary
from meetings.statements.compose import compose, markup
from tests.statements.planting import Truth

WRITTEN = Path(__file__).parent / "written"
"""Statements written by hand: the meetings' slugs, an empty line, the text."""

COMPOSED = (
    ("wgtip-10d", "wgtip-10", "wgtip-10r"),
    ("wgtip-11", "wgtip-11r", "manila-site-2025"),
    ("tegrr-08",),
    ("tegrr-03",),
    ("ahg-14",),
    ("tfpp-02",),
    ("wgtip-web-2022", "wgtip-08"),
    ("mc-01",),
)
"""Meetings on which drafts are composed, in both house styles."""


def load() -> list[Truth]:
    """Load the shipped record; return true texts on it. The caller rolls back."""
    call_command("load_records", verbosity=0)
    vocabulary = gather.vocabulary()
    truths = [_written(path, vocabulary) for path in sorted(WRITTEN.glob("*.txt"))]
    for slugs in COMPOSED:
        facts = gather.covering_facts(slugs)
        truths += [_composed(facts, style, vocabulary) for style in HouseStyle]
    return truths


def _written(path: Path, vocabulary: Vocabulary) -> Truth:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    slugs = head.removeprefix("meetings:").replace(" ", "").split(",")
    return Truth(path.stem, text, gather.covering_facts(slugs), vocabulary)


def _composed(
    facts: StatementFacts, style: HouseStyle, vocabulary: Vocabulary
) -> Truth:
    styled = replace(facts, style=style)
    name = f"composed on {facts.meetings[0].slug}, {style}"
    return Truth(name, markup(compose(styled)), styled, vocabulary)
