"""Turning text into terms, the same way for the corpus and for what is typed."""
