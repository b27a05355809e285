"""Texts and files that are no statement, or a statement that something went wrong with."""

import codecs
import io
import zipfile

from . import old_statements

WHOLE = old_statements.MANILA_2025
STYLES = {name: text for name, text in vars(old_statements).items() if name.isupper()}

ODD = {
    "nothing": "",
    "a space": " ",
    "line ends": "\r\n\r\r\n\n",
    "tabs": "\t" * 500,
    "a full stop": ".",
    "punctuation": ".,;:!?()[]{}<>\"'" * 40,
    "one letter": "a",
    "one name": "Fiji",
    "names": "Fiji, Samoa and Tonga",
    "a number": "17",
    "numbers": " ".join(map(str, range(400))),
    "a date": "1 December 2025",
    "dates that are none": "30 February 2020, 31 June 2021 and 0 May 2019",
    "a date of long ago": "held in Suva on 1 May 0001 and 31 December 9999.",
    "a heading": "# Co-Chairs' Statement",
    "headings": "Observers\n\nMembers\n\nApologies\n\n" * 20,
    "labels": "Members:\nObservers:\nApologies:\n" * 20,
    "open brackets": "attended by 17 members (" * 50,
    "closed brackets": "attended by 17 members )" * 50,
    "brackets in brackets": "attended by " + "(" * 300 + "Fiji" + ")" * 300,
    "a hundred thousand brackets": "(" * 100_000,
    "brackets of all kinds": "attended by 3 members ([{<(Fiji]>) and )Samoa(",
    "commas": "In attendance were ,,,,, and , and and ; ; Fiji,, and",
    "quotes": "attended by “Fiji”, ‘Samoa and \"Tonga'",
    "no spaces": WHOLE.replace(" ", "").replace("\n", ""),
    "spaces between letters": " ".join(old_statements.AD_HOC_GROUP),
    "one word a line": "\n".join(WHOLE.split()),
    "one line": " ".join(WHOLE.split()),
    "backwards": WHOLE[::-1],
    "upper case": WHOLE.upper(),
    "lower case": WHOLE.lower(),
    "lines backwards": "\n".join(reversed(WHOLE.split("\n"))),
    "twice": WHOLE * 2,
    "no vowels": "".join(sign for sign in WHOLE if sign not in "aeiou"),
    "tabs for spaces": WHOLE.replace(" ", "\t"),
    "spaces that do not break": WHOLE.replace(" ", "\u00a0"),
    "spaces of no width": WHOLE.replace(" ", " \u200b"),
    "soft hyphens": "\u00ad".join(WHOLE),
    "joined letters": WHOLE.replace("fi", "\ufb01").replace("ff", "\ufb00"),
    "accents apart": WHOLE.replace("a", "a\u0301"),
    "accents upon accents": "Fiji" + "\u0301" * 5000 + " attended.",
    "other line ends": WHOLE.replace("\n", "\u2028"),
    "line ends of a Mac": WHOLE.replace("\n", "\r"),
    "page ends": WHOLE.replace("\n\n", "\x0c"),
    "zeros": WHOLE.replace(" ", "\x00"),
    "bells": WHOLE.replace(" ", " \x07"),
    "escapes": WHOLE.replace(" ", " \x1b[31m"),
    "marks of order": "\ufeff" + WHOLE + "\ufffe",
    "letters of no script": "\ue000\ue001\uf8ff" * 100 + WHOLE,
    "half a pair": "attended by Fiji \ud83d and Samoa \ude00.",
    "emoji": "attended by \U0001f1eb\U0001f1ef and \U0001f1fc\U0001f1f8 \U0001f600.",
    "replacement signs": WHOLE.replace("i", "\ufffd"),
    "wrongly decoded": WHOLE.encode().decode("cp1252", errors="replace"),
    "right to left": "حضر الاجتماع ممثلو إندونيسيا وأستراليا في 1 ديسمبر 2025.",
    "turned around": "\u202e" + WHOLE + "\u202c",
    "both ways": "attended by \u202b\u0625\u0646\u062f\u202c, Fiji and \u200fSamoa\u200e.",
    "Thai": "ประชุมร่วมกับอินโดนีเซียและออสเตรเลีย" * 20,
    "Chinese": "会议由印度尼西亚和澳大利亚共同主持。" * 20,
    "Greek letters for Latin": "\u0391ustralia and \u0399ndonesia attended.",
    "wide letters": "\uff26\uff49\uff4a\uff49 attended.",
    "figures of other scripts": "attended by \u0661\u0667 members (Fiji) on \u0661 May 2018.",
    "numbers in circles": "attended by \u2461 members (Fiji and Samoa)",
    "a very long word": "Fiji" * 20_000,
    "a very long line": "Fiji, " * 15_000,
    "very many lines": "Fiji\n" * 3000,
    "a page of the web": "<html><body><p>Attended by <b>Fiji</b>.</p></body></html>",
    "a script": "<script>alert('Fiji attended.')</script>",
    "a table": "| Member | Level |\n|---|---|\n| Fiji | minister |\n",
    "lines of a table": "Country,Level\nFiji,minister\n=1+1,official\n",
    "a formula": "=HYPERLINK(\"http://example.org\",\"Fiji\") attended.",
    "a mail": "From: a@example.org\nTo: b@example.org\nSubject: Fiji attended\n\nHello.",
    "JSON": '{"attendance": [{"party": "Fiji"}]}',
    "a program": "for name in ['Fiji']:\n    attended(name)\n",
    "a statement of SQL": "'; DROP TABLE meetings_meeting; -- Fiji attended.",
    "a pattern": "(?:Fiji|Samoa)+$ attended by [A-Z]{3,} and \\d+ members (",
    "a template": "{{ meeting }} {% include 'Fiji' %} attended.",
    "a poem": "The sea is wide, the night is long,\nand no one came to sing the song.\n",
}  # fmt: skip

