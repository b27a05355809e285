"""The text on the desk, passage by passage, with all that is said about each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from meetings.models import Comment
from meetings.statements.aligning import aligned
from meetings.statements.passages import chunks
from meetings.statements.tracing import Beside
from meetings.statements.words import Piece, word_difference
from meetings.workbench import Standing

from .marking import Place, marked
from .provenance import Origin, Provenance


@dataclass(frozen=True)
class Offer:
    """A wording of the record that the text has not, at its place among the passages."""

    place: int
    composed: str
    is_news: bool


@dataclass(frozen=True)
class Remark:
    """A comment beside its paragraph, which may read otherwise since it was made."""

    comment: Comment
    is_of_earlier: bool


@dataclass(frozen=True)
class Passage:
    """A passage of the text, "" where the record has passages that are left out."""

    number: int
    section: int
    """Of the editor, counted from one."""
    text: str
    html: str
    origin: str
    places: tuple[Place, ...]
    comments: tuple[Remark, ...]
    origins: tuple[Origin, ...]
    offers: tuple[Offer, ...]

    @property
    def place(self) -> str:
        return f"p{self.number}"

    def anchor(self, place: Place) -> str:
        """Return where the words of a finding are, or else their passage."""
        words = f"words-{place.number}"
        return words if f'id="{words}"' in self.html else self.place

    @property
    def is_heading(self) -> bool:
        return self.text.startswith("#")

    @property
    def has_news(self) -> bool:
        return any(offer.is_news for offer in self.offers)

    @cached_property
    def difference(self) -> tuple[Piece, ...]:
        """What the record would change in an edited passage, by word."""
        return word_difference(self.text, self.offers[0].composed)


def passages(
    standing: Standing, comments: Sequence[Comment], provenance: Provenance
) -> Iterator[Passage]:
    """Yield the passages of the text; those left out together, where they would stand."""
    homes = _homes(standing, comments)
    numbered = list(enumerate(standing.first_findings, start=1))
    left_out: list[Offer] = []
    number = section = end = 0
    for place, row in enumerate(standing.beside):
        if not row.traced.text:
            left_out += _offers(standing, place, row)
            continue
        if left_out:
            yield _absent(left_out)
            left_out = []
        number += 1
        text = row.traced.text
        section += number == 1 or text.startswith("## ")
        start = standing.text.index(text, end)
        end = start + len(text)
        places = tuple(
            Place(n, found, found.start - start, min(found.end, end) - start)
            for n, found in numbered
            if start <= found.start < end
        )
        sentences = row.traced.part.sentences if row.traced.part else ()
        yield Passage(
            number=number,
            section=section,
            text=text,
            html=marked(text, places),
            origin=row.traced.origin,
            places=places,
            comments=tuple(
                Remark(one, one.passage != text)
                for one in comments
                if homes.get(one.pk) == text
            ),
            origins=provenance.origins(sentences),
            offers=tuple(_offers(standing, place, row)),
        )
    if left_out:
        yield _absent(left_out)


def _homes(standing: Standing, comments: Sequence[Comment]) -> dict[int, str]:
    """Return, by comment, the paragraph of today that it is on, or that became of it."""
    today = [row.traced.text for row in standing.beside if row.traced.text]
    homes = {one.pk: one.passage for one in comments if one.passage in today}
    rewritten = [one for one in comments if one.pk not in homes]
    for revision, remarks in groupby(
        sorted(rewritten, key=lambda one: one.revision_id),
        key=lambda one: one.revision,
    ):
        then = [chunk.text for chunk in chunks(revision.text)]
        became = {
            then[x]: today[y]
            for x, y in aligned(then, today)
            if x is not None and y is not None
        }
        homes |= {
            one.pk: became[one.passage] for one in remarks if one.passage in became
        }
    return homes


def _offers(standing: Standing, place: int, row: Beside) -> Iterator[Offer]:
    if row.differs and row.composed is not None and row.composed != row.traced.text:
        yield Offer(place, row.composed, standing.is_news(row))


def _absent(offers: list[Offer]) -> Passage:
    return Passage(0, 0, "", "", "left out", (), (), (), tuple(offers))
