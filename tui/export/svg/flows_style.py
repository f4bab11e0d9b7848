"""The look of flow pictures: colours, patterns and small shapes.

The colours are those of Okabe and Ito (2002), which colour-blind readers can tell apart; columns
also differ in pattern and word.
"""

from __future__ import annotations

import msgspec

from tui.export.svg.primitives import px, text
from tui.flows.edges import Column

FONT = "Inter, 'Helvetica Neue', 'Segoe UI', Arial, 'Liberation Sans', sans-serif"
_PATTERN_FROM = 5.0
"""Pixels of width from which a pattern shows; thinner bands are dashed."""

_DASHES: dict[Column, str] = {
    "announced": ' stroke-dasharray="3 4"', "ceiling": ' stroke-dasharray="9 4"',
}  # fmt: skip


class Palette(msgspec.Struct, frozen=True):
    """The colours of a picture.

    Attributes:
        ground: Behind everything.
        card: Behind a round trip.
        ink: Text and bars.
        quiet: Secondary text.
        line: Thin lines.
        columns: The colour of each column of sums.
        trip: What marks a round trip.
    """

    ground: str
    card: str
    ink: str
    quiet: str
    line: str
    columns: dict[Column, str]
    trip: str


LIGHT = Palette(
    "#ffffff",
    "#f6f6f3",
    "#1c1c1a",
    "#5f5f5a",
    "#cfcfc8",
    {
        "paid": "#009e73",
        "committed": "#0072b2",
        "announced": "#e69f00",
        "ceiling": "#56b4e9",
        "rumoured": "#cc79a7",
    },
    "#d55e00",
)
DARK = Palette(
    "#14171c",
    "#1c2027",
    "#ecebe7",
    "#a6abb3",
    "#3a4049",
    {
        "paid": "#17b890",
        "committed": "#56b4e9",
        "announced": "#e69f00",
        "ceiling": "#a9d6f5",
        "rumoured": "#cc79a7",
    },
    "#ff7f32",
)


def style_sheet(palette: Palette) -> str:
    """The style sheet, and the patterns that shapes refer to."""
    colours = palette.columns
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
<rect width="6" height="6" fill="{colours["committed"]}" fill-opacity=".5"/>\
<path d="M0 1.5h6M0 4.5h6" stroke="{colours["committed"]}" stroke-width="1.2"/></pattern>
<pattern id="announced" width="7" height="7" patternUnits="userSpaceOnUse">\
<rect width="7" height="7" fill="{colours["announced"]}" fill-opacity=".14"/>\
<circle cx="3.5" cy="3.5" r="1.9" fill="{colours["announced"]}"/></pattern>
<pattern id="ceiling" width="7" height="7" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)">\
<rect width="7" height="7" fill="{colours["ceiling"]}" fill-opacity=".14"/>\
<path d="M1.5 0v7" stroke="{colours["ceiling"]}" stroke-width="2.4"/></pattern>
</defs>"""


def band_svg(
    palette: Palette, path: str, width: float, column: Column, *, trip: bool = False
) -> str:
    """A band along a path: solid when paid, lined when committed, hatched when at most that.

    What is announced has dots in it, what is rumoured is dotted itself; a band of a round trip is
    outlined.
    """
    colour = palette.columns[column]
    parts = []
    if trip:
        parts.append(_stroke(path, f'stroke="{palette.trip}"', width + 4.5))
        parts.append(_stroke(path, f'stroke="{palette.ground}"', width + 1.5))
    if column == "paid":
        parts.append(_stroke(path, f'stroke="{colour}"', width))
    elif column == "rumoured":
        parts.append(_stroke(path, f'stroke="{colour}" stroke-dasharray="2 5"', max(2.4, width)))
    elif width < _PATTERN_FROM:
        # A pattern does not show on a thin line.
        dashes = _DASHES.get(column, ' stroke-opacity=".75"')
        parts.append(_stroke(path, f'stroke="{colour}"{dashes}', width))
    else:
        # The edges keep a pattern in shape.
        parts.append(_stroke(path, f'stroke="{colour}"', width))
        # Two solid edges keep the pattern in shape.
        parts.append(_stroke(path, f'stroke="{palette.ground}"', width - 2))
        parts.append(_stroke(path, f'stroke="url(#{column})"', width - 2))
    return "".join(parts)


def _stroke(path: str, paint: str, width: float) -> str:
    return f'<path d="{path}" fill="none" {paint} stroke-width="{px(width)}"/>'


def arrow_head_svg(x: float, y: float, half: float, colour: str) -> str:
    """A triangle that points to the right, its base at `x`."""
    return (
        f'<path d="M{px(x)} {px(y - half)}L{px(x + 9)} {px(y)}'
        f'L{px(x)} {px(y + half)}z" fill="{colour}"/>'
    )


def badge_svg(palette: Palette, x: float, y: float, words: str) -> str:
    """The number of a round trip in a disc."""
    return (
        f'<circle cx="{px(x)}" cy="{px(y)}" r="9.5" fill="{palette.trip}" '
        f'stroke="{palette.ground}" stroke-width="2"/>'
        + text(x, y + 4.3, words, "badge", anchor="middle")
    )


def bar_svg(palette: Palette, x: float, top: float, bottom: float) -> str:
    """The upright bar of a party."""
    return (
        f'<rect x="{px(x)}" y="{px(top)}" width="5" height="{px(bottom - top)}" '
        f'rx="2" fill="{palette.ink}"/>'
    )
