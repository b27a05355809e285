"""Facts and text into documents: HTML, PDF and JSON of the same content."""
