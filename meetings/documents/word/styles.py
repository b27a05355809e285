"""How statements look in Word: paragraph, character and list styles.

The look is that of ``static/css/document.css``, in fonts that every Word has: a ministry's
computer does not have ours. Spaces are in twentieths of a point, as Word counts them.
"""

from collections.abc import Callable

SERIF, SANS = "Cambria", "Calibri"
INK, NAVY, QUIET, RED = "1C2329", "17365C", "525E69", "8A2B2B"
ANNEX = "Annex Heading"
"""Where the text ends: what follows a paragraph in this style is not of the statement."""
WIDTH = 8958  # of the text: A4 less 26 mm on either side

OFFICE = "http://schemas.openxmlformats.org"
W = f"{OFFICE}/wordprocessingml/2006/main"
R = f"{OFFICE}/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)


def styles() -> str:
    """Return the part ``word/styles.xml``."""
    bullets = [_item(f"List Bullet{n}", 1, level) for level, n in enumerate(_LEVELS)]
    numbers = [_item(f"List Number{n}", 2, level) for level, n in enumerate(_LEVELS)]
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(SERIF)}<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="180" w:line="300" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        "<w:semiHidden/></w:style>"
        + "".join(_PARAGRAPHS + bullets + numbers)
        # Word asks for confirmation of a style that it knows but the file does not.
        + _character("Hyperlink", f'<w:color w:val="{NAVY}"/><w:u w:val="single"/>')
        + _TABLE
        + _character("Draft Mark", f'<w:b/><w:color w:val="{RED}"/>')
        + "</w:styles>"
    )


def _fonts(name: str) -> str:
    return "<w:rFonts " + " ".join(
        f'w:{script}="{name}"' for script in ("ascii", "hAnsi", "cs", "eastAsia")
    ) + "/>"  # fmt: skip


def _style(  # noqa: PLR0913 a style has that many sides
    name: str,
    size: float,
    *,
    before: int = 0,
    after: int = 0,
    line: int = 288,
    colour: str = INK,
    bold: bool = False,
    keep: bool = False,
    follow: str = "Normal",
    layout: str = "",
    outline: int | None = None,
) -> str:
    """Return a paragraph style in the sans serif; spaces in twentieths of a point.

    ``layout`` are paragraph properties that come between keeping and spacing.
    """
    half_points = round(2 * size)
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    indent = '<w:ind w:left="198"/>' if "<w:pBdr><w:left" in layout else ""
    return (
        f'<w:style w:type="paragraph"{_custom(name)} w:styleId="{style_id(name)}">'
        f'<w:name w:val="{_word_name(name)}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{style_id(follow)}"/><w:qFormat/><w:pPr>'
        f"{'<w:keepNext/><w:keepLines/>' if keep else ''}{layout}"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" '
        f'w:lineRule="auto"/>{indent}{level}</w:pPr><w:rPr>{_fonts(SANS)}'
        f'{"<w:b/>" if bold else ""}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        "</w:rPr></w:style>"
    )


def _character(name: str, looks: str) -> str:
    return (
        f'<w:style w:type="character"{_custom(name)} w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f"<w:rPr>{looks}</w:rPr></w:style>"
    )


def _item(name: str, numbering: int, level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
        '<w:spacing w:after="80"/></w:pPr></w:style>'
    )


def style_id(name: str) -> str:
    """Return the id under which documents refer to the style of this name."""
    return name.replace(" ", "")


def _word_name(name: str) -> str:
    """Return the name as Word writes its own: headings, header and footer in small."""
    own = name.startswith(("Heading", "Header", "Footer", "Caption"))
    return name.lower() if own else name


def _custom(name: str) -> str:
    ours = name.startswith(("Statement", "Draft", "Annex"))
    return ' w:customStyle="1"' if ours else ""


def _rule(side: str, size: int, colour: str, space: int) -> str:
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" '
        f'w:color="{colour}"/></w:pBdr>'
    )


def _stops(*stops: tuple[str, int]) -> str:
    told = (f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    return f"<w:tabs>{''.join(told)}</w:tabs>"


_LEVELS = ("", " 2", " 3")
_PARAGRAPHS = [
    _style("Statement Forum", 14, colour=NAVY, bold=True, line=240, keep=True),
    _style(
        "Statement Forum Subject",
        9.5,
        after=740,
        colour=QUIET,
        layout=_rule("bottom", 6, NAVY, 10),
    ),
    _style("Title", 23, bold=True, colour=NAVY, line=264, keep=True, outline=0),
    _style("Subtitle", 13.5, before=90, line=276, keep=True),
    _style("Statement Details", 10, before=90, colour=QUIET, line=276),
    _style("Statement Reference", 10, before=24, after=510, colour=QUIET, line=276),
    _style(
        "Draft Note",
        9.5,
        after=510,
        colour="6E2222",
        layout=_rule("left", 18, RED, 8),
    ),
    _style(
        "Heading 2", 13.5, before=450, after=136, bold=True, colour=NAVY, line=264,
        keep=True, outline=1,
    ),
    _style(
        "Heading 3", 11, before=280, after=90, bold=True, colour=NAVY, line=264,
        keep=True, outline=2,
    ),
    _style(
        ANNEX, 13.5, after=136, bold=True, colour=NAVY, line=264, keep=True, outline=1,
        layout="<w:pageBreakBefore/>",
    ),
    _style("Caption", 9.5, before=120, after=80, bold=True, colour=NAVY, keep=True),
    _style("Annex Space", 4, line=240),
    _style(
        "Header", 8.5, colour=QUIET, line=240, follow="Header",
        layout=_stops(("right", WIDTH)),
    ),
    _style(
        "Footer", 8.5, colour=QUIET, line=240, follow="Footer",
        layout=_stops(("center", WIDTH // 2), ("right", WIDTH)),
    ),
]  # fmt: skip

_HAIR = '<w:{} w:val="single" w:sz="2" w:space="0" w:color="DCE2E7"/>'
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="AnnexTable">'
    '<w:name w:val="Annex Table"/><w:pPr><w:spacing w:before="50" w:after="50" '
    f'w:line="252" w:lineRule="auto"/></w:pPr><w:rPr>{_fonts(SANS)}<w:sz w:val="19"/>'
    f'<w:szCs w:val="19"/></w:rPr><w:tblPr><w:tblBorders>{_HAIR.format("bottom")}'
    f'{_HAIR.format("insideH")}</w:tblBorders><w:tblCellMar><w:left w:w="0" '
    'w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


# Lists


def numbering() -> str:
    """Return bullets (1) and numbers (2), nine levels each; lists refer to these."""
    return (
        f"<w:numbering {NAMESPACES}>"
        + _levels(1, "List Bullet", "bullet", lambda _: "•")
        + _levels(2, "List Number", "decimal", lambda level: f"%{level + 1}.")
        + "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
            for n in (1, 2)
        )
        + "</w:numbering>"
    )


def _levels(number: int, style: str, kind: str, sign: Callable[[int], str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(_level(level, style, kind, sign(level)) for level in range(9))
        + "</w:abstractNum>"
    )


def _level(level: int, style: str, kind: str, sign: str) -> str:
    linked = ""
    if level < len(_LEVELS):
        linked = f'<w:pStyle w:val="{style_id(style + _LEVELS[level])}"/>'
    left = 340 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'{linked}<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr>'
        f'<w:rPr>{_fonts(SANS)}<w:color w:val="{QUIET}"/></w:rPr></w:lvl>'
    )
