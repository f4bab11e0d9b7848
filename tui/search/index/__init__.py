"""The inverted index: analyzer, term dictionary, postings, positions, doc values."""
