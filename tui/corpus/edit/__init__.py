"""Changes to the text of a corpus file that touch no other byte of it."""
