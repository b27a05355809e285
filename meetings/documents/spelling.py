"""The same words, spelled as they were before they travelled.

A file in Word knows no light markup: what comes back has curly quotation marks, other
signs for bold, escapes, other empty lines. None of that is a change that anybody made.
"""

from dataclasses import replace
from itertools import takewhile

from meetings.statements.difference import Passage, accept, difference
from meetings.statements.matching import Matcher
from meetings.statements.passages import Chunk, chunks
from meetings.statements.words import words

from .lighten import canonical

_FOLDED = str.maketrans("‘’“”\xa0", "''\"\" ")
_EMPHASIS = "*_`"


def spelled_like(before: str, text: str) -> str:
    """Return ``text`` with all that prints the same written as in ``before``."""
    begins = before[: len(before) - len(before.lstrip("\n"))]
    text = begins + text.lstrip("\n") if text.strip() else text
    found = difference(before, _with_passages(before, text))
    row = [_respelled(passage) for passage in found]
    every = range(len(row))
    spelled = accept(before, [_spaced(row, place) for place in every], every)
    if canonical(spelled) == canonical(text):
        return spelled
    return accept(before, row, every)


def _spaced(row: list[Passage], place: int) -> Passage:
    """Leave the same lines empty as before, between what both texts have."""
    here = row[place : place + 2]
    if any(passage.kind in {"added", "removed"} for passage in here):
        return row[place]
    return replace(row[place], gaps=(row[place].gaps[0],) * 2)


def _with_passages(before: str, text: str) -> str:
    """Write as before the passages that print the same."""
    old, new = chunks(before), chunks(text)
    for i, j in Matcher().pairs(list(map(_key, old)), list(map(_key, new))):
        new[j] = new[j]._replace(text=old[i].text)
    return "".join(chunk.text + chunk.gap for chunk in new)


def _key(chunk: Chunk) -> str:
    """Return what two passages share that print the same at the same level of a list."""
    indent = sum(1 for _ in takewhile(str.isspace, chunk.text)) // 2
    return f"{indent} {canonical(chunk.text)}"


def _respelled(passage: Passage) -> Passage:
    """Write as before, word by word, what differs in its spelling alone."""
    if passage.kind != "changed":
        return passage
    after = passage.after
    old, new = words(passage.before), list(words(after))
    pairs = Matcher().pairs(list(map(_folded, old)), list(map(_folded, new)))
    for i, j in pairs:
        new[j] = old[i]
    spelled = "".join(new)
    if canonical(spelled) == canonical(after):
        after = spelled
    kind = "same" if after == passage.before else "changed"
    return replace(passage, kind=kind, after=after)


def _folded(word: str) -> str:
    word = word.translate(_FOLDED)
    if word.strip("_") == "":
        return "*" * len(word)
    if len(word) == 2 and word[0] == "\\" and word[1] not in _EMPHASIS:
        return word[1]
    return word
