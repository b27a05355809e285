"""Lines as people type them: who spoke, or what was agreed, one a line. Pure."""

import re
from collections.abc import Iterator, Mapping

BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦]|\(?\d{1,3}[.)](?=\s)|\d{1,3}\t)\s*")
_NAMED = re.compile(r"^(?P<person>[^,(]+)(?:,\s*|\s*\()(?P<party>[^()]+)\)?$")


def lines(text: str) -> Iterator[str]:
    """Yield the lines that say something, without their bullets."""
    for line in text.splitlines():
        told = " ".join(BULLET.sub("", line, count=1).split())
        if told:
            yield told


def outcomes(text: str, kind: str, kinds: Mapping[str, str]) -> list[dict[str, str]]:
    """Return an outcome a line: of ``kind``, unless the line begins with its own.

    ``kinds`` are the words of all kinds by their value: "Noted: the report".
    """
    by_words = {words.casefold(): value for value, words in kinds.items()}
    found = []
    for line in lines(text):
        first, colon, rest = line.partition(":")
        own = by_words.get(first.strip().casefold()) if colon else None
        found.append({"kind": own or kind, "text": rest.strip() if own else line})
    return found


def named(line: str) -> tuple[str, str] | None:
    """Return person and party of "Jane Doe (Australia)" or "Jane Doe, Australia"."""
    match = _NAMED.match(line)
    return match and (match["person"].strip(), match["party"].strip())
