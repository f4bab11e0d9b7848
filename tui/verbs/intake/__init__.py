"""Verbs that bring material into a corpus, and out of it."""
