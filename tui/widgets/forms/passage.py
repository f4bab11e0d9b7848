"""The passage of an article that shows a value, where the article itself is not in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.widgets.article.layout import ArticleLayout
from tui.widgets.drawing.line_pane import LinePane, Run

if TYPE_CHECKING:
    from textual.strip import Strip

_BEFORE = 120
"""Code points before the marked words from which the passage is taken: a line and a half."""
_AFTER = 240


class PassageLine(LinePane, can_focus=False):
    """Some lines of a text with a stretch marked in them."""

    RAIL = False

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._span = (0, 0)
        self._layout = ArticleLayout("", 1)

    def show_passage(self, text: str, span: tuple[int, int]) -> None:
        """Show the words around a stretch of a text."""
        start = max(0, span[0] - _BEFORE)
        if start:
            start = text.find(" ", start, span[0]) + 1 or start
        # One sign for one, so that the stretch stays where it is.
        self._text = safe_line(text[start : span[1] + _AFTER].replace("\n", " "))
        self._span = (span[0] - start, span[1] - start)
        self._wrap()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        super().on_resize()
        self._wrap()

    def _wrap(self) -> None:
        self._layout = ArticleLayout(self._text, max(8, self.line_width - 2))
        self.lines_changed(len(self._layout))
        self.lines_changed()
        marked = [line for line in range(len(self._layout)) if self._pieces(line)[1][0]]
        if marked:
            height = max(1, self.size.height)
            self.top = max(0, min(marked[0] - (height - 1) // 2, self.last_top))

    def _pieces(self, line: int) -> tuple[Run, Run, Run]:
        start, end = self._layout.starts[line], self._layout.ends[line]
        first = min(max(self._span[0], start), end)
        last = min(max(self._span[1], first), end)
        before, marked, after = (start, first), (first, last), (last, end)
        return (
            (self._text[slice(*before)], "quiet"),
            (self._text[slice(*marked)], "current"),
            (self._text[slice(*after)], "quiet"),
        )

    def build_line(self, line: int, width: int) -> Strip:
        """One line."""
        return self.strip_of([(" ", ""), *self._pieces(line)], width)
