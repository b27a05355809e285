"""Strategies and work plans kept as files, and laying them into the database."""
