"""From files to a corpus and back: YAML with places, schema, article texts, edits of the file."""
