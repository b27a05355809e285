"""A meeting's programme on one page: sessions in order, who spoke, what came of them.

``values``, ``lines`` and ``order`` are pure; ``agenda`` reads the record, ``names`` finds
whom a typed name means; ``sheet`` is the page as it was posted, ``saving`` writes it,
``page`` shows it. ``plugs`` is where another app adds what it links to sessions and
outcomes.
"""
