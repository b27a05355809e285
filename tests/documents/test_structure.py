"""The structure of the documents themselves, as a screen reader meets it."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from meetings.documents import export
from meetings.facts import Capacity, GatheringFacts
from tests.statements.facts import (
    AUSTRALIA,
    INDONESIA,
    MALDIVES,
    NEW_ZEALAND,
    TEG_RR,
    WALK_FREE,
    WG_TIP,
    apologies,
    by,
    meeting,
    present,
    session,
    statement,
)

WEEK = (
    meeting(
        attendance=(
            present(AUSTRALIA),
            apologies(INDONESIA),
            present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),
            present(NEW_ZEALAND, Capacity.BALI_PROCESS_OBSERVER),
            present(WALK_FREE, Capacity.CIVIL_SOCIETY),
        ),
        sessions=(session("presentation", by(AUSTRALIA)),),
    ),
    meeting("joint", (WG_TIP, TEG_RR), kind="regional_event", sessions=(session(),)),
    meeting("partial", list_status="partial"),
    meeting("unlisted", attendance=(), list_status="none"),
    meeting("hidden", attendance=(), list_status="withheld"),
)


# Every kind of cell, so that the legend needs a second line.


def elements(node) -> Iterator[pikepdf.Object]:
    """Yield every element of the structure tree below ``node``."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize(
    "document",
    [
        export.statement(statement(*WEEK[:2])),
        export.meeting_attendance(WEEK[0]),
        export.gathering_attendance(GatheringFacts("week", "Week", WEEK)),
        export.body_attendance("WG-TIP", "Working Group", WEEK),
    ],
    ids=["statement", "meeting", "gathering", "body"],
)
def test_lists_hold_items_and_rows_hold_cells(document):
    with pikepdf.open(io.BytesIO(document.render("pdf"))) as pdf:
        tree = [
            (
                str(node.S),
                {str(kid.S) for kid in elements(node) if kid.get("/P") == node},
            )
            for node in elements(pdf.Root.StructTreeRoot)
        ]

    allowed = {"/L": {"/L", "/LI", "/Caption"}, "/TR": {"/TH", "/TD"}}
    for kind, kids in tree:
        assert kids <= allowed.get(kind, kids)
    assert "/H1" in {kind for kind, _ in tree}
