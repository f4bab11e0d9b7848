"""Tables in a text: a row is a line, its cells stand apart by a bar."""

from __future__ import annotations

CELL = " | "
"""Between the cells of a row."""
