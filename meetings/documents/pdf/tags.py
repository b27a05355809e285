"""Make the tag tree say what the page says, where WeasyPrint 70 does not.

Validators pass its output, but a screen reader would meet a table once per page, a
header cell that heads nothing and running text that belongs nowhere. Three things
are mended: pieces of one HTML element become one structure element again, header
cells get a scope, and page margins and repeated table headers become artifacts.

Private names are patched, so WeasyPrint is pinned and tests look at the result.
"""

from collections.abc import Iterator

import pydyf
from weasyprint import draw
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

_draw = draw.draw_stacking_context
_build = tags._build_box_tree

FAR = ("/L", "/LI", "/TBody")

# By structure element: the element itself (so that its id stays taken) and the HTML
# element it was made for. One document per process, see forget().
_source: dict[int, tuple[pydyf.Dictionary, object]] = {}
_seen_groups: set[int] = set()
_repeats: set[tuple[int, int]] = set()  # page number, marked content


def install() -> None:
    """Patch WeasyPrint; once per process."""
    draw.draw_stacking_context = _draw_stacking_context
    tags._build_box_tree = _build_box_tree


def forget() -> None:
    """Drop what was noted about the previous document."""
    _source.clear()
    _seen_groups.clear()
    _repeats.clear()


def finish(document, pdf: pydyf.PDF) -> None:
    """Mend the finished tag tree; WeasyPrint calls this just before writing."""
    _hide_repeats(pdf)
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    absorbed: dict[bytes, bytes] = {}
    _merge(pdf, pdf.objects[_number(root["K"][0])], absorbed)
    numbers = pdf.objects[_number(root["ParentTree"])]["Nums"]
    for position, entry in enumerate(numbers):
        if isinstance(entry, list):
            entry[:] = [absorbed.get(reference, reference) for reference in entry]
        elif isinstance(entry, bytes):
            numbers[position] = absorbed.get(entry, entry)
    for element, html in _source.values():
        _describe(element, html)


def _draw_stacking_context(stream, context):
    """Draw as before, but page margins as an artifact instead of as stray text."""
    if not isinstance(context.box, boxes.MarginBox) or stream._tags is None:
        return _draw(stream, context)
    kept, stream._tags = stream._tags, None
    pagination = pydyf.Dictionary({"Type": "/Pagination"})
    pydyf.Stream.begin_marked_content(stream, "Artifact", pagination)
    try:
        return _draw(stream, context)
    finally:
        pydyf.Stream.end_marked_content(stream)
        stream._tags = kept


def _build_box_tree(  # noqa: PLR0913, PLR0917 WeasyPrint's own signature
    box, parent, pdf, page, numbers, annotations, marks
) -> Iterator[pydyf.Dictionary]:
    """Build as before, noting which HTML element each structure element is for."""
    box = getattr(box, "_box", box)  # a placeholder of something positioned
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
        if id(box.element) in _seen_groups:
            _note_repeat(box, page, numbers, marks)
            return
        _seen_groups.add(id(box.element))
    for element in _build(box, parent, pdf, page, numbers, annotations, marks):
        if box.element is not None:
            _source.setdefault(id(element), (element, box.element))
        yield element


def _note_repeat(box, page: int, numbers: dict, marks: dict) -> None:
    """Take the content of a repeated table header out of the tag tree."""
    box = getattr(box, "_box", box)
    mark = marks.pop(box, None)
    if mark is not None:
        numbers[mark["mcid"]] = b"null"
        _repeats.add((page, mark["mcid"]))
    if isinstance(box, boxes.TableCellBox):
        box.mark = pydyf.Dictionary()  # the table writes its headers' names there
    for child in getattr(box, "children", ()):
        _note_repeat(child, page, numbers, marks)


def _hide_repeats(pdf: pydyf.PDF) -> None:
    """Mark the repeated table headers in the page streams as artifacts."""
    for page_number, number in enumerate(pdf.pages["Kids"][::3]):
        stream = pdf.objects[_number(pdf.objects[number]["Contents"])].stream
        for index, item in enumerate(stream):
            if not isinstance(item, pydyf.Dictionary) or "MCID" not in item:
                continue
            if (page_number, item["MCID"]) in _repeats:
                stream[index - 1] = "/Artifact"
                stream[index] = pydyf.Dictionary({"Type": "/Pagination"})


def _merge(pdf: pydyf.PDF, parent: pydyf.Dictionary, absorbed: dict) -> None:
    """Join the children of ``parent`` that are pieces of one HTML element.

    A piece goes on with the one just before it; only a list goes on behind the lists
    nested in it. Looking further back for other kinds would move text past what stands
    between.
    """
    kids, elements = pydyf.Array(), []
    begun: dict[tuple, pydyf.Dictionary] = {}
    for kid in parent["K"]:
        element = _element(pdf, kid)
        key = element and _key(element)
        whole = begun.get(key) if key else None
        if whole and (element["S"] in FAR or whole is elements[-1]):
            _absorb(pdf, whole, element, absorbed)
            continue
        kids.append(kid)
        elements.append(element)
        if key:
            begun[key] = element
    parent["K"] = kids
    for element in filter(None, elements):
        _merge(pdf, element, absorbed)


def _key(element: pydyf.Dictionary) -> tuple | None:
    """Return what the pieces of one HTML element share, None for what is of none."""
    source = _source.get(id(element))
    return source and (element["S"], id(source[1]))


def _absorb(pdf, first: pydyf.Dictionary, second: pydyf.Dictionary, absorbed) -> None:
    """Move all of ``second`` to the end of ``first``."""
    for kid in second["K"]:
        element = _element(pdf, kid)
        if element:
            element["P"] = first.reference
        first["K"].append(_at_home(kid, second, first))
    absorbed[second.reference] = first.reference
    second.clear()  # the object stays, empty: others are found by their position


def _at_home(kid, second: pydyf.Dictionary, first: pydyf.Dictionary):
    """Return ``kid`` so that it still means the page it was on.

    A bare number is content of the page of its structure element.
    """
    if not isinstance(kid, int) or second["Pg"] == first["Pg"]:
        return kid
    return pydyf.Dictionary({"Type": "/MCR", "Pg": second["Pg"], "MCID": kid})


def _describe(element: pydyf.Dictionary, html) -> None:
    """Say of a header cell what it heads, and of a list how it counts."""
    kind = element.get("S")
    if kind in ("/TH", "/TD"):
        # Pieces of a table knew only the headers of their own page; scope says more.
        element.pop("ID", None)
        element["A"].pop("Headers", None)
    if kind == "/TH":
        across = html.get("scope", "col").startswith("row")
        element["A"]["Scope"] = "/Row" if across else "/Column"
    elif kind == "/L" and html.tag in ("ol", "ul"):
        numbering = "/Decimal" if html.tag == "ol" else "/Disc"
        attributes = {"O": "/List", "ListNumbering": numbering}
        element["A"] = pydyf.Dictionary(attributes)


def _element(pdf: pydyf.PDF, kid) -> pydyf.Dictionary | None:
    """Return the structure element that ``kid`` refers to, if it is one."""
    if not isinstance(kid, bytes):
        return None
    found = pdf.objects[_number(kid)]
    return found if found.get("Type") == "/StructElem" else None


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
