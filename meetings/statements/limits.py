"""Texts that are no statements: refused before anybody compares, checks or prints them.

What is slow with a long text is slow with its lines and its signs, not its letters. The
numbers are ten times and more those of the longest statement there has been.
"""

MOST = 300_000
"""Characters: more is no statement, and no PDF is made of it."""
MOST_LINES = 1_500
MOST_SIGNS = 2_000
_SIGNS = "*_[\\\"'"


def excess(text: str) -> str:
    """Return the sentence that says of what the text has too much, "" if of nothing."""
    lines, signs = text.count("\n"), sum(map(text.count, _SIGNS))
    if len(text) > MOST:
        return f"The text has {len(text):,} characters. A statement may have {MOST:,}."
    if lines > MOST_LINES:
        return (
            f"The text has {lines:,} lines, with empty ones. A statement may have "
            f"{MOST_LINES:,}: shorten it, or join lines that belong together."
        )
    if signs > MOST_SIGNS:
        return (
            f"The text has {signs:,} quotation marks and signs of bold, italic and "
            f"links. A statement may have {MOST_SIGNS:,}: remove some."
        )
    return ""
