"""Which text a Word file was made of: custom properties, which Word keeps in what it saves.

Core properties say so too, but not every editor keeps all of those.
"""

from typing import NamedTuple

from lxml import etree

PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/custom-properties"
_CUSTOM = f"{_OFFICE}/custom-properties"
_VALUES = f"{_OFFICE}/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The one that the standard has for properties of a user's own."""


class Stamp(NamedTuple):
    """The statement's name in addresses, and its text: "Revision 3". "" if not told."""

    statement: str = ""
    reference: str = ""


_NAMES = {"statement": "balitrack statement", "reference": "balitrack text"}


def stamped(parts: dict[str, bytes], stamp: Stamp) -> dict[str, bytes]:
    """Return the parts of a Word file with the stamp among them."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    override = etree.SubElement(types, f"{{{types.nsmap[None]}}}Override")
    override.set("PartName", f"/{PART}")
    override.set("ContentType", _TYPE)
    relations = etree.fromstring(parts["_rels/.rels"])
    relation = etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship")
    relation.set("Id", "rIdStamp")
    relation.set("Type", _RELATION)
    relation.set("Target", PART)
    return parts | {
        "[Content_Types].xml": _packed(types),
        "_rels/.rels": _packed(relations),
        PART: _packed(_properties(stamp)),
    }


def stamp_of(root) -> Stamp:
    """Return what the custom properties under ``root`` say; None for no such part."""
    found = {}
    for one in () if root is None else root.iter(f"{{{_CUSTOM}}}property"):
        found[one.get("name")] = "".join(one.itertext()).strip()[:200]
    return Stamp(**{key: found.get(name, "") for key, name in _NAMES.items()})


def _properties(stamp: Stamp):
    root = etree.Element(
        f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VALUES}
    )
    for number, (key, value) in enumerate(stamp._asdict().items(), start=2):
        one = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        one.set("fmtid", _FORMAT)
        one.set("pid", str(number))
        one.set("name", _NAMES[key])
        etree.SubElement(one, f"{{{_VALUES}}}lpwstr").text = value
    return root


def _packed(root) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
