"""Data about languages: words for numbers, scales, currencies, units, months, bounds.

Every reader of figures derives its patterns from the tables here: the figure reader, the
comparison of quotes, the query language and the search index. A word that is added to a table is
known to all of them.
"""
