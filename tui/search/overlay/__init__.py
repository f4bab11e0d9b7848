"""Edits of a corpus over an index that was built before them, as in a log-structured store."""
