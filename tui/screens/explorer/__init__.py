"""The explorer: every deal next to the sentence that proves it."""
