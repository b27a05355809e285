"""Whatever is pasted or chosen is read without harm, or refused in a plain sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.documents.extract import ExtractError, text_of
from meetings.statements.read import read
from meetings.statements.reading.plain import plain

from .malformed import FILES, MIXED, TEXTS
from .vocabulary import shipped


def reads_cleanly(text):
    """Whether a text is read, and every word of the proposal stands in it."""
    proposal = read(text, shipped())
    told = plain(proposal)
    rows = [*proposal.attendance, *proposal.co_chairs, *proposal.counts]
    quotes = [row.quote for row in [*rows, *proposal.doubts, *proposal.unknown]]
    assert all(text[row.start : row.end] == row.words for row in quotes)
    return isinstance(told["attendance"], list)


@pytest.mark.parametrize("name", TEXTS)
def test_an_odd_text_is_read_without_harm(name):
    assert reads_cleanly(TEXTS[name])


def test_there_are_a_hundred_of_them():
    assert len(TEXTS) + len(FILES) + len(MIXED) > 100


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_text_is_refused_in_a_sentence(name):
    with pytest.raises(ExtractError) as refused:
        text_of(FILES[name], name)

    assert str(refused.value).endswith(".")
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize("name", MIXED)
def test_a_text_in_any_encoding_is_read(name):
    assert reads_cleanly(text_of(MIXED[name], name))


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_text_or_are_refused(content):
    if content.lstrip()[:4] in {b"PK\x03\x04", b"%PDF"}:
        return  # opened in a child process, slowly: among the files above
    try:
        text = text_of(content, "any.txt")
    except ExtractError as refused:
        text = str(refused)
    assert reads_cleanly(text)
