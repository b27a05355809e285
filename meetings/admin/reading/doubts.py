"""Doubts beside what they are about."""

from dataclasses import dataclass

from meetings.statements.reading.proposal import Proposal, Quote

_WIDER = 12
"""Letters by which the words of a doubt about one name may be longer than the name."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A doubt beside a proposal: in full if it is about that alone."""

    number: int
    why: str
    alone: bool


class Doubts:
    """The doubts of a proposal, numbered as its page lists them."""

    def __init__(self, proposal: Proposal) -> None:
        self._doubts = proposal.doubts

    def of(self, quote: Quote) -> list[Beside]:
        """Return the doubts whose words overlap with those of ``quote``."""
        return [
            Beside(number, doubt.why, _narrow(doubt.quote, quote))
            for number, doubt in enumerate(self._doubts, start=1)
            if doubt.quote.start < quote.end and quote.start < doubt.quote.end
        ]


def _narrow(doubt: Quote, quote: Quote) -> bool:
    return doubt.end - doubt.start <= quote.end - quote.start + _WIDER
