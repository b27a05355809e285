"""The process that reads a returned Word file: started by ``answers`` for each one.

It knows neither Django nor the database. The file is untrusted: it is measured before it
is unpacked, and whatever is wrong with it leaves as a sentence.
"""

import sys
from collections.abc import Iterator
from copy import deepcopy

import mammoth
import msgspec

from meetings.documents.child import bind
from meetings.documents.lighten import lighten

from . import tracks
from .answers import ReturnedText, UploadError
from .parts import DAMAGED, Package
from .stamp import stamp_of
from .styles import ANNEX

MAX_TEXT = 300_000
REFERENCE = "Statement Reference"
HEAD = {
    "Statement Forum",
    "Statement Forum Subject",
    "Statement Details",
    REFERENCE,
    "Draft Note",
    "Title",
    "Subtitle",
}
STYLES = "\n".join(
    [
        *(f"p[style-name='{style}'] => !" for style in sorted(HEAD)),
        "r[style-name='Emphasis'] => em",
    ]
)


def read(data: bytes) -> ReturnedText:
    """Return what the file says; UploadError, in a sentence, for one that cannot be used."""
    package = Package(data)
    body = package.tree(package.main)
    styles = dict(_styles(package))
    heads = {number: style for number, style in styles.items() if style in HEAD}
    annexes = _cut_annexes(body, styles)
    changes, in_head = tracks.changes(body, heads)
    comments = package.related("comments")
    notes = list(_notes(package, body, in_head))
    if any(tracks.changes(one)[0] for one in annexes):
        notes.append(
            "Changes in the annexes are left out: they follow from the record, and are "
            "made there."
        )
    remarks = [] if comments is None else tracks.comments(body, comments)
    stamp = stamp_of(package.properties())
    reference = stamp.reference or _reference(body, heads)
    text = _text(package, body)
    if not text:
        raise UploadError(
            "There is no text of a statement in this Word document. Choose the file that "
            "the ministry sent back."
        )
    original = deepcopy(body)
    tracks.refuse_changes(original)
    return ReturnedText(
        markup=text,
        original=_text(package, original) if changes else text,
        changes=tuple(changes),
        comments=tuple(remarks),
        reference=reference,
        statement=stamp.statement,
        notes=tuple(notes),
    )


def _cut_annexes(body, styles: dict[str, str]) -> list:
    """Take what follows the text out of the body, and return it."""
    content = body.find("{*}body")
    parts = [] if content is None else list(content)
    for place, part in enumerate(parts):
        if styles.get(tracks.style(part)) == ANNEX:
            cut = [one for one in parts[place:] if tracks.name(one) != "sectPr"]
            for one in cut:
                content.remove(one)
            return cut
    return []


def _text(package: Package, body) -> str:
    """Return the text of a body, with all changes made that are noted in it."""
    body = deepcopy(body)
    tracks.mend_ends(body)
    for reference in list(body.iter("{*}footnoteReference", "{*}endnoteReference")):
        reference.getparent().remove(reference)
    html = mammoth.convert_to_html(
        package.packed(body),
        style_map=STYLES,
        include_embedded_style_map=False,  # the file's own wishes
        convert_image=lambda _: [],
    ).value
    text = lighten(html)
    if len(text) > MAX_TEXT:
        raise UploadError(
            f"The text of this Word document is longer than {MAX_TEXT:,} characters, and "
            "no statement is. Remove what does not belong to it, and upload it again."
        )
    return text


def _styles(package: Package) -> Iterator[tuple[str, str]]:
    styles = package.related("styles")
    for style in () if styles is None else styles.iter("{*}style"):
        called = style.find("{*}name")
        if called is not None:
            yield tracks.attribute(style, "styleId"), tracks.attribute(called, "val")


def _reference(body, heads: dict[str, str]) -> str:
    for paragraph in body.iter("{*}p"):
        if heads.get(tracks.style(paragraph)) == REFERENCE:
            return tracks.spoken(paragraph)[:200]
    return ""


def _notes(package: Package, body, in_head: int) -> Iterator[str]:
    """Yield what the text will not show."""
    if in_head:
        yield (
            "Changes were made above the text, in the title or the lines around it. They "
            "are left out: what stands there follows from the record."
        )
    if any(tracks.margins_changed(package.margins())):
        yield "Changes in the header or footer are left out: they follow from the record."
    if next(body.iter("{*}drawing", "{*}pict", "{*}object"), None) is not None:
        yield "Pictures and embedded files are left out. A statement is of words only."
    if next(body.iter("{*}tbl"), None) is not None:
        yield "Tables are left out; each of their rows has become a paragraph."
    for kind in ("footnote", "endnote"):
        part = package.related(f"{kind}s")
        if part is None or next(body.iter(f"{{*}}{kind}Reference"), None) is None:
            continue
        told = [tracks.spoken(one) for one in part.iter(f"{{*}}{kind}")]
        listed = " ".join(f"“{words[:200]}”" for words in told if words)
        yield f"These {kind}s are left out; write into the text what is to stay: {listed}"


def main() -> None:
    """Read standard input within the bounds given, answer on standard output."""
    bind(*map(int, sys.argv[1:]))
    try:
        answer = b"+" + msgspec.json.encode(read(sys.stdin.buffer.read()))
    except UploadError as error:
        answer = b"-" + str(error).encode()
    except (RecursionError, MemoryError):
        answer = b""
    except Exception:  # a damaged file can break a reader in any way
        answer = b"-" + DAMAGED.encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
