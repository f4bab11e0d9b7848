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

from tui.widgets.drawing.contrast import LEAST_SIGN, LEAST_TEXT, legible

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    # The user's own: unlike every style of evidence
    "own": Wear("rumoured", text="italic"),
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

SIGNS_ALONE = frozenset({"rail", "thumb"})
"""Styles that no text wears, of which less contrast is asked."""

SIXTEEN_STYLES: dict[str, Wear] = {
    "quiet": Wear(),
    "good": Wear("success"),
    "warn": Wear("warning"),
    "bad": Wear("error", text="bold"),
    "accent": Wear("pointer"),
    "own": Wear("ansi_magenta", text="italic"),
    "key": Wear("pointer", text="bold"),
    "match": Wear("pointer", text="bold underline"),
    "cursor": Wear(text="bold"),
    "chosen": Wear(text="reverse"),
    "rail": Wear(),
    "thumb": Wear(text="bold"),
    "quote": Wear("ansi_black", "ansi_green"),
    "dispute": Wear("ansi_black", "ansi_yellow", "italic"),
    "other": Wear(text="underline"),
    "open": Wear("pointer", text="underline"),
    "found": Wear("ansi_black", "ansi_magenta", "bold"),
    "hit": Wear("ansi_black", "ansi_bright_magenta", "bold underline"),
    "current": Wear("ansi_black", "ansi_cyan", "bold underline"),
    "axis": Wear(),
    "lane": Wear(),
    "paid": Wear("success", text="bold"),
    "committed": Wear("pointer"),
    "announced": Wear("warning"),
    "rumoured": Wear("ansi_magenta"),
    "cancelled": Wear(text="strike"),
    "fact": Wear(),
    "total": Wear(),
    "selected": Wear("ansi_black", "ansi_cyan", "bold"),
    "selected-bar": Wear(text="bold"),
    "article": Wear("pointer"),
    "today": Wear("error"),
    "stack": Wear(text="bold"),
    "dim": Wear(),
}
"""What differs with the terminal's own sixteen colours, of which none can be blended.

On a ground of colour text is black: of the sixteen only black is told apart from all of them.
"""

PLAIN_STYLES: dict[str, Wear] = {
    "accent": Wear(),
    "own": Wear(text="italic"),
    "quote": Wear(text="underline"),
    "dispute": Wear(text="underline italic"),
    "other": Wear(),
    "open": Wear(text="italic"),
    "found": Wear(text="bold underline"),
    "hit": Wear(text="reverse underline"),
    "current": Wear(text="reverse bold"),
    "selected": Wear(text="reverse bold"),
}
"""What differs without any colour: the strongest is the quote at hand."""

_ON_DARK = {
    "paid": "#009e73", "committed": "#56b4e9", "announced": "#e69f00", "rumoured": "#cc79a7",
    "pointer": "ansi_cyan",
}  # fmt: skip
_ON_LIGHT = {
    "paid": "#007a59", "committed": "#0067a3", "announced": "#9a5b00", "rumoured": "#a3457d",
    "pointer": "ansi_blue",
}  # fmt: skip
"""The same hues, dark enough to be read on a light ground.

`pointer` is what the terminal's own colours have for the accent, which some lack.
"""

_ANSI = STYLES | SIXTEEN_STYLES
_PLAIN = _ANSI | PLAIN_STYLES

_VARIABLES: dict[str, dict[str, str]] = {}
"""The variables of each theme, which take Textual a while to work out."""


def resolve(app: App[object], names: str, ground: Color) -> Style:
    """The style of space-separated names, later ones on top, blended into a ground.

    Colours that cannot be read on what lies below them are made so; of the terminal's own colours
    nobody but the terminal knows how they look, and they stay.
    """
    theme = app.current_theme
    if app.theme not in _VARIABLES:
        _VARIABLES[app.theme] = with_hues(app.theme_variables, dark=theme.dark)
    if app.no_color or theme.ansi:
        return _from_terminal(app.theme, names, plain=app.no_color)
    return _blended(app.theme, names, ground.rgb)


def with_hues(variables: Mapping[str, str], *, dark: bool) -> dict[str, str]:
    """The variables of a theme with the hues that are ours in all themes."""
    return {**variables, **(_ON_DARK if dark else _ON_LIGHT)}


def blended(names: str, variables: Mapping[str, str], ground: Color) -> tuple[Color, Color, str]:
    """Colour, ground and text style of space-separated names in a theme of many colours."""
    colour, over = Color.parse(variables["foreground"]), ground
    texts = []
    contrasting = False
    for name in names.split():
        wear = STYLES[name]
        if wear.ground:
            over = _colour(wear.ground, variables, ground)
        if wear.colour:
            contrasting = wear.colour == "contrast"
            if not contrasting:
                colour = _colour(wear.colour, variables, ground)
        texts.append(wear.text)
    if contrasting:
        colour = over.get_contrast_text(1.0)
    least = LEAST_SIGN if names in SIGNS_ALONE else LEAST_TEXT
    return legible(colour, over, least), over, " ".join(filter(None, texts))


@lru_cache(maxsize=1024)
def _blended(theme: str, names: str, ground: tuple[int, int, int]) -> Style:
    below = Color(*ground)
    colour, over, text = blended(names, _VARIABLES[theme], below)
    coloured = any(STYLES[name].colour for name in names.split()) or over != below
    return Style(
        color=colour.rich_color if coloured else None,
        bgcolor=over.rich_color if over != below else None,
    ) + Style.parse(text or "none")


@lru_cache(maxsize=512)
def _from_terminal(theme: str, names: str, *, plain: bool) -> Style:
    table, known = _PLAIN if plain else _ANSI, _VARIABLES[theme]
    style = Style.null()
    for name in names.split():
        wear = table[name]
        colours = [
            Color.parse(known.get(wanted, wanted)).rich_color if wanted and not plain else None
            for wanted in (wear.colour, wear.ground)
        ]
        style += Style(color=colours[0], bgcolor=colours[1]) + Style.parse(wear.text or "none")
    return style


def _colour(wanted: str, variables: Mapping[str, str], ground: Color) -> Color:
    """A colour like `foreground 62%` or `#009e73`, blended; Rich knows no transparency."""
    name, _, opacity = wanted.partition(" ")
    colour = Color.parse(variables.get(name, name))
    if opacity:
        colour = colour.multiply_alpha(float(opacity.rstrip("%")) / 100)
    return ground + colour
