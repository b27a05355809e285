"""Arrays for WeasyPrint without a parsed type for each length."""

import pytest
from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi

from meetings.documents.pdf import arrays


@pytest.fixture
def parsed(monkeypatch):
    """The names of types that cffi has to parse, in turn."""
    names, parse = [], ffi._parser.parse_type

    def noting(name):
        names.append(name)
        return parse(name)

    monkeypatch.setattr(ffi._parser, "parse_type", noting)
    return names


def test_weasyprint_takes_what_is_put_in_its_place(monkeypatch):
    monkeypatch.setattr(fonts, "ffi", fonts.ffi)

    arrays.install()

    assert isinstance(fonts.ffi, arrays.AnyLength)
    assert "ffi" in fonts.Font.subset.__globals__
    assert fonts.ffi.NULL == ffi.NULL


def test_arrays_hold_what_they_are_filled_with():
    made = arrays.AnyLength().new("hb_codepoint_t[5]", (3, 1, 4, 1, 5))

    assert list(made) == [3, 1, 4, 1, 5]
    assert ffi.sizeof(made) == ffi.sizeof("hb_codepoint_t[5]")


def test_a_type_is_parsed_once_for_all_lengths(parsed):
    types = arrays.AnyLength()
    types.new("hb_codepoint_t[1]", [1])
    parsed.clear()

    for length in range(2_000, 2_050):
        types.new(f"hb_codepoint_t[{length}]", [1] * length)

    assert parsed == []


@pytest.mark.parametrize("kind", ["unsigned int *", "char[4]", "hb_tag_t[100]"])
def test_what_is_not_filled_is_as_long_as_it_says(kind):
    assert ffi.typeof(arrays.AnyLength().new(kind)) is ffi.typeof(kind)
