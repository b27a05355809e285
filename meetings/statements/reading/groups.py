"""Counted and labelled groups, as a list is made of them."""

import re
from dataclasses import dataclass, field

from . import figures
from .items import Item

_NOUN = (
    r"(?:members?|participants?|countr(?:y|ies)|states?|organi[sz]ations?|observers?"
    r"|representatives?|delegates|delegations|agenc(?:y|ies)|officials|officers|ministers"
    r"|work\s?streams?|entities|economies|parties|governments|attendees|persons|people"
    r"|practitioners|experts|bodies|institutions?|compan(?:y|ies)|for(?:ums?|a))"
)
_WORD = rf"(?!{figures.NUMBER})[\w\u2019'-]+"
COUNT = re.compile(
    rf"(?P<number>{figures.NUMBER})(?:\s+(?:out\s+)?of\s+(?:the\s+)?{figures.NUMBER})?\s+(?P<label>(?:{_WORD}\s+){{0,6}}?{_NOUN}(?!\w)"
    rf"(?:\s+{_NOUN}(?!\w))*"
    rf"(?:\s+(?:and|or)\s+(?:{_WORD}\s+){{0,3}}?{_NOUN}(?!\w))*(?:\s+as\s+observers?)?)",
    re.IGNORECASE,
)
NUMBER = re.compile(figures.NUMBER)
NO_NAME = re.compile(
    r"(?:annex|attachment|appendix|see|list|including|as|at|in)(?!\w)", re.IGNORECASE
)
IN_OFFICE = re.compile(
    r"(?:representative|commissioner|minister|ministry|department|secretary|ambassador|envoy|director|coordinator)"
    r"\s+(?:for|of|on)\s+(?-i:[A-Z][\w-]*\s*)+$",
    re.IGNORECASE,
)
"""Words after which "and" parts no names: "Minister for Immigration and Citizenship"."""


@dataclass(slots=True)
class Group:
    """Items under one label; ``says`` is the figure printed before it."""

    label: str = ""
    start: int = 0
    end: int = 0
    says: int | None = None
    items: list[Item] = field(default_factory=list)
    bracketed: bool = False
    partial: bool = False
    """Whether the words tell that the list is not whole ("including", "and others")."""
    after_counted: bool = False
    as_observers: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A counted or labelled group, found before the list is split at its commas."""

    start: int
    end: int
    says: int | None
    label: str
    inner: tuple[int, int] | None
