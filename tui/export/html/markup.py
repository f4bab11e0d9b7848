"""HTML in small pieces: every text goes through the gate, then is escaped, and only here."""

from __future__ import annotations

from html import escape

from tui.model.safe_text import safe_line


def words(text: str) -> str:
    """A text of the corpus as HTML; line breaks are spaces."""
    return escape(safe_line(" ".join(text.split())))


def tag(name: str, content: str, **attributes: str) -> str:
    """An element around content that is HTML already; attributes are texts, empty ones left out.

    `class_` stands for `class`, `data_state` for `data-state`.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{words(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{content}</{name}>"


def link(address: str, content: str) -> str:
    """A link to a page of the web, to an anchor of this page, or the content alone."""
    if not address.startswith(("http://", "https://", "#")):
        return content
    foreign = "" if address.startswith("#") else ' rel="noreferrer"'
    return f'<a href="{words(address)}"{foreign}>{content}</a>'
