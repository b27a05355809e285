"""The years that a form accepts: dates beyond them are slips of the keyboard."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
