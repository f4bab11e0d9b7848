"""Where a dialog stands: beside what it is about, so that this stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Region

from tui.widgets.drawing.line_pane import LinePane

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.widget import Widget


class Placing(NamedTuple):
    """Where a box stands.

    Attributes:
        left: Cells to the left of it.
        top: Cells above it, where it hangs below something; else `None`.
        bottom: Cells below it, where it stands on something; else `None`.
    """

    left: int
    top: int | None
    bottom: int | None


def placing(about: Region, box: Size, screen: Size) -> Placing:
    """Below what the box is about where it has room there, or more room than above; else above.

    Args:
        about: The cells of what it is about.
        box: The size that it has, or has at most.
        screen: The cells of the screen.
    """
    left = max(0, min(about.x, screen.width - box.width))
    below, above = screen.height - about.bottom, about.y
    if below >= box.height or below >= above:
        return Placing(left, max(0, min(about.bottom, screen.height - box.height)), None)
    return Placing(left, None, max(0, min(screen.height - about.y, screen.height - box.height)))


def put(screen: Widget, box: Widget, about: Region | None, size: Size) -> None:
    """Let a box stand beside what it is about, or in the middle where that is nothing.

    Args:
        screen: The screen that the box is the only widget of.
        box: The box.
        about: The cells of what it is about, if any.
        size: The size that it has, or has at most.
    """
    if about is None:
        screen.styles.align = ("center", "middle")
        box.styles.margin = 0
        return
    place = placing(about, size, screen.size)
    screen.styles.align = ("left", "top" if place.top is not None else "bottom")
    box.styles.margin = (place.top or 0, 0, place.bottom or 0, place.left)


def at_hand(screen: Screen[object]) -> Region | None:
    """The cells of what the user is at: the line of the cursor, or what is typed in."""
    focused = screen.focused
    if focused is None or not focused.region:
        return None
    if not isinstance(focused, LinePane):
        return focused.region
    return focused.place_at_hand or Region(*focused.content_region.offset, focused.size.width, 1)
