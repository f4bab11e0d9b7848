"""How the user likes the panes: their shares of the window, kept between runs for all corpora."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.platform.preference_file import preference_file, read_preference

if TYPE_CHECKING:
    from pathlib import Path

LEAST, MOST = 0.15, 0.6
"""Shares of the width beyond which the pane, or what is beside it, would show next to nothing."""


class WindowLayout(msgspec.Struct, frozen=True):
    """The shares of the window.

    Attributes:
        results: Of the list, where three panes stand side by side.
        record: Of the record there.
        list_beside: Of the list, where record and article stand above each other beside it.
        timeline: `strip`, `half` or `hidden`.
    """

    results: float = 0.36
    record: float = 0.3
    list_beside: float = 0.42
    timeline: str = "strip"


def window_layout_file() -> Path | None:
    """Where the layout is kept; `None` when there is no home."""
    return preference_file("window.json")


def read_window_layout(path: Path | None) -> WindowLayout:
    """The layout as it was kept last; that of a first run where there is none that can be read."""
    found = read_preference(path, WindowLayout)
    if found is not None:
        shares = (found.results, found.record, found.list_beside)
        if all(share >= LEAST and share <= MOST for share in shares):
            return found
    return WindowLayout()
