"""Breaking short texts into lines of a width."""

from __future__ import annotations

from tui.widgets.article.layout import ArticleLayout


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, at least one."""
    layout = ArticleLayout(text, max(1, width))
    return [layout.line_text(line).rstrip() for line in range(len(layout))] or [""]
