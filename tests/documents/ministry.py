"""What a ministry does to a statement in Word: edits by XML, as Word writes them."""

import io
import zipfile
from copy import deepcopy

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from meetings.documents.word.writing import statement_docx
from meetings.statements.compose import compose
from tests.statements import facts

TEXT = """\
## Annual Meeting

The meeting was attended by nine members, the RSO's staff and \\[others\\].

- 9 members;
- 2 observers.

A plan was endorsed.

Members thanked *the host*.
"""


def sent(text=TEXT, *, ref="Revision 3"):
    """Return the file as it went out."""
    record = facts.statement()
    return statement_docx(record, compose(record), text, ref=ref)


class Desk:
    """An open file and the changes that one official makes in it."""

    def __init__(self, content, author="Siti"):
        self.document = docx.Document(io.BytesIO(content))
        self.author = author

    def find(self, words):
        """Return the run that holds ``words``, and nothing else of its paragraph."""
        for paragraph in self.document.paragraphs:
            for run in paragraph.runs:
                if words in run.text:
                    return self._cut(run, words)
        raise LookupError(words)

    def insert(self, words, *, after):
        """Insert ``words`` behind those of ``after``, tracked."""
        run = self.find(after)
        new = deepcopy(run._r)
        Run(new, run._parent).text = words
        mark = self._mark("w:ins")
        mark.append(new)
        run._r.addnext(mark)

    def delete(self, words):
        """Delete ``words``, tracked."""
        run = self.find(words)
        self._wrap(run, "w:del")
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")

    def move(self, words, *, after):
        """Move ``words`` behind those of ``after``, tracked."""
        run, place = self.find(words), self.find(after)
        mark = self._mark("w:moveTo")
        mark.append(deepcopy(run._r))
        place._r.addnext(mark)
        self._wrap(run, "w:moveFrom")

    def type(self, words, *, instead_of):
        """Change words without any track of it."""
        self.find(instead_of).text = words

    def new_paragraph(self, words, *, after):
        """End a paragraph and begin another, tracked: the first one's end is new."""
        first = next(one for one in self.document.paragraphs if after in one.text)
        second = deepcopy(first._p)
        for run in list(second):
            if run.tag != qn("w:pPr"):
                second.remove(run)
        new = OxmlElement("w:r")
        Run(new, first).text = words
        mark = self._mark("w:ins")
        mark.append(new)
        second.append(mark)
        first._p.addnext(second)
        self._mark_end(first._p, "w:ins")

    def delete_paragraph(self, words):
        """Delete a paragraph with its end, tracked."""
        whole = next(one for one in self.document.paragraphs if words in one.text)
        for run in whole.runs:
            if run.text:
                self.delete(run.text)
        self._mark_end(whole._p, "w:del")

    def comment(self, words, text):
        self.document.add_comment(self.find(words), text=text, author=self.author)

    def saved(self):
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _cut(self, run, words):
        """Split a run so that ``words`` are one of their own."""
        before, after = run.text.split(words, 1)
        for text, add in ((before, run._r.addprevious), (after, run._r.addnext)):
            if text:
                piece = deepcopy(run._r)
                Run(piece, run._parent).text = text
                add(piece)
        run.text = words
        return run

    def _mark(self, kind):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), "900")
        mark.set(qn("w:author"), self.author)
        mark.set(qn("w:date"), "2025-12-08T09:00:00Z")
        return mark

    def _wrap(self, run, kind):
        mark = self._mark(kind)
        run._r.addprevious(mark)
        mark.append(run._r)

    def _mark_end(self, paragraph, kind):
        properties = paragraph.get_or_add_pPr()
        look = OxmlElement("w:rPr")
        look.append(self._mark(kind))
        properties.append(look)


def repacked(content, *, drop=(), **parts):
    """Return a package with some parts of it changed, by the end of their names."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in drop:
                new.writestr(name, parts.pop(name, old.read(name)))
        for name, part in parts.items():
            new.writestr(name, part)
    return file.getvalue()


def changed(content, name, old, new):
    """Return a Word file with some words of one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        part = package.read(name).decode()
    assert old in part
    return repacked(content, **{name: part.replace(old, new)})
