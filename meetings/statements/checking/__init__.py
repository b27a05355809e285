"""How a text is read against the record: one module for each kind of claim."""
