"""YAML with the place of every key and value: events, nodes, recovery, and writing scalars."""
