"""A statement as a Word document: for ministries, who answer in the same file."""

import io
import re
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from meetings.documents import markup
from meetings.documents.html import stamp
from meetings.facts import StatementFacts
from meetings.statements.annexed import Section
from meetings.statements.compose import Draft

from .annexes import write_annexes
from .stamp import Stamp, stamped
from .styles import style_id
from .template import CLEARED, REFERENCE, TEMPLATE, TITLE, packed

AUTHOR = "The Bali Process"
SUBJECT = "on People Smuggling, Trafficking in Persons and Related Transnational Crime"
_NOTES = {
    "Draft": (
        "DRAFT – not for publication.",
        "The co-chairs have not cleared this text.",
    ),
    "Cleared": ("Not yet published.", "The co-chairs have cleared this text."),
}
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}
_DEEPEST = 8


def statement_docx(  # noqa: PLR0913 all but three are named
    facts: StatementFacts,
    draft: Draft,
    text: str,
    *,
    ref: str,
    annexes: Iterable[Section] = (),
    cleared: bool = False,
) -> bytes:
    """Return the statement with ``text`` in light markup, as its HTML and PDF have it.

    Until it is published every page says whether it is ``cleared``, and Word tracks what
    is changed in it. The annexes are not read back: they follow from the record. The same
    arguments give the same bytes: the record's day is the only moment in the file.
    """
    document = Document(str(TEMPLATE))
    state = _state(facts, cleared=cleared)
    _describe(document, facts, draft, ref, state)
    _fill_margins(document, f"{draft.title}, {draft.dateline}", ref)
    _mark(document, state)
    if not facts.published:
        _track_changes(document)
    _write_head(document, draft, ref, state)
    _Text(document).write(markup.tokens(text))
    write_annexes(document, annexes, _printable)
    return _repacked(document, Stamp(facts.slug, _printable(ref)))


def _state(facts: StatementFacts, *, cleared: bool) -> str:
    """Return the state as the file's properties name it."""
    if facts.published:
        return "Published"
    return "Cleared" if cleared else "Draft"


def _describe(
    document: WordDocument, facts: StatementFacts, draft: Draft, ref: str, state: str
) -> None:
    about = document.core_properties
    about.author = about.last_modified_by = AUTHOR
    about.title = _printable(f"{draft.title}: {draft.subtitle}")[:255]
    about.identifier, about.version = facts.slug, ref
    about.content_status = state
    about.language, about.revision = "en-GB", 1
    about.created = about.modified = stamp(facts.meetings).replace(tzinfo=None)


def _fill_margins(document: WordDocument, title: str, ref: str) -> None:
    told = {TITLE: _printable(title), REFERENCE: _printable(ref)}
    for margin in _margins(document):
        for run in margin.paragraphs[0].runs:
            if run.text in told:  # not of fields: setting theirs would end them
                run.text = told[run.text]


def _margins(document: WordDocument):
    page = document.sections[0]
    return (
        page.header,
        page.first_page_header,
        page.footer,
        page.first_page_footer,
    )


def _mark(document: WordDocument, state: str) -> None:
    """Let the margins say the state, where the template says that of a draft."""
    if state == "Draft":
        return
    for margin in _margins(document):
        for run in margin.paragraphs[0].runs:
            if run.style.name == "Draft Mark" and state == "Cleared":
                run.text = CLEARED
            elif (
                run.style.name == "Draft Mark" or run._r.find(qn("w:pict")) is not None
            ):
                run._r.getparent().remove(run._r)


def _track_changes(document: WordDocument) -> None:
    """Let Word note who changes what, without anybody having to think of it."""
    settings = document.settings.element
    settings.find(qn("w:defaultTabStop")).addprevious(OxmlElement("w:trackRevisions"))


def _write_head(document: WordDocument, draft: Draft, ref: str, state: str) -> None:
    lines = [
        ("Statement Forum", AUTHOR),
        ("Statement Forum Subject", SUBJECT),
        ("Title", draft.title),
        ("Subtitle", draft.subtitle),
        ("Statement Details", " and ".join(draft.bodies)),
        ("Statement Details", draft.dateline),
        ("Statement Reference", ref),
    ]
    for style, line in lines:
        if line:
            document.add_paragraph(_printable(line), style)
    if state in _NOTES:
        note = document.add_paragraph("", "Draft Note")
        lead, rest = _NOTES[state]
        note.add_run(lead).bold = True
        note.add_run(f" {rest}")


