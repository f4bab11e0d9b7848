"""From files to a corpus: YAML with positions, schema, article texts, the TinyDB store."""
