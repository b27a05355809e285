"""What left, what came back and what stands here: who changed which passage?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.statements.difference import difference
from meetings.workbench.reconciling import reconciled
from meetings.workbench.three_way import told

A, B, C = (
    "Members spoke of their work.",
    "A plan was endorsed.",
    "The host was thanked.",
)
A2, A3 = "Members spoke at length of their work.", "Members talked of their work."
NEW = "Words of another kind altogether."
A4 = "Members spoke briefly of their work."
END = "Thanks went to all interpreters."
TOGETHER = "Members spoke at length of their tasks."


def text(*passages):
    return "\n\n".join(passages) + "\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "since"),
    [
        ((A, B, C), (A, B, C), []),
        ((A, B, C), (A2, B, C), [""]),
        ((A2, B, C), (A, B, C), ["ours"]),
        ((A2, B, C), (A3, B, C), ["both"]),
        ((A2, B, C), (A2, B, C), []),
        ((B, C), (A, B, C), ["ours"]),
        ((A, B, C), (B, C), [""]),
        ((B, C), (A2, B, C), ["both"]),
        ((A2, B, C), (B, C), ["both"]),
        ((A, B, NEW, C), (A, B, C), ["ours"]),
        ((A, B, C), (A, B, NEW, C), [""]),
        ((A, B, C), (B, C, A), ["", ""]),
        ((A2, B, C), (B, C, A), ["ours", "ours"]),
    ],
)
def test_who_changed_a_passage(ours, theirs, since):
    rows = difference(text(*ours), text(*theirs))

    found = list(told(rows, text(A, B, C)))

    assert [
        one.since for one, row in zip(found, rows, strict=True) if row.differs
    ] == since


def test_signs_and_quotes_are_no_change():
    rows = difference(
        text("- The *host\u2019s* plan."), text("- The host\u2019s new plan.")
    )

    (one,) = told(rows, text("* The host's plan."))

    assert (one.since, one.sent) == ("", "* The host's plan.")


@pytest.mark.parametrize(
    ("theirs", "mine", "both", "contested"),
    [
        ((A2, B, C), (A, B, C), (A2, B, C), ()),
        ((A, B, C), (A2, B, C), (A2, B, C), ()),
        ((A2, B, C), (A, B, NEW, C), (A2, B, NEW, C), ()),
        ((B, C), (A, B), (B,), ()),
        ((f"**{A}**", B, C), (A, B), (f"**{A}**", B), ()),
        ((A2, B, C), (A4, B, C), (A4, B, C), (A4,)),
        ((A2, B, C), (A.replace("work", "tasks"), B, C), (TOGETHER, B, C), ()),
        ((B, C), (A2, B, C), (A2, B, C), (A2,)),
        ((A2, B, C), (B, C), (B, C), (A2,)),
    ],
)
def test_the_slower_of_two_keeps_what_the_other_changed(theirs, mine, both, contested):
    assert reconciled(text(*theirs), text(*mine), text(A, B, C)) == (
        text(*both),
        contested,
    )


@given(st.lists(st.sampled_from((A, A2, A3, B, C, NEW)), max_size=5))
def test_no_words_of_either_side_are_lost(passages):
    base, mine, other = text(A, B, C), text(A, B, C, END), text(*passages)

    both = reconciled(other, mine, base).text

    assert all(one in both for one in {END, *passages} - {A, B, C})
    assert reconciled(other, base, base) == (other, ())
    assert reconciled(base, mine, base) == (mine, ())
