"""Contrast of two colours as WCAG 2.2 measures it, and colours that reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import BLACK, WHITE

if TYPE_CHECKING:
    from textual.color import Color

LEAST_TEXT = 4.5
"""What text needs at least (WCAG 2.2, success criterion 1.4.3, level AA)."""
LEAST_SIGN = 3.0
"""What borders and signs need at least (WCAG 2.2, success criterion 1.4.11, level AA)."""
_STEP = 0.05
"""By what part of the way a colour goes towards black or white at a time: unseen by itself."""


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: Color, ground: Color, least: float) -> Color:
    """A colour, taken towards black or white as far as it must be to stand out on a ground.

    Towards whichever of the two contrasts more, which is at least 4.5 to 1 on every ground.
    """
    goal = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    part, found = 0.0, colour
    while contrast(found, ground) < least and part < 1:
        part = min(1.0, part + _STEP)
        found = colour.blend(goal, part)
    return found
