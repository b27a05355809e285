"""The next meeting, or the next week, made from the one before.

What a year has in common with the last is proposed: bodies and their parts, the series,
the next number, the sessions that come back each year. What was only of that year never
is: attendance, speakers, outcomes, themes, places and days.

``proposing`` is pure; ``forms`` hold the proposal, ``making`` writes it, ``page`` shows it.
"""
