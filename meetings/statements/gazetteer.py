"""Finds spellings in a text, however they are wrapped and typeset.

A gazetteer is a trie of words: one walk over the text finds the longest name at each
place. What it leaves alone matters as much as what it finds: "who" is not the WHO,
"meta-analysis" not Meta, and "Australian" is no delegation.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(
    # "U.S.A." is one word, and so is "People's"; soft hyphens and accents apart from
    # their letters hide inside words.
    r"(?:[A-Z]\.){2,6}[A-Z]?|&|[^\W_][^\W_]*"
    r"(?:[\u0300-\u036f]+[^\W_]*|[\u00ad\u200b-\u200d\u2060'\u2018\u2019`\u00b4\u02bc][^\W_]+)*"
)
_MISREAD = re.compile(r"^l(?=[A-Zbdnrst])")
_LAST = frozenset("sS0123456789")
_ENDING = re.compile(
    # A possessive, or the number of a footnote.
    r"(?<=\w)['\u2018\u2019`\u00b4\u02bc][sS]$|(?<=[A-Za-z]{4})\d{1,2}$"
)
_BETWEEN = re.compile(
    # A space, a line's end, or a hyphen, also at a line's end; a comma, bracket or
    # apostrophe of a name. Never an empty line, which parts two items.
    r"[ \t\u00a0\u202f]*(?:[-\u2010\u2011,()/'\u2019])?[ \t\u00a0\u202f]*(?:\r?\n[ \t]*)?"
)
_HYPHENS = "-\u2010\u2011"
_AFTER_HYPHEN = re.compile(
    r"[-\u2010\u2011](?=(?:led|hosted|chaired|funded|supported|organi[sz]ed|run|based)\b)"
)
_SMALL = frozenset(
    [
        "a",
        "against",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)
_GENERIC = frozenset(
    [
        "working group",
        "task force",
        "taskforce",
        "experts group",
        "expert group",
        "secretariat",
        "technical experts group",
        "liaison officer network",
    ]
)
"""Short forms that mean another body in another text."""

_SAME = {
    "organisation": "organization",
    "organisations": "organizations",
    "organised": "organized",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
    "&": "and",
}


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A spelling in a text and all that it may mean, the likeliest rank only."""

    start: int
    end: int
    values: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str
    """Folded, without accents and apostrophes, in one of two spellings."""
    stem: str
    """``plain`` without possessive or footnote, "" where there is none."""
    stem_end: int
    printed: str


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, "_Node[T]"] = field(default_factory=dict)
    names: list["_Name[T]"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Name(Generic[T]):
    rank: int
    cases: tuple[str, ...]
    """What each word's letters must be: "exact", "capital" or "any"."""
    printed: tuple[str, ...]
    closes: bool
    """Whether the name ends with a bracket."""
    value: T


class Gazetteer(Generic[T]):
    """Spellings and what they stand for. A lower rank wins over a higher one."""

    def __init__(self, spellings: Iterable[tuple[str, int, T]]) -> None:
        self._root: _Node[T] = _Node()
        for spelling, rank, value in spellings:
            self.add(spelling, rank, value)

    def add(self, spelling: str, rank: int, value: T) -> None:
        # "Red Cross" and "the Red Cross", inside a name, are the same.
        words = [word for word in words_of(spelling) if word.plain != "the"]
        if not words or " ".join(word.plain for word in words) in _GENERIC:
            return
        node = self._root
        for word in words:
            node = node.next.setdefault(word.plain, _Node())
        node.names.append(
            _Name(
                rank,
                tuple(_case(word.printed, spelling) for word in words),
                tuple(word.printed for word in words),
                spelling.rstrip().endswith(")"),
                value,
            )
        )

    def find(self, text: str) -> Iterator[Found[T]]:
        """Yield the names in ``text``, in order, the longest at each place."""
        words = words_of(text)
        place = 0
        first = self._root.next
        while place < len(words):
            if words[place].plain not in first and words[place].stem not in first:
                place += 1
                continue
            found, used = self._longest(text, words, place)
            if found:
                yield found
            place += max(used, 1)

    def _longest(
        self, text: str, words: tuple[_Word, ...], place: int
    ) -> tuple[Found[T] | None, int]:
        node, best, used = self._root, None, 0
        if _joined_before(text, words[place].start):
            return None, 0
        read: list[_Word] = []
        for step in range(place, len(words)):
            word = words[step]
            if step > place and not _adjoin(text, words[step - 1].end, word.start):
                break
            if word.plain == "the" and read:
                continue
            read.append(word)
            held = _held(node.next.get(word.stem), read) if word.stem else []
            if held:
                best = Found(words[place].start, word.stem_end, _values(held))
                used = step + 1 - place
            following = node.next.get(word.plain)
            if following is None:
                break
            node = following
            held = _held(node, read)
            if held and not _joined_after(text, word.end):
                end = _closed(text, word.end) if held[0].closes else word.end
                best = Found(words[place].start, end, _values(held))
                used = step + 1 - place
        return best, used


@lru_cache(maxsize=8)  # one text is read for parties, for bodies and for officials
def words_of(text: str) -> tuple[_Word, ...]:
    return tuple(_word(found) for found in _WORD.finditer(text))


def _word(found: re.Match[str]) -> _Word:
    # No English word begins so: a scanner read a capital I as a small l ("lOM").
    printed = found[0]
    if printed[0] == "l":
        printed = _MISREAD.sub("I", printed)
    ending = _ENDING.search(printed) if printed[-1] in _LAST else None
    return _Word(
        found.start(),
        found.end(),
        _plain(printed),
        _plain(printed[: ending.start()]) if ending else "",
        found.start() + ending.start() if ending else found.end(),
        printed,
    )


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(sign for sign in decomposed if sign.isalnum() or sign == "&")
    folded = letters.casefold()
    return _SAME.get(folded, folded)


def _case(word: str, name: str) -> str:
    short = re.sub(r"[^\w]", "", word)
    if short.isupper() and len(short) <= 6 and not re.search(r"\s", name.strip()):
        return "exact"
    if word[:1].isupper() and word.lower() not in _SMALL:
        return "capital"
    return "any"


def _held(node: _Node[T] | None, read: list[_Word]) -> list[_Name[T]]:
    """Return the names that end here with these letters, of the best rank only."""
    if node is None or not node.names:
        return []
    fitting = [name for name in node.names if _fits(name, read)]
    best = min((name.rank for name in fitting), default=0)
    return [name for name in fitting if name.rank == best]


def _fits(name: _Name[T], read: list[_Word]) -> bool:
    for case, printed, word in zip(name.cases, name.printed, read, strict=True):
        if case == "exact" and not _same_letters(printed, word):
            return False
        if case == "capital" and not word.printed[:1].isupper():
            return False
    return True


def _same_letters(printed: str, word: _Word) -> bool:
    stop = word.stem_end - word.start
    return _letters(printed) in {_letters(word.printed), _letters(word.printed[:stop])}


@lru_cache(maxsize=8192)
def _letters(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if sign.isalnum())


def _values(names: list[_Name[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(name.value for name in names))


def _adjoin(text: str, end: int, start: int) -> bool:
    between = _BETWEEN.match(text, end, start)
    return start > end and between is not None and between.end() == start


def _joined_before(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum()


def _joined_after(text: str, end: int) -> bool:
    if text[end : end + 1] == "$":  # "US$ 3 million"
        return True
    if text[end : end + 1] not in _HYPHENS or not text[end + 1 : end + 2].isalnum():
        return False
    return not _AFTER_HYPHEN.match(text, end)


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end
