"""Search: the query language, the term dictionary, the index and the ranking."""
