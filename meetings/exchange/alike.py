"""Names that a name nobody knows may stand for: suggestions, never answers. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from .text import fold

IDLE = frozenset(("of", "the", "and", "for", "on", "in", "to", "republic", "kingdom"))
FEW = 3
LONG = 4
"""Letters of a word that may tell a name by itself."""


def alike(text: str, names: Iterable[str]) -> list[str]:
    """Return the ``names`` of which ``text`` is the initials, or shares a rare word.

    "PNG" is Papua New Guinea; "South Korea" has a word of two names.
    """
    names = list(names)
    letters = fold(text).replace(" ", "")
    found = [name for name in names if letters == _initials(name)]
    if len(letters) > 1 and found:
        return found[:FEW]
    having = defaultdict(list)
    for name in names:
        for word in _words(name):
            having[word].append(name)
    rare = [
        having[word] for word in _words(text) if len(word) >= LONG and word in having
    ]
    return list(
        dict.fromkeys(name for each in rare if len(each) <= FEW for name in each)
    )


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in IDLE]


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name))
