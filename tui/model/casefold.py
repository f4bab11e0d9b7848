"""Words as people type them: without case and accents."""

from __future__ import annotations

from unicodedata import combining, normalize


def plain(text: str) -> str:
    """A text in lower case, without accents and compatibility forms; its length may change."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
