"""dealtui: read every deal next to the sentence that proves it."""

__version__ = "0.1.0"
