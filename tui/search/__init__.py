"""Search: the query language, the vocabulary, the index and the ranking."""
