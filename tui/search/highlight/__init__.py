"""Why and where a record matched: explanations, occurrences, snippets."""
