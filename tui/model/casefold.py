"""Case folding for comparing words as people type them."""

from __future__ import annotations

from unicodedata import combining, normalize


def plain(text: str) -> str:
    """A text case folded, without diacritics and compatibility forms; its length may change."""
    return "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
