"""The parties of a corpus as a whole: who is probably recorded twice, and how each is used."""
