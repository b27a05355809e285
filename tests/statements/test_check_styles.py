"""True texts in many manners of writing, and errors in each: found, and mended by a click.

One meeting, told with lists that have no brackets, in tables, in bullets under bullets,
with sums and weekdays in pairs. What is proposed for a finding leaves nothing new to find.
"""

from dataclasses import replace
from datetime import date

import pytest

from meetings.facts import Capacity, Level
from meetings.statements.check import check
from tests.statements.facts import IOM, META, WALK_FREE, meeting, present
from tests.statements.generated import STATES, VOCABULARY

AUSTRALIA, INDONESIA, MALDIVES, PHILIPPINES, NEW_ZEALAND, LAOS, UAE, USA = STATES[:8]
WORDS = replace(VOCABULARY, parties=(*VOCABULARY.parties, META))
MEETING = meeting(
    ends_on=date(2025, 12, 2),
    format="hybrid",
    list_status="complete",
    attendance=(
        present(AUSTRALIA, level=Level.SENIOR_OFFICIAL),
        present(INDONESIA, level=Level.SENIOR_OFFICIAL),
        present(NEW_ZEALAND),
        present(PHILIPPINES, level=Level.SENIOR_OFFICIAL),
        present(USA),
        present(IOM),
        present(MALDIVES, Capacity.BALI_PROCESS_MEMBER),
        present(LAOS, Capacity.BALI_PROCESS_MEMBER),
        present(UAE, Capacity.BALI_PROCESS_MEMBER),
        present(WALK_FREE, Capacity.CIVIL_SOCIETY),
        present(META, Capacity.PRIVATE_SECTOR),
    ),
)
HELD = (
    "The 11th Annual Meeting of the Working Group on Trafficking in Persons was held in "
    "Manila, the Philippines, on 1 and 2 December 2025.\n\n"
)
ENDING = (
    "\n\nOne civil society organisation, Walk Free, and one company, Meta, were there."
)

PROSE = (
    "All six members took part, namely five states (Australia; Indonesia; New Zealand; the "
    "Philippines; and the U.S.) and the International Organization for Migration. Another "
    "three members of the Bali Process, i.e. the Maldives, Laos and the UAE, observed, "
    "bringing the number of states to eight."
)
TAIL = (
    "Present: Australia, Indonesia, New Zealand, Philippines, United States of America "
    "(five states) and International Organization for Migration.\n"
    "Observers: Maldives, Laos, UAE."
)
DASHES = (
    "Five governments - those of Australia, Indonesia, New Zealand, the Philippines and "
    "the USA - and the International Organization for Migration took part as members. They "
    "were joined by the Maldives, Laos and the UAE, three in all, as observers."
)
TABLE = (
    "| Group | Number | Parties |\n"
    "| Members | 6 | Australia, Indonesia, New Zealand, Philippines, USA, International "
    "Organization for Migration |\n"
    "| Additional Bali Process members | 3 | Maldives, Laos, UAE |"
)
NESTED = (
    "Those present were:\n\n- Members (6):\n  - Australia\n  - Indonesia\n  - New Zealand\n"
    "  - Philippines\n  - USA\n  - International Organization for Migration\n"
    "- Additional Bali Process members as observers (3):\n  - Maldives\n  - Laos\n  - UAE"
)
LEVELS = "Three delegations (Australia, Indonesia and the Philippines) were led by senior officials."
SENT = "Australia, Indonesia and the Philippines sent senior officials."
WEEKDAYS = (
    "The Working Group on Trafficking in Persons met in the Philippine capital, Manila, on "
    "Monday and Tuesday, 1 and 2 December 2025, for the 11th Annual Meeting."
)
LOOSE = (
    "In the first week of December 2025 the Working Group on Trafficking in Persons met for "
    "the eleventh time in Manila."
)
ISO = "The Working Group on Trafficking in Persons met in Manila on 2025-12-01 to 2025-12-02."
HYBRID = "The 11th Annual Meeting, a hybrid meeting, took place in Manila on 1 December 2025."
CHAIRS = "Australia and Indonesia were in the chair."
PEOPLE = (
    "Indonesia's Mr Caka Alverdi Awal and Ms Kathryn Haigh (Australia) took the floor."
)
NOTE = "Five states took part as members (Australia1, Indonesia, New Zealand, the Philippines and the USA)."

