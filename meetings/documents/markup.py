"""Light markup (headings, paragraphs, bullets, bold, italic, links) to HTML.

A small part of CommonMark, and nothing else of it: what a person types can neither be
HTML nor a structure that the PDF's accessibility rules forbid.
"""

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_ALLOWED = {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "br"}
_LINKS = ("https://", "http://", "mailto:")


def html(text: str) -> str:
    """Return ``text`` as HTML whose headings begin at h2.

    Never raises: what is not of the light markup is printed as it was typed.
    """
    rendered = _parser.renderer.render(tokens(text), _parser.options, {})
    return nh3.clean(rendered, tags=_ALLOWED, attributes={"a": {"href"}}, link_rel=None)


def tokens(text: str) -> list[Token]:
    """Return ``text`` as the parser's tokens, fit for every kind of document.

    List items hold no paragraphs (theirs are hidden) and links no markup, as PDF/UA
    demands; headings are h2 and h3. Never raises.
    """
    parsed = _parser.parse(text)
    _fit_headings(parsed)
    _flatten_items(parsed)
    for token in parsed:
        if token.children:
            token.children = _plain_links(token.children)
    return parsed


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"typographer": True, "maxNesting": 12})
    parser.enable(
        ["heading", "list", "emphasis", "link", "escape", "newline", "smartquotes"]
    )
    parser.validateLink = lambda address: address.lower().startswith(_LINKS)
    return parser


_parser = _make_parser()


def _fit_headings(tokens: list[Token]) -> None:
    """Make every heading an h2 or, below one, an h3: h1 is the document's title."""
    begun = False
    for token in tokens:
        if token.type == "heading_open":
            token.tag = "h3" if begun and token.tag not in {"h1", "h2"} else "h2"
            begun, level = True, token.tag
        elif token.type == "heading_close":
            token.tag = level


def _flatten_items(tokens: list[Token]) -> None:
    """Hide the paragraphs of list items; a second one continues on a new line."""
    depth, seen = 0, []
    for token in tokens:
        if token.type == "list_item_open":
            depth, seen = depth + 1, [*seen, 0]
        elif token.type == "list_item_close":
            depth, seen = depth - 1, seen[:-1]
        elif depth and token.type.startswith(("paragraph_", "heading_")):
            token.hidden = True
        elif depth and token.type == "inline":
            if seen[-1] and token.children:
                token.children.insert(0, Token("hardbreak", "br", 0))
            seen[-1] += 1


def _plain_links(tokens: list[Token]) -> list[Token]:
    inside, kept = False, []
    for token in tokens:
        if token.type in {"link_open", "link_close"}:
            inside = token.type == "link_open"
        elif inside and token.type in {
            "strong_open",
            "strong_close",
            "em_open",
            "em_close",
        }:
            continue
        kept.append(token)
    return kept
