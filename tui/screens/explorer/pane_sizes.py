"""How wide the panes are, and how high the timeline: by key, by mouse, and as it was last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from tui.platform.preference_file import keep_preference
from tui.platform.window_layout import (
    LEAST,
    MOST,
    WindowLayout,
    read_window_layout,
    window_layout_file,
)

if TYPE_CHECKING:
    from textual.css.styles import RenderStyles

_STEP = 0.03
"""By what part of the window one key makes a pane wider."""
_LEAST_ARTICLE = 0.2
"""The part of the window that always stays for the article."""
_HEIGHTS = {"strip": "", "half": "-time-half", "hidden": "-time-hidden"}
"""The heights of the timeline, and the class of the screen for each."""


class SizedPane(Protocol):
    """A pane whose width can be set."""

    @property
    def styles(self) -> RenderStyles:
        """Its styles."""


class SizedFrame(Protocol):
    """The screen around the panes."""

    def has_class(self, *names: str) -> bool:
        """Whether it is styled so."""

    def set_class(self, add: bool, *names: str) -> object:
        """Style it so, or no longer."""


class PaneSizes:
    """Owns the shares of the panes and keeps them between runs."""

    def __init__(
        self, frame: SizedFrame, results: SizedPane, record: SizedPane, panes: SizedPane
    ) -> None:
        """Connect the panes; `panes` holds them."""
        self._frame, self._results, self._record, self._panes = frame, results, record, panes
        self._file = window_layout_file()
        self._kept = self.layout = read_window_layout(self._file)

    def apply(self) -> None:
        """Give the panes their widths, as the window is now."""
        results, record = self._results.styles, self._record.styles
        wide = self._frame.has_class("-wide")
        if wide:
            results.width = f"{round(self.layout.results * 100)}%"
            record.width = f"{round(self.layout.record * 100)}%"
        else:
            results.clear_rule("width")
            record.clear_rule("width")
        if self._frame.has_class("-broad"):
            share = round(self.layout.list_beside * 100)
            self._panes.styles.grid_columns = f"{share}fr {100 - share}fr"
        else:
            self._panes.styles.clear_rule("grid_columns")
        for name, style in _HEIGHTS.items():
            if style:
                self._frame.set_class(name == self.layout.timeline, style)

    def resize(self, pane: str, step: int) -> None:
        """Make a pane wider by a step, narrower for one below zero; its neighbours give way."""
        layout = self.layout
        if not self._frame.has_class("-wide"):
            share = layout.list_beside + _STEP * (step if pane == "results" else -step)
            self._take(replace(layout, list_beside=min(max(share, LEAST), MOST)))
        elif pane == "results":
            self._set(layout.results + _STEP * step, layout.record)
        elif pane == "record":
            self._set(layout.results, layout.record + _STEP * step)
        else:
            self._set(layout.results, layout.record - _STEP * step)

    def drag(self, border: str, share: float) -> None:
        """Put the right border of the list, or of the record, at a part of the width."""
        if not self._frame.has_class("-wide"):
            self._take(replace(self.layout, list_beside=min(max(share, LEAST), MOST)))
        elif border == "results":
            self._set(share, self.layout.record + self.layout.results - share)
        else:
            self._set(self.layout.results, share - self.layout.results)

    def _set(self, results: float, record: float) -> None:
        results = min(max(results, LEAST), 1 - _LEAST_ARTICLE - LEAST)
        record = min(max(record, LEAST), 1 - _LEAST_ARTICLE - results)
        self._take(replace(self.layout, results=min(results, MOST), record=min(record, MOST)))

    def next_timeline_height(self) -> None:
        """Let the timeline be a strip, half of the screen, or hidden, in turn."""
        names = list(_HEIGHTS)
        at = names.index(self.layout.timeline) if self.layout.timeline in names else 0
        self._take(replace(self.layout, timeline=names[(at + 1) % len(names)]))

    def keep(self) -> None:
        """Keep the shares for the next run, where they are not those of the last one."""
        if self.layout != self._kept:
            keep_preference(self._file, self.layout)
            self._kept = self.layout

    def _take(self, layout: WindowLayout) -> None:
        self.layout = layout
        self.apply()
