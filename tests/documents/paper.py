"""Documents to print: a statement and a matrix, as templates would write them."""

from datetime import UTC, datetime

from meetings.documents.pdf import render_pdf
from meetings.documents.pdf.press import Bounds

STAMP = datetime(2025, 12, 5, 4, 30, tzinfo=UTC)
TIGHT = Bounds(wall=4, cpu=2, memory=1 << 29)
RECORD = b'{"meeting": "wgtip-11", "present": 17}\n'


def page(content: str, *, body_class: str = "") -> str:
    """Return a whole document around ``content``."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>A sheet of paper</title></head>"
        f'<body class="{body_class}"><main>{content}</main></body></html>'
    )


def statement() -> str:
    """Return a draft of a few pages with a table and a list that cross pages."""
    paragraph = "<p>" + "Members spoke of their work since the last meeting. " * 12
    rows = "".join(
        f'<tr><th scope="row">Party {number}</th><td>Member</td><td>2</td></tr>'
        for number in range(60)
    )
    items = "".join(f"<li>Outcome {number}, noted</li>" for number in range(70))
    return page(
        '<h1>Co-Chair Statement</h1><p class="ref">Revision 3</p>'
        '<p class="draft-note">DRAFT: not for publication</p>'
        f"<h2>Purpose</h2>{(paragraph + '</p>') * 6}"
        f"<h2>Attendance</h2><table class='list'><caption>Delegations</caption>"
        '<thead><tr><th scope="col">Party</th><th scope="col">Capacity</th>'
        '<th scope="col">Delegates</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        f"<h2>Outcomes</h2><ul>{items}</ul>"
        '<p>See <a href="https://www.baliprocess.net/">the site</a> and '
        '<a href="/meetings/wgtip-11/">the meeting</a>.</p>',
        body_class="draft",
    )


def matrix(parties: int = 60, meetings: int = 20) -> str:
    """Return an attendance matrix that takes more than one page."""
    header = "".join(
        f'<th scope="col" class="meeting"><span>WG-TIP {number}</span></th>'
        for number in range(meetings)
    )
    row = '<td class="member">M</td><td class="absent"></td>' * (meetings // 2)
    rows = "".join(
        f'<tr><th scope="row" class="party">Party {number}</th>{row}</tr>'
        for number in range(parties)
    )
    return page(
        "<h1>Attendance</h1><table class='matrix'><caption>By meeting</caption>"
        f'<thead><tr><th scope="col">Party</th>{header}</tr></thead>'
        f"<tbody>{rows}</tbody></table>",
        body_class="matrix",
    )


def rendered(content: str, *, bounds: Bounds = TIGHT) -> bytes:
    """Return a document around ``content`` as a PDF."""
    return render_pdf(page(content), RECORD, STAMP, bounds=bounds)
