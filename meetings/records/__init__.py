"""Records kept as files: reading them strictly, and laying them into the database."""
