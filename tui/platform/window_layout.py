"""How the user likes the panes: their shares of the window, kept between runs for all corpora."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from tui.platform.atomic_files import write_atomically
from tui.platform.folders import marks_file
from tui.platform.regular_files import read_regular

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
    """Where the layout is kept: beside the user's marks; `None` when there is no home."""
    marks = marks_file()
    return marks.with_name("window.json") if marks is not None else None


def read_window_layout(path: Path | None) -> WindowLayout:
    """The layout as it was kept last; that of a first run where there is none that can be read."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        if path is not None:
            found = msgspec.json.decode(read_regular(path), type=WindowLayout)
            shares = (found.results, found.record, found.list_beside)
            if all(share >= LEAST and share <= MOST for share in shares):
                return found
    return WindowLayout()


def keep_window_layout(path: Path | None, layout: WindowLayout) -> None:
    """Keep the layout; where it cannot be written, the next run begins as the first one."""
    with contextlib.suppress(OSError):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, msgspec.json.encode(layout), durable=False)
