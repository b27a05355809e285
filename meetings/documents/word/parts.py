"""A Word file as its parts: measured before they are unpacked, parsed without surprises."""

import io
import posixpath
import zipfile

from lxml import etree

from .answers import UploadError

MAX_UNPACKED = 30 << 20
MAX_PARTS = 2000
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DAMAGED = (
    "This Word document is damaged and cannot be read. Open it in Word, save it under "
    "another name, and upload that file."
)
NOT_WORD = "This file is not a Word document. Choose the .docx file that the ministry sent back."
_KEPT = (".xml", ".rels")


class Package:
    """The parts of a Word file that say something; pictures and the like are left out.

    Raises: UploadError for what is no Word file, or none that may be unpacked.
    """

    def __init__(self, data: bytes):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                _measure(package.infolist())
                names = [one for one in package.namelist() if one.endswith(_KEPT)]
                self._parts = {name: package.read(name) for name in names}
        except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
            raise UploadError(DAMAGED) from error
        if b"macroEnabled" in self._parts.get("[Content_Types].xml", b""):
            raise UploadError(
                "This Word document holds macros, which are programs. Save it as “Word "
                "Document (.docx)” without them, and upload that file."
            )
        self.main = self._find_main()

    def tree(self, name: str):
        """Return the root of a part."""
        try:
            root = etree.fromstring(self._parts[name], _parser())
        except (etree.XMLSyntaxError, KeyError, ValueError) as error:
            raise UploadError(DAMAGED) from error
        if root.getroottree().docinfo.doctype:  # Word writes none; bombs need one
            raise UploadError(DAMAGED)
        return root

    def related(self, kind: str):
        """Return the root of the main part's part of a kind, None without one."""
        folder = posixpath.dirname(self.main)
        for target in self._targets(self.main, kind):
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if name in self._parts:
                return self.tree(name)
        return None

    def properties(self):
        """Return the root of the properties that a user gave the file, None without."""
        for target in self._targets("", "custom-properties"):
            if target.lstrip("/") in self._parts:
                return self.tree(target.lstrip("/"))
        return None

    def margins(self) -> list:
        """Return the roots of headers and footers."""
        folder = posixpath.dirname(self.main)
        beginnings = (f"{folder}/header", f"{folder}/footer")
        return [self.tree(one) for one in self._parts if one.startswith(beginnings)]

    def packed(self, root) -> io.BytesIO:
        """Return the file with ``root`` for its main part."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
            for name, part in self._parts.items():
                package.writestr(
                    name, etree.tostring(root) if name == self.main else part
                )
        file.seek(0)
        return file

    def _find_main(self) -> str:
        targets = self._targets("", "officeDocument")
        name = targets[0].lstrip("/") if targets else "word/document.xml"
        if name not in self._parts:
            raise UploadError(NOT_WORD)
        root = etree.QName(self.tree(name))
        if root.localname != "document" or "wordprocessingml" not in root.namespace:
            raise UploadError(NOT_WORD)
        return name

    def _targets(self, part: str, kind: str) -> list[str]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._parts:
            return []
        return [
            str(one.get("Target"))
            for one in self.tree(rels)
            if isinstance(one.tag, str) and str(one.get("Type")).endswith(f"/{kind}")
        ]


def _measure(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise UploadError(
            "This file is protected by a password. Remove it in Word, and upload the "
            "file again."
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UploadError(
            f"This Word document unpacks to more than {MAX_UNPACKED >> 20} MB. Remove "
            "pictures and attachments from it, save it, and upload it again."
        )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
