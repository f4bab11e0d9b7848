"""Signs for terminals whose font has letters and little else: each is one ASCII character.

A line goes through `AsciiSigns` last of all, so that borders, titles and what Textual draws itself
are written with them too. What means different things stays different wherever it stands for
itself: states of proof, statuses, stances, kinds of money (`tests/widgets/test_ascii_signs.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

ASCII: dict[str, str] = {
    # States of proof, stances, the user's own
    "✓": "v", "☑": "V", "∴": ":", "↷": "~", "≟": "%", "○": "o", "≠": "!", "✗": "x", "∅": "0",
    "Δ": "D", "±": "&", "·": ".", "…": "_", "✎": "*", "☆": "*", "★": "*",
    # Statuses and marks of the timeline
    "●": "@", "◉": "O", "◐": "C", "◌": "o", "✕": "X", "✦": "*", "△": "^", "▲": "A", "◆": "#",
    "■": "#", "•": "*", "Σ": "S",
    # Bounds, arrows, typography
    "≤": "<", "≥": ">", "≈": "~", "→": ">", "←": "<", "↔": "=", "⇄": "=", "↑": "^", "↓": "v",
    "⇥": ">", "⇧": "^", "⌫": "<", "⏎": "/", "−": "-", "×": "x", "÷": "/", "⋯": "~", "↳": ">",
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": "<",
    "›": ">", "´": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-",
    "€": "E", "£": "L", "¥": "Y", "©": "c", "°": "o",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    # Lines
    "─": "-", "━": "=", "│": "|", "┃": "|", "┄": "-", "┈": "-", "╌": "-", "┊": ":", "╎": ":",
    "╵": "|", "╷": "|", "╴": "-", "╶": "-",
    "╭": "+", "╮": "+", "╯": "+", "╰": "+", "┌": "+", "┐": "+", "┓": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╞": "+", "╡": "+", "═": "=", "║": "|",
    # Blocks: bars grow by steps, rails and cursors are strokes
    "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#",
    "▏": "|", "▎": "|", "▍": "|", "▌": "|", "▋": "|", "▊": "#", "▉": "#", "▐": "#", "▕": "|",
    "▔": "-", "▀": "-", "░": ".", "▒": ":", "▓": "+", "▖": ".", "▗": ".", "▘": "'", "▝": "'",
    "▸": ">", "▶": ">", "▼": "v", "▾": "v", "◀": "<",
    "┏": "+",
    "┗": "+",
    "┛": "+",
    # What stands for a byte or a control that cannot be shown
    "\ufffd": "?", **{chr(code): "?" for code in range(0x2400, 0x2425)},
}  # fmt: skip
"""What stands for each sign; letters, also those with accents, stay what they are."""
_TABLE = str.maketrans(ASCII)
_BOUNDS = (("≤ ", "<="), ("≥ ", ">="))
"""Bounds keep their meaning: the space before the amount makes room for the second character."""


class AsciiSigns(LineFilter):
    """Writes every sign of a line as one ASCII character; takes time for each segment drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with other signs; each keeps its width."""
        return [
            segment
            if segment.text.isascii()
            else Segment(in_ascii(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def in_ascii(text: str) -> str:
    """A text with its signs in ASCII, as wide as before."""
    for sign, plain in _BOUNDS:
        text = text.replace(sign, plain)
    return text.translate(_TABLE)