class _Text:
    """Writes the tokens of light markup to the end of a document."""

    def __init__(self, document: WordDocument):
        self._document = document
        self._style = "Normal"
        self._lists: list[tuple[str, int]] = []  # style and numbering, outermost first
        self._items: list[Paragraph | None] = []
        self._last: Paragraph | None = None

    def write(self, tokens: list[Token]) -> None:
        for token in tokens:
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if kind in _LISTS:
                self._turn_list(kind, opens=token.nesting == 1)
            elif token.type == "list_item_open":
                self._items.append(None)
            elif token.type == "list_item_close":
                self._items.pop()
            elif token.type == "heading_open":
                self._style = f"Heading {token.tag[1]}"
            elif token.type == "paragraph_open":
                self._style = "Normal"
            elif token.type == "inline":
                self._write_block(token.children or [])

    def _turn_list(self, kind: str, *, opens: bool) -> None:
        if opens:
            self._lists.append((_LISTS[kind], self._numbering(kind)))
            return
        self._lists.pop()
        if not self._lists and self._last is not None:
            self._last.paragraph_format.space_after = Pt(9)  # as after a paragraph

    def _numbering(self, kind: str) -> int:
        """Return the numbering of a list; every numbered one begins at 1 again."""
        if kind == "bullet_list":
            return 1
        numbering = self._document.part.numbering_part.element
        number = numbering.add_num(2)
        number.add_lvlOverride(ilvl=self._level()).add_startOverride(1)
        return number.numId

    def _level(self) -> int:
        return min(max(len(self._lists) - 1, 0), _DEEPEST)

    def _write_block(self, children: list[Token]) -> None:
        if not self._items:
            self._last = self._add(self._style)
        elif self._items[-1] is None:
            self._items[-1] = self._last = self._item(self._lists[-1][1])
        elif self._items[-1] is not self._last:  # goes on behind a list within it
            self._items[-1] = self._last = self._item(0)
            children = children[1:]
        _write_inline(self._last, children)

    def _add(self, style: str) -> Paragraph:
        """Append a paragraph; its style by its id, as python-docx searches for names."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = style_id(style)
        return paragraph

    def _item(self, numbering: int) -> Paragraph:
        level = self._level()
        name = self._lists[-1][0] + ("", " 2", " 3")[min(level, 2)]
        item = self._add(name)
        properties = item._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = numbering
        return item


def _write_inline(paragraph: Paragraph, tokens: list[Token]) -> None:
    bold = italic = 0
    link = None
    for token in tokens:
        bold += token.nesting if token.tag == "strong" else 0
        italic += token.nesting if token.tag == "em" else 0
        if token.type == "link_open":
            link = _link(paragraph, str(token.attrs["href"]))
        elif token.type == "link_close":
            link = None
        if token.nesting or not (token.content or token.type.endswith("break")):
            continue
        run = paragraph.add_run("" if token.type == "hardbreak" else _words(token))
        run.bold, run.italic = bold > 0 or None, italic > 0 or None
        if token.type == "hardbreak":
            run.add_break()
        if link is not None:
            run.style = "Hyperlink"
            link.append(run._r)


def _words(token: Token) -> str:
    return " " if token.type == "softbreak" else _printable(token.content)


def _link(paragraph: Paragraph, address: str):
    """Return an empty link at the end of the paragraph."""
    kind = RELATIONSHIP_TYPE.HYPERLINK
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"),
        paragraph.part.relate_to(_printable(address), kind, is_external=True),
    )
    paragraph._p.append(link)
    return link


def _printable(text: str) -> str:
    """Return text without the control characters that no XML may hold."""
    return _NOT_XML.sub("", text).replace("\t", " ")


def _repacked(document: WordDocument, stamp: Stamp) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed(stamped(parts, stamp))
