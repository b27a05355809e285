"""How large a file may be, and how it is refused."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 5 * MEGABYTE
MOST_ROWS = 10_000
"""In all the lists of a file together."""
MOST_MARKS = 20_000
"""In all the columns of events together."""
MOST_FILLED = 12_000
"""With what stands above the lists."""
MOST_SHEETS = 40
MOST_COLUMNS = 60
MOST_LETTERS = 2_000
"""In one cell. The longest field of the record has 500."""

MOST_UNPACKED = 60 * MEGABYTE
MOST_STRINGS = 25 * MEGABYTE
MOST_PARTS = 500
MOST_LINES = 5_000_000
"""Lines looked at, empty ones included. A sheet has at most 1,048,576, and some programs
save them all."""


class UnreadableFileError(Exception):
    """The file cannot be read at all. Its text is for the user: what is wrong, what to do."""
