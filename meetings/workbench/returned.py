"""What a ministry sends back, beside the text as it stands: passage by passage."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import transaction

from meetings.documents.spelling import spelled_like
from meetings.documents.word.answers import Comment as Remark
from meetings.models import Revision, Statement, User
from meetings.statements.difference import Passage, accept, difference
from meetings.statements.words import Piece, word_difference

from .reconciling import together
from .three_way import Since, plain, told
from .writing import comment, save


class Offer(NamedTuple):
    """A passage that the file has otherwise, or like us, and its place in the row.

    ``since`` tells what we did after the file had left: "ours" where the difference is of
    our making alone, "both" where both sides changed the passage.
    """

    place: int
    passage: Passage
    since: Since = ""
    sent: str = ""
    """The passage as it was when the file left, where that can be told."""

    @property
    def is_theirs(self) -> bool:
        return self.passage.differs and self.since != "ours"

    @property
    def is_contested(self) -> bool:
        """Whether each side has words of its own for this passage."""
        return self.since == "both" and bool(self.passage.before and self.passage.after)

    @property
    def words(self) -> str:
        """What taking it over writes: both changes where that can be, else the file's."""
        if not self.is_contested:
            return self.passage.after
        both = together(self.sent, self.passage.before, self.passage.after)
        return both or self.passage.after

    @property
    def is_reconciled(self) -> bool:
        return self.words != self.passage.after

    @property
    def sides(self) -> tuple[tuple[Piece, ...], ...]:
        """What each side changed: we, and then the file."""
        sides = (self.passage.before, self.passage.after)
        return tuple(word_difference(self.sent or side, side) for side in sides)


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned text against ours; recomputed from the two texts for every request."""

    ours: str
    offers: tuple[Offer, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(offer.passage for offer in self.offers)

    @property
    def differs(self) -> bool:
        return any(passage.differs for passage in self.passages)

    @property
    def theirs(self) -> frozenset[int]:
        """The places of all that the file changes."""
        return frozenset(offer.place for offer in self.offers if offer.is_theirs)

    def text(self, taken: Collection[int]) -> str:
        """Return our text with the passages at the places ``taken`` as the file has them."""
        return accept(self.ours, self.passages, taken)

    def written(self, words: Mapping[int, str]) -> "Returned":
        """Return it with what is to stand where each side has words of its own."""
        return replace(
            self,
            offers=tuple(
                offer._replace(passage=_written(offer, words))
                if offer.is_contested
                else offer
                for offer in self.offers
            ),
        )

    def about(self, remark: Remark, taken: Collection[int]) -> str:
        """Return the passage that a remark is on, as it will stand; else its own quote."""
        quote = plain(remark.quote.removesuffix("…"))
        for place, passage in enumerate(self.passages):
            stays = passage.after if place in taken else passage.before
            if quote and stays and quote in plain(passage.after or passage.before):
                return stays
        return remark.quote or "The whole text"


def returned(ours: str, markup: str, *, sent: str | None = None) -> Returned:
    """Return how the text ``markup`` of a file differs from ``ours``.

    ``sent`` is the text that the file was made of, where it is an older one.
    """
    passages = difference(ours, spelled_like(ours, markup))
    before = None if sent == ours else sent
    return Returned(ours, tuple(_offers(passages, before)))


def untracked(sent: str, original: str) -> bool:
    """Whether somebody changed the file without Word keeping track of it."""
    return any(row.differs for row in difference(sent, spelled_like(sent, original)))


def _written(offer: Offer, words: Mapping[int, str]) -> Passage:
    after = words.get(offer.place, offer.words).strip()
    return replace(offer.passage, kind="changed" if after else "removed", after=after)


@transaction.atomic
def take_over(
    statement: Statement,
    text: str,
    remarks: Sequence[tuple[str, Remark]],
    *,
    by: User,
    based_on: int,
) -> Revision | None:
    """Save ``text`` as ``save`` does, and each remark beside its passage; all or nothing.

    Raises: RefusedError; StaleRevisionError if somebody else was first.
    """
    revision = save(statement, text, by=by, based_on=based_on)
    add_remarks(statement, remarks, by=by)
    return revision


@transaction.atomic
def add_remarks(
    statement: Statement, remarks: Sequence[tuple[str, Remark]], *, by: User
) -> None:
    """Add comments of a file, each with the name that Word gave its author."""
    for passage, remark in remarks:
        author = remark.author.strip() or "Somebody"
        words = f"{author}, in the Word file: {remark.text.strip() or '(no words)'}"
        comment(statement, passage, words, by=by)


def _offers(passages: Sequence[Passage], sent: str | None) -> Iterator[Offer]:
    if sent is None:
        yield from (Offer(place, row) for place, row in enumerate(passages))
        return
    for place, (row, since) in enumerate(
        zip(passages, told(passages, sent), strict=True)
    ):
        yield Offer(place, row, since.since, since.sent)