CUT = {
    f"{name} cut after {tenths} tenths": text[: len(text) * tenths // 10]
    for name, text in STYLES.items()
    for tenths in (2, 5, 8)
}
HOLED = {
    f"{name} without every {step}th letter": "".join(
        sign for place, sign in enumerate(text, start=1) if place % step
    )
    for name, text in STYLES.items()
    for step in (7, 40)
}
TEXTS = ODD | CUT | HOLED


def _packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return file.getvalue()


FILES = {
    "nothing.txt": b"",
    "space.txt": b" \r\n\t",
    "zeros.txt": b"\x00" * 500,
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "program.txt": b"\x7fELF\x02\x01\x01\x00",
    "half wide.txt": codecs.BOM_UTF16_LE + WHOLE.encode("utf-16-le")[:-1],
    "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500,
    "text.docx": b"Fiji attended.\x00",
    "text.pdf": b"Fiji attended.\x00",
    "short.docx": b"PK\x03\x04",
    "cut.docx": _packed(word__document=b"<w:document/>")[:60],
    "empty.docx": _packed(),
    "no document.docx": _packed(**{"word__styles.xml": b"<a/>"}),
    "sheet.docx": _packed(**{"xl__workbook.xml": b"<a/>"}),
    "bomb.docx": _packed(**{"word__document.xml": b" " * (31 << 20)}),
    "broken.docx": _packed(**{"word__document.xml": b"<w:document><w:body>"}),
    "short.pdf": b"%PDF-",
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
}  # fmt: skip
"""Files that hold no text, each by the name under which it is chosen."""

MIXED = {
    "marked.txt": codecs.BOM_UTF8 + WHOLE.encode(),
    "wide.txt": WHOLE.encode("utf-16"),
    "western.txt": WHOLE.encode("cp1252"),
    "two encodings.txt": "Türkiye attended. ".encode() + "Türkiye".encode("cp1252"),
    "cut letter.txt": "Việt Nam attended. Viá".encode()[:-1],
}
"""Files that are read, or told why not."""
