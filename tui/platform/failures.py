"""What the system refuses, in words."""

from __future__ import annotations


def in_words(error: Exception) -> str:
    """What went wrong, as `deals.yaml: No space left on device`; no number of the system's."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
