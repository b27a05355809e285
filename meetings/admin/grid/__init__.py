"""The attendance grid: who attended a week or a meeting, entered on one page.

``cells``, ``merging``, ``names`` and ``wording`` are pure; ``roster`` reads the record,
``saving`` writes it; ``desk`` does what a posted page asks for, ``page`` shows it.
"""
