"""What is composed from small facts: the whole text, or the sentences about one thing."""

from meetings.facts import Capacity, HouseStyle, Level
from meetings.statements.compose import compose, markup
from tests.statements.facts import (
    AUSTRALIA,
    DWG,
    ILO,
    IOM,
    MALDIVES,
    META,
    NEW_ZEALAND,
    PHILIPPINES,
    RSO,
    WALK_FREE,
    apologies,
    present,
    statement,
)

ATTENDANCE = (
    present(AUSTRALIA, level=Level.SENIOR_OFFICIAL),
    present(PHILIPPINES),
    present(IOM),
    present(ILO),
    present(MALDIVES, Capacity.BALI_PROCESS_MEMBER, level=Level.SENIOR_OFFICIAL),
    present(WALK_FREE, Capacity.CIVIL_SOCIETY),
    present(META, Capacity.PRIVATE_SECTOR),
    present(DWG, Capacity.WORKSTREAM),
    present(RSO, Capacity.WORKSTREAM),
    apologies(NEW_ZEALAND),
)


def text(*meetings, style=HouseStyle.BULLETS, **rest):
    return markup(compose(statement(*meetings, style=style, **rest)))


def sentences(*meetings, about, style=HouseStyle.BULLETS, **rest):
    draft = compose(statement(*meetings, style=style, **rest))
    return [
        sentence.text
        for block in draft.blocks
        for sentence in block.sentences
        if sentence.about == about
    ]
