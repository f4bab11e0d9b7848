"""Text and numbers as SVG takes them."""

from __future__ import annotations

from html import escape

from tui.model.safe_text import safe_line
from tui.model.widths import cells

_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def xml(text: str) -> str:
    """A text as XML content or attribute, on one line, without what XML or a reader forbids."""
    return escape(safe_line(text).translate(_NOT_XML), quote=True)


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def text(
    x: float, y: float, words: str, style: str, *, anchor: str = "start", more: str = ""
) -> str:
    """A line of text; `style` names its class."""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{number(x)}" y="{number(y)}" class="{style}"{where}{more}>{xml(words)}</text>'


def roughly(words: str, size: float) -> float:
    """About how wide a text is in a sans-serif face of that size; wide letters fill a square."""
    return (
        sum(
            0.3 if c in "iljtf.,' 1()[]|" else (0.0, 0.62, 1.0)[1 if c.isascii() else cells(c)]
            for c in words
        )
        * size
    )


def shortened(words: str, width: float, size: float) -> str:
    """The words, cut with an ellipsis where they would be wider than `width`."""
    if roughly(words, size) <= width:
        return words
    while words and roughly(words + "…", size) > width:
        words = words[:-1]
    return words.rstrip() + "…"
