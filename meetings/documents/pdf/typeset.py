"""One document from HTML to bytes. Runs in a child of the server process only."""

import logging
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pydyf
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.ffi import ffi, fontconfig
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from . import arrays, tags
from .errors import NO_FONTS, RenderError
from .fetcher import StaticOnlyFetcher
from .place import BASE_URL, STYLESHEET
from .specimen import specimen

LEVEL = 5  # of zlib
VARIANT = "pdf/a-3a"  # asks for tags too; the claim to PDF/UA is added by hand
PDFUA_CLAIM = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
REFUSAL = (
    "The document refers to a file that may not be used ({}). Only the site's own "
    "static files can be part of a document."
)
# Each child begins with what the process has learnt that it is forked from: fonts and
# glyphs are read, and code has run that is slow the first few times.
REHEARSALS = 2


class Typesetter:
    """WeasyPrint with our stylesheet and fonts read in, ready to be forked."""

    def __init__(self, root: Path):
        logging.getLogger("weasyprint").addHandler(logging.NullHandler())
        require_fonts()
        tags.install()
        arrays.install()
        self.fetcher = StaticOnlyFetcher(root)
        self.fonts = FontConfiguration()
        self.stylesheet = CSS(
            url=BASE_URL + STYLESHEET, url_fetcher=self.fetcher, font_config=self.fonts
        )
        for _ in range(REHEARSALS):
            self.typeset(specimen(), b"{}", datetime(2002, 2, 28, tzinfo=UTC))

    def typeset(self, html: str, record: bytes, stamp: datetime) -> bytes:
        """Return ``html`` as PDF/A-3a and PDF/UA-1 with ``record`` attached."""
        tags.forget()
        try:
            paper = self._typeset(html, attachment(record, stamp), stamp)
        except FatalURLFetchingError:
            paper = b""
        if self.fetcher.refusal:
            raise RenderError(REFUSAL.format(self.fetcher.refusal))
        return paper

    def _typeset(self, html: str, record: Attachment, stamp: datetime) -> bytes:
        page = HTML(string=html, base_url=BASE_URL, url_fetcher=self.fetcher)
        drop_relative_links(page)
        document = page.render(
            pdf_variant=VARIANT, stylesheets=[self.stylesheet], font_config=self.fonts
        )
        moment = stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        document.metadata.created = document.metadata.created or moment
        document.metadata.modified = document.metadata.modified or moment
        claim_accessibility(document.metadata)
        return document.write_pdf(
            pdf_variant=VARIANT, attachments=[record], finisher=finish
        )


def finish(document, pdf: pydyf.PDF) -> None:
    """Mend the tags, then pack every stream; WeasyPrint calls this just before writing.

    It would pack all of them twice, once for the file's digest, and as tightly as can be,
    which is slow for an attached record: ten times, to make it a twentieth smaller.
    """
    tags.finish(document, pdf)
    for part in pdf.objects:
        if isinstance(part, pydyf.Stream) and part.compress:
            content = b"\n".join(map(pydyf._to_bytes, part.stream))
            part.stream, part.compress = [zlib.compress(content, LEVEL)], False
            part.extra["Filter"] = "/FlateDecode"


def require_fonts() -> None:
    """Refuse a computer without fonts: the first letter would crash Pango."""
    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    if fonts == ffi.NULL or fonts.nfont == 0:
        raise RenderError(NO_FONTS)


def drop_relative_links(page: HTML) -> None:
    """Keep the text of a link that means nothing on paper, and drop its address."""
    for link in page.etree_element.iter("a"):
        address = link.get("href", "#")
        if not address.startswith(("https://", "http://", "mailto:", "#")):
            del link.attrib["href"]


def claim_accessibility(metadata) -> None:
    """Say PDF/UA-1 in the metadata too: one variant at a time is all WeasyPrint says."""
    plain = metadata.generate_rdf_metadata

    def both(*args) -> bytes:
        return plain(*args).replace(b"</rdf:RDF>", PDFUA_CLAIM + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = both


def attachment(record: bytes, stamp: datetime) -> Attachment:
    """Return the record as the source of the document, dated like it."""
    moment = stamp.astimezone(UTC)
    return Attachment(
        string=record,
        name="record.json",
        description="The record",
        created=moment,
        modified=moment,
        relationship="Source",
    )
