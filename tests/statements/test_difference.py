"""Differences of texts: to the letter, by passage and by word, for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.statements.difference import accept, difference
from meetings.statements.passages import chunks
from meetings.statements.words import Piece, word_difference, words

LAST_YEAR = """\
## Annual Meeting

The meeting was attended by nine members and two observers.

- 9 members;
- 2 observers.

Members thanked the host.
"""
THIS_YEAR = """\
## Annual Meeting

The meeting was attended by ten members and two observers.

- 10 members;
- 2 observers;
- 1 guest.

Members thanked the host.
"""

lines = st.sampled_from(
    [
        "",
        "\n",
        "- one",
        "- two",
        "  - two",
        "# A",
        "text",
        "more text",
        "1. a",
        " ",
        "a\r",
    ]
)
texts = st.one_of(st.lists(lines, max_size=12).map("\n".join), st.text(max_size=60))


def kinds(before, after):
    return [
        (found.kind, found.before, found.after) for found in difference(before, after)
    ]


def told(pieces):
    marks = {"same": "{}", "inserted": "[+{}]", "deleted": "[-{}]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)


# By passage


def test_passages_are_headings_paragraphs_and_bullets():
    text = "## Head\nText of\ntwo lines.\n- one\n  goes on\n\n  and on\n- two\n\nThe end.\n"

    assert [chunk.text for chunk in chunks(text)] == [
        "## Head",
        "Text of\ntwo lines.",
        "- one\n  goes on\n\n  and on",
        "- two",
        "The end.",
    ]


def test_each_passage_is_told_with_its_kind():
    assert kinds(LAST_YEAR, THIS_YEAR) == [
        ("same", "## Annual Meeting", "## Annual Meeting"),
        (
            "changed",
            "The meeting was attended by nine members and two observers.",
            "The meeting was attended by ten members and two observers.",
        ),
        ("changed", "- 9 members;", "- 10 members;"),
        ("changed", "- 2 observers.", "- 2 observers;"),
        ("added", "", "- 1 guest."),
        ("same", "Members thanked the host.", "Members thanked the host."),
    ]


def test_a_passage_that_is_quite_another_is_not_called_changed():
    assert kinds("Members met in Manila.\n", "A plan was endorsed.\n") == [
        ("removed", "Members met in Manila.", ""),
        ("added", "", "A plan was endorsed."),
    ]


def test_one_passage_is_accepted_and_the_others_stay():
    found = difference(LAST_YEAR, THIS_YEAR)

    assert accept(LAST_YEAR, found, {1, 4}) == LAST_YEAR.replace(
        "nine members", "ten members"
    ).replace("- 2 observers.", "- 2 observers.\n- 1 guest.")


def test_a_passage_accepted_alone_stands_alone():
    before, after = "One.\n\nTwo.\n", "One.\n- new\n- newer\n"

    found = difference(before, after)

    assert [one.kind for one in found] == ["same", "removed", "added", "added"]
    assert accept(before, found, {2}) == "One.\n\nTwo.\n\n- new\n"


def test_empty_lines_alone_are_a_change_too():
    found = difference("One.\n\nTwo.", "One.\n\n\nTwo.")

    assert [one.kind for one in found] == ["changed", "same"]
    assert accept("One.\n\nTwo.", found, {0}) == "One.\n\n\nTwo."


@settings(deadline=None)
@given(texts, texts)
def test_all_accepted_is_the_text_after_and_none_the_text_before(before, after):
    found = difference(before, after)

    assert accept(before, found, set(range(len(found)))) == after
    assert accept(before, found, set()) == before
    assert (
        accept(before, found, {i for i, p in enumerate(found) if not p.differs})
        == before
    )
    assert any(passage.differs for passage in found) == (before != after)


@settings(deadline=None)
@given(texts, texts, st.sets(st.integers(0, 20)))
def test_what_is_chosen_is_what_comes_of_it(before, after, accepted):
    found = difference(before, after)

    text = accept(before, found, accepted)

    chosen = [p.after if i in accepted else p.before for i, p in enumerate(found)]
    assert "".join(text.split()) == "".join("".join(chosen).split())


@settings(deadline=None)
@given(texts, texts)
def test_the_way_back_undoes_it(before, after):
    there = difference(before, after)
    text = accept(before, there, set(range(len(there))))

    back = difference(text, before)

    assert accept(text, back, set(range(len(back)))) == before


# By word


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("the same", "the same", "the same"),
        (
            "in Manila on 3 May",
            "in Bangkok on 3 May",
            "in [-Manila][+Bangkok] on 3 May",
        ),
        ("the cat sat there", "a dog sat there", "[-the cat][+a dog] sat there"),
        ("one, two", "one two", "one[-,] two"),
        ("10,000 people", "10,500 people", "[-10,000][+10,500] people"),
        ("", "new", "[+new]"),
        ("old", "", "[-old]"),
        ("a *b* c", "a **b** c", "a [-*b*][+**b**] c"),
    ],
)
def test_words_are_compared(before, after, said):
    assert told(word_difference(before, after)) == said


@settings(deadline=None)
@given(st.text(), st.text())
def test_the_words_kept_make_both_texts(before, after):
    pieces = word_difference(before, after)

    assert "".join(one.text for one in pieces if one.kind != "inserted") == before
    assert "".join(one.text for one in pieces if one.kind != "deleted") == after
    assert all(piece.text for piece in pieces)


@settings(deadline=None)
@given(st.text())
def test_a_text_does_not_differ_from_itself(text):
    assert word_difference(text, text) == ((Piece("same", text),) if text else ())
    assert "".join(words(text)) == text


# In time


def prose(length, word="word{}"):
    return " ".join(word.format(number * 7919 % 1009) for number in range(length // 7))


def hostile():
    yield "bullets", "- a\n" * 25_000, "- b\n- a\n" * 12_500
    yield "repeats", "a b " * 25_000, "b a a " * 16_000
    yield "one passage", prose(100_000), prose(100_000, "{}word")
    yield "shuffled", prose(100_000), " ".join(sorted(prose(100_000).split()))
    yield (
        "paragraphs",
        prose(100_000).replace("9 ", "9.\n\n"),
        prose(98_000).replace("8 ", "8\n\n"),
    )
    yield "single letters", "ab" * 50_000, "ba" * 50_000
    yield "signs", ".," * 50_000, ",;." * 33_000
    yield (
        "numbers",
        " ".join(map(str, range(17_000))),
        " ".join(map(str, range(17_000, 0, -1))),
    )
    yield "edited", prose(100_000), prose(100_000).replace("word5", "term5")


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param(before, after, id=name) for name, before, after in hostile()],
)
def test_a_hundred_thousand_hostile_characters_come_out_as_they_went_in(before, after):
    found = difference(before, after)

    assert accept(before, found, set(range(len(found)))) == after
