"""Text as people mean it: without what spreadsheets and word processors leave in it."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NOT_WORD = re.compile(r"[^\w]+|_+")
FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n")


def tidy(text: str) -> str:
    """Return ``text`` composed, on one line, without marks that nobody sees."""
    text = unicodedata.normalize("NFC", text)
    # The surrogates that a broken file decodes to have no place in a database.
    text = text.encode("utf-8", "ignore").decode()
    return " ".join(CONTROL.sub(" ", INVISIBLE.sub("", text)).split())


@lru_cache(4096)  # a list says the same again and again
def fold(text: str) -> str:
    """Return the words of ``text`` to compare: no case, accents or punctuation."""
    text = text.replace("&", " and ")
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in decomposed if not unicodedata.combining(each))
    return NOT_WORD.sub(" ", text.casefold()).strip()


def squeeze(text: str) -> str:
    """Return what ``fold`` does without the spaces: VIET NAM and Vietnam are alike."""
    return fold(text).removeprefix("the ").replace(" ", "")


def neutral(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula.

    An apostrophe goes in front, as one types it there oneself. ``literal`` takes it away.
    """
    text = CONTROL.sub("", text)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_START) else text


def literal(text: str) -> str:
    """Return the text that ``neutral`` was given."""
    if text.startswith("'") and text.lstrip("'").startswith(FORMULA_START):
        return text[1:]
    return text
