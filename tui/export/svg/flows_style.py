"""How flows look: colours, patterns and small shapes.

The colours are those of Okabe and Ito, which colour-blind readers tell apart; kinds of sums
differ in pattern and word as well.
"""

from __future__ import annotations

import msgspec

from tui.export.svg.primitives import number, text
from tui.flows.edges import Column

FONT = "Inter, 'Helvetica Neue', 'Segoe UI', Arial, 'Liberation Sans', sans-serif"
_THIN = 5.0


class Palette(msgspec.Struct, frozen=True):
    """Ground, text, the four kinds of sums, and what marks a round trip."""

    ground: str
    card: str
    ink: str
    quiet: str
    line: str
    kinds: dict[Column, str]
    trip: str


LIGHT = Palette(
    "#ffffff",
    "#f6f6f3",
    "#1c1c1a",
    "#5f5f5a",
    "#cfcfc8",
    {"paid": "#009e73", "committed": "#0072b2", "ceiling": "#e69f00", "rumoured": "#cc79a7"},
    "#d55e00",
)
DARK = Palette(
    "#14171c",
    "#1c2027",
    "#ecebe7",
    "#a6abb3",
    "#3a4049",
    {"paid": "#17b890", "committed": "#56b4e9", "ceiling": "#e69f00", "rumoured": "#cc79a7"},
    "#ff7f32",
)


def style(palette: Palette) -> str:
    """The style sheet and the patterns that the shapes refer to."""
    kinds = palette.kinds
    return f"""<style>
text{{font-family:{FONT};fill:{palette.ink};font-size:13px}}
.title{{font-size:30px;font-weight:700;letter-spacing:-.4px}}
.heading{{font-size:17px;font-weight:700}}
.party{{font-size:15px;font-weight:600}}
.strong{{font-weight:600}}
.quiet{{fill:{palette.quiet}}}
.badge{{font-size:12px;font-weight:700;fill:{palette.ground}}}
.ratio{{font-size:16px;font-weight:700;fill:{palette.trip}}}
</style>
<defs>
<pattern id="committed" width="6" height="6" patternUnits="userSpaceOnUse">\
<rect width="6" height="6" fill="{kinds["committed"]}" fill-opacity=".5"/>\
<path d="M0 1.5h6M0 4.5h6" stroke="{kinds["committed"]}" stroke-width="1.2"/></pattern>
<pattern id="ceiling" width="7" height="7" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)">\
<rect width="7" height="7" fill="{kinds["ceiling"]}" fill-opacity=".14"/>\
<path d="M1.5 0v7" stroke="{kinds["ceiling"]}" stroke-width="2.4"/></pattern>
</defs>"""


def band(palette: Palette, path: str, width: float, column: Column, *, trip: bool = False) -> str:
    """A band along a path: solid when paid, lined when committed, hatched when a ceiling.

    What is rumoured is dotted; a band of a round trip is outlined.
    """
    colour = palette.kinds[column]
    parts = []
    if trip:
        parts.append(_stroke(path, f'stroke="{palette.trip}"', width + 4.5))
        parts.append(_stroke(path, f'stroke="{palette.ground}"', width + 1.5))
    if column == "paid":
        parts.append(_stroke(path, f'stroke="{colour}"', width))
    elif column == "rumoured":
        parts.append(_stroke(path, f'stroke="{colour}" stroke-dasharray="2 5"', max(2.4, width)))
    elif width < _THIN:
        # A pattern does not show on a thin line.
        dashes = ' stroke-dasharray="9 4"' if column == "ceiling" else ' stroke-opacity=".75"'
        parts.append(_stroke(path, f'stroke="{colour}"{dashes}', width))
    else:
        # The edges keep a pattern in shape.
        parts.append(_stroke(path, f'stroke="{colour}"', width))
        parts.append(_stroke(path, f'stroke="{palette.ground}"', width - 2))
        parts.append(_stroke(path, f'stroke="url(#{column})"', width - 2))
    return "".join(parts)


def _stroke(path: str, paint: str, width: float) -> str:
    return f'<path d="{path}" fill="none" {paint} stroke-width="{number(width)}"/>'


def arrow_head(x: float, y: float, half: float, colour: str) -> str:
    """A triangle that points to the right, its base at `x`."""
    return (
        f'<path d="M{number(x)} {number(y - half)}L{number(x + 9)} {number(y)}'
        f'L{number(x)} {number(y + half)}z" fill="{colour}"/>'
    )


def badge(palette: Palette, x: float, y: float, words: str) -> str:
    """The number of a round trip in a disc."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="9.5" fill="{palette.trip}" '
        f'stroke="{palette.ground}" stroke-width="2"/>'
        + text(x, y + 4.3, words, "badge", anchor="middle")
    )


def bar(palette: Palette, x: float, top: float, bottom: float) -> str:
    """The upright bar of a party."""
    return (
        f'<rect x="{number(x)}" y="{number(top)}" width="5" height="{number(bottom - top)}" '
        f'rx="2" fill="{palette.ink}"/>'
    )
