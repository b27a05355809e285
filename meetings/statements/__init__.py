"""Words from the record. Pure: facts in, text out."""
