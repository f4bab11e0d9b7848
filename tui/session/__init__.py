"""Opens a corpus and answers for it: the one way in for the app and every verb."""
