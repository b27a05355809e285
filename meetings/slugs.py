"""Names in addresses, of whatever is called in any Latin script."""

from django.utils.text import slugify

# These have no letter under their accent, and slugify leaves them out: "Đặng" was "ang".
_LETTERS = {
    "Đ": "D",
    "đ": "d",
    "Ð": "D",
    "ð": "d",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Æ": "Ae",
    "æ": "ae",
    "Œ": "Oe",
    "œ": "oe",
    "Þ": "Th",
    "þ": "th",
    "ß": "ss",
    "ı": "i",  # noqa: RUF001
}
_PLAIN = str.maketrans(_LETTERS)


def slug_of(words: str) -> str:
    """Return ``words`` as they may stand in an address; "" if no letter is left."""
    return slugify(words.translate(_PLAIN))
