"""Text and numbers as SVG needs them."""

from __future__ import annotations

from html import escape

from tui.model.safe_text import safe_line
from tui.model.widths import cells

_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def xml_text(text: str) -> str:
    """A text as XML content or attribute, on one line, without characters that XML forbids."""
    return escape(safe_line(text).translate(_NOT_XML), quote=True)


def px(value: float) -> str:
    """A number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def text(
    x: float, y: float, words: str, style: str, *, anchor: str = "start", more: str = ""
) -> str:
    """A line of text; `style` names its class."""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{px(x)}" y="{px(y)}" class="{style}"{where}{more}>{xml_text(words)}</text>'


def approximate_width(words: str, size: float) -> float:
    """The approximate width of a text in a sans-serif face of a size.

    No font is at hand to measure with: narrow letters count 0.3 of the size, East Asian ones fill a
    square, and all others count 0.62, generous for the usual faces so that texts do not overlap.
    """
    return (
        sum(
            0.3 if c in "iljtf.,' 1()[]|" else (0.0, 0.62, 1.0)[1 if c.isascii() else cells(c)]
            for c in words
        )
        * size
    )


def shortened(words: str, width: float, size: float) -> str:
    """The text, cut with an ellipsis where it would be wider than `width`."""
    if approximate_width(words, size) <= width:
        return words
    while words and approximate_width(words + "…", size) > width:
        words = words[:-1]
    return words.rstrip() + "…"
