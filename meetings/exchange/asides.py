"""Rows of a list that are no entries: totals, and headings within the list."""

import re

from . import cells
from .text import fold

TOTAL = re.compile(
    r"(sum|(sub ?|grand )?totals?)( (number|no|of|all|present|delegat(es|ions)|"
    r"participants|countries|states|organi[sz]ations|members|persons|pax|and|\d+))*"
)
GROUPS = {
    "members": "", "member states": "", "observers": "", "states": "", "countries": "",
    "international organisations": "", "international organizations": "",
    "organisations": "", "organizations": "", "civil society": "", "guests": "",
    "private sector": "", "un agencies": "", "other participants": "", "member": "",
    "civil society organisations": "", "civil society organizations": "",
    "bali process members": "", "co chairs": "", "secretariat": "", "presenters": "",
    "resource persons": "", "present": cells.PRESENT, "attended": cells.PRESENT,
    "participants": cells.PRESENT, "apologies": cells.APOLOGIES,
    "regrets": cells.APOLOGIES, "absent": cells.ABSENT,
}  # fmt: skip
"""What the rows below such a heading are, "" where it says nothing of their coming."""


def is_total(cell: str) -> bool:
    """Whether the first cell of a row says that the others add up."""
    return bool(TOTAL.fullmatch(fold(cell)))
