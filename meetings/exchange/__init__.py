"""Spreadsheets in and out: participant lists into the record, attendance out of it.

In: ``files`` (bytes to cells) → ``lists`` (cells to rows as they read) → ``planning`` (rows
against the record) → ``applying``, ``undoing``. Out: ``export``. A sheet with a column for
each event goes through ``columns`` and ``marks``, and ``spreading`` takes its rows apart.

The import is not one of django-import-export's: there a row is one record, here it may be
an attendance, a person and a delegate, and a name nobody knows is asked about first.
"""
