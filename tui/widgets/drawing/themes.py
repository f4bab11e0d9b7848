"""The themes: our own two, those of Textual, and which one a terminal gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.platform.terminal_display import Colours
from tui.widgets.drawing.contrast import LEAST_SIGN, LEAST_TEXT, legible, luminance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.platform.terminal_display import TerminalDisplay

DARK, LIGHT = "dealtui-dark", "dealtui-light"
ANSI = "ansi"
"""The terminal's own colours, as they are on its ground."""

_TYPED_TINT = 0.05
"""The part of the text's colour in the ground of a line that is typed in."""

_OWN = (
    Theme(
        name=DARK,
        primary="#58a6d6",
        secondary="#7fc4c9",
        accent="#f2b84b",
        warning="#f2b84b",
        error="#ff8080",
        success="#5ecb85",
        foreground="#e6e8ea",
        background="#121518",
        surface="#1a1e23",
        panel="#22272e",
        variables={
            "text-primary": "#8cc8ee",
            "text-secondary": "#9adade",
            "text-accent": "#f6c667",
            "text-warning": "#f6c667",
            "text-error": "#ff9c9c",
            "text-success": "#7edb9d",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#1f6fa8",
        secondary="#14717a",
        accent="#8a5a00",
        warning="#8a5a00",
        error="#b3261e",
        success="#1c7a3e",
        foreground="#1b1e22",
        background="#fbfaf7",
        surface="#f3f1ec",
        panel="#e7e4dc",
        dark=False,
        variables={
            "text-primary": "#155a8c",
            "text-secondary": "#0e5b62",
            "text-accent": "#744b00",
            "text-warning": "#744b00",
            "text-error": "#9b1c16",
            "text-success": "#12612f",
        },
    ),
)
THEMES: dict[str, Theme] = {theme.name: theme for theme in _OWN} | BUILTIN_THEMES
"""All themes by name, our own first; `ansi` stands for one of them, see `theme_for`."""


def theme_for(wanted: str, display: TerminalDisplay) -> str:
    """The name of the theme that a wish comes to on a terminal.

    Args:
        wanted: The name of a theme; empty for our own, dark or light as the terminal is.
        display: What the terminal can show; one of sixteen colours or fewer gets its own.
    """
    if wanted == ANSI or display.colours < Colours.MANY:
        if wanted in ("ansi-dark", "ansi-light"):
            return wanted
        return "ansi-light" if display.light else "ansi-dark"
    if wanted in THEMES:
        return wanted
    return LIGHT if display.light else DARK


def legible_variables(variables: Mapping[str, str], theme: Theme) -> dict[str, str]:
    """The colours of text, of borders and of text in these, legible on every ground of a theme.

    Textual's shades and opacities reach no known contrast, nor do the colours of all its themes: a
    border of `surface-lighten-2` has 1.5 to 1 in most, and plain text 3.5 in some. What is legible
    stays as the theme has it.

    Args:
        variables: The colours of the theme as Textual works them out.
        theme: The theme; one of the terminal's own colours is left to the terminal.
    """
    if theme.ansi:
        return {
            "frame": "ansi_default",
            "frame-focus": variables["accent"],
            "frame-text": "ansi_default",
            "quiet-text": "ansi_default",
            "text-disabled": "ansi_default",
            "bar": "transparent",
            "notice": "transparent",
        }
    grounds = [Color.parse(variables[name]) for name in ("background", "surface", "panel")]
    foreground = Color.parse(variables["foreground"])
    # A line that is typed in is tinted so by Textual.
    grounds += [ground.blend(foreground, _TYPED_TINT) for ground in grounds]
    hardest = max(grounds, key=lambda ground: abs(luminance(ground) - (0 if theme.dark else 1)))
    plain = legible(foreground, hardest, LEAST_TEXT)
    quiet = legible(hardest.blend(plain, 0.62), hardest, LEAST_TEXT).hex
    accent = Color.parse(variables["accent"])
    selected = hardest.blend(Color.parse(variables["primary"]), 0.4)
    return {
        "foreground": plain.hex,
        "frame": legible(hardest.blend(plain, 0.35), hardest, LEAST_SIGN).hex,
        "frame-focus": legible(accent, hardest, LEAST_SIGN).hex,
        "frame-text": legible(accent, hardest, LEAST_TEXT).hex,
        "quiet-text": quiet,
        # What Textual writes a line to be typed in with before anything is.
        "text-disabled": quiet,
        "input-selection-background": selected.hex,
        "input-selection-foreground": legible(plain, selected, LEAST_TEXT).hex,
        "bar": variables["panel"],
        "notice": variables["warning-muted"],
    }
