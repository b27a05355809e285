"""Facts and text in, bytes out. Imports nothing itself: the PDF renderer starts here."""
