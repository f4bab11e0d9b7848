"""Answering a query: matching terms, filters, ranking, facets."""