TEXTS = {
    "prose": HELD + PROSE + ENDING,
    "tail": HELD + TAIL + ENDING,
    "dashes": HELD + DASHES + ENDING,
    "table": HELD + TABLE + ENDING,
    "nested": HELD + NESTED + ENDING,
    "levels": HELD + LEVELS,
    "sent": HELD + SENT,
    "weekdays": WEEKDAYS,
    "loose": LOOSE,
    "iso": ISO,
    "hybrid": HYBRID,
    "chairs": HELD + CHAIRS,
    "people": HELD + PEOPLE,
    "note": HELD + NOTE,
}
ERRORS = [
    ("prose", "All six", "All seven"),
    ("prose", "five states", "four states"),
    ("prose", "Another three", "Another four"),
    ("prose", "states to eight", "states to nine"),
    ("prose", "New Zealand; ", ""),
    ("prose", "New Zealand;", "Singapore;"),
    ("prose", "Laos and", "Türkiye and"),
    ("prose", "Walk Free,", "Stand Free,"),
    ("prose", "one company", "two companies"),
    ("prose", "Organization for", "Organisatoin for"),
    ("tail", "(five states)", "(six states)"),
    ("tail", "New Zealand, ", ""),
    ("tail", "Maldives, Laos", "Maldives, Viet Nam"),
    ("tail", "Laos, UAE", "Laos, Laos, UAE"),
    ("dashes", "Five governments", "Six governments"),
    ("dashes", "New Zealand, the", "Iran, the"),
    ("dashes", "three in all", "four in all"),
    ("dashes", "the Maldives, Laos", "the Maldives, Türkiye"),
    ("table", "| 6 |", "| 7 |"),
    ("table", "| 3 |", "| 2 |"),
    ("table", "New Zealand, ", ""),
    ("table", "Laos, UAE", "Laos, Iran"),
    ("table", "USA, Int", "USA, USA, Int"),
    ("nested", "(6)", "(5)"),
    ("nested", "(3)", "(4)"),
    ("nested", "  - New Zealand\n", ""),
    ("nested", "  - Laos", "  - Türkiye"),
    ("nested", "  - Laos\n", "  - Laos\n  - Laos\n"),
    ("nested", "  - Maldives", "  - Maldivs"),
    ("levels", "and the Philippines", "and New Zealand"),
    ("levels", "senior officials", "ministers"),
    ("sent", "Indonesia and the Philippines", "Indonesia and New Zealand"),
    ("sent", "senior officials", "ministers"),
    ("weekdays", "Monday and Tuesday", "Sunday and Tuesday"),
    ("weekdays", "Monday and Tuesday", "Monday and Wednesday"),
    ("weekdays", "capital, Manila", "capital, Bangkok"),
    ("loose", "first week", "third week"),
    ("loose", "eleventh time", "twelfth time"),
    ("iso", "2025-12-02", "2025-12-04"),
    ("hybrid", "hybrid", "virtual"),
    ("chairs", "Indonesia were", "Singapore were"),
    ("people", "Indonesia's Mr", "Malaysia's Mr"),
    ("people", "(Australia)", "(Indonesia)"),
    ("note", "Australia1", "Singapore1"),
    ("people", "Caka Alverdi Awal", "Caka Alverdi Awla"),
]


def findings(text):
    return check(text, (MEETING,), WORDS).findings


@pytest.mark.parametrize("style", TEXTS)
def test_nothing_is_found_in_a_true_text(style):
    assert findings(TEXTS[style]) == ()


@pytest.mark.parametrize(("style", "was", "now"), ERRORS)
def test_an_error_is_found_and_its_mend_makes_no_other(style, was, now):
    text = TEXTS[style]
    assert was in text
    text = text.replace(was, now, 1)

    found = findings(text)

    assert found
    told = {(row.kind, row.record) for row in found}
    for row in found:
        if row.suggestion is None:
            continue
        mended = f"{text[: row.start]}{row.suggestion}{text[row.end :]}"
        left = findings(mended)
        assert row not in left
        assert {(other.kind, other.record) for other in left} <= told
