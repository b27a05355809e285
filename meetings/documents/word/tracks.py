"""What Word noted beside a text: tracked changes and comments."""

from collections.abc import Collection, Iterator

from lxml import etree

from .answers import Change, Comment

MAX_QUOTE = 300
MAX_NOTED = 2000
_INSERTED, _DELETED = ("{*}ins", "{*}moveTo"), ("{*}del", "{*}moveFrom")
_ASIDE = {"bookmarkStart", "bookmarkEnd", "proofErr"} | {
    "commentRangeStart",
    "commentRangeEnd",
}


def changes(body, heads: Collection[str] = ()) -> tuple[list[Change], int]:
    """Return the tracked changes of the text, and how many were made in its head.

    ``heads`` are the ids of the styles of the head's paragraphs.
    """
    noted: list[Change] = []
    in_head, last = 0, None
    for element in body.iter(*_INSERTED, *_DELETED):
        change = _change(element)
        if not change.text.strip() or _is_within(element, *_INSERTED):
            continue
        if style(paragraph(element)) in heads:
            in_head += 1
            continue
        if noted and last is _before(element) and _alike(noted[-1], change):
            change = Change(change.kind, change.author, noted.pop().text + change.text)
        noted.append(change)
        last = element
    return noted[:MAX_NOTED], in_head


def refuse_changes(body) -> None:
    """Undo every tracked change in ``body``."""
    inserted, deleted = list(body.iter(*_INSERTED)), list(body.iter(*_DELETED))
    for element in deleted:
        if _is_mark(element):
            _remove(element)
            continue
        for text in element.iter("{*}delText"):
            _rename(text, "t")
        _rename(element, "ins")
    for element in inserted:
        if _is_mark(element):
            _rename(element, "del")  # its paragraph becomes one with the next
        else:
            _remove(element)


def mend_ends(body) -> None:
    """Keep a paragraph that is to become one with the next where none comes."""
    for element in list(body.iter("{*}del")):
        own = paragraph(element)
        if _is_mark(element) and own is not None and name(own.getnext()) != "p":
            _remove(element)


def comments(body, part) -> list[Comment]:
    """Return the comments in the order of the words they are about."""
    quotes = _quotes(body)
    found = {}
    for remark in part.iter("{*}comment"):
        number = attribute(remark, "id")
        text = "\n".join(filter(None, (spoken(one) for one in remark.iter("{*}p"))))
        quote = " ".join(quotes.get(number, "").split())
        found[number] = Comment(attribute(remark, "author"), text, _short(quote))
    order = [number for number in quotes if number in found]
    rest = [number for number in found if number not in quotes]
    return [found[number] for number in (*order, *rest)][:MAX_NOTED]


def spoken(element) -> str:
    """Return the words of an element as they read with all changes made."""
    return "".join(
        " " if name(one) in {"tab", "br"} else one.text or ""
        for one in element.iter("{*}t", "{*}tab", "{*}br")
        if not _is_within(one, *_DELETED)
    ).strip()


def paragraph(element):
    """Return the paragraph that an element is in, None if it is in none."""
    return next(element.iterancestors("{*}p"), None)


def style(element) -> str:
    """Return the id of a paragraph's style, "" for that of plain text."""
    found = None if element is None else element.find("{*}pPr/{*}pStyle")
    return "" if found is None else attribute(found, "val")


def attribute(element, key: str) -> str:
    """Return an attribute of whichever of Word's two namespaces, "" without one."""
    return next(
        (value for one, value in element.items() if etree.QName(one).localname == key),
        "",
    )


def name(element) -> str:
    """Return an element's name without its namespace."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return etree.QName(element).localname


def _change(element) -> Change:
    inserted = name(element) in {"ins", "moveTo"}
    tags = ("{*}t",) if inserted else ("{*}t", "{*}delText")
    text = "".join(one.text or "" for one in element.iter(*tags))
    kind = "insertion" if inserted else "deletion"
    return Change(kind, attribute(element, "author"), text)


def _alike(one: Change, other: Change) -> bool:
    return (one.kind, one.author) == (other.kind, other.author)


def _before(element):
    """Return the neighbour before, past what is no text."""
    before = element.getprevious()
    while before is not None and name(before) in _ASIDE:
        before = before.getprevious()
    return before


def _quotes(body) -> dict[str, str]:
    """Return the words that each comment is about, by its number, in their order."""
    quotes: dict[str, str] = {}
    open_ones: set[str] = set()
    for element in body.iter():
        match name(element):
            case "commentRangeStart":
                number = attribute(element, "id")
                quotes.setdefault(number, "")
                open_ones.add(number)
            case "commentRangeEnd":
                open_ones.discard(attribute(element, "id"))
            case "commentReference":
                quotes.setdefault(attribute(element, "id"), "")
            case "p" | "br" | "tab" if open_ones:
                _extend(quotes, open_ones, " ")
            case "t" if open_ones and not _is_within(element, *_DELETED):
                _extend(quotes, open_ones, element.text or "")
    return quotes


def _extend(quotes: dict[str, str], numbers: set[str], text: str) -> None:
    for number in numbers:
        if len(quotes[number]) <= MAX_QUOTE:
            quotes[number] += text


def _short(text: str) -> str:
    return text if len(text) <= MAX_QUOTE else f"{text[: MAX_QUOTE - 1].rstrip()}…"


def _is_within(element, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_mark(element) -> bool:
    """Whether it notes that a paragraph's end or a row is new or gone, not words."""
    return name(element.getparent()) in {"rPr", "trPr", "numPr"}


def _rename(element, to: str) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}{to}"


def _remove(element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def margins_changed(roots) -> Iterator[bool]:
    """Yield for each header and footer whether changes were tracked in it."""
    for root in roots:
        yield next(root.iter(*_INSERTED, *_DELETED), None) is not None
