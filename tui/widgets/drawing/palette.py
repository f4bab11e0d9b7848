"""The styles that lines wear, resolved from the variables of the theme.

Textual's own way, component classes, makes a style node of every name for every widget and
restyles all of them whenever a class changes: 150 nodes and a third of the start for the panes of
the explorer. Here a style is looked up when a pane first draws with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from textual.app import App


class Wear(NamedTuple):
    """Colour, ground and text style; colours are variables of the theme, with an opacity.

    `contrast` is black or white, whichever reads better on the ground.
    """

    colour: str = ""
    ground: str = ""
    text: str = ""


STYLES: dict[str, Wear] = {
    # Words
    "title": Wear(text="bold"),
    "strong": Wear(text="bold"),
    "quiet": Wear("foreground 62%"),
    "good": Wear("text-success"),
    "warn": Wear("text-warning"),
    "bad": Wear("text-error", text="bold"),
    "accent": Wear("text-accent"),
    "key": Wear("text-accent", text="bold"),
    "match": Wear("text-accent", text="bold underline"),
    # Lines and the rail
    "cursor": Wear(ground="surface-lighten-1"),
    "chosen": Wear(ground="primary 40%"),
    "rail": Wear("surface-lighten-2"),
    "thumb": Wear("primary"),
    # The article
    "quote": Wear(ground="success 25%"),
    "dispute": Wear(ground="warning 30%", text="italic"),
    "other": Wear("foreground 75%", text="underline"),
    "open": Wear("text-accent", text="underline"),
    "found": Wear(ground="accent 30%", text="bold"),
    "hit": Wear("contrast", "secondary", "bold underline"),
    "current": Wear("contrast", "accent", "bold"),
    "selected-text": Wear(text="reverse"),
    # The timeline: Okabe and Ito's palette, which colour-blind readers tell apart
    "axis": Wear("foreground 62%"),
    "lane": Wear("foreground 80%"),
    "paid": Wear("paid", text="bold"),
    "committed": Wear("committed"),
    "announced": Wear("announced"),
    "rumoured": Wear("rumoured"),
    "cancelled": Wear("foreground 45%", text="strike"),
    "fact": Wear("foreground 70%"),
    "total": Wear("foreground 85%"),
    "selected": Wear("contrast", "accent", "bold"),
    "selected-bar": Wear("foreground", text="bold"),
    "article": Wear("text-accent"),
    "today": Wear("text-error"),
    "stack": Wear("foreground", text="bold"),
    "dim": Wear("foreground 40%"),
}

_ON_DARK = {
    "paid": "#009e73", "committed": "#56b4e9", "announced": "#e69f00", "rumoured": "#cc79a7",
}  # fmt: skip
_ON_LIGHT = {
    "paid": "#007a59", "committed": "#0067a3", "announced": "#9a5b00", "rumoured": "#a3457d",
}  # fmt: skip
"""The same hues, dark enough to be read on a light ground (WCAG 2.2, 1.4.11: 3 to 1)."""

_VARIABLES: dict[str, dict[str, str]] = {}
"""The variables of each theme, which take Textual a while to work out."""


def resolve(app: App[object], names: str, ground: Color) -> Style:
    """The style of space-separated names, later ones on top, blended into a ground."""
    theme = app.theme
    if theme not in _VARIABLES:
        statuses = _ON_DARK if app.current_theme.dark else _ON_LIGHT
        _VARIABLES[theme] = app.theme_variables | statuses
    style = Style.null()
    for name in names.split():
        style += _resolved(theme, name, ground.rgb)
    return style


@lru_cache(maxsize=512)
def _resolved(theme: str, name: str, ground: tuple[int, int, int]) -> Style:
    wear = STYLES[name]
    base, known = Color(*ground), _VARIABLES[theme]
    background = _colour(wear.ground, known, base)
    colour = _colour(wear.colour.removeprefix("contrast"), known, base)
    if wear.colour == "contrast":
        colour = (background or base).get_contrast_text(1.0)
    return Style(
        color=colour.rich_color if colour else None,
        bgcolor=background.rich_color if background else None,
    ) + Style.parse(wear.text or "none")


def _colour(wanted: str, variables: dict[str, str], ground: Color) -> Color | None:
    """A colour like `foreground 62%` or `#009e73`, blended; Rich knows no transparency."""
    if not wanted:
        return None
    name, _, opacity = wanted.partition(" ")
    colour = Color.parse(variables.get(name, name))
    if opacity:
        colour = colour.multiply_alpha(float(opacity.rstrip("%")) / 100)
    return ground + colour
