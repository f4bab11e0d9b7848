"""Writes the table of contrasts: what every style of our own themes has on every ground."""

from __future__ import annotations

from pathlib import Path

from textual.color import Color

from tui.widgets.drawing.contrast import contrast
from tui.widgets.drawing.palette import STYLES, blended, with_hues
from tui.widgets.drawing.themes import DARK, LIGHT, THEMES, legible_variables

TARGET = Path(__file__).parent / "contrast.md"
GROUNDS = ("background", "surface", "panel")
OVERLAYS = ("", "cursor", "chosen")
FRAMES = ("foreground", "frame", "frame-focus", "frame-text", "quiet-text")
_HEAD = """\
# Contrast

Made by `docs/make_contrast.py` from the styles themselves. WCAG 2.2 asks at level AA for 4.5 to 1
for text (1.4.3) and 3 to 1 for borders and signs (1.4.11). Each figure is that of the style on a
ground of the theme: the panes, dialogs and side lists, the lines at the top and bottom; and there
on a line with the cursor, where the pane has the focus (*chosen*) and where it has not (*cursor*).
`tests/screens/test_contrast.py` measures in addition what every screen paints. The other themes of
the picker reach the same: their colours are taken towards black or white as far as they must be
(`tui/widgets/drawing/themes.py`), and those that are legible stay.
"""


def ratios(theme_name: str) -> dict[str, list[float]]:
    """The contrast of each style on every ground of a theme, in the order of the columns."""
    theme = THEMES[theme_name]
    variables = {**theme.to_color_system().generate(), **theme.variables}
    variables = with_hues(variables | legible_variables(variables, theme), dark=theme.dark)
    grounds = [Color.parse(variables[name]) for name in GROUNDS]
    found = {}
    for name in ("", *STYLES):
        found[name or "plain text"] = [
            contrast(*blended(f"{name} {overlay}".strip(), variables, ground)[:2])
            for ground in grounds
            for overlay in OVERLAYS
        ]
    for name in FRAMES:
        colour = Color.parse(variables[name])
        found[f"${name}"] = [contrast(colour, ground) for ground in grounds]
    selected = [
        Color.parse(variables[f"input-selection-{part}"]) for part in ("foreground", "background")
    ]
    found["selected in a line"] = [contrast(selected[0], selected[1])] * len(grounds)
    return found


def table() -> str:
    """The whole document."""
    parts = [_HEAD]
    columns = [f"{ground} {overlay}".strip() for ground in GROUNDS for overlay in OVERLAYS]
    for theme in (DARK, LIGHT):
        parts.append(f"## {theme}\n")
        parts.append(f"| style | {' | '.join(columns)} |\n|---|{'---:|' * len(columns)}")
        for name, found in ratios(theme).items():
            cells = [f"{ratio:.1f}" for ratio in found]
            if len(cells) < len(columns):
                cells = [cell for one in cells for cell in (one, "", "")]
            parts.append(f"| {name} | {' | '.join(cells)} |")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8")
