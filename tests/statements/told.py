"""What the reader tells of a text, shortened for tests."""

from meetings.statements.read import read
from meetings.statements.reading.plain import plain

from .vocabulary import shipped


def read_text(text):
    return plain(read(text, shipped()))


def listed(told):
    """The attendance by capacity, apologies apart: short names, in the order told."""
    groups = {}
    for row in told["attendance"]:
        group = row["capacity"] if row["present"] else "apologies"
        groups.setdefault(group, []).append(row["party"])
    return groups


def kinds(told):
    return [row["kind"] for row in told["doubts"]]


def chairs(told):
    return [(row["party"], row["person"], row["title"]) for row in told["co_chairs"]]


def where(told):
    return (told["start"], told["end"], told["city"], told["country"])


OPENING = (
    "The Ad Hoc Group of the Bali Process met in Perth, Australia, on 1 May 2018. "
)


def told(text):
    """The proposal for words that follow the opening of a statement."""
    return read_text(OPENING + text)
