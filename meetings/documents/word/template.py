"""Makes ``statement.docx``: the styles, page, header and footer of statements in Word.

Run ``python -m meetings.documents.word.template`` after a change here or in
``styles``; a test sees to it that they agree.
"""

import io
import zipfile
from pathlib import Path

from .styles import NAMESPACES, NAVY, OFFICE, SANS, R, numbering, styles

TEMPLATE = Path(__file__).with_name("statement.docx")


TITLE, REFERENCE = "[title]", "[reference]"
"""What stands in header and footer until a statement's own takes its place."""

NOT_CLEARED, CLEARED = "DRAFT – not cleared", "Cleared, not yet published"
"""What the foot of every page says until the statement is published."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def template() -> bytes:
    """Return the file; always the same bytes."""
    return packed({name: (_HEAD + text).encode() for name, text in _parts().items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a package whose bytes depend on nothing else.

    The list of content types comes first, as some readers expect.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (not name.startswith("["), name)):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return file.getvalue()


def _parts() -> dict[str, str]:
    margins = {"header1": _running_head(), "header2": _first_head()}
    margins |= dict.fromkeys(["footer1", "footer2"], _foot())
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [
                (f"{R}/officeDocument", "word/document.xml"),
                (
                    f"{OFFICE}/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
                (f"{R}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/app.xml": (
            f'<Properties xmlns="{OFFICE}/officeDocument/2006/extended-properties">'
            "<Application>Microsoft Office Word</Application>"
            "<AppVersion>16.0000</AppVersion></Properties>"
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
        ),
        "word/_rels/document.xml.rels": _relationships(
            [
                (f"{R}/{kind.rstrip('12')}", f"{kind}.xml")
                for kind in ("styles", "numbering", "settings", *margins)
            ]
        ),
        "word/document.xml": _document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(),
        **{f"word/{name}.xml": text for name, text in margins.items()},
    }


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {
        "/docProps/app.xml": word.replace(
            "wordprocessingml", "extended-properties+xml"
        ),
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{word}.document.main+xml",
    }
    for name in ("styles", "numbering", "settings"):
        kinds[f"/word/{name}.xml"] = f"{word}.{name}+xml"
    for name in ("header1", "header2", "footer1", "footer2"):
        kinds[f"/word/{name}.xml"] = f"{word}.{name[:-1]}+xml"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{OFFICE}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{part}" ContentType="{kind}"/>'
            for part, kind in kinds.items()
        )
        + "</Types>"
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    return (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


def _document() -> str:
    """Return a body of nothing but its page; the first page has its own header."""
    margins = 'w:top="1474" w:right="1474" w:bottom="1587" w:left="1474"'
    return (
        f"<w:document {NAMESPACES}><w:body><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="709" w:footer="709" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _settings() -> str:
    """Return settings of a file of today, so that Word offers all that it can."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/></w:settings>'
    )


# Header, footer and what marks a draft


def _running_head() -> str:
    forum = f'<w:r><w:rPr><w:b/><w:color w:val="{NAVY}"/></w:rPr><w:t>The Bali Process</w:t></w:r>'
    title = f"<w:r><w:tab/></w:r><w:r><w:t>{TITLE}</w:t></w:r>"
    return _margin("hdr", "Header", forum + title + _watermark(1))


def _first_head() -> str:
    return _margin("hdr", "Header", _watermark(2))


def _foot() -> str:
    mark = (
        '<w:r><w:rPr><w:rStyle w:val="DraftMark"/></w:rPr>'
        f"<w:t>{NOT_CLEARED}</w:t></w:r>"
    )
    tab = "<w:r><w:tab/></w:r>"
    page = f"{_text('Page ')}{_field('PAGE')}{_text(' of ')}{_field('NUMPAGES')}"
    return _margin("ftr", "Footer", _text(REFERENCE) + tab + mark + tab + page)


def _margin(kind: str, style: str, runs: str) -> str:
    return (
        f'<w:{kind} {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{runs}</w:p></w:{kind}>"
    )


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(name: str) -> str:
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in _FIELD]
    begin, separate, end = marks
    code = f'<w:instrText xml:space="preserve"> {name} </w:instrText>'
    inside = [begin, code, separate, "<w:t>1</w:t>", end]
    return "".join(f"<w:r>{part}</w:r>" for part in inside)


_FIELD = ("begin", "separate", "end")


def _watermark(number: int) -> str:
    """Return DRAFT across the page, behind the text; decoration, so without a name."""
    look = (
        "position:absolute;margin-left:0;margin-top:0;width:425pt;height:118pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        "<w:r><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
        '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>'
        '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="DraftMark{number}" o:spid="_x0000_s{1024 + number}" '
        f'type="#_x0000_t136" alt="" style="{look}" o:allowincell="f" '
        'fillcolor="#eceff3" stroked="f">'
        f'<v:textpath style="font-family:&quot;{SANS}&quot;;font-size:1pt;'
        'font-weight:bold" string="DRAFT"/><w10:wrap anchorx="margin" anchory="margin"/>'
        "</v:shape></w:pict></w:r>"
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
