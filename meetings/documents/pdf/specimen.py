"""A document that nobody reads: laid out before the first one, so that all is at hand.

It has every face, every common character and every kind of box of real documents, over
several pages, as a page break has code of its own.
"""

import string

CHARACTERS = (
    f"{string.digits} {string.ascii_letters} {string.punctuation} “”‘’–é ãçöüđł"
)
TEXT = (
    "Members of the working group met in Manila on 3 and 4 December 2025, and thanked "
    "the Government of the Philippines for hosting (IOM, UNODC and UNHCR); see “Annex”. "
)


def specimen() -> str:
    """Return the document as HTML that ``document.css`` fits."""
    faces = _faces(_escaped(CHARACTERS))
    paragraphs = f"<p>{_faces(TEXT)} {TEXT * 4}</p>" * 4
    items = f"<ul>{f'<li>{TEXT}<ul><li>{TEXT}</li></ul></li>' * 4}</ul>"
    return (
        '<html lang="en"><title>Specimen</title><body class="draft">'
        f'<header class="letterhead"><p class="forum">{TEXT}</p></header><main>'
        f'<h1 data-running="Specimen">Specimen</h1><p class="subtitle">{faces}</p>'
        f'<p class="ref">{faces}</p><p class="draft-note">{faces}</p><div class="text">'
        f"<h2>{faces}</h2>{paragraphs}<h3>{faces}</h3>{items}<h2>{TEXT}</h2>{paragraphs}"
        f"</div>{_table('list')}{_table('matrix')}</main></body></html>"
    )


def _faces(text: str) -> str:
    return f"{text} <em>{text}</em> <strong>{text} <em>{text}</em></strong>"


def _table(kind: str) -> str:
    row = f'<tr><th scope="row" class="party">{TEXT[:40]}</th><td class="member">M</td></tr>'
    return (
        f'<table class="{kind}"><caption>{TEXT[:60]}</caption><thead><tr>'
        '<th scope="col">Party</th><th scope="col" class="meeting"><span>One</span></th>'
        f"</tr></thead><tbody>{row * 8}</tbody></table>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
