"""The query language: fields, syntax, parsing, and edits of a query's text."""
